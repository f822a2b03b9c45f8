import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { classTeacherNames } from '../../db/offices.js';
import { families } from '../../db/parents.js';
import { studentRecords } from '../../db/personal-files.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { staffNames } from '../../db/staff-names.js';
import { subjectsInOrder } from '../../db/subjects.js';
import { type PlannedStudent, plannedGroups } from '../../db/year-plan.js';
import { fileNameOf, safeFileName } from '../../documents/file-name.js';
import type { Paper } from '../../documents/paper.js';
import { loadTemplate } from '../../documents/template.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { type ListField, mostBlankColumns, mostFieldsOnPaper } from '../../rules/list-fields.js';
import {
  type AskedStudents,
  type StudentsOfDay,
  studentsOfDay,
} from '../people/students-of-day.js';
import { arrangePapers } from './arrange-papers.js';
import { templateFolder } from './planned-files.js';
import { type ArrangedWishes, type Printed, printPapers } from './print-papers.js';

/** A student of a list with all that one can show; the names are an interface of the output. */
export interface ListedStudent
  extends Readonly<Record<ListField | 'last_name' | 'first_name', string>> {
  /** To whom a letter to the home goes: the parents, or the student where none may be told. */
  readonly receivers: readonly string[];
}

/** Whose list it is: a class, a group or one student. */
interface Listed {
  readonly of: 'class' | 'group';
  readonly name: string;
  readonly subject: string;
  /** The class teacher, or the teachers of the group. */
  readonly teacher: string;
  readonly students: readonly ListedStudent[];
}

export interface StudentLists {
  readonly year: SchoolYearRow;
  readonly day: CivilDate;
  readonly lists: readonly Listed[];
}

/**
 * The students of a day by class and name: a list for each class, or one for the group that is asked for.
 * Parents who may not be told anything are not in it.
 * @throws Problem those of studentsOfDay
 */
export function studentLists(db: Database, asOf: Date, asked: AskedStudents): StudentLists {
  const found = studentsOfDay(db, asOf, asked);
  const { year, day, students } = found;
  const shown = shower(db, found);
  if (asked.group !== undefined) {
    const list = { ...groupFacts(db, year, asked.group), students: students.map(shown) };
    return { year, day, lists: students.length > 0 ? [list] : [] };
  }
  const teacherOf = classTeacherNames(db, year);
  const byClass = groupedBy(students, (student) => student.class);
  const lists = [...byClass].map(([name, ofClass]): Listed => {
    const teacher = teacherOf(name, day);
    return { of: 'class', name, subject: '', teacher, students: ofClass.map(shown) };
  });
  return { year, day, lists };
}

function groupFacts(db: Database, year: SchoolYearRow, asked: string) {
  const planned = plannedGroups(db, year).find(({ name }) => name === asked);
  const names = staffNames(db);
  const subject = subjectsInOrder(db).find(({ code }) => code === planned?.subject);
  return {
    of: 'group' as const,
    name: planned?.name ?? asked,
    subject: subject?.name ?? '',
    teacher: (planned?.teachers ?? []).map((code) => names.get(code) ?? code).join(', '),
  };
}

function shower(db: Database, { year }: StudentsOfDay): (student: PlannedStudent) => ListedStudent {
  const records = studentRecords(db, year.school_year_id);
  const contacts = families(db, year.school_year_id).filter(({ contact }) => contact !== 'no');
  const parents = groupedBy(contacts, (parent) => parent.student_id);
  return ({ student_id, class: name, register_no, last_name, first_name }) => {
    const record = records.get(student_id);
    const told = parents.get(student_id) ?? [];
    const names = told.map((one) => `${one.first_name} ${one.last_name}`);
    return {
      class: name,
      last_name,
      first_name,
      register_no,
      birth_date: record?.birth_date ?? '',
      personal_code: record?.personal_code ?? '',
      sex: record?.sex ?? '',
      phone: record?.phone ?? '',
      email: record?.email ?? '',
      address: record?.actual_address ?? record?.address ?? '',
      programme: record?.programme ?? '',
      parents: told.map(({ phone }, place) => `${names[place]} ${phone ?? ''}`.trim()).join(', '),
      receivers: names.length > 0 ? names : [`${first_name} ${last_name}`],
    };
  };
}

