import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Line, Session } from '../../session.js';
import {
  type AuditedRow,
  type AuditRow,
  auditedRows,
  auditRows,
} from '../../tasks/oversight/audit.js';
import { type Verified, verifyAudit } from '../../tasks/oversight/verify-audit.js';
import { wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { audit } from '../../text/audit.js';

export const topic = audit;

const columns: (keyof AuditRow)[] = [
  'operation',
  'at',
  'actor',
  'command',
  'table',
  'key',
  'before',
  'after',
  'file',
  'line',
];

/** The chain is proven as a whole. */
const narrowing = ['operation', 'table', 'key'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(audit);
  return command
    .addOption(command.createOption('--verify', say.verify).conflicts([...narrowing]))
    .addOption(
      command.createOption('--expect-head <hash>', say.expectHead).conflicts([...narrowing]),
    )
    .option('--operation <number>', say.operation, wholeNumber(text, 1, 999_999_999))
    .option('--table <name>', say.table)
    .option('--key <key>', say.key);
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { verify, expectHead, operation, table, key } = options;
  if (verify || expectHead !== undefined) {
    if (expectHead !== undefined && !/^[0-9a-f]{8,64}$/i.test(expectHead)) {
      throw new Problem('notAHash', { text: expectHead }, { field: 'expect-head' });
    }
    return verified(session, verifyAudit(session, expectHead));
  }
  const filter = { operation, table, key };
  const { out, db } = session;
  if (out.format === 'table' && !out.columns)
    await out.page(pageOf(session, auditedRows(db, filter)));
  else await out.rows(columns, auditRows(db, filter));
  return exit.done;
}

/** Operation by operation the rows that it changed, each with its fields below it. */
function* pageOf(session: Session, rows: Iterable<AuditedRow>): Generator<Line> {
  const say = session.text(audit);
  let last: number | undefined;
  for (const row of rows) {
    if (row.operation !== last) {
      if (last !== undefined) yield '';
      yield { heading: say.operationOf(row) };
    }
    last = row.operation;
    const state = row.before === null ? 'added' : row.after === null ? 'removed' : 'changed';
    const place = row.file === null ? '' : `  · ${row.file}:${row.line}`;
    yield `${row.table} ${row.key}: ${say.states[state]}${place}`;
    for (const { column, before, after } of row.fields) {
      yield state === 'changed'
        ? `  ${column}: ${before ?? '–'} → ${after ?? '–'}`
        : `  ${column}: ${after ?? before}`;
    }
  }
}

async function verified(session: Session, result: Verified) {
  const say = session.text(audit);
  if (result.outcome === 'intact') {
    const row = { operations: result.operations, head: result.head, outcome: 'intact' };
    await session.out.rows(['operations', 'head', 'outcome'], [row]);
    session.out.say(say.intact(result.operations));
    return exit.done;
  }
  if (result.outcome === 'broken') {
    await session.out.rows(['operation', 'fault', 'outcome'], [result]);
    session.out.warn(say.broken(result.operation, say.faults[result.fault]));
  } else if (result.outcome === 'unrecorded') {
    await session.out.rows(['table', 'rows', 'outcome'], [result]);
    session.out.warn(say.unrecorded(result.table, result.rows));
  } else if (result.outcome === 'schema') {
    const { outcome, parts } = result;
    await session.out.rows(
      ['part', 'outcome'],
      parts.map((part) => ({ part, outcome })),
    );
    session.out.warn(say.schema(parts));
  } else {
    await session.out.rows(['head', 'expected', 'outcome'], [result]);
    session.out.warn(say.otherHead);
  }
  return exit.found;
}
