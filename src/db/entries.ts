import type { Database } from 'better-sqlite3';
import { recordedTables } from './recorded-tables.js';
import type { Fields } from './upsert.js';

/** The tables of the journal whose rows are entries of their time. */
export type EntryTable =
  | 'lesson'
  | 'absence'
  | 'justification'
  | 'work_announcement'
  | 'mark'
  | 'term_mark';

/**
 * Enters rows into a table of the journal; a row that is there already, the same in every column, is
 * one and the same. An entry without its moment bears the one given, unless the last entry of its key
 * says the same: then it says nothing new.
 */
export function entries(db: Database, table: EntryTable, key: readonly string[]) {
  const recorded = recordedTables(db).get(table);
  if (!recorded) throw new Error(`the schema has no table ${table}`);
  const columns = recorded.columns.filter((column) => column !== recorded.key);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = columns.map((column) => `:${column}`).join(', ');
  const same = columns.map((column) => `"${column}" IS :${column}`).join(' AND ');
  const sameKey = key.map((column) => `"${column}" IS :${column}`).join(' AND ');

  const insert = db.prepare(`INSERT INTO ${table} (${names}) VALUES (${values})`);
  const isThere = db.prepare<Fields, number>(`SELECT 1 FROM ${table} WHERE ${same}`).pluck();
  const standing = db
    .prepare<Fields, string>(
      `SELECT recorded_at FROM ${table} WHERE ${sameKey}
        ORDER BY recorded_at DESC, ${recorded.key} DESC LIMIT 1`,
    )
    .pluck();

  const enter = (row: Fields): boolean => {
    if (isThere.get(row) !== undefined) return false;
    insert.run(row);
    return true;
  };

  return {
    /** Whether the row was new. Every column must be given. */
    enter,
    /** The same for a row without a moment: `at` makes the row as it is when recorded at that moment. */
    enterNow: (moment: string, at: (recorded_at: string) => Fields): boolean => {
      const last = standing.get(at(moment));
      if (last !== undefined && isThere.get(at(last)) !== undefined) return false;
      return enter(at(moment));
    },
  };
}
