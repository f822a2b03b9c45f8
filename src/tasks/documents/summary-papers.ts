import type { Database } from 'better-sqlite3';
import { calendarDays } from '../../db/calendar-days.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { Composition, Paper } from '../../documents/paper.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { yearEnd } from '../../rules/year-end.js';
import { yearOf } from '../school-year.js';
import type { SummaryJournal } from './summary-journal.js';
import { summaryJournals } from './summary-journals.js';

export const summaryKind = 'summary-journal';

export function summaryPapers(journals: readonly SummaryJournal[]): Paper[] {
  return journals.map((journal) => ({
    kind: summaryKind,
    period: String(journal.year),
    class: journal.class,
    student: null,
    data: { ...journal },
  }));
}

/** The day that the journals bear: the last day of lessons of the classes in them. */
export function summaryDate(
  db: Database,
  year: SchoolYearRow,
  journals: readonly SummaryJournal[],
): CivilDate {
  const calendar = calendarDays(db, year);
  const ends = journals.map(({ class: name }) => yearEnd(calendar, gradeOf(name), year.year));
  return ends.sort().at(-1) ?? yearEnd(calendar, 0, year.year);
}

/** The journals of all classes of a school year. */
export function composeSummaries(db: Database, asOf: Date, period: string): Composition {
  const year = yearOf(db, Number(period));
  const journals = summaryJournals(db, year, asOf);
  return {
    date: summaryDate(db, year, journals),
    papers: summaryPapers(journals),
    byOwnCommand: true,
  };
}
