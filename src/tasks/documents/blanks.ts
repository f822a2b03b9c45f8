import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import {
  type BlankCounts,
  type BlankRow,
  blankCounts,
  blankEntry,
  blankRows,
  blanksNumbered,
  spoilBlank,
} from '../../db/blanks.js';
import { write } from '../../db/operation.js';
import { Problem } from '../../problem.js';
import { blankNumbers, type CertificateKind, longestRun } from '../../rules/blanks.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { today } from '../today.js';
import { refuseUnprintable } from './unprintable-text.js';

export interface BlankFilter {
  readonly kind?: CertificateKind | undefined;
  readonly series?: string | undefined;
}

export interface EachBlankFilter extends BlankFilter {
  readonly number?: string | undefined;
}

/** How many blanks of each series are where (clause 2.2). */
export function countedBlanks(db: Database, { kind, series }: BlankFilter): BlankCounts[] {
  return blankCounts(db).filter(
    (row) => (kind ?? row.kind) === row.kind && (series ?? row.series) === row.series,
  );
}

/** Every blank and what became of it. */
export function eachBlank(db: Database, { kind, series, number }: EachBlankFilter): BlankRow[] {
  return blankRows(db, kind, series).filter((row) => (number ?? row.number) === row.number);
}

/** Blanks that came together; the names are an interface of the output. */
export interface EnteredBlanks {
  kind: CertificateKind;
  series: string;
  from: string;
  until: string;
  new: number;
  unchanged: number;
}

/**
 * Enters the blanks that came, from one number to another, both included.
 * @throws Problem notABlankRun, fontLacks, dateToCome, blankOfOtherKind, blankOtherwise
 */
export function addBlanks(
  context: Context,
  run: { kind: CertificateKind; series: string; from: string; until: string; on?: CivilDate },
): EnteredBlanks {
  const { kind, series, from, until } = run;
  const numbers = from === until ? [from] : blankNumbers(from, until);
  if (!numbers) throw new Problem('notABlankRun', { from, until, longest: longestRun });
  refuseUnprintable(series, 'series');
  refuseUnprintable(from, 'number');
  return write(context, () => {
    const received_on = run.on ?? today(context);
    if (received_on > today(context)) {
      throw new Problem('dateToCome', { date: received_on }, { field: 'received' });
    }
    const { fresh, refused } = blankEntry(context.db)({ kind, series, numbers, received_on });
    if (refused) throw new Problem(refused.finding, { ...refused, series });
    return { kind, series, from, until, new: fresh, unchanged: numbers.length - fresh };
  });
}

/**
 * Writes off a blank on which no certificate stands: torn, soaked, misprinted.
 * @throws Problem unknownBlank, severalBlanks, blankNotFree
 */
export function writeOffBlank(
  context: Context,
  blank: { series: string | undefined; number: string; reason: string },
): BlankRow[] {
  const { db } = context;
  return write(context, () => {
    const found = blankNumbered(db, blank.number, blank.series);
    const { series, number, state } = found;
    if (state !== 'free') throw new Problem('blankNotFree', { series, number, state });
    spoilBlank(db, found.blank_id, today(context), blank.reason);
    return blankRows(db, found.kind, series).filter((row) => row.number === number);
  });
}

/** @throws Problem unknownBlank; severalBlanks where the number stands in more than one series */
function blankNumbered(db: Database, number: string, series: string | undefined) {
  const [found, ...others] = blanksNumbered(db, number, series);
  if (!found) throw new Problem('unknownBlank', { number }, { field: 'number' });
  if (others.length > 0) {
    const known = [found, ...others].map((one) => one.series);
    throw new Problem('severalBlanks', { number, series: known }, { field: 'series' });
  }
  return found;
}
