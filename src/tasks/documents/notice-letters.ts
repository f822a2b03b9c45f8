import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { classTeacherNames } from '../../db/offices.js';
import { type FamilyMember, families } from '../../db/parents.js';
import { studentRecords } from '../../db/personal-files.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import type { Paper } from '../../documents/paper.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { dateOf } from '../../rules/school-time.js';
import { type AskedStudents, studentsOfDay } from '../people/students-of-day.js';
import { arrangePapers } from './arrange-papers.js';
import { type ArrangedWishes, type Printed, printPapers } from './print-papers.js';

/** A student about whom nobody gets a letter: no parent is known, or none may be told anything. */
export interface Untold {
  readonly class: string;
  readonly register_no: string;
  readonly last_name: string;
  readonly first_name: string;
  readonly why: 'no_parents' | 'no_contact';
}

export interface NoticeLetters {
  readonly year: SchoolYearRow;
  readonly day: CivilDate;
  readonly papers: readonly Paper[];
  readonly untold: readonly Untold[];
  /** How many parents get none, because their contact is `no`. */
  readonly withheld: number;
  /** Whether all parents of a student get one letter together: another paper, and so another file. */
  readonly family: boolean;
}

export interface AskedLetters extends AskedStudents {
  /** One letter to all parents of a student together, instead of one to each. */
  readonly family?: boolean | undefined;
}

/**
 * The letters by which the class teacher tells parents about the journal, the diary, marks and text
 * messages (clause 3.1), by class and student. Who has several children in a class gets one letter about
 * them all. A parent whose contact is `no` gets nothing.
 * @throws Problem those of studentsOfDay
 */
export function noticeLetters(db: Database, asOf: Date, asked: AskedLetters): NoticeLetters {
  const on = asked.on ?? dateOf(asOf, schoolZone(db));
  const { year, day, students } = studentsOfDay(db, asOf, { ...asked, on });
  const family = asked.family === true;
  const all = groupedBy(families(db, year.school_year_id), (parent) => parent.student_id);
  const parentsOf = ({ student_id }: PlannedStudent) => all.get(student_id) ?? [];
  const told = (student: PlannedStudent) => parentsOf(student).filter(mayBeTold);
  const withheld = students.flatMap(parentsOf).filter((parent) => !mayBeTold(parent));
  return {
    year,
    day,
    papers: papersOf(db, { year, day }, lettersOf(students, told, family)),
    untold: students
      .filter((student) => told(student).length === 0)
      .map((student) => untold(student, parentsOf(student))),
    withheld: new Set(withheld.map((parent) => parent.parent_id)).size,
    family,
  };
}

const mayBeTold = ({ contact }: FamilyMember) => contact !== 'no';

function untold(
  { class: name, register_no, last_name, first_name }: PlannedStudent,
  parents: readonly FamilyMember[],
): Untold {
  const why = parents.length === 0 ? 'no_parents' : 'no_contact';
  return { class: name, register_no, last_name, first_name, why };
}

/** Who gets a letter, and about which students of one class. */
interface Letter {
  readonly class: string;
  readonly receivers: readonly FamilyMember[];
  readonly students: PlannedStudent[];
}

function lettersOf(
  students: readonly PlannedStudent[],
  told: (student: PlannedStudent) => readonly FamilyMember[],
  family: boolean,
): Letter[] {
  const letters = new Map<string, Letter>();
  for (const student of students) {
    const parents = told(student);
    const receivers = family && parents.length > 0 ? [parents] : parents.map((one) => [one]);
    for (const together of receivers) {
      const key = [student.class, ...together.map((one) => one.parent_id).sort()].join(' ');
      const known = letters.get(key);
      if (known) known.students.push(student);
      else letters.set(key, { class: student.class, receivers: together, students: [student] });
    }
  }
  return [...letters.values()];
}

function papersOf(
  db: Database,
  { year, day }: { year: SchoolYearRow; day: CivilDate },
  letters: readonly Letter[],
): Paper[] {
  const records = studentRecords(db, year.school_year_id);
  const teacherOf = classTeacherNames(db, year);
  const rules = {
    lesson_due_time: setting(db, 'lesson_due_time'),
    test_days: { points: setting(db, 'points_test_days'), pass: setting(db, 'pass_test_days') },
  };
  return letters.flatMap((letter): Paper[] => {
    const [first] = letter.students;
    if (!first) return [];
    const record = records.get(first.student_id);
    const receivers = letter.receivers.map(receiverOf);
    return [
      {
        kind: 'notice',
        period: String(year.year),
        class: letter.class,
        student: namesOf(first),
        receiver: receivers.map((one) => one.name).join(', '),
        data: {
          class: letter.class,
          class_teacher: teacherOf(letter.class, day),
          school_year: year.year,
          date: day,
          receivers,
          ...rules,
          address: record?.actual_address ?? record?.address ?? '',
          students: letter.students.map(namesOf),
        },
      },
    ];
  });
}

const namesOf = ({ register_no, last_name, first_name }: PlannedStudent) => ({
  register_no,
  last_name,
  first_name,
});

const receiverOf = ({ first_name, last_name, phone, email, relation }: FamilyMember) => ({
  name: `${first_name} ${last_name}`,
  relation,
  phone: phone ?? '',
  email: email ?? '',
});

/** Stands in the names of the files. */
const label = { en: 'notice', lv: 'paziņojums' };
const familyLabel = { en: 'family notice', lv: 'paziņojums ģimenei' };

/**
 * Prints letters.
 * @throws Problem those of printPapers
 */
export function printNotices(
  context: Context,
  { year, day, papers, family }: NoticeLetters,
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  const named = family ? familyLabel : label;
  const files = arrangePapers(papers, arrangement, { date: day, label: named[wishes.language] });
  return printPapers(context, files, { ...wishes, year });
}
