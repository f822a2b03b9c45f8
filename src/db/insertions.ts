import type { Database } from 'better-sqlite3';
import type { Fields } from './fields.js';
import type { FileOfOperation } from './origin-runs.js';
import { recordedTables } from './recorded-tables.js';
import { statements } from './statements.js';

/** Rows that are inserted together: a statement for each alone takes two to three times as long. */
const batch = 50;

/** New rows of one table, which wait for others to be inserted with. */
export interface Insertions {
  /** The columns of a row in their order, without its key. */
  readonly columns: readonly string[];
  /** Takes a row, and tells the number that it will have; a column that is not given is empty. */
  add(row: Fields): number;
  /** How many rows wait. */
  readonly waiting: number;
  /** Inserts what waits; the table is complete only after it. */
  finish(): void;
}

export interface Together {
  /** The file from whose lines the rows come. */
  readonly origin?: FileOfOperation | undefined;
  /** Rows of another table to which these point: they are always inserted first. */
  readonly after?: Pick<Insertions, 'finish'> | undefined;
}

const sql = statements((db) => ({
  lastNumber: db
    .prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?')
    .pluck(),
}));

/**
 * Inserts the rows of a table fifty at a time. Only one of them may be at work on a table, and as long
 * as rows wait nothing else may insert into it: their numbers were told already.
 */
export function insertions(db: Database, table: string, { origin, after }: Together): Insertions {
  const recorded = recordedTables(db).get(table);
  if (!recorded) throw new Error(`the schema has no table ${table}`);
  const columns = recorded.columns.filter((column) => column !== recorded.key);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const row = `(${columns.map(() => '?').join(', ')})`;
  const insertion = (rows: number) =>
    db.prepare(`INSERT INTO ${table} (${names}) VALUES ${Array(rows).fill(row).join(', ')}`);
  const [insertOne, insertBatch] = [insertion(1), insertion(batch)];

  /** The values of all rows that wait, one row after the other. */
  let values: unknown[] = [];
  let waiting = 0;
  let lines: number[] = [];
  let next = 0;

  const insert = () => {
    if (waiting === batch) insertBatch.run(values);
    else
      for (let at = 0; at < values.length; at += columns.length)
        insertOne.run(values.slice(at, at + columns.length));
    if (sql(db).lastNumber.get(table) !== next - 1) throw new Error(`${table} has other new rows`);
  };
  const finish = () => {
    after?.finish();
    if (waiting === 0) return;
    if (origin) origin.together(lines, insert);
    else insert();
    values = [];
    waiting = 0;
    lines = [];
  };
  return {
    columns,
    add: (row) => {
      if (waiting === 0) next = (sql(db).lastNumber.get(table) ?? 0) + 1;
      const number = next;
      next += 1;
      for (const column of columns) values.push(row[column] ?? null);
      waiting += 1;
      if (origin) lines.push(origin.now);
      if (waiting === batch) finish();
      return number;
    },
    get waiting() {
      return waiting;
    },
    finish,
  };
}
