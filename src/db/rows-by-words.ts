import type { Database } from 'better-sqlite3';
import { recordedTables } from './recorded-tables.js';
import { keyColumns, type RecordedRow } from './row-names.js';

interface FoundRow {
  readonly id: number;
  /** All its columns; the empty ones too. */
  readonly row: RecordedRow;
}

/** Every table that holds data of the school. */
export function tableNames(db: Database): string[] {
  return [...recordedTables(db).keys()].filter((name) => keyColumns[name] !== undefined);
}

/** More rows than these nobody reads; a further word of the key narrows them. */
const most = 50;

/**
 * The rows of a table whose key begins with some words, the words of the school: a column that points to
 * another table takes as many as that table's own key has. A key may also be written as `RowNames` joins
 * it, with blanks between its parts and in them.
 */
export function rowsByWords(db: Database, table: string, words: readonly string[]): FoundRow[] {
  const byPart = numbersOf(db, table, words, { isJoined: false });
  const parts = words.flatMap((word) => word.split(' ')).filter((part) => part !== '');
  const ids = byPart.length > 0 ? byPart : numbersOf(db, table, parts, { isJoined: true });
  return ids.slice(0, most).flatMap((id) => {
    const row = rowOf(db, table, id);
    return row ? [{ id, row }] : [];
  });
}

/** Whether words that belong to one column are still to be joined, and columns that are empty left out. */
interface Writing {
  readonly isJoined: boolean;
}

/** One way of giving words to the columns of a key, and the words that are left over. */
interface Reading {
  readonly conditions: readonly string[];
  readonly values: readonly (string | null)[];
  readonly left: readonly string[];
}

function numbersOf(
  db: Database,
  table: string,
  words: readonly string[],
  writing: Writing,
): number[] {
  const whole = readings(db, table, words, writing).filter((reading) => reading.left.length === 0);
  const ids = new Set(whole.flatMap((reading) => matching(db, table, reading)));
  return [...ids].sort((a, b) => a - b);
}

function readings(
  db: Database,
  table: string,
  words: readonly string[],
  writing: Writing,
): Reading[] {
  let all: Reading[] = [{ conditions: [], values: [], left: words }];
  for (const column of keyColumns[table] ?? []) {
    all = all.flatMap((one) =>
      one.left.length === 0 ? [one] : continued(db, table, column, one, writing),
    );
  }
  return all.filter((reading) => reading.conditions.length > 0);
}

/** The ways of reading one column more. */
function continued(
  db: Database,
  table: string,
  column: string,
  { conditions, values, left }: Reading,
  writing: Writing,
): Reading[] {
  const read = (condition: string, value: string | null, rest: readonly string[]): Reading => ({
    conditions: [...conditions, `"${column}" ${condition}`],
    values: [...values, value],
    left: rest,
  });
  const empty = writing.isJoined ? [read('IS ?', null, left)] : [];
  const target = recordedTables(db).get(table)?.references.get(column);
  if (target !== undefined) {
    const pointed = readings(db, target, left, writing).flatMap((reading) => {
      const ids = matching(db, target, reading);
      if (ids.length === 0 && writing.isJoined) return [];
      return [read('IN (SELECT value FROM json_each(?))', JSON.stringify(ids), reading.left)];
    });
    return [...pointed, ...empty];
  }
  const lengths = writing.isJoined ? left.map((_, at) => at + 1) : [1];
  return [
    ...lengths.map((length) => {
      const word = left.slice(0, length).join(' ');
      return read('IS ?', word === '' ? null : word, left.slice(length));
    }),
    ...empty,
  ];
}

function matching(db: Database, table: string, { conditions, values }: Reading): number[] {
  return db
    .prepare<(string | null)[], number>(
      `SELECT ${table}_id FROM ${table} WHERE ${conditions.join(' AND ')} ORDER BY ${table}_id`,
    )
    .pluck()
    .all(...values);
}

function rowOf(db: Database, table: string, id: number): RecordedRow | undefined {
  const columns = recordedTables(db).get(table)?.columns ?? [];
  const row = db
    .prepare<[number], Record<string, string | number | null>>(
      `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM ${table} WHERE ${table}_id = ?`,
    )
    .get(id);
  if (!row) return undefined;
  return Object.fromEntries(
    columns.map((column) => [column, row[column] ?? undefined]),
  ) as RecordedRow;
}
