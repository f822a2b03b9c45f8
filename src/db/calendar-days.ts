import type { Database } from 'better-sqlite3';
import type { CalendarRow } from '../rules/calendar.js';
import type { CivilDate } from '../rules/civil-date.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

const sql = statements((db) => ({
  rows: db.prepare<[number], CalendarRow>(`
    SELECT "from", until, kind, grades, replaces, schedule, name
      FROM calendar_day WHERE school_year_id = ? ORDER BY calendar_day_id`),
  first: db
    .prepare<[number], CivilDate | null>(
      `SELECT min("from") FROM calendar_day WHERE school_year_id = ? AND kind = 'semester1'`,
    )
    .pluck(),
}));

/** What tells the rows of the calendar apart. */
export const calendarKey = ['school_year_id', 'from', 'until', 'kind', 'grades'] as const;

/** The calendar of a school year, in the order of its file. */
export function calendarDays(db: Database, year: SchoolYearRow): CalendarRow[] {
  return sql(db).rows.all(year.school_year_id);
}

/** The first day of semester 1; undefined where the calendar is not there yet. */
export function firstLessonDay(db: Database, year: SchoolYearRow): CivilDate | undefined {
  return sql(db).first.get(year.school_year_id) ?? undefined;
}
