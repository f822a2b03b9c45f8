import type { Database } from 'better-sqlite3';
import { type EntrySpan, type MarkEntry, markEntries } from '../../db/month-entries.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { standingBy } from '../../rules/entries.js';
import { groupedBy } from '../../rules/grouping.js';
import type { WorkKind } from '../../rules/marks.js';
import { absenceBook } from '../journal/absence-book.js';
import { type YearBook, yearBook } from '../journal/year-book.js';

export interface MonthMark {
  date: CivilDate;
  group: string;
  work: string;
  kind: WorkKind | null;
  value: string;
}

/** One missed lesson, or one late arrival. */
export interface MonthAbsence {
  /** The group whose lesson it was; undefined where no lesson was entered or expected then. */
  group: string | undefined;
  late: boolean;
  decision: 'justified' | 'unjustified' | 'undecided';
}

/** All that was entered about the days of one month, by student. */
export interface MonthBook extends YearBook {
  marksOf(student: PlannedStudent): MonthMark[];
  absencesOf(student: PlannedStudent): MonthAbsence[];
}

export function monthBook(db: Database, span: EntrySpan): MonthBook {
  const book = yearBook(db, span.year);
  const marks = groupedBy(markEntries(db, span), (entry) => entry.student_id);
  return {
    ...book,
    marksOf: (student) => standingMarks(marks.get(student.student_id) ?? []),
    absencesOf: absenceBook(db, span, book, book.membership.students),
  };
}

/** Of each work the mark that stands. */
function standingMarks(entries: readonly MarkEntry[]): MonthMark[] {
  return [...standingBy(entries, ({ work }) => work).values()]
    .map(({ work: { date, group, work, kind }, value }) => ({ date, group, work, kind, value }))
    .sort(byDay);
}

function byDay(a: MonthMark, b: MonthMark): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.work < b.work ? -1 : 1;
}
