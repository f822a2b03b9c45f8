import type { Database } from 'better-sqlite3';
import type { ChangeSpan } from './changes.js';
import { statements } from './statements.js';

/** An operation that entered rows into a table, and the span of all that it changed. */
export interface InsertingOperation extends ChangeSpan {
  readonly operation_id: number;
  readonly at: string;
  /** Whether it only put rows back that had been taken away. */
  readonly puts_back: number;
}

/** The change by which a row came into its table. */
interface Insertion {
  readonly change_id: number;
  readonly row_id: number;
}

const sql = statements((db) => ({
  operations: db.prepare<[string], InsertingOperation>(`
    SELECT operation_id, operation.at, undoes IS NOT NULL AS puts_back, first_change AS first,
           first_change + changes - 1 AS last
      FROM operation_table
      JOIN operation USING (operation_id)
     WHERE table_name = ? AND action = 'insert'
     ORDER BY operation_id`),
  first: db.prepare<ChangeSpan & { table: string }, Insertion>(`
    SELECT change_id, row_id FROM change
     WHERE change_id BETWEEN :first AND :last AND table_name = :table AND action = 'insert'
     ORDER BY change_id LIMIT 1`),
}));

/** The operations that entered rows into a table, in their order. */
export function insertingOperations(db: Database, table: string): InsertingOperation[] {
  return sql(db).operations.all(table);
}

/** The first row that a span of changes entered into a table; undefined where there is none. */
export function firstInserted(
  db: Database,
  table: string,
  { first, last }: ChangeSpan,
): Insertion | undefined {
  return sql(db).first.get({ table, first, last });
}