/** What each list is called in the names of the files. */
const labels = {
  'name-list': { en: 'list', lv: 'saraksts' },
  'signature-sheet': { en: 'signatures', lv: 'paraksti' },
  labels: { en: 'labels', lv: 'uzlīmes' },
} as const;
const addressLabels = { en: 'address labels', lv: 'adrešu uzlīmes' };
type ListKind = keyof typeof labels;

/**
 * Lists with the fields that are asked for and so many empty columns to write in.
 * @throws Problem tooManyFields, tooManyBlankColumns
 */
export function nameListPapers(
  { day, lists }: StudentLists,
  { fields, blank }: { readonly fields: readonly ListField[]; readonly blank: number },
): Paper[] {
  if (fields.length > mostFieldsOnPaper) {
    throw new Problem('tooManyFields', { most: mostFieldsOnPaper }, { field: 'fields' });
  }
  const most = mostBlankColumns(fields.length);
  if (blank > most) {
    throw new Problem('tooManyBlankColumns', { fields: fields.length, most }, { field: 'blank' });
  }
  return lists.map((list) =>
    paperOf('name-list', list, day, { date: day, fields, blank: Array(blank).fill('') }),
  );
}

/** Sheets on which each student signs, for instance for a safety briefing; what is not said is written by hand. */
export function signatureSheetPapers(
  { day, lists }: StudentLists,
  { topic, date }: { readonly topic?: string | undefined; readonly date?: CivilDate | undefined },
): Paper[] {
  return lists.map((list) =>
    paperOf('signature-sheet', list, day, { date: date ?? '', topic: topic ?? '' }),
  );
}

/**
 * Sheets of labels, the first few of which may be gone already; those of one student are of the student.
 * @throws Problem tooFewLabels
 */
export async function labelPapers(
  db: Database,
  { day, lists }: StudentLists,
  { addresses, skip }: { readonly addresses: boolean; readonly skip: number },
): Promise<Paper[]> {
  const sheet = await labelsOfSheet(db);
  if (skip >= sheet) throw new Problem('tooFewLabels', { sheet }, { field: 'skip' });
  return lists.map((list) => {
    const paper = paperOf('labels', list, day, { content: addresses ? 'address' : 'name', skip });
    const [student, ...others] = list.students;
    return student && others.length === 0 ? { ...paper, student } : paper;
  });
}

/** So many labels a sheet has, as the template says. */
async function labelsOfSheet(db: Database): Promise<number> {
  const { layout } = await loadTemplate('labels', 'lv', templateFolder(db));
  const { across, down } = layout.columns as { readonly across: number; readonly down: number };
  return across * down;
}

function paperOf(
  kind: ListKind,
  { of, name, subject, teacher, students }: Listed,
  day: CivilDate,
  more: Paper['data'],
): Paper {
  return {
    kind,
    period: day,
    class: of === 'class' ? name : null,
    student: null,
    receiver: of === 'group' ? name : undefined,
    data: { of, name, subject, teacher, students: students.map(numbered), ...more },
  };
}

const numbered = (student: ListedStudent, place: number) => ({
  no: place + 1,
  name: `${student.last_name} ${student.first_name}`,
  ...student,
});

/**
 * Prints lists, a file for each. They are working papers that certify nothing: the register of documents
 * does not know them.
 * @throws Problem those of printPapers
 */
export function printLists(
  context: Context,
  { year, day }: Pick<StudentLists, 'year' | 'day'>,
  papers: readonly Paper[],
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  const fileName = ({ kind, class: name, receiver, student, data }: Paper) => {
    const called = data['content'] === 'address' ? addressLabels : labels[kind as ListKind];
    const label = called[wishes.language];
    const file = student
      ? fileNameOf(student, ` ${label}`)
      : safeFileName(`${name ?? receiver ?? ''} ${label}`);
    return `${file}.pdf`;
  };
  const files =
    typeof arrangement === 'object'
      ? arrangePapers(papers, arrangement, { date: day })
      : papers.map((paper) => ({ path: fileName(paper), date: day, papers: [paper] }));
  return printPapers(context, files, { ...wishes, year, register: false });
}
