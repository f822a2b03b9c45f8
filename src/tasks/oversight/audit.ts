import type { Database } from 'better-sqlite3';
import type { OperationRow } from '../../db/chain.js';
import { changedTables, changesOfTable, spanOf } from '../../db/changes.js';
import { changedFields } from '../../db/differences.js';
import { operationByNumber, operationsInOrder } from '../../db/operations.js';
import { originsOf } from '../../db/origins.js';
import { recordedTables } from '../../db/recorded-tables.js';
import { rowNames } from '../../db/row-names.js';
import { schoolZone } from '../../db/school-settings.js';
import { Problem } from '../../problem.js';
import { shownTime } from '../../rules/school-time.js';

export interface AuditFilter {
  operation?: number | undefined;
  table?: string | undefined;
  key?: string | undefined;
}

/** One row that was changed; before and after are the whole row as JSON, null where it was not there. */
export interface AuditRow {
  operation: number;
  at: string;
  actor: string;
  command: string;
  table: string;
  key: string;
  before: string | null;
  after: string | null;
  file: string | null;
  line: number | null;
}

/**
 * Row by row what changed, operation by operation, table by table.
 * @throws Problem unknownOperation, unknownTable, unknownKey
 */
export function auditRows(db: Database, filter: AuditFilter): Iterable<AuditRow> {
  const { table, key, operation } = filter;
  const tables = [...recordedTables(db).keys()];
  if (table !== undefined && !tables.includes(table)) {
    throw new Problem('unknownTable', { table, known: tables }, { field: 'table' });
  }
  const rows = changesAsked(db, filter);
  if (key === undefined) return rows;
  const found = [...rows];
  const isKnown = found.length > 0 || (operation !== undefined && hasKey(db, { table, key }));
  if (!isKnown) throw new Problem('unknownKey', { table, key }, { field: 'key' });
  return found;
}

/** A changed row for a person: moments by the school's clock, and field by field what was and is. */
export interface AuditedRow extends AuditRow {
  readonly when: string;
  readonly fields: readonly { column: string; before: string | null; after: string | null }[];
}

/** @throws Problem those of auditRows */
export function* auditedRows(db: Database, filter: AuditFilter): Generator<AuditedRow> {
  const zone = schoolZone(db);
  const names = rowNames(db);
  for (const row of auditRows(db, filter)) {
    const fields = [...changedFields(names, row.table, row)];
    yield { ...row, when: shownTime(row.at, zone), fields };
  }
}

const hasKey = (db: Database, filter: AuditFilter) => changesAsked(db, filter).next().done !== true;

function* changesAsked(db: Database, filter: AuditFilter): Generator<AuditRow> {
  const names = rowNames(db);
  for (const operation of chosen(db, filter.operation)) {
    const { operation_id, at, actor, command } = operation;
    const span = spanOf(operation);
    const origin = originsOf(db, span);
    for (const table of changedTables(db, span)) {
      if (filter.table !== undefined && filter.table !== table) continue;
      for (const { change_id, before, after } of changesOfTable(db, table, span)) {
        const key = names.key(table, JSON.parse(after ?? before ?? '{}'));
        if (filter.key !== undefined && filter.key !== key) continue;
        const { file = null, line = null } = origin(change_id) ?? {};
        yield {
          operation: operation_id,
          at,
          actor,
          command,
          table,
          key,
          before,
          after,
          file,
          line,
        };
      }
    }
  }
}

function chosen(db: Database, number: number | undefined): Iterable<OperationRow> {
  if (number === undefined) return operationsInOrder(db);
  const operation = operationByNumber(db, number);
  if (!operation)
    throw new Problem('unknownOperation', { operation: number }, { field: 'operation' });
  return [operation];
}
