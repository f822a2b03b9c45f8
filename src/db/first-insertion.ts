import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';
import { undoneOperations } from './undone.js';

const sql = statements((db) => ({
  operations: db.prepare<[string], { operation_id: number; at: string }>(`
    SELECT operation_id, operation.at
      FROM operation_table
      JOIN operation USING (operation_id)
     WHERE table_name = ? AND action = 'insert'
     ORDER BY operation_id`),
}));

/** When rows were first entered into a table by an operation that still stands. */
export function firstInsertion(db: Database, table: string): string | undefined {
  const undone = undoneOperations(db);
  return sql(db)
    .operations.all(table)
    .find((operation) => !undone.has(operation.operation_id))?.at;
}
