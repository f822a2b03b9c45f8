import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

const sql = statements((db) => ({
  undoing: db.prepare<[], { operation_id: number; undoes: string }>(`
    SELECT operation_id, undoes FROM operation
     WHERE undoes IS NOT NULL ORDER BY operation_id DESC`),
}));

/**
 * The operations that do not stand any more: each with the operation that took it back.
 * An operation that was taken back by one that was itself taken back stands again.
 */
export function undoneOperations(db: Database): Map<number, number> {
  const undone = new Map<number, number>();
  for (const { operation_id, undoes } of sql(db).undoing.iterate()) {
    if (undone.has(operation_id)) continue;
    for (const number of JSON.parse(undoes) as number[]) undone.set(number, operation_id);
  }
  return undone;
}
