import type { Database } from 'better-sqlite3';
import type { BellRow } from '../rules/bells.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

const sql = statements((db) => ({
  rows: db.prepare<[number], BellRow>(`
    SELECT schedule, period, starts, ends, weekdays, "from", until
      FROM bell_period WHERE school_year_id = ?
     ORDER BY schedule, weekdays, "from", period`),
}));

/** The bells of a school year, schedule by schedule. */
export function bellPeriods(db: Database, year: SchoolYearRow): BellRow[] {
  return sql(db).rows.all(year.school_year_id);
}
