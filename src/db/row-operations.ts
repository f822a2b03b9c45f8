import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

interface Insertion {
  operation_id: number;
  undoes: string | null;
  first_change: number;
  changes: number;
}

const sql = statements((db) => ({
  insertions: db.prepare<[string], Insertion>(`
    SELECT DISTINCT operation.operation_id, undoes, first_change, changes
      FROM operation_table
      JOIN operation USING (operation_id)
     WHERE table_name = ? AND action = 'insert' AND hash IS NOT NULL
     ORDER BY operation.operation_id`),
  firstRow: db
    .prepare<{ table: string; first: number; last: number }, number>(`
      SELECT row_id FROM change
       WHERE change_id BETWEEN :first AND :last AND table_name = :table AND action = 'insert'
       ORDER BY change_id LIMIT 1`)
    .pluck(),
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
  for (const { operation_id, undoes, first_change, changes } of sql(db).insertions.all(table)) {
    const span = { table, first: first_change, last: first_change + changes - 1 };
    if (undoes === null) {
      starts.push({ row: sql(db).firstRow.get(span) ?? 0, operation: operation_id });
    } else for (const row of sql(db).broughtBack.iterate(span)) touch(row, operation_id);
  }
  for (const [row, operation] of sql(db).later.iterate(table)) touch(row, operation);
  return (row) => {
    const inserted = starts.findLast((start) => start.row <= row)?.operation;
    return [...(inserted === undefined ? [] : [inserted]), ...(touched.get(row) ?? [])];
  };
}
