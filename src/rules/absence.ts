import type { CivilDate } from './civil-date.js';
import { type Entry, standing, standingBy } from './entries.js';

export const decidedStatuses = ['justified', 'unjustified'] as const;
export type DecidedStatus = (typeof decidedStatuses)[number];

export const absenceStatuses = ['undecided', ...decidedStatuses] as const;
export type AbsenceStatus = (typeof absenceStatuses)[number];

export const absenceReasons = [
  'illness',
  'doctor',
  'family',
  'school',
  'transport',
  'other',
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** Days and lessons: the first and the last lesson hold on every day of the span. */
export interface LessonSpan {
  readonly from: CivilDate;
  /** null: one day */
  readonly until: CivilDate | null;
  /** null: from the first lesson on */
  readonly first_period: number | null;
  /** null: up to the last lesson */
  readonly last_period: number | null;
}

export interface Justification extends Entry, LessonSpan {
  readonly status: DecidedStatus;
}

/** A lesson of somebody's day. */
export interface LessonTime {
  readonly date: CivilDate;
  readonly period: number;
}

/** Lessons in the order in which they come. */
export function byLessonTime(a: LessonTime, b: LessonTime): number {
  return a.date === b.date ? a.period - b.period : a.date < b.date ? -1 : 1;
}

/**
 * Of each lesson of one student what stands in the end, in the order of the lessons; who was present
 * after all was not absent.
 */
export function standingAbsences<T extends Entry & LessonTime & { readonly mark: string }>(
  entries: Iterable<T>,
): T[] {
  return [...standingBy(entries, ({ date, period }) => `${date} ${period}`).values()]
    .filter((entry) => entry.mark !== '-')
    .sort(byLessonTime);
}

/**
 * What was decided about an absence (clause 3.3): by the justification recorded last of those that
 * cover its day and its lesson.
 */
export function decisionOn(
  absence: LessonTime,
  justifications: Iterable<Justification>,
): AbsenceStatus {
  return decidingOn(absence, justifications)?.status ?? 'undecided';
}

/** The justification that decides about an absence; undefined where none covers it. */
export function decidingOn<T extends Justification>(
  absence: LessonTime,
  justifications: Iterable<T>,
): T | undefined {
  const covering: T[] = [];
  for (const one of justifications) if (coversLesson(one, absence)) covering.push(one);
  return standing(covering);
}

/** Whether a span covers a lesson. */
export function coversLesson(span: LessonSpan, { date, period }: LessonTime): boolean {
  const { from, until, first_period, last_period } = span;
  if (date < from || date > (until ?? from)) return false;
  return period >= (first_period ?? 0) && period <= (last_period ?? Number.POSITIVE_INFINITY);
}
