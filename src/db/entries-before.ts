import type { Database } from 'better-sqlite3';
import { type EntryTable, entryKeys } from './entry-tables.js';
import { recordedTables, rowAsJson } from './recorded-tables.js';
import type { RecordedRow } from './row-names.js';

const isEntryTable = (table: string): table is EntryTable => table in entryKeys;

/** Tells what stood before a row was entered: the earlier entries of the same, the last one first. */
export function entriesBefore(db: Database, table: string) {
  const recorded = recordedTables(db).get(table);
  if (!isEntryTable(table) || !recorded) return undefined;
  const same = entryKeys[table].map((column) => `"${column}" IS :${column}`).join(' AND ');
  const statement = db
    .prepare<[Record<string, unknown>], string>(`
      SELECT ${rowAsJson(recorded, table)} FROM ${table}
       WHERE ${same} AND (recorded_at < :recorded_at
                          OR (recorded_at = :recorded_at AND ${recorded.key} < :${recorded.key}))
       ORDER BY recorded_at DESC, ${recorded.key} DESC`)
    .pluck();
  return (row: RecordedRow): RecordedRow[] => {
    const values = recorded.columns.map((column) => [column, row[column] ?? null]);
    return statement.all(Object.fromEntries(values)).map((text) => JSON.parse(text));
  };
}
