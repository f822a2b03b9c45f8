import type { Database } from 'better-sqlite3';
import { changedTables, spanOf, textsOfTable } from './changes.js';
import { statements } from './statements.js';
import { digestFor } from './threaded-digest.js';

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
 * so that the digest of a change whose data were erased tells nothing about them. `tables` are those that
 * it changed, in the order of their names, where they are known already; `heard` is called often, so that
 * whoever waits can be shown something.
 */
export function operationHash(
  db: Database,
  operation: OperationRow,
  {
    tables = changedTables(db, spanOf(operation)),
    heard,
  }: { tables?: readonly string[]; heard?: () => void } = {},
): string {
  const { hash: _own, ...fields } = operation;
  const digest = digestFor(operation.changes);
  digest.text(JSON.stringify(fields));
  digest.text(JSON.stringify(sql(db).files.all(operation.operation_id)));
  const span = spanOf(operation);
  for (const text of jsonList(sql(db).origins.iterate(span))) digest.text(text);
  for (const table of tables) {
    for (const piece of textsOfTable(db, table, span)) {
      digest.changes(piece);
      heard?.();
    }
  }
  return digest.hash();
}

/** A list as JSON, piece by piece: a million lines may stand in a hundred thousand runs. */
function* jsonList(items: Iterable<unknown>): Generator<string> {
  let text = '';
  let before = '[';
  for (const item of items) {
    text += before + JSON.stringify(item);
    before = ',';
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  yield `${text}${before === '[' ? '[' : ''}]`;
}
