import type { Database } from 'better-sqlite3';
import { firstInserted, insertingOperations } from './insertions-of-table.js';
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

/**
 * Tells which operations touched a row of a table. Insertions are in no index: the numbers of rows grow
 * (AUTOINCREMENT), so each operation inserted a range of them, but for those that brought rows back.
 */
export function operationsOfTable(db: Database, table: string): (row: number) => number[] {
  const starts: { row: number; operation: number }[] = [];
  const touched = new Map<number, number[]>();
  const touch = (row: number, operation: number) =>
    touched.set(row, [...(touched.get(row) ?? []), operation]);
  for (const { operation_id, puts_back, first, last } of insertingOperations(db, table)) {
    const span = { table, first, last };
    if (puts_back === 0) {
      starts.push({ row: firstInserted(db, table, span)?.row_id ?? 0, operation: operation_id });
    } else for (const row of sql(db).broughtBack.iterate(span)) touch(row, operation_id);
  }
  for (const [row, operation] of sql(db).later.iterate(table)) touch(row, operation);
  return (row) => {
    const inserted = starts.findLast((start) => start.row <= row)?.operation;
    return [...(inserted === undefined ? [] : [inserted]), ...(touched.get(row) ?? [])];
  };
}
