import type { Database } from 'better-sqlite3';
import type { ChangeSpan } from './changes.js';
import { type RecordedTable, recordedTables } from './recorded-tables.js';
import { statements } from './statements.js';

interface Change {
  table_name: string;
  row_id: number;
  action: 'insert' | 'update' | 'delete';
  before: string | null;
}

const sql = statements((db) => ({
  backwards: db.prepare<ChangeSpan, Change>(`
    SELECT table_name, row_id, action, before FROM change
     WHERE change_id BETWEEN :first AND :last
     ORDER BY change_id DESC`),
  touchingOperations: db
    .prepare<ChangeSpan, number>(`
      SELECT DISTINCT later.operation_id
        FROM change AS own
        JOIN change AS later ON later.table_name = own.table_name AND later.row_id = own.row_id
       WHERE own.change_id BETWEEN :first AND :last AND later.change_id > :last
         AND later.action <> 'insert'
       ORDER BY later.operation_id`)
    .pluck(),
  insertedTables: db
    .prepare<ChangeSpan, string>(`
      SELECT DISTINCT table_name FROM change
       WHERE change_id BETWEEN :first AND :last AND action = 'insert'`)
    .pluck(),
  tables: new Map<string, ReturnType<typeof prepareTable>>(),
}));

/** The operations after a span of changes that touched the same rows, or entered rows that point to new ones of them. */
export function operationsTouchingLater(db: Database, span: ChangeSpan): number[] {
  const touching = new Set(sql(db).touchingOperations.all(span));
  const inserted = new Set(sql(db).insertedTables.all(span));
  for (const table of recordedTables(db).values()) {
    for (const [column, target] of table.references) {
      if (!inserted.has(target)) continue;
      for (const number of operationsPointing(db, span, table, column, target))
        touching.add(number);
    }
  }
  return [...touching].sort((a, b) => a - b);
}

/** The operations after a span that entered rows of a table whose column points to a row that the span entered. */
function operationsPointing(
  db: Database,
  span: ChangeSpan,
  { name, key }: RecordedTable,
  column: string,
  target: string,
): number[] {
  return db
    .prepare<ChangeSpan & { name: string; target: string }, number>(`
      SELECT DISTINCT later.operation_id
        FROM change AS later
        JOIN ${name} ON ${name}.${key} = later.row_id
       WHERE later.change_id > :last AND later.table_name = :name AND later.action = 'insert'
         AND ${name}."${column}" IN (
               SELECT row_id FROM change
                WHERE change_id BETWEEN :first AND :last AND table_name = :target AND action = 'insert')`)
    .pluck()
    .all({ ...span, name, target });
}

/**
 * Puts every row that a span of changes touched back to what it was before, from the last change to
 * the first; no later change may have touched those rows. Runs inside an operation, which records it.
 */
export function revertChanges(db: Database, span: ChangeSpan): void {
  // Foreign keys hold at every step backwards as they held forwards, but rows that point to each
  // other may have been changed by one statement.
  db.pragma('defer_foreign_keys = ON');
  for (const change of sql(db).backwards.all(span)) {
    const table = tableStatements(db, change.table_name);
    if (change.action === 'insert') table.remove.run(change.row_id);
    else if (change.action === 'update') table.restore.run(table.row(change.before));
    else table.bringBack.run(table.row(change.before));
  }
}

function tableStatements(db: Database, name: string) {
  const { tables } = sql(db);
  const ready = tables.get(name) ?? prepareTable(db, name);
  tables.set(name, ready);
  return ready;
}

function prepareTable(db: Database, name: string) {
  const table = recordedTables(db).get(name);
  if (!table) throw new Error(`the schema has no table ${name}`);
  const names = table.columns.map((column) => `"${column}"`).join(', ');
  const values = table.columns.map((column) => `:${column}`).join(', ');
  const nothing = Object.fromEntries(table.columns.map((column) => [column, null]));
  return {
    remove: db.prepare<[number]>(`DELETE FROM ${name} WHERE ${table.key} = ?`),
    restore: db.prepare(
      `UPDATE ${name} SET (${names}) = (${values}) WHERE ${table.key} = :${table.key}`,
    ),
    bringBack: db.prepare(`INSERT INTO ${name} (${names}) VALUES (${values})`),
    row: (json: string | null) => ({ ...nothing, ...JSON.parse(json ?? '{}') }),
  };
}
