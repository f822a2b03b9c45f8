import { existsSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import type { OperationRow } from '../../db/chain.js';
import { spanOf } from '../../db/changes.js';
import { sha256 } from '../../db/digests.js';
import { filesEnteredBy, fileWithBytes } from '../../db/documents.js';
import { write } from '../../db/operation.js';
import { chainStart, operationByNumber, operationsNewestFirst } from '../../db/operations.js';
import {
  operationsOnLinkedRows,
  operationsOnSameRows,
  revertChanges,
  touchedRowsOf,
} from '../../db/revert.js';
import { schoolZone } from '../../db/school-settings.js';
import { undoneOperations } from '../../db/undone.js';
import { Problem } from '../../problem.js';
import { remembered } from '../../rules/remembered.js';
import { clockText } from '../../rules/school-time.js';

export interface Undoing {
  /** The operation to take back; none = the last that stands and is not itself an undoing. */
  operation?: number | undefined;
  /** Takes back the later operations on the same rows too, instead of stopping at them. */
  withLater: boolean;
  /** The numbers to which somebody agreed: where others would be taken back, nothing is. */
  agreed?: readonly number[] | undefined;
}

export interface UndoneRow {
  operation: number;
  at: string;
  actor: string;
  command: string;
  changes: number;
}

/** The same for somebody who is to agree to it. */
export interface PlannedUndoing extends UndoneRow {
  /** When it was, by the school's clock. */
  readonly when: string;
  /** How the program was called. */
  readonly words: string;
}

/**
 * What `undoOperation` would take back, the newest first.
 * @throws Problem unknownOperation, nothingToUndo, alreadyUndone, firstOperation, laterOperations
 */
export function plannedUndoing(db: Database, undoing: Undoing): PlannedUndoing[] {
  const zone = schoolZone(db);
  return chosenOperations(db, undoing, undefined).map((row) => ({
    ...undoneRow(row),
    when: clockText(row.at, zone),
    words: (JSON.parse(row.words) as string[]).join(' '),
  }));
}

/** More changes are not taken back without being agreed to. */
const mostUnasked = 100;
/** What a school year is made with; never taken back without being agreed to. */
const foundations = ['init', 'setup'];

/** Whether so much would be lost that a script, too, must say that it means it. */
export function mustBeAgreed(rows: readonly UndoneRow[]): boolean {
  return changesIn(rows) > mostUnasked || rows.some((row) => foundations.includes(row.command));
}

const changesIn = (rows: readonly { changes: number }[]) =>
  rows.reduce((sum, row) => sum + row.changes, 0);

export interface Undone {
  readonly operations: readonly UndoneRow[];
  /** The files that lie where an operation printed them, and of which the register knows nothing any more. */
  readonly strangers: readonly string[];
}

/**
 * Takes an operation back: every row that it touched is what it was before. That is an operation
 * itself, and can be undone in its turn.
 * @throws Problem those of plannedUndoing, otherOperations, othersRestOnIt
 */
export function undoOperation(context: Context, undoing: Undoing): Undone {
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

function takeBack(context: Context, undoing: Undoing): Undone {
  const { db } = context;
  return write(context, (operation) => {
    const all = chosenOperations(db, undoing, operation.number);
    const numbers = all.map((row) => row.operation_id);
    if (undoing.agreed && undoing.agreed.join() !== numbers.join()) {
      throw new Problem('otherOperations', undefined);
    }
    const printed = new Set(all.flatMap((row) => filesEnteredBy(db, spanOf(row))));
    const bar = context.progress?.('changes', changesIn(all));
    try {
      for (const row of all) revertChanges(db, spanOf(row), bar?.step);
    } finally {
      bar?.done();
    }
    operation.undoes(numbers);
    const strangers = [...printed].filter((file) => isStranger(db, file));
    return { operations: all.map(undoneRow), strangers };
  });
}

/** Whether a file lies there with bytes that the register does not know. */
const isStranger = (db: Database, file: string) =>
  existsSync(file) && fileWithBytes(db, sha256(readFileSync(file))) === undefined;

const undoneRow = ({ operation_id, at, actor, command, changes }: OperationRow): UndoneRow => ({
  operation: operation_id,
  at,
  actor,
  command,
  changes,
});

/** The operations to be taken back, the newest first; `own` is the undoing itself, where it has begun. */
function chosenOperations(db: Database, undoing: Undoing, own: number | undefined): OperationRow[] {
  const target = targetOf(db, undoing.operation, own);
  const later = standingInTheWay(db, target, own);
  if (later.length > 0 && !undoing.withLater) {
    const numbers = later.map((row) => row.operation_id).reverse();
    throw new Problem('laterOperations', { operation: target.operation_id, later: numbers });
  }
  return [...later, target];
}

function targetOf(db: Database, number: number | undefined, own: number | undefined): OperationRow {
  const undone = undoneOperations(db);
  const last = lastStanding(db, undone, own);
  const target = number === undefined ? last : operationByNumber(db, number);
  if (!target || target.operation_id === own) {
    if (number === undefined) throw new Problem('nothingToUndo', undefined);
    throw new Problem('unknownOperation', { operation: number }, { field: 'operation' });
  }
  const by = undone.get(target.operation_id);
  if (by !== undefined) throw new Problem('alreadyUndone', { operation: target.operation_id, by });
  if (target.previous_hash === chainStart && last?.operation_id !== target.operation_id) {
    throw new Problem('firstOperation', { operation: target.operation_id });
  }
  return target;
}

function lastStanding(db: Database, undone: Map<number, number>, own: number | undefined) {
  for (const row of operationsNewestFirst(db)) {
    if (row.operation_id !== own && row.undoes === null && !undone.has(row.operation_id))
      return row;
  }
  return undefined;
}

/**
 * The operations after the target that build on it and stand, the newest first. An operation that was
 * taken back, and the one that took it back, cancel each other; where that one is taken back itself, it
 * stands again.
 */
function standingInTheWay(
  db: Database,
  target: OperationRow,
  own: number | undefined,
): OperationRow[] {
  const undone = undoneOperations(db);
  const found = new Map<number, OperationRow>();
  const isFallen = (number: number) => {
    const by = undone.get(number);
    return by !== undefined && !found.has(by);
  };
  const builtOn = remembered((row: OperationRow) => {
    const linked = operationsOnLinkedRows(db, spanOf(row));
    return { linked, all: [...linked, ...operationsOnSameRows(db, spanOf(row))] };
  });
  for (let known = -1; known < found.size; ) {
    known = found.size;
    for (const row of [target, ...found.values()]) {
      const { linked, all } = builtOn(row);
      for (const number of all) {
        if (found.has(number) || number === own || isFallen(number)) continue;
        const later = operationByNumber(db, number);
        if (!later || isCancelled(db, later, target, linked.has(number))) continue;
        found.set(number, later);
      }
    }
  }
  return [...found.values()].sort((a, b) => b.operation_id - a.operation_id);
}

/**
 * An undoing leaves the target's rows as the target left them where all that it took back came after the
 * target or touched other rows; those that are linked with them, only where all came after it.
 */
function isCancelled(
  db: Database,
  later: OperationRow,
  target: OperationRow,
  linked: boolean,
): boolean {
  if (later.undoes === null) return false;
  return (JSON.parse(later.undoes) as number[]).every((number) => {
    const earlier = number < target.operation_id && operationByNumber(db, number);
    return !earlier || !(linked || touchedRowsOf(db, spanOf(earlier), spanOf(target)));
  });
}
