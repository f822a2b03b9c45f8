import type { Database } from 'better-sqlite3';
import type { EntrySpan } from '../../db/month-entries.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import type { AbsenceReason, AbsenceStatus } from '../../rules/absence.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { gradeOf, isClassAsked } from '../../rules/class-name.js';
import { groupedBy } from '../../rules/grouping.js';
import { byClassAndName, byPersonName, compareLatvian } from '../../rules/latvian-order.js';
import { type Moment, toMoment } from '../../rules/school-time.js';
import { type Semester, semesterOf } from '../../rules/semesters.js';
import { yearAsOf } from '../school-year.js';
import { absenceBook, type BookedAbsence } from './absence-book.js';
import { lessonPlan } from './lesson-plan.js';
import { checkDays, checkNames } from './narrowing.js';
import { type YearBook, yearBook } from './year-book.js';

export interface AbsenceFilter {
  readonly year?: number | undefined;
  /** The class of the student on the day. */
  readonly class?: string | undefined;
  readonly student?: string | undefined;
  /** The group whose lesson it was. */
  readonly group?: string | undefined;
  readonly from?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
}

/** A missed lesson, or a late arrival; the names are an interface of the output. */
export interface AbsenceRow {
  date: CivilDate;
  period: number;
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
  /** null where no lesson was entered or expected then. */
  group: string | null;
  subject: string | null;
  mark: 'n' | 'k';
  /** null for a late arrival: it needs no justification. */
  status: AbsenceStatus | null;
  reason: AbsenceReason | null;
  document: string | null;
  /** The number of the justification that decides. */
  justification: number | null;
  recorded_at: Moment;
}

/**
 * The missed lessons and the late arrivals as they stand at a moment, by day, lesson, class and name.
 * @throws Problem noSchoolYear, unknownSchoolYear, those of checkNames and checkDays
 */
export function absences(db: Database, asOf: Date, filter: AbsenceFilter): AbsenceRow[] {
  const year = yearAsOf(db, filter.year, asOf);
  const book = yearBook(db, year);
  const span = spanOf(year, filter, asOf);
  const students = askedStudents(db, year, book, filter);
  return absencesIn(db, book, span, [...students].sort(byPersonName))
    .filter(
      (row) =>
        isClassAsked(row.class, filter.class) &&
        (filter.group === undefined || row.group === filter.group),
    )
    .sort(byDayAndClass);
}

/**
 * The days asked for, else the whole school year.
 * @throws Problem those of checkDays
 */
export function spanOf(
  year: SchoolYearRow,
  { from, until }: Pick<AbsenceFilter, 'from' | 'until'>,
  asOf: Date,
): EntrySpan {
  checkDays(year, { from, until });
  const { first, last } = schoolYearBounds(year.year);
  return { year, from: from ?? first, until: until ?? last, asOf: toMoment(asOf) };
}

/**
 * The students whose absences are asked for: only their entries need to be read.
 * @throws Problem those of checkNames
 */
export function askedStudents(
  db: Database,
  year: SchoolYearRow,
  { membership: { students, everIn } }: YearBook,
  filter: AbsenceFilter,
): readonly PlannedStudent[] {
  const { class: className, student: registerNo, group } = filter;
  checkNames(db, year, { class: className, student: registerNo, group });
  const ofClass = className === undefined ? students : everIn(className);
  if (registerNo === undefined) return ofClass;
  return ofClass.filter((student) => student.register_no === registerNo);
}

/** The absences of some students: student by student, in the order of the lessons. */
export function absencesIn(
  db: Database,
  book: YearBook,
  span: EntrySpan,
  students: readonly PlannedStudent[],
): AbsenceRow[] {
  const absencesOf = absenceBook(db, span, book, students);
  return students.flatMap((student) =>
    absencesOf(student).map((absence) => rowOf(book, student, absence)),
  );
}

function rowOf({ plan, membership }: YearBook, student: PlannedStudent, absence: BookedAbsence) {
  const { date, period, group, late, decision, by, recorded_at } = absence;
  const { register_no, last_name, first_name } = student;
  const row: AbsenceRow = {
    ...{ date, period, register_no, last_name, first_name },
    class: membership.classOn(student, date) ?? '',
    group: group ?? null,
    subject: plan.groups.get(group ?? '')?.subject ?? null,
    mark: late ? 'k' : 'n',
    status: late ? null : decision,
    reason: late ? null : (by?.reason ?? null),
    document: late ? null : (by?.document ?? null),
    justification: late ? null : (by?.justification_id ?? null),
    recorded_at,
  };
  return row;
}

/** By day, lesson and class; the rows come in the order of the names, which a stable sort keeps. */
export function byDayAndClass(a: AbsenceRow, b: AbsenceRow): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.period - b.period || compareLatvian(a.class, b.class);
}

/** How many lessons a student missed in a semester; late arrivals are counted apart. */
export interface AbsenceSum {
  register_no: string;
  last_name: string;
  first_name: string;
  /** That of the last of these days. */
  class: string;
  term: Semester;
  justified: number;
  unjustified: number;
  undecided: number;
  late: number;
}

/**
 * The absences asked for, counted for each student and semester, by class and name; who has none is
 * not in it.
 * @throws Problem those of absences
 */
export function absenceSums(db: Database, asOf: Date, filter: AbsenceFilter): AbsenceSum[] {
  const { calendar } = lessonPlan(db, yearAsOf(db, filter.year, asOf));
  const termOf = ({ date, class: name }: AbsenceRow) =>
    semesterOf(calendar.rows, date, gradeOf(name));
  const rows = absences(db, asOf, filter);
  const sums = groupedBy(rows, (row) => `${row.register_no} ${termOf(row)}`);
  return [...sums.values()]
    .flatMap((ofTerm) => {
      const last = ofTerm.at(-1);
      return last ? [sumOf(ofTerm, last, termOf(last))] : [];
    })
    .sort((a, b) => byClassAndName(a, b) || (a.term < b.term ? -1 : 1));
}

function sumOf(rows: readonly AbsenceRow[], last: AbsenceRow, term: Semester): AbsenceSum {
  const { register_no, last_name, first_name, class: className } = last;
  const having = (status: AbsenceStatus | null) =>
    rows.filter((row) => row.status === status).length;
  return {
    ...{ register_no, last_name, first_name, class: className, term },
    justified: having('justified'),
    unjustified: having('unjustified'),
    undecided: having('undecided'),
    late: having(null),
  };
}
