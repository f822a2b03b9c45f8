import type { Database } from 'better-sqlite3';
import { rememberedOfTwo } from '../rules/remembered.js';
import type { SchoolYearRow } from './school-years.js';

/** The lists of a school year from which a row may be taken away: nothing points to it. */
type ListOfYear = 'calendar_day' | 'programme_subject';

const removal = rememberedOfTwo((db: Database, table: ListOfYear) =>
  db.prepare<[number, string]>(
    `DELETE FROM ${table}
      WHERE school_year_id = ? AND ${table}_id NOT IN (SELECT value FROM json_each(?))`,
  ),
);

/** Takes away the rows that a list of a school year has besides these, by their numbers; says how many. */
export function removeOthersOfYear(
  db: Database,
  table: ListOfYear,
  { school_year_id }: SchoolYearRow,
  kept: Iterable<number>,
): number {
  return removal(db, table).run(school_year_id, JSON.stringify([...kept])).changes;
}
