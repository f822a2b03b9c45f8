import type { Database } from 'better-sqlite3';
import type { Fields, SqlValue } from './fields.js';
import type { Insertions } from './insertions.js';
import { recordedTables } from './recorded-tables.js';

/** What happened to a row that was put into its table; `ended` = it got its last day. */
export type Outcome = 'new' | 'changed' | 'unchanged' | 'ended';

export interface Table {
  /** The row with these key columns, with its own number; undefined where there is none. */
  find(key: Fields): Readonly<Record<string, SqlValue>> | undefined;
  /** Puts a row into the table, or changes the one that has its key. */
  put(fields: Fields): { id: number; outcome: Outcome };
  /** Adds a row whose key is known not to be there, and tells its number. */
  add(fields: Fields): number;
  /** Changes the columns given of the row with that number. */
  change(id: number, fields: Fields): Outcome;
  remove(id: number): void;
}

const lastDays = ['until', 'left_on'];

/**
 * The rows of a table by the key that the school knows, for reading and writing; prepared once.
 * The names in the SQL are those of the schema, the values are bound. Where `insertions` of the table are
 * given, new rows wait there to be inserted together.
 */
export function tableByKey(
  db: Database,
  name: string,
  key: readonly string[],
  insertions?: Insertions,
): Table {
  const { columns, byKey, byId, insert, update, remove } = prepared(db, name, key);
  const valuesOf = (fields: Fields, of: readonly string[]) =>
    of.map((column) => fields[column] ?? null);
  const waiting = insertions && waitingRows(insertions, key);
  const find = (fields: Fields) => {
    waiting?.settle(fields);
    return byKey.get(valuesOf(fields, key));
  };
  const add = (fields: Fields): number =>
    waiting?.add(fields) ?? Number(insert.run(valuesOf(fields, columns)).lastInsertRowid);

  const changed = (existing: Readonly<Record<string, SqlValue>>, fields: Fields): Outcome => {
    const differing = columns.filter(
      (column) => fields[column] !== undefined && fields[column] !== existing[column],
    );
    if (differing.length === 0) return 'unchanged';
    update.run({ ...existing, ...defined(fields) });
    const ended = lastDays.some((day) => differing.includes(day) && existing[day] === null);
    return ended ? 'ended' : 'changed';
  };
  return {
    find,
    put: (fields) => {
      const existing = find(fields);
      if (existing) return { id: Number(existing['id']), outcome: changed(existing, fields) };
      return { id: add(fields), outcome: 'new' };
    },
    add,
    change: (id, fields) => {
      const existing = byId.get(id);
      if (!existing) throw new Error(`${name} has no row ${id}`);
      return changed(existing, fields);
    },
    remove: (id) => {
      remove.run(id);
    },
  };
}

function prepared(db: Database, name: string, key: readonly string[]) {
  const table = recordedTables(db).get(name);
  if (!table) throw new Error(`the schema has no table ${name}`);
  const columns = table.columns.filter((column) => column !== table.key);
  const list = (write: (column: string) => string) => columns.map(write).join(', ');
  const where = key.map((column) => `"${column}" IS ?`).join(' AND ');
  const select = `SELECT ${table.key} AS id, ${list((column) => `"${column}"`)} FROM ${name}`;
  return {
    columns,
    byKey: db.prepare<unknown[], Record<string, SqlValue>>(`${select} WHERE ${where}`),
    byId: db.prepare<[number], Record<string, SqlValue>>(`${select} WHERE ${table.key} = ?`),
    insert: db.prepare(
      `INSERT INTO ${name} (${list((column) => `"${column}"`)}) VALUES (${list(() => '?')})`,
    ),
    update: db.prepare(
      `UPDATE ${name} SET ${list((column) => `"${column}" = :${column}`)} WHERE ${table.key} = :id`,
    ),
    remove: db.prepare<[number]>(`DELETE FROM ${name} WHERE ${table.key} = ?`),
  };
}

/** Rows that wait to be inserted with others: they are written before one of them is asked for. */
function waitingRows(insertions: Insertions, key: readonly string[]) {
  const keys = new Set<string>();
  const keyOf = (fields: Fields): string => {
    let text = '';
    for (const column of key) text += `${fields[column] ?? ''}\n`;
    return text;
  };
  return {
    settle: (fields: Fields): void => {
      if (insertions.waiting > 0 && keys.has(keyOf(fields))) insertions.finish();
    },
    add: (fields: Fields): number => {
      if (insertions.waiting === 0) keys.clear();
      keys.add(keyOf(fields));
      return insertions.add(fields);
    },
  };
}

const defined = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
