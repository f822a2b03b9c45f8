import { lowestSufficient, type termValues } from './marks.js';

export type TermValue = (typeof termValues)[number];

/** How a mark stands to what is asked: one that is owed (nv) or not there is `missing`. */
export type Standing = 'sufficient' | 'below' | 'failed' | 'missing';

/** What was entered for a subject of one student; undefined where nothing was. */
export interface SubjectMarks {
  readonly year: TermValue | undefined;
  readonly exam: TermValue | undefined;
  readonly reexam: TermValue | undefined;
  readonly credit: TermValue | undefined;
}

export interface FinalMarks {
  /** The mark that stands on the document. */
  readonly final: TermValue | undefined;
  /** The result of what the programme asks at the year's end. */
  readonly yearEnd: TermValue | undefined;
}

/** `least` in points, passed or exempt is sufficient; `below` is a mark in points, `failed` is ni. */
export function standingOf(value: TermValue | undefined, least = lowestSufficient): Standing {
  if (value === undefined || value === 'nv') return 'missing';
  if (value === 'ni') return 'failed';
  if (value === 'i' || value === 'atb') return 'sufficient';
  return Number(value) >= least ? 'sufficient' : 'below';
}

/**
 * What counts in the end: a re-examination replaces what was not sufficient, the year mark, the exam or
 * both; where nothing was, the year mark. One that is still owed (nv) replaces nothing.
 */
export function finalMarks(
  marks: SubjectMarks,
  demand: 'exam' | 'credit' | null,
  least = lowestSufficient,
): FinalMarks {
  const { year, exam, credit } = marks;
  const again = marks.reexam === 'nv' ? undefined : marks.reexam;
  const examFell = demand === 'exam' && standingOf(exam, least) !== 'sufficient';
  const yearFell = standingOf(year) !== 'sufficient';
  const final = again !== undefined && (yearFell || !examFell) ? again : year;
  if (demand === 'credit') return { final, yearEnd: credit };
  return { final, yearEnd: again !== undefined && examFell ? again : exam };
}
