import type { Database } from 'better-sqlite3';
import type { Difference } from '../context.js';
import { changedTables, changesOfTable, spanOf } from './changes.js';
import { originsOf } from './origins.js';
import { type RecordedRow, type RowNames, rowNames } from './row-names.js';

/** Field by field what an operation changed: of a new row its filled columns, of a changed one those that differ. */
export function* differencesOf(
  db: Database,
  operation: { first_change: number | null; changes: number },
): Generator<Difference> {
  const span = spanOf(operation);
  const names = rowNames(db);
  const origin = originsOf(db, span);
  for (const table of changedTables(db, span)) {
    // Collected, because a connection that iterates cannot be asked for the names of other rows.
    for (const change of [...changesOfTable(db, table, span)]) {
      const from = origin(change.change_id);
      const place = { file: from?.file ?? '', line: from?.line ?? null };
      for (const field of changedFields(names, table, change)) {
        yield { ...place, ...field };
      }
    }
  }
}

/** The same of one row, whole rows as JSON before and after; null where it was not there. */
export function* changedFields(
  names: RowNames,
  table: string,
  change: { before: string | null; after: string | null },
): Generator<Omit<Difference, 'file' | 'line'>> {
  const [before, after] = [parsed(change.before), parsed(change.after)];
  const key = names.key(table, { ...before, ...after });
  for (const column of Object.keys({ ...before, ...after })) {
    if (column === `${table}_id` || before[column] === after[column]) continue;
    yield {
      key,
      column: names.field(table, column, after).column,
      before: names.field(table, column, before).value,
      after: names.field(table, column, after).value,
    };
  }
}

const parsed = (json: string | null): RecordedRow => (json === null ? {} : JSON.parse(json));
