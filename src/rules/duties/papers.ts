import type { CivilDate } from '../civil-date.js';
import type { Moment } from '../school-time.js';
import type { Clause, Duty, Part } from './duty.js';

/** A paper, or a set of papers, that is owed for a class. */
export interface ClassPaper {
  readonly clause: Extract<Clause, '1.7' | '2.2' | '3.2' | '3.4' | '3.5'>;
  /** Staff codes, joined by `+`. */
  readonly owed_by: string;
  readonly class: string;
  /** The month or the term; null where there is only one in the year. */
  readonly period: string | null;
  /** The last day of what it is about. */
  readonly date: CivilDate;
  readonly due_at: Moment;
}

/**
 * What is printed or filled in for the students of a class: the personal files (3.2), the extract of a
 * month (3.4), the report cards (3.5), the certificates (2.2).
 */
export function papersOwed(paper: ClassPaper, students: readonly Part[]): Duty {
  return { ...dutyOf(paper), toStudents: true, parts: students };
}

/** Clause 1.7: the summary journal of a class, one paper for all. */
export function summaryOwed(paper: ClassPaper, metAt: Moment | undefined): Duty {
  return { ...dutyOf(paper), toStudents: false, parts: [{ name: '', metAt }] };
}

function dutyOf({ clause, owed_by, class: name, period, date, due_at }: ClassPaper) {
  return { clause, owed_by, class: name, group: '', date, period: null, work: period, due_at };
}
