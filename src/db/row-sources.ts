import type { Database } from 'better-sqlite3';
import { remembered } from '../rules/remembered.js';
import {
  firstInserted,
  type InsertingOperation,
  insertingOperations,
} from './insertions-of-table.js';
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
 * changed it. A row that was taken away and put back still comes from where it was entered. No index
 * leads from a row to its insertion. But numbers of rows are never given twice: they grow with those of
 * the changes, so the operation is found by halving, and in it the insertion by leaps, each at least as
 * many changes ahead as rows are between.
 */
export function rowSources(db: Database): (table: string, row: number) => RowSource[] {
  const operations = remembered((table: string) =>
    insertingOperations(db, table).filter((one) => one.puts_back === 0),
  );
  const firsts = new Map<string, ReturnType<typeof firstInserted>>();

  const firstOf = (table: string, { operation_id, first, last }: InsertingOperation) => {
    const place = `${table} ${operation_id}`;
    if (!firsts.has(place)) firsts.set(place, firstInserted(db, table, { first, last }));
    return firsts.get(place);
  };

  const insertionOf = (table: string, row: number): number | undefined => {
    const all = operations(table);
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const operation = all[middle];
      const first = operation && firstOf(table, operation);
      if (first && first.row_id <= row) low = middle + 1;
      else high = middle;
    }
    const operation = all[low - 1];
    if (!operation) return undefined;
    let at = firstOf(table, operation);
    while (at && at.row_id < row) {
      const first = at.change_id + row - at.row_id;
      at = firstInserted(db, table, { first, last: operation.last });
    }
    return at?.row_id === row ? at.change_id : undefined;
  };

  return (table, row) => {
    const inserted = insertionOf(table, row);
    const changes = sql(db).later.all(table, row);
    return [...(inserted === undefined ? [] : [inserted]), ...changes].flatMap((change) => {
      const source = sql(db).source.get(change);
      return source ? [{ ...source, ...(originOf(db, change) ?? noFile) }] : [];
    });
  };
}

const noFile = { file: null, line: null };
