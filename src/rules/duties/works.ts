import type { CivilDate } from '../civil-date.js';
import type { WorkKind } from '../marks.js';
import type { Moment } from '../school-time.js';
import type { Clause, Duty, Part } from './duty.js';

export type WorkClause = Extract<Clause, '4.2.1' | '4.2.2'>;

/** How a work is marked. */
export interface Assessment {
  /** Of the announcement, else of the first mark that tells it. */
  readonly kind: WorkKind | null;
  /** Of the announcement, else of the subject. */
  readonly scale: 'points' | 'pass';
  /** Whether a mark says `i` or `ni`. */
  readonly hasWords: boolean;
}

export interface GroupWork {
  readonly group: string;
  readonly class: string;
  readonly date: CivilDate;
  readonly work: string;
  readonly teacher: string;
}

/** Whether marks are owed for a work: only tests have a deadline, and a retest is owed to nobody. */
export function hasDeadline(work: {
  readonly kind: WorkKind | null | undefined;
  readonly retest_of: string | null | undefined;
}): boolean {
  return work.kind === 'test' && !work.retest_of;
}

/** The clause that sets the deadline of a work; only tests have one. */
export function clauseOfWork(work: Assessment): WorkClause | undefined {
  if (work.kind !== 'test') return undefined;
  return work.scale === 'pass' || work.hasWords ? '4.2.1' : '4.2.2';
}

/**
 * Clauses 4.2.1 and 4.2.2: "piecu darba dienu laikā", "ne vēlāk kā 5 darba dienas pēc pārbaudes
 * darba". The marks are the students to whom one is owed, each with the moment of the first; of a
 * retest, which is owed to nobody, those who have one.
 */
export function marksOwed(
  work: GroupWork,
  clause: WorkClause,
  due_at: Moment,
  parts: readonly Part[],
): Duty {
  const { group, date, teacher } = work;
  return {
    clause,
    owed_by: teacher,
    class: work.class,
    group,
    date,
    period: null,
    work: work.work,
    due_at,
    toStudents: true,
    parts,
  };
}

/** A lesson of a group on the day of a work, as it stands. */
export interface LessonOfDay {
  readonly period: number;
  readonly isHeld: boolean;
}

/**
 * The periods in every one of which a student must have been absent, for no mark to be owed: of the
 * lessons that were entered, without those that were not held and consultations; where none was
 * entered, of those expected.
 */
export function decisivePeriods(
  entered: readonly LessonOfDay[],
  expected: readonly number[],
): readonly number[] {
  if (entered.length === 0) return expected;
  return entered.filter(({ isHeld }) => isHeld).map(({ period }) => period);
}
