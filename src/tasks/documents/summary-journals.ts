import type { Database } from 'better-sqlite3';
import { type DecisionRow, decisionsOf } from '../../db/decisions.js';
import { classTeacherNames } from '../../db/offices.js';
import { programmeNames } from '../../db/programmes.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { gradeOf, isClassAsked } from '../../rules/class-name.js';
import { byPersonName, compareLatvian } from '../../rules/latvian-order.js';
import { toMoment } from '../../rules/school-time.js';
import { type YearBook, yearBook } from '../journal/year-book.js';
import { summaryAbsences } from './summary-absences.js';
import type {
  AbsencesByTerm,
  SummaryJournal,
  SummaryScope,
  SummaryStudent,
} from './summary-journal.js';
import { summaryMarks } from './summary-marks.js';
import { summaryMovements } from './summary-movements.js';
import { firstLessons, sinceLessons } from './summary-stays.js';
import { summaryTeachers } from './summary-teachers.js';

/**
 * The summary journals of a school year (clause 1.7), class by class, or of one class: with everybody
 * who was in the class on any day.
 * @throws Problem unknownClass
 */
export function summaryJournals(
  db: Database,
  year: SchoolYearRow,
  asOf: Date,
  only?: string,
): SummaryJournal[] {
  const scope = { db, year, book: sinceLessons(yearBook(db, year)), at: toMoment(asOf) };
  const { membership } = scope.book;
  const all = new Set(membership.students.flatMap((student) => membership.classesOf(student)));
  const asked = [...all].filter((name) => isClassAsked(name, only));
  if (asked.length === 0 && only !== undefined) {
    throw new Problem('unknownClass', { class: only }, { field: 'class' });
  }
  const parts = {
    marks: summaryMarks(scope),
    absences: summaryAbsences(scope, asked),
    movements: summaryMovements(scope),
    teachers: summaryTeachers(scope),
    classTeacher: classTeacherNames(db, year),
    decisions: decisionsOf(db, year),
    programmes: programmeNames(db),
  };
  return asked
    .sort((a, b) => gradeOf(a) - gradeOf(b) || compareLatvian(a, b))
    .map((name) => journalOf(scope, name, parts));
}

interface Parts {
  readonly marks: ReturnType<typeof summaryMarks>;
  readonly absences: ReturnType<typeof summaryAbsences>;
  readonly movements: ReturnType<typeof summaryMovements>;
  readonly teachers: ReturnType<typeof summaryTeachers>;
  readonly classTeacher: ReturnType<typeof classTeacherNames>;
  readonly decisions: ReadonlyMap<number, DecisionRow>;
  readonly programmes: ReadonlyMap<string, string | null>;
}

function journalOf({ year, book }: SummaryScope, name: string, parts: Parts): SummaryJournal {
  const members = [...book.membership.everIn(name)].sort(byPersonName);
  const { subjects, marksOf } = parts.marks(name, members);
  const students = members.map((student, place): SummaryStudent => {
    const { register_no, last_name, first_name } = student;
    const decided = decidedIn(book, name, student) && parts.decisions.get(student.student_id);
    const { decision = null, order_no = null, date = null } = decided || {};
    return {
      ...{ no: place + 1, register_no, last_name, first_name },
      ...daysIn(book, name, student, year),
      subjects: marksOf(student),
      ...{ decision, decision_order_no: order_no, decision_date: date },
      absences: parts.absences(name, student),
    };
  });
  const codes = new Set(members.flatMap(({ programme }) => programme ?? []));
  return {
    class: name,
    year: year.year,
    years: `${year.year}/${year.year + 1}`,
    programmes: [...codes]
      .sort()
      .map((code) => ({ code, name: parts.programmes.get(code) ?? null })),
    class_teacher: parts.classTeacher(name, schoolYearBounds(year.year).last),
    subjects,
    students,
    absences: together(students.map(({ absences }) => absences)),
    movements: parts.movements(name, members),
    teachers: parts.teachers(name),
  };
}

/** The council decides about a student once, in the class in which they were last. */
function decidedIn({ membership }: YearBook, name: string, student: PlannedStudent): boolean {
  return membership.staysOf(student).at(-1)?.class === name;
}

function daysIn(
  book: YearBook,
  name: string,
  student: PlannedStudent,
  { year }: SchoolYearRow,
): { from: CivilDate | null; until: CivilDate | null } {
  const stays = book.membership.staysOf(student).filter((stay) => stay.class === name);
  const { first, last } = schoolYearBounds(year);
  const begins = firstLessons(book);
  const { from = first } = stays[0] ?? {};
  const { until = last } = stays.at(-1) ?? {};
  return { from: from > (begins ?? first) ? from : null, until: until < last ? until : null };
}

const counted = ['justified', 'unjustified', 'undecided', 'late'] as const;

function together(all: readonly AbsencesByTerm[]): AbsencesByTerm {
  const sumOf = (term: keyof AbsencesByTerm) => {
    const sums = { justified: 0, unjustified: 0, undecided: 0, late: 0 };
    for (const one of all) for (const field of counted) sums[field] += one[term][field];
    return sums;
  };
  return { semester1: sumOf('semester1'), semester2: sumOf('semester2'), year: sumOf('year') };
}
