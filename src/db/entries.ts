import type { Database } from 'better-sqlite3';
import type { FileOfOperation } from './operation.js';
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

/** Rows that are entered together: a statement for each alone takes twice the time. */
const batch = 50;

export interface Entries {
  /** Whether the row was new. Every column must be given. */
  enter(row: Fields): boolean;
  /** The same for a row without a moment: `at` makes the row as it is when recorded at that moment. */
  enterNow(moment: string, at: (recorded_at: string) => Fields): boolean;
  /** Writes what waits for others to be written with; the table is complete only after it. */
  finish(): void;
}

/**
 * Enters rows into a table of the journal; a row that is there already, the same in every column, is
 * one and the same. An entry without its moment bears the one given, unless the last entry of its key
 * says the same: then it says nothing new.
 */
export function entries(
  db: Database,
  table: EntryTable,
  key: readonly string[],
  origin?: FileOfOperation,
): Entries {
  const recorded = recordedTables(db).get(table);
  if (!recorded) throw new Error(`the schema has no table ${table}`);
  const columns = recorded.columns.filter((column) => column !== recorded.key);
  const is = (names: readonly string[]) => names.map((name) => `"${name}" IS ?`).join(' AND ');
  const insertion = (rows: number) => {
    const names = columns.map((column) => `"${column}"`).join(', ');
    const row = `(${columns.map(() => '?').join(', ')})`;
    return db.prepare(`INSERT INTO ${table} (${names}) VALUES ${Array(rows).fill(row).join(', ')}`);
  };

  const insertOne = insertion(1);
  const insertBatch = insertion(batch);
  const isThere = db
    .prepare<unknown[], number>(`SELECT 1 FROM ${table} WHERE ${is(columns)}`)
    .pluck();
  const standing = db
    .prepare<unknown[], string>(
      `SELECT recorded_at FROM ${table} WHERE ${is(key)}
        ORDER BY recorded_at DESC, ${recorded.key} DESC LIMIT 1`,
    )
    .pluck();

  let waiting: unknown[][] = [];
  let lines: number[] = [];
  const known = new Set<string>();

  const insert = () => {
    if (waiting.length === batch) insertBatch.run(waiting.flat());
    else for (const row of waiting) insertOne.run(row);
  };
  const finish = () => {
    if (waiting.length === 0) return;
    if (origin) origin.together(lines, insert);
    else insert();
    waiting = [];
    lines = [];
    known.clear();
  };
  const has = (values: unknown[]) =>
    known.has(content(values)) || isThere.get(values) !== undefined;
  const valuesOf = (row: Fields) => columns.map((column) => row[column]);
  const enter = (row: Fields): boolean => {
    const values = valuesOf(row);
    if (has(values)) return false;
    known.add(content(values));
    waiting.push(values);
    if (origin) lines.push(origin.now);
    if (waiting.length === batch) finish();
    return true;
  };

  return {
    enter,
    enterNow: (moment, at) => {
      finish();
      const row = at(moment);
      const last = standing.get(key.map((column) => row[column]));
      if (last !== undefined && has(valuesOf(at(last)))) return false;
      return enter(row);
    },
    finish,
  };
}

/** The values of a row as one text, in which an empty cell is not an empty text. */
function content(values: readonly unknown[]): string {
  let text = '';
  for (const value of values) text += value === null ? '\0\n' : `${value}\n`;
  return text;
}
