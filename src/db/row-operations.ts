import type { Database } from 'better-sqlite3';
import { insertingOperationOf, insertingOperations } from './insertions-of-table.js';
import { statements } from './statements.js';

const sql = statements((db) => ({
  broughtBack: db
    .prepare<{ table: string; first: number; last: number }, number>(`
      SELECT row_id FROM change
       WHERE change_id BETWEEN :first AND :last AND table_name = :table AND action = 'insert'`)
    .pluck(),
  later: db
    .prepare<[string], [number, number]>(`
      SELECT row_id, operation_id FROM change
       WHERE table_name = ? AND action <> 'insert'`)
    .raw(),
  hashes: db
    .prepare<[], [number, string]>(
      'SELECT operation_id, hash FROM operation WHERE hash IS NOT NULL ORDER BY operation_id',
    )
    .raw(),
}));

/** The hash of every operation that ended, by number, in their order. */
export function operationHashes(db: Database): ReadonlyMap<number, string> {
  return new Map(sql(db).hashes.all());
}

/** Tells which operations touched a row of a table: that which entered it, and all that changed it. */
export function operationsOfTable(db: Database, table: string): (row: number) => number[] {
  const operationOf = insertingOperationOf(db, table);
  const touched = new Map<number, number[]>();
  const touch = (row: number, operation: number) => {
    const operations = touched.get(row);
    if (operations) operations.push(operation);
    else touched.set(row, [operation]);
  };
  for (const { operation_id, puts_back, first, last } of insertingOperations(db, table)) {
    if (puts_back === 0) continue;
    const broughtBack = sql(db).broughtBack.iterate({ table, first, last });
    for (const row of broughtBack) touch(row, operation_id);
  }
  for (const [row, operation] of sql(db).later.iterate(table)) touch(row, operation);
  return (row) => {
    const inserted = operationOf(row)?.operation.operation_id;
    return [...(inserted === undefined ? [] : [inserted]), ...(touched.get(row) ?? [])];
  };
}
