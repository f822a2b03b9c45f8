import type { DecisionRow } from '../../db/decisions.js';
import type { CivilDate } from '../../rules/civil-date.js';
import type { TermValue } from '../../rules/final-marks.js';
import type { Term } from '../../rules/term-marks.js';
import type { AbsenceCounts } from './extract.js';

/** Of which term a card is; that of the year shows both semesters. */
export const cardTerms = ['semester1', 'year'] as const;
export type CardTerm = (typeof cardTerms)[number];

/** The marks of one subject; null where there is none, or the card is not of that term. */
export interface CardSubject extends Readonly<Record<Term, TermValue | null>> {
  /** The code of the subject. */
  readonly subject: string;
  /** As it stands on official documents. */
  readonly name: string;
}

/** What a card should have and has not: a mark of a subject, or the council's decision. */
export interface CardGap {
  readonly subject: string | null;
  readonly missing: Term | 'decision';
}

/** The report card of one student (clause 3.5); the names are an interface of the output. */
export interface ReportCard {
  readonly register_no: string;
  readonly last_name: string;
  readonly first_name: string;
  readonly class: string;
  /** The code of the programme. */
  readonly programme: string | null;
  readonly term: CardTerm;
  readonly subjects: readonly CardSubject[];
  readonly absences: AbsenceCounts;
  readonly late: number;
  /** Only on the card of the year. */
  readonly decision: Omit<DecisionRow, 'student_id'> | null;
  readonly programme_name: string | null;
  /** 2015 is the school year 2015/2016. */
  readonly school_year: number;
  /** The first and the last day of the term. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly class_teacher: string | null;
  readonly missing: readonly CardGap[];
}
