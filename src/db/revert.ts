import type { Database } from 'better-sqlite3';
import type { ChangeSpan } from './changes.js';
import {
  type RecordedTable,
  recordedTables,
  rowAsJson,
  rowOfJson,
  type UniqueKey,
} from './recorded-tables.js';
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
  shareRows: db
    .prepare<[number, number, number, number], number>(`
      SELECT EXISTS (
        SELECT 1 FROM change AS own
          JOIN change AS later ON later.table_name = own.table_name AND later.row_id = own.row_id
         WHERE own.change_id BETWEEN ? AND ? AND later.change_id BETWEEN ? AND ?
           AND later.action <> 'insert')`)
    .pluck(),
  insertedTables: db
    .prepare<ChangeSpan, string>(`
      SELECT DISTINCT table_name FROM change
       WHERE change_id BETWEEN :first AND :last AND action = 'insert'`)
    .pluck(),
  changedTables: db
    .prepare<ChangeSpan, string>(`
      SELECT DISTINCT table_name FROM change
       WHERE change_id BETWEEN :first AND :last AND action <> 'insert'`)
    .pluck(),
  tables: new Map<string, ReturnType<typeof prepareTable>>(),
}));

/** Whether a span of changes touched rows that an earlier one had touched. */
export function touchedRowsOf(db: Database, earlier: ChangeSpan, later: ChangeSpan): boolean {
  return sql(db).shareRows.get(earlier.first, earlier.last, later.first, later.last) === 1;
}

/** The operations after a span of changes that touched the same rows. */
export function operationsOnSameRows(db: Database, span: ChangeSpan): number[] {
  return sql(db).touchingOperations.all(span);
}

/**
 * The operations after a span of changes that stand against taking it back on other rows: they let a row
 * point to a new one of the span, took what is unique of a row that would come back, or took away what
 * such a row points to.
 */
export function operationsOnLinkedRows(db: Database, span: ChangeSpan): Set<number> {
  const linked = new Set<number>();
  const inserted = new Set(sql(db).insertedTables.all(span));
  const changed = new Set(sql(db).changedTables.all(span));
  const add = (query: string, names: Record<string, string>) => {
    const found = db.prepare<Record<string, string | number>, number>(query).pluck();
    for (const number of found.all({ ...span, ...names })) linked.add(number);
  };
  for (const table of recordedTables(db).values()) {
    const { name } = table;
    for (const [column, target] of table.references) {
      if (inserted.has(target)) add(pointing(table, column), { name, target });
      if (changed.has(name)) add(takingAway(column, target), { name, target });
    }
    if (!changed.has(name)) continue;
    for (const key of table.uniqueKeys) add(takingKey(table, key), { name });
  }
  return linked;
}

/** The rows of a table that a span changed, as they were before it. */
const rowsBefore = `
  (SELECT row_id, before, min(change_id) FROM change
    WHERE change_id BETWEEN :first AND :last AND table_name = :name
    GROUP BY row_id HAVING action <> 'insert')`;

/** What a row, as it stands, was after a later change of it. */
const rowAfter = (table: RecordedTable) => `
  coalesce((SELECT next.before FROM change AS next
             WHERE next.table_name = :name AND next.row_id = later.row_id
               AND next.change_id > later.change_id AND next.action <> 'insert'
             ORDER BY next.change_id LIMIT 1), ${rowAsJson(table, table.name)})`;

/** The operations after a span that let a row of a table point to a row that the span entered. */
const pointing = (table: RecordedTable, column: string) => `
  SELECT DISTINCT later.operation_id
    FROM change AS later
    JOIN ${table.name} ON ${table.name}.${table.key} = later.row_id
   WHERE later.change_id > :last AND later.table_name = :name AND later.action <> 'delete'
     AND ${table.name}."${column}" IN (
           SELECT row_id FROM change
            WHERE change_id BETWEEN :first AND :last AND table_name = :target AND action = 'insert')
     AND later.before ->> '$.${column}' IS NOT ${table.name}."${column}"
     AND ${rowAfter(table)} ->> '$.${column}' = ${table.name}."${column}"`;

/** The operations after a span that removed a row to which a row pointed before the span. */
const takingAway = (column: string, target: string) => `
  SELECT DISTINCT later.operation_id
    FROM ${rowsBefore} AS own
    JOIN change AS later ON later.table_name = :target AND later.row_id = own.before ->> '$.${column}'
   WHERE later.change_id > :last AND later.action = 'delete'
     AND NOT EXISTS (SELECT 1 FROM ${target} WHERE ${target}_id = later.row_id)`;

/** The operations after a span that gave another row what was unique of a row before the span. */
function takingKey(table: RecordedTable, { values, condition }: UniqueKey): string {
  const keyOf = (json: string) =>
    `(SELECT ${values} FROM ${rowOfJson(table, json)} WHERE ${condition})`;
  return `
  SELECT DISTINCT later.operation_id
    FROM ${rowsBefore} AS own
   CROSS JOIN ${table.name}
   CROSS JOIN change AS later ON later.row_id = ${table.name}.${table.key}
   WHERE ${condition} AND (${values}) = ${keyOf('own.before')}
     AND later.change_id > :last AND later.table_name = :name
     AND ((${values}) = ${keyOf('later.before')}) IS NOT TRUE
     AND (${values}) = ${keyOf(rowAfter(table))}`;
}

/**
 * Puts every row that a span of changes touched back to what it was before, from the last change to
 * the first; no later change may have touched those rows. Runs inside an operation, which records it.
 * `step` is told after each.
 */
export function revertChanges(db: Database, span: ChangeSpan, step?: () => void): void {
  // Foreign keys hold at every step backwards as they held forwards, but rows that point to each
  // other may have been changed by one statement.
  db.pragma('defer_foreign_keys = ON');
  for (const change of sql(db).backwards.all(span)) {
    const table = tableStatements(db, change.table_name);
    if (change.action === 'insert') table.remove.run(change.row_id);
    else if (change.action === 'update') table.restore.run(table.row(change.before));
    else table.bringBack.run(table.row(change.before));
    step?.();
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
