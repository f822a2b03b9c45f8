import type { Context, Progress } from '../../context.js';
import { operationHash } from '../../db/chain.js';
import { unrecordedRows } from '../../db/changes.js';
import {
  chainStart,
  changesEver,
  operationOfStrayChange,
  operationsEver,
  operationsInOrder,
  operationWithOtherTables,
} from '../../db/operations.js';
import { isSound, strangeParts } from '../../db/soundness.js';
import { Problem } from '../../problem.js';

export type Verified =
  | { outcome: 'intact'; operations: number; head: string }
  | { outcome: 'broken'; operation: number; fault: Fault }
  | { outcome: 'unrecorded'; table: string; rows: number }
  | { outcome: 'schema'; parts: readonly string[] }
  | { outcome: 'other-head'; head: string; expected: string };

/** What is wrong with the first bad operation. */
export type Fault = 'missing' | 'added' | 'chain' | 'content';

/**
 * Proves the chain of operations: none is missing, added or in another place, and each still has the
 * content over which its hash was made; that no row is there which none of them entered; and that the file
 * itself is sound and has the tables, indexes and triggers that the program made, without which it would
 * answer wrongly or record nothing.
 * `expectedHead` (the hash of the last operation, or its first characters, kept elsewhere) shows that the
 * end of the chain was not cut off.
 * @throws Problem databaseDamaged
 */
export function verifyAudit(
  { db, progress }: Pick<Context, 'db' | 'progress'>,
  expectedHead: string | undefined,
): Verified {
  const bar = progress?.('changes', changesEver(db));
  try {
    return verified(db, expectedHead, bar);
  } finally {
    bar?.done();
  }
}

function verified(db: Context['db'], expectedHead: string | undefined, bar?: Progress): Verified {
  let head = chainStart;
  let expected = 1;
  for (const row of operationsInOrder(db)) {
    const number = row.operation_id;
    if (number > expected) return { outcome: 'broken', operation: expected, fault: 'missing' };
    if (row.previous_hash !== head) return { outcome: 'broken', operation: number, fault: 'chain' };
    if (row.hash === null || operationHash(db, row, { heard: () => bar?.step(0) }) !== row.hash) {
      return { outcome: 'broken', operation: number, fault: 'content' };
    }
    bar?.step(row.changes);
    head = row.hash;
    expected = number + 1;
  }
  if (operationsEver(db) >= expected) {
    return { outcome: 'broken', operation: expected, fault: 'missing' };
  }
  const stray = operationOfStrayChange(db) ?? operationWithOtherTables(db);
  if (stray !== undefined) return { outcome: 'broken', operation: stray, fault: 'added' };
  const unrecorded = unrecordedRows(db);
  if (unrecorded) return { outcome: 'unrecorded', ...unrecorded };
  if (expectedHead !== undefined && !head.startsWith(expectedHead.toLowerCase())) {
    return { outcome: 'other-head', head, expected: expectedHead };
  }
  if (!isSound(db)) throw new Problem('databaseDamaged', undefined);
  const parts = strangeParts(db);
  if (parts.length > 0) return { outcome: 'schema', parts };
  return { outcome: 'intact', operations: expected - 1, head };
}
