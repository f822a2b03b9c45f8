import type { Database } from 'better-sqlite3';
import { rememberedOfTwo } from '../rules/remembered.js';
import type { SchoolYearRow } from './school-years.js';

/** The lists of a school year from which a row may be taken away: nothing points to it. */
type ListOfYear = 'calendar_day' | 'programme_subject';

const others = rememberedOfTwo((db: Database, table: ListOfYear) =>
  db
    .prepare<[number, string], number>(
      `SELECT ${table}_id FROM ${table}
        WHERE school_year_id = ? AND ${table}_id NOT IN (SELECT value FROM json_each(?))`,
    )
    .pluck(),
);

/** The numbers of the rows that a list of a school year has besides these. */
export function otherRowsOfYear(
  db: Database,
  table: ListOfYear,
  { school_year_id }: SchoolYearRow,
  kept: Iterable<number>,
): number[] {
  return others(db, table).all(school_year_id, JSON.stringify([...kept]));
}
