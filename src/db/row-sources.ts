import type { Database } from 'better-sqlite3';
import { remembered } from '../rules/remembered.js';
import { firstInserted, insertingOperationOf } from './insertions-of-table.js';
import { originOf } from './origins.js';
import { statements } from './statements.js';

/** Where a row, or what changed in it, comes from. */
export interface RowSource {
  action: 'insert' | 'update';
  operation: number;
  at: string;
  actor: string;
  command: string;
  file: string | null;
  line: number | null;
  /** The row as it was before, as JSON; null where it was not there. */
  before: string | null;
}

const sql = statements((db) => ({
  later: db
    .prepare<[string, number], number>(`
      SELECT change_id FROM change
       WHERE table_name = ? AND row_id = ? AND action <> 'insert' AND action <> 'delete'
       ORDER BY change_id`)
    .pluck(),
  source: db.prepare<[number], Omit<RowSource, 'file' | 'line'>>(`
    SELECT action, operation.operation_id AS operation, at, actor, command, before
      FROM change
      JOIN operation USING (operation_id)
     WHERE change_id = ?`),
}));

/**
 * Tells of rows, asked in any order, where they come from: first what entered the row, then all that
 * changed it. A row that was taken away and put back still comes from where it was entered.
 */
export function rowSources(db: Database): (table: string, row: number) => RowSource[] {
  const operationOf = remembered((table: string) => insertingOperationOf(db, table));
  return (table, row) => {
    const inserted = insertionOf(db, table, operationOf(table), row);
    const changes = sql(db).later.all(table, row);
    return [...(inserted === undefined ? [] : [inserted]), ...changes].flatMap((change) => {
      const source = sql(db).source.get(change);
      return source ? [{ ...source, ...(originOf(db, change) ?? noFile) }] : [];
    });
  };
}

/**
 * The change that inserted a row: found in its operation by leaps, each at least as many changes ahead as
 * rows are between.
 */
function insertionOf(
  db: Database,
  table: string,
  operationOf: ReturnType<typeof insertingOperationOf>,
  row: number,
): number | undefined {
  const found = operationOf(row);
  let at = found?.first;
  while (found && at && at.row_id < row) {
    const first = at.change_id + row - at.row_id;
    at = firstInserted(db, table, { first, last: found.operation.last });
  }
  return at?.row_id === row ? at.change_id : undefined;
}

const noFile = { file: null, line: null };
