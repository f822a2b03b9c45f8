import type { Database } from 'better-sqlite3';
import { filesReadSince, lastOperations } from '../../db/operations.js';
import { schoolZone } from '../../db/school-settings.js';
import { undoneOperations } from '../../db/undone.js';
import { shownTime } from '../../rules/school-time.js';

/** One operation, as `history` lists it. */
export interface HistoryRow {
  operation: number;
  at: string;
  actor: string;
  command: string;
  changes: number;
  /** The operation that took it back. */
  undone_by: number | null;
  /** The operations that it took back. */
  undoes: readonly number[];
  files: readonly string[];
  words: string;
  version: string;
  hash: string | null;
}

/** The same for a person to read: moments by the school's clock, files without their folders. */
export function forPerson(db: Database, rows: readonly HistoryRow[]): HistoryRow[] {
  const zone = schoolZone(db);
  return rows.map((row) => ({
    ...row,
    at: shownTime(row.at, zone),
    files: row.files.map((file) => file.replace(/^.*[\\/]/, '')),
  }));
}

/** The operations in their order; only the last ones, where a number is given. */
export function historyOf(db: Database, last: number | undefined): HistoryRow[] {
  const undone = undoneOperations(db);
  const operations = lastOperations(db, last);
  const files = filesReadSince(db, operations[0]?.operation_id ?? 0);
  return operations.map((row): HistoryRow => {
    const { operation_id: operation, at, actor, command, changes, version, hash } = row;
    return {
      operation,
      at,
      actor,
      command,
      changes,
      undone_by: undone.get(operation) ?? null,
      undoes: JSON.parse(row.undoes ?? '[]'),
      files: (files.get(operation) ?? []).map(({ name }) => name),
      words: (JSON.parse(row.words) as string[]).join(' '),
      version,
      hash,
    };
  });
}
