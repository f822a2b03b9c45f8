import type { Database } from 'better-sqlite3';
import { type SchoolYearRow, schoolYear } from '../../db/school-years.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import {
  type AbsenceReason,
  type AbsenceStatus,
  coversLesson,
  type LessonSpan,
} from '../../rules/absence.js';
import { type CivilDate, schoolYearBounds, schoolYearOf } from '../../rules/civil-date.js';
import type { Moment } from '../../rules/school-time.js';
import { yearOf } from '../school-year.js';
import { type AbsenceRow, absencesIn, byDayAndClass } from './absences.js';
import { membersDuring } from './student-groups.js';
import { type YearBook, yearBook } from './year-book.js';

/** Whose absences of which lessons a decision is about: of one student, or of the members of a group. */
export interface Matter {
  readonly year: SchoolYearRow;
  readonly book: YearBook;
  readonly student: PlannedStudent | undefined;
  readonly group: PlannedGroup | undefined;
  readonly spans: readonly LessonSpan[];
}

/** Days and lessons as they are asked for; what is left out is one day, all of its lessons. */
export interface WantedSpan {
  readonly from: CivilDate;
  readonly until?: CivilDate | null | undefined;
  readonly first_period?: number | null | undefined;
  readonly last_period?: number | null | undefined;
}

/** A missed lesson that a decision concerns; the names are an interface of the output. */
export interface AffectedLesson {
  date: CivilDate;
  period: number;
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
  group: string | null;
  subject: string | null;
  /** What was decided about it until now. */
  before: AbsenceStatus;
  status: AbsenceStatus;
  reason: AbsenceReason | null;
  /** The justification that decides now. */
  justification: number | null;
}

/**
 * Checks of whom and of which days a decision is.
 * @throws Problem unknownStudent, unknownGroup, outsideSchoolYear, untilBeforeFrom, lastPeriodBeforeFirst
 */
export function matterOf(
  db: Database,
  {
    student: registerNo,
    group: name,
  }: { student?: string | undefined; group?: string | undefined },
  wanted: readonly WantedSpan[],
): Matter {
  const year = yearOfSpans(db, wanted);
  const spans = wanted.map((span) => checkedSpan(span, year));
  const book = yearBook(db, year);
  const student = book.membership.students.find((one) => one.register_no === registerNo);
  const group = book.plan.groups.get(name ?? '');
  if (name !== undefined && !group) {
    throw new Problem('unknownGroup', { group: name }, { field: 'group' });
  }
  if (registerNo !== undefined && !student) {
    throw new Problem('unknownStudent', { registerNo }, { field: 'student' });
  }
  return { year, book, student, group, spans };
}

/** The school year of the first of the days; where the database has none, the newest, which they miss. */
function yearOfSpans(db: Database, spans: readonly WantedSpan[]): SchoolYearRow {
  const first = spans[0];
  return (first && schoolYear(db, schoolYearOf(first.from))) ?? yearOf(db, undefined);
}

function checkedSpan(wanted: WantedSpan, year: SchoolYearRow): LessonSpan {
  const { from, first_period = null, last_period = null } = wanted;
  const until = wanted.until ?? from;
  if (until < from) throw new Problem('untilBeforeFrom', { from, until }, { field: 'until' });
  const { first, last } = schoolYearBounds(year.year);
  for (const [field, day] of [
    ['from', from],
    ['until', until],
  ] as const) {
    if (day >= first && day <= last) continue;
    throw new Problem('outsideSchoolYear', { day, first, last }, { field });
  }
  if (first_period !== null && last_period !== null && last_period < first_period) {
    const facts = { first: first_period, last: last_period };
    throw new Problem('lastPeriodBeforeFirst', facts, { field: 'last-period' });
  }
  return { from, until: until === from ? null : until, first_period, last_period };
}

/** The lessons of the matter that were missed, as they stand at a moment. */
export function missedLessons(db: Database, matter: Matter, asOf: Moment): AbsenceRow[] {
  const { year, book, student, group, spans } = matter;
  const days = spans.flatMap(({ from, until }) => [from, until ?? from]).sort();
  const [from, until] = [days[0], days.at(-1)];
  if (!from || !until) return [];
  const students = student ? [student] : membersDuring(book.membership, group, { from, until });
  const numberOf = new Map(students.map((one) => [one.register_no, one]));
  const isMember = ({ register_no, date }: AbsenceRow) => {
    const one = numberOf.get(register_no);
    return !group || (one !== undefined && book.membership.isMember(group, one, date));
  };
  const isCovered = (row: AbsenceRow) => spans.some((span) => coversLesson(span, row));
  return absencesIn(db, book, { year, from, until, asOf }, students)
    .filter((row) => row.mark === 'n' && isCovered(row) && isMember(row))
    .sort(byDayAndClass);
}

/** The lessons with what was decided about them before and what is now. */
export function affectedLessons(
  before: readonly AbsenceRow[],
  after: readonly AbsenceRow[],
): AffectedLesson[] {
  const earlier = new Map(before.map((row) => [lessonKey(row), row]));
  return after.map((row) => {
    const { date, period, register_no, last_name, first_name, group, subject } = row;
    return {
      ...{ date, period, register_no, last_name, first_name, class: row.class, group, subject },
      before: earlier.get(lessonKey(row))?.status ?? 'undecided',
      status: row.status ?? 'undecided',
      reason: row.reason,
      justification: row.justification,
    };
  });
}

/** Whether somebody else has changed something since the lessons were shown. */
export function isAsSeen(now: readonly AbsenceRow[], seen: readonly AffectedLesson[]): boolean {
  const shown = new Set(seen.map((row) => `${lessonKey(row)} ${row.before}`));
  return (
    now.length === seen.length && now.every((row) => shown.has(`${lessonKey(row)} ${row.status}`))
  );
}

type LessonOfStudent = Pick<AbsenceRow, 'register_no' | 'date' | 'period'>;

const lessonKey = ({ register_no, date, period }: LessonOfStudent) =>
  `${register_no} ${date} ${period}`;
