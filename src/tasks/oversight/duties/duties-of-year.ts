import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from '../../../db/school-years.js';
import type { SchoolClock } from '../../../rules/deadline.js';
import type { Clause, Duty } from '../../../rules/duties/duty.js';
import { toMoment } from '../../../rules/school-time.js';
import { lessonsDue } from './lessons.js';
import {
  certificatesDue,
  extractsDue,
  personalFilesDue,
  reportCardsDue,
  summaryJournalsDue,
} from './papers.js';
import { setUpDue } from './set-up.js';
import { termMarksDue } from './term-marks.js';
import { marksDue } from './works.js';
import { type YearFacts, yearFacts } from './year-facts.js';

/** Each rule with the clauses whose duties it gives. */
const rules: readonly [clauses: readonly Clause[], due: (facts: YearFacts) => Iterable<Duty>][] = [
  [['1.7'], summaryJournalsDue],
  [['2.1.1', '2.1.2', '2.1.3', '2.1.4', '2.1.5'], setUpDue],
  [['2.2'], certificatesDue],
  [['3.2'], personalFilesDue],
  [['3.4'], extractsDue],
  [['3.5'], reportCardsDue],
  [['4.1'], lessonsDue],
  [['4.2.1', '4.2.2'], marksDue],
  [['4.3'], termMarksDue],
];

export interface Asked {
  /** What is asked of; what was recorded later does not exist. */
  readonly asOf: Date;
  /** Duties up to this moment, be they met or not. */
  readonly until: Date;
  readonly isAsked: (clause: Clause) => boolean;
}

/** The duties of a school year by the clauses asked for, and the clock by which they are counted. */
export function dutiesOfYear(
  db: Database,
  year: SchoolYearRow,
  { asOf, until, isAsked }: Asked,
): { clock: SchoolClock; duties: Iterable<Duty> } {
  const facts = yearFacts(db, year, toMoment(asOf), toMoment(until));
  return { clock: facts.clock, duties: duties(facts, isAsked) };
}

function* duties(facts: YearFacts, isAsked: Asked['isAsked']): Generator<Duty> {
  for (const [clauses, due] of rules) {
    if (!clauses.some(isAsked)) continue;
    for (const duty of due(facts)) if (isAsked(duty.clause)) yield duty;
  }
}
