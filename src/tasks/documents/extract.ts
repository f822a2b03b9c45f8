import type { CivilDate } from '../../rules/civil-date.js';

/** Missed lessons by what was decided about them (clause 3.3). */
export interface AbsenceCounts {
  justified: number;
  unjustified: number;
  undecided: number;
}

export interface ExtractMark {
  date: CivilDate;
  group: string;
  work: string;
  kind: 'test' | 'quiz' | 'homework' | 'classwork' | null;
  value: string;
}

export interface ExtractSubject {
  /** The code of the subject. */
  subject: string;
  marks: readonly ExtractMark[];
  /** Two decimals with a point; null where there are no marks in points. */
  average: string | null;
  absences: AbsenceCounts;
  late: number;
}

/** One student's month, or other span of days (clause 3.4); the names are an interface of the output. */
export interface Extract {
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
  /** `2015-10`; `2015-10-01/2015-10-15` where it is not a whole month. */
  month: string;
  subjects: readonly ExtractSubject[];
  absences: AbsenceCounts;
  late: number;
}
