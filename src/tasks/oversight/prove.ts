import type { Database } from 'better-sqlite3';
import { calendarDays } from '../../db/calendar-days.js';
import { evidenceOf } from '../../db/evidence.js';
import { operationHashes, operationsOfTable } from '../../db/row-operations.js';
import { makeCalendar, taughtAs } from '../../rules/calendar.js';
import { remembered } from '../../rules/remembered.js';
import { toMoment } from '../../rules/school-time.js';
import { yearAsOf } from '../school-year.js';
import type { OverdueRow } from './overdue.js';

/** The operations on which a line rests. */
export interface Proof {
  /** Their numbers. */
  operations: readonly number[];
  /** The hash of each, in the same order. */
  hashes: readonly string[];
  /** The hash of the newest operation: `audit --verify --expect-head` proves the chain up to it. */
  head: string;
}

export const proofColumns = [
  'operations',
  'hashes',
  'head',
] as const satisfies readonly (keyof Proof)[];

/** Gives each line the operations that entered or changed the rows on which it rests. */
export function proven<R extends OverdueRow>(
  db: Database,
  asOf: Date,
  asked: number | undefined,
  rows: readonly R[],
): (R & Proof)[] {
  const year = yearAsOf(db, asked, asOf);
  const calendar = makeCalendar(calendarDays(db, year));
  const lines = rows.map((row) => ({
    ...row,
    owed_by: row.owed_by.split('+'),
    weekday: taughtAs(calendar, row.date),
  }));
  const touched = remembered((table: string) => operationsOfTable(db, table));
  const operations = rows.map(() => new Set<number>());
  for (const [line, table, row] of evidenceOf(db, year, lines, toMoment(asOf))) {
    for (const operation of touched(table)(row)) operations[line]?.add(operation);
  }
  const hashes = operationHashes(db);
  const head = [...hashes.values()].at(-1) ?? '';
  return rows.map((row, at) => {
    const numbers = [...(operations[at] ?? [])].sort((a, b) => a - b);
    return {
      ...row,
      operations: numbers,
      hashes: numbers.map((one) => hashes.get(one) ?? ''),
      head,
    };
  });
}
