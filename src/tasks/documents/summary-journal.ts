import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { CivilDate } from '../../rules/civil-date.js';
import type { TermValue } from '../../rules/final-marks.js';
import type { Decision } from '../../rules/readiness.js';
import type { Moment } from '../../rules/school-time.js';
import type { Term } from '../../rules/term-marks.js';
import type { YearBook } from '../journal/year-book.js';

/** A subject of a class, with the terms that stand under it. */
export interface SummarySubject {
  /** The code of the subject. */
  subject: string;
  /** How documents call it. */
  name: string;
  terms: readonly Term[];
}

/**
 * A subject's marks of one student: null where a mark is due and there is none; a term that does not
 * concern the student is not there.
 */
export type SummaryMarks = { subject: string } & Partial<Record<Term, TermValue | null>>;

/** Missed lessons by what was decided about them, and late arrivals. */
export interface SummaryAbsences {
  justified: number;
  unjustified: number;
  undecided: number;
  late: number;
}

export type AbsencesByTerm = Record<'semester1' | 'semester2' | 'year', SummaryAbsences>;

export interface SummaryStudent {
  no: number;
  register_no: string;
  last_name: string;
  first_name: string;
  /** The first and the last day in the class; null where that is the beginning or the end of the year. */
  from: CivilDate | null;
  until: CivilDate | null;
  /** One for each subject of the class, in their order. */
  subjects: readonly SummaryMarks[];
  decision: Decision | null;
  decision_order_no: string | null;
  decision_date: CivilDate | null;
  /** Of the days in this class. */
  absences: AbsencesByTerm;
}

/** Who joined, left or changed class; of a leaver the date is the last day. */
export interface SummaryMovement {
  date: CivilDate;
  register_no: string;
  last_name: string;
  first_name: string;
  kind: 'joined' | 'left' | 'class';
  from_class: string | null;
  to_class: string | null;
  reason: string | null;
  order_no: string | null;
}

/** Who taught a group of the class; the days are null where they are those of the whole year. */
export interface SummaryTeacher {
  subject: string;
  name: string;
  group: string;
  classes: readonly string[];
  teachers: readonly { name: string; from: CivilDate | null; until: CivilDate | null }[];
}

/** The summary journal of one class (clause 1.7); the names are an interface of the output. */
export interface SummaryJournal {
  class: string;
  year: number;
  /** `2015/2016` */
  years: string;
  programmes: readonly { code: string; name: string | null }[];
  class_teacher: string;
  subjects: readonly SummarySubject[];
  students: readonly SummaryStudent[];
  /** Of all students together. */
  absences: AbsencesByTerm;
  movements: readonly SummaryMovement[];
  teachers: readonly SummaryTeacher[];
}

/** What the parts of all summary journals of a school year are made from. */
export interface SummaryScope {
  readonly db: Database;
  readonly year: SchoolYearRow;
  readonly book: YearBook;
  /** What was recorded later is not in them. */
  readonly at: Moment;
}
