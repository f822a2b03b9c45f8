import type { CivilDate } from '../civil-date.js';
import type { Moment } from '../school-time.js';

/** The clauses that ask for something by a day or an hour, in their order. */
export const clauses = [
  '1.7',
  '2.1.1',
  '2.1.2',
  '2.1.3',
  '2.1.4',
  '2.1.5',
  '2.2',
  '3.2',
  '3.4',
  '3.5',
  '4.1',
  '4.2.1',
  '4.2.2',
  '4.3',
] as const;
export type Clause = (typeof clauses)[number];

/** Whether a clause is the one named, or one of its paragraphs: 4.2.1 is part of 4.2. */
export function isPartOf(clause: Clause, named: string): boolean {
  return clause === named || clause.startsWith(`${named}.`);
}

/** What a clause asks for, by its name in the output; of a lesson the output names what is missing of it. */
export const owedThings = {
  '1.7': 'summary_journal',
  '2.1.1': 'students',
  '2.1.2': 'subjects',
  '2.1.3': 'programmes',
  '2.1.4': 'journals',
  '2.1.5': 'bells',
  '2.2': 'certificate',
  '3.2': 'personal_file',
  '3.4': 'extract',
  '3.5': 'report_card',
  '4.1': 'lesson',
  '4.2.1': 'marks',
  '4.2.2': 'marks',
  '4.3': 'term_mark',
} as const satisfies Record<Clause, string>;

/** What can be missing, as the output names it. */
export const missingThings = [
  ...new Set(Object.values(owedThings)),
  ...(['topic', 'absences', 'topic+absences'] as const),
];

/** A part of a duty, and when it was there for the first time; undefined: not yet. */
export interface Part {
  /** `lesson`, `topic`, `absences`; a register number where a duty is owed to students; else empty. */
  readonly name: string;
  readonly metAt: Moment | undefined;
}

/** One thing that somebody owes by a moment: every dated clause gives its duties in this form. */
export interface Duty {
  readonly clause: Clause;
  /** Staff codes, of several people joined by `+`; empty where nobody holds the office. */
  readonly owed_by: string;
  /** Of a combined group its classes, joined by `+`. */
  readonly class: string;
  readonly group: string;
  /** The day of the lesson or the work; of other duties the last day of what they are about. */
  readonly date: CivilDate;
  readonly period: number | null;
  /** The title of the work; of other duties the month or the term. */
  readonly work: string | null;
  readonly due_at: Moment;
  /** Whether the parts are students, each of whom is owed alone. */
  readonly toStudents: boolean;
  readonly parts: readonly Part[];
}

/** What of a duty is meant: its name in the output, and the students concerned. */
export interface Extent {
  readonly missing: string;
  readonly students: readonly string[] | null;
}

/** What of a duty was done, but late. */
export interface LateExtent extends Extent {
  readonly met_at: Moment;
}

/**
 * What is late at a moment; undefined where nothing is. What was entered at the due moment is on time,
 * what is not there at the due moment is late.
 */
export function overdueAt(duty: Duty, at: Moment): Extent | undefined {
  return at < duty.due_at ? undefined : missingAt(duty, at);
}

/** What is not there yet at a moment; undefined where all is there. */
export function missingAt(duty: Duty, at: Moment): Extent | undefined {
  const isOpen = ({ metAt }: Part) => metAt === undefined || metAt > at;
  return duty.parts.some(isOpen) ? extentOf(duty, duty.parts.filter(isOpen)) : undefined;
}

/**
 * What was entered up to a moment, but late: of a duty to students those who got it late, and the last
 * of the moments; of any other the whole of it, when it was all there, with what was missing when due.
 */
export function lateAt(duty: Duty, at: Moment): LateExtent | undefined {
  const { parts, due_at, toStudents } = duty;
  const isLate = ({ metAt }: Part) => metAt !== undefined && metAt > due_at && metAt <= at;
  if (!parts.some(isLate)) return undefined;
  if (!toStudents && missingAt(duty, at)) return undefined;
  const late = parts.filter(isLate);
  const met_at = late.map(({ metAt }) => metAt ?? '').reduce((a, b) => (a > b ? a : b));
  return { ...extentOf(duty, late), met_at };
}

function extentOf({ clause, toStudents }: Duty, parts: readonly Part[]): Extent {
  const thing = owedThings[clause];
  if (toStudents) return { missing: thing, students: parts.map(({ name }) => name) };
  if (clause !== '4.1' || parts[0]?.name === 'lesson') return { missing: thing, students: null };
  return { missing: parts.map(({ name }) => name).join('+'), students: null };
}
