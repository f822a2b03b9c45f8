import * as crypto from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { changedTables, digestedOfTable, spanOf } from './changes.js';
import { statements } from './statements.js';

/** What stands before the first operation. */
export const chainStart = '0'.repeat(64);

/** An operation as it is recorded; without a hash as long as it runs. */
export interface OperationRow {
  operation_id: number;
  at: string;
  actor: string;
  command: string;
  /** The words of the command line, a JSON list. */
  words: string;
  version: string;
  /** The numbers of the operations that it took back, a JSON list. */
  undoes: string | null;
  first_change: number | null;
  changes: number;
  previous_hash: string;
  hash: string | null;
}

const sql = statements((db) => ({
  files: db
    .prepare<[number], unknown[]>(`
      SELECT operation_file_id, name, sha256, bytes
        FROM operation_file WHERE operation_id = ? ORDER BY operation_file_id`)
    .raw(),
  origins: db
    .prepare<{ first: number; last: number }, unknown[]>(`
      SELECT first_change_id, last_change_id, operation_file_id, first_line, step
        FROM change_origin WHERE first_change_id BETWEEN :first AND :last
       ORDER BY first_change_id`)
    .raw(),
}));

/**
 * The hash of an operation: over the hash of the one before it, its own fields, the files it read,
 * the lines its changes came from, and a digest of every change with what was before and after; salted,
 * so that the digest of a change whose data were erased tells nothing about them.
 */
export function operationHash(db: Database, operation: OperationRow): string {
  const { hash: _own, ...fields } = operation;
  const chain = crypto.createHash('sha256').update(JSON.stringify(fields));
  chain.update(JSON.stringify(sql(db).files.all(operation.operation_id)));
  const span = spanOf(operation);
  chain.update(JSON.stringify(sql(db).origins.all(span)));
  for (const table of changedTables(db, span)) {
    for (const text of digestedOfTable(db, table, span)) chain.update(sha256(text));
  }
  return chain.digest('hex');
}

/** In hexadecimal digits. `crypto.hash` came with Node 20.12 and takes half the time. */
export const sha256: (text: string) => string =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text)
    : (text) => crypto.createHash('sha256').update(text).digest('hex');
