import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import type { OperationRow } from '../../db/chain.js';
import { spanOf } from '../../db/changes.js';
import { write } from '../../db/operation.js';
import { operationByNumber, operationsNewestFirst } from '../../db/operations.js';
import { operationsTouchingLater, revertChanges } from '../../db/revert.js';
import { undoneOperations } from '../../db/undone.js';
import { Problem } from '../../problem.js';

export interface Undoing {
  /** The operation to take back; none = the last that stands and is not itself an undoing. */
  operation?: number | undefined;
  /** Takes back the later operations on the same rows too, instead of stopping at them. */
  withLater: boolean;
}

export interface UndoneRow {
  operation: number;
  at: string;
  actor: string;
  command: string;
  changes: number;
}

/**
 * Takes an operation back: every row that it touched is what it was before. That is an operation
 * itself, and can be undone in its turn.
 * @throws Problem unknownOperation, nothingToUndo, alreadyUndone, laterOperations, othersRestOnIt
 */
export function undoOperation(context: Context, undoing: Undoing): UndoneRow[] {
  try {
    return takeBack(context, undoing);
  } catch (error) {
    if (!isConstraint(error)) throw error;
    throw new Problem('othersRestOnIt', undefined, { field: 'operation' }, { cause: error });
  }
}

/** What was entered later would lose what it refers to, or stand there twice. */
const isConstraint = (error: unknown) =>
  error instanceof Error && 'code' in error && `${error.code}`.startsWith('SQLITE_CONSTRAINT');

function takeBack(context: Context, undoing: Undoing): UndoneRow[] {
  const { db } = context;
  return write(context, (operation) => {
    const target = targetOf(db, undoing.operation, operation.number);
    const later = standingInTheWay(db, target, operation.number);
    if (later.length > 0 && !undoing.withLater) {
      const numbers = later.map((row) => row.operation_id).reverse();
      throw new Problem('laterOperations', { operation: target.operation_id, later: numbers });
    }
    const all = [...later, target];
    for (const row of all) revertChanges(db, spanOf(row));
    operation.undoes(all.map((row) => row.operation_id));
    return all.map(({ operation_id, at, actor, command, changes }) => ({
      operation: operation_id,
      at,
      actor,
      command,
      changes,
    }));
  });
}

function targetOf(db: Database, number: number | undefined, own: number): OperationRow {
  const undone = undoneOperations(db);
  const target =
    number === undefined ? lastStanding(db, undone, own) : operationByNumber(db, number);
  if (!target || target.operation_id === own) {
    if (number === undefined) throw new Problem('nothingToUndo', undefined);
    throw new Problem('unknownOperation', { operation: number }, { field: 'operation' });
  }
  const by = undone.get(target.operation_id);
  if (by !== undefined) throw new Problem('alreadyUndone', { operation: target.operation_id, by });
  return target;
}

function lastStanding(db: Database, undone: Map<number, number>, own: number) {
  for (const row of operationsNewestFirst(db)) {
    if (row.operation_id !== own && row.undoes === null && !undone.has(row.operation_id))
      return row;
  }
  return undefined;
}

/**
 * The operations after the target that touched the same rows and still stand, the newest first.
 * An operation that was taken back, and the one that took it back, cancel each other.
 */
function standingInTheWay(db: Database, target: OperationRow, own: number): OperationRow[] {
  const undone = undoneOperations(db);
  const found = new Map<number, OperationRow>();
  const look = (row: OperationRow) => {
    for (const number of operationsTouchingLater(db, spanOf(row))) {
      const later = operationByNumber(db, number);
      if (!later || number === own || found.has(number) || undone.has(number)) continue;
      if (isCancelled(later, target.operation_id)) continue;
      found.set(number, later);
      look(later);
    }
  };
  look(target);
  return [...found.values()].sort((a, b) => b.operation_id - a.operation_id);
}

/** An undoing of operations that all came after the target leaves the target's rows as the target left them. */
function isCancelled(later: OperationRow, target: number): boolean {
  if (later.undoes === null) return false;
  return (JSON.parse(later.undoes) as number[]).every((number) => number > target);
}
