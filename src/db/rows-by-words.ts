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
 * another table takes as many as that table's own key has.
 */
export function rowsByWords(db: Database, table: string, words: readonly string[]): FoundRow[] {
  const [ids] = matching(db, table, [...words], false);
  return ids.slice(0, most).flatMap((id) => {
    const row = rowOf(db, table, id);
    return row ? [{ id, row }] : [];
  });
}

/** The numbers of the rows, and the words that are left over. */
function matching(
  db: Database,
  table: string,
  words: readonly string[],
  isPart: boolean,
): [number[], readonly string[]] {
  const recorded = recordedTables(db).get(table);
  const conditions: string[] = [];
  const values: (string | null)[] = [];
  let left = words;
  for (const column of keyColumns[table] ?? []) {
    if (left.length === 0) break;
    const target = recorded?.references.get(column);
    if (target === undefined) {
      const [word = '', ...rest] = left;
      conditions.push(`"${column}" IS ?`);
      values.push(word === '' ? null : word);
      left = rest;
    } else {
      const [ids, rest] = matching(db, target, left, true);
      conditions.push(`"${column}" IN (SELECT value FROM json_each(?))`);
      values.push(JSON.stringify(ids));
      left = rest;
    }
  }
  if (conditions.length === 0 || (!isPart && left.length > 0)) return [[], left];
  const numbers = db
    .prepare<(string | null)[], number>(
      `SELECT ${table}_id FROM ${table} WHERE ${conditions.join(' AND ')} ORDER BY ${table}_id`,
    )
    .pluck()
    .all(...values);
  return [numbers, left];
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
