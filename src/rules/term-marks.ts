import type { CalendarRow } from './calendar.js';
import { numbersOf } from './calendar.js';
import type { CivilDate } from './civil-date.js';
import type { termValues } from './marks.js';

/** What a term mark may be of; a credit, an exam and a re-examination are only entered, never computed. */
export const terms = ['semester1', 'semester2', 'year', 'credit', 'exam', 'reexam'] as const;
export type Term = (typeof terms)[number];

export type ComputedTerm = 'semester1' | 'semester2' | 'year';

export type TermValue = (typeof termValues)[number];

/** From the first to the last day of a term, both included. */
export interface TermSpan {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** The days of a semester for a grade, or of both for the year; undefined where the calendar has none. */
export function termSpan(
  rows: readonly CalendarRow[],
  term: ComputedTerm,
  grade: number,
): TermSpan | undefined {
  const own = rows.filter(
    ({ kind, grades }) =>
      (kind === term || (term === 'year' && (kind === 'semester1' || kind === 'semester2'))) &&
      (numbersOf(grades)?.has(grade) ?? true),
  );
  const from = own.map((row) => row.from).sort()[0];
  const until = own
    .map((row) => row.until ?? row.from)
    .sort()
    .at(-1);
  return from && until ? { from, until } : undefined;
}
