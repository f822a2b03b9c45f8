import type { CalendarRow } from './calendar.js';
import type { DaySpan } from './civil-date.js';
import type { Scale } from './marks.js';
import { semesterSpan } from './semesters.js';

/**
 * What a term mark may be of, in the order in which they stand; a credit, an exam and a re-examination are
 * only entered, never computed.
 */
export const terms = ['semester1', 'semester2', 'year', 'credit', 'exam', 'reexam'] as const;
export type Term = (typeof terms)[number];

export const computedTerms = ['semester1', 'semester2', 'year'] as const;
export type ComputedTerm = (typeof computedTerms)[number];

const passes = ['i', 'ni'];
const always = ['nv', 'atb'];

/**
 * Whether a value fits a subject's scale: points or pass and fail, beside nv and atb on either. A
 * credit may be passed or failed in every subject.
 */
export function fitsTerm(value: string, scale: Scale, term: Term): boolean {
  if (always.includes(value)) return true;
  if (passes.includes(value)) return scale === 'pass' || term === 'credit';
  return scale === 'points';
}

/** The days of a semester for a grade, or of both for the year; undefined where the calendar has none. */
export function termSpan(
  rows: readonly CalendarRow[],
  term: ComputedTerm,
  grade: number,
): DaySpan | undefined {
  if (term !== 'year') return semesterSpan(rows, term, grade);
  const first = semesterSpan(rows, 'semester1', grade);
  const second = semesterSpan(rows, 'semester2', grade);
  const [from, until] = [(first ?? second)?.from, (second ?? first)?.until];
  return from && until ? { from, until } : undefined;
}
