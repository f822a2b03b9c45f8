import type { Database } from 'better-sqlite3';
import { classesOfGroup, classesOfStudent, classesOfTeacher } from '../../db/classes-of.js';
import { schoolZone } from '../../db/school-settings.js';
import { schoolYear } from '../../db/school-years.js';
import { Problem } from '../../problem.js';
import {
  addDays,
  type CivilDate,
  type DaySpan,
  mondayOf,
  monthSpan,
  schoolYearBounds,
  schoolYearOf,
  weekSpan,
} from '../../rules/civil-date.js';
import { dateOf } from '../../rules/school-time.js';
import { type ComputedTerm, termSpan } from '../../rules/term-marks.js';
import { yearOfDay } from '../school-year.js';
import { type AskedYear, askedYear, type ClassesOf } from './year-book.js';

/** The days that somebody asks about; with nothing said those around the day asked for. */
export interface AskedDays {
  readonly date?: CivilDate | undefined;
  /** `2015-W40` */
  readonly week?: string | undefined;
  /** `2015-10` */
  readonly month?: string | undefined;
  readonly term?: ComputedTerm | undefined;
  readonly from?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
  /** The school year of the term, by its first calendar year. */
  readonly year?: number | undefined;
}

export type Around = 'day' | 'week' | 'month' | 'semester';

/**
 * The school year of the days asked for, and the days. Where none are named, they lie around today; where
 * the database has no such year, around the last day of the newest one.
 * @throws Problem noSchoolYear, unknownSchoolYear, noSuchTerm, untilBeforeFrom, badSpan
 */
export function askedDays(
  db: Database,
  asOf: Date,
  asked: AskedDays,
  around: Around,
  classesOf: ClassesOf,
): { book: AskedYear; days: DaySpan } {
  const today = dateOf(asOf, schoolZone(db));
  const named = namedDays(asked, today);
  if (named) {
    const { year } = yearOfDay(db, named.from, fieldOf(asked));
    return { book: askedYear(db, asOf, year, classesOf, named), days: named };
  }
  const isKnown = !asked.year && schoolYear(db, schoolYearOf(today)) !== undefined;
  const book = askedYear(db, asOf, isKnown ? schoolYearOf(today) : asked.year, classesOf);
  if (asked.term) return { book, days: termOfYear(book, asked.term) };
  const last = lastDay(book);
  return { book, days: daysAround(book, isKnown || !last ? today : last, around) };
}

/** What of the days asked for says in which school year they lie. */
const fieldOf = (asked: AskedDays) =>
  (['date', 'week', 'month', 'from'] as const).find((field) => asked[field]) ?? 'until';

function namedDays(
  { date, week, month, from, until }: AskedDays,
  today: CivilDate,
): DaySpan | undefined {
  if (date) return { from: date, until: date };
  if (week) return weekSpan(week);
  if (month) return monthSpan(month);
  return openSpan(from, until, today);
}

/**
 * Days of one school year, of which one end may be open: from its beginning, or up to today; where that
 * is no day after the first, up to the end of the year.
 */
function openSpan(
  from: CivilDate | undefined,
  until: CivilDate | undefined,
  today: CivilDate,
): DaySpan | undefined {
  const named = from ?? until;
  if (named === undefined) return undefined;
  const { first, last } = schoolYearBounds(schoolYearOf(named));
  const end = until ?? (today >= named && today <= last ? today : last);
  const span = { from: from ?? first, until: end };
  if (span.until < span.from) throw new Problem('untilBeforeFrom', span, { field: 'until' });
  if (span.until > last) throw new Problem('badSpan', span, { field: 'until' });
  return span;
}

/** From the first to the last day of a term, of whatever grade. */
function termOfYear({ plan }: AskedYear, term: ComputedTerm): DaySpan {
  const spans = [...new Set([...plan.groups.values()].flatMap((group) => group.grades))].flatMap(
    (grade) => termSpan(plan.calendar.rows, term, grade) ?? [],
  );
  const from = spans.map((span) => span.from).sort()[0];
  const until = spans
    .map((span) => span.until)
    .sort()
    .at(-1);
  if (!from || !until) throw new Problem('noSuchTerm', { term }, { field: 'term' });
  return { from, until };
}

const lastDay = ({ plan }: AskedYear) =>
  plan.calendar.rows
    .filter((row) => row.kind === 'semester2')
    .map((row) => row.until ?? row.from)
    .sort()
    .at(-1);

function daysAround(book: AskedYear, day: CivilDate, around: Around): DaySpan {
  if (around === 'week') return { from: mondayOf(day), until: addDays(mondayOf(day), 6) };
  if (around === 'month') return monthSpan(day.slice(0, 7)) ?? { from: day, until: day };
  if (around === 'semester') {
    const second = termOfYear(book, 'semester2');
    return day >= second.from ? second : termOfYear(book, 'semester1');
  }
  return { from: day, until: day };
}

/** The classes to which a question about a student, a group or a class is narrowed. */
export const narrowed = {
  student:
    (registerNo: string): ClassesOf =>
    (db, year) =>
      classesOfStudent(db, year, registerNo),
  group:
    (name: string): ClassesOf =>
    (db, year) =>
      classesOfGroup(db, year, name),
  class:
    (name: string): ClassesOf =>
    () => [name],
  teacher:
    (code: string): ClassesOf =>
    (db, year, days) =>
      days && classesOfTeacher(db, year, code, days),
};
