import { standing } from './entries.js';
import type { LessonEntry } from './lesson-duty.js';
import type { Moment } from './school-time.js';

/** One entry of a lesson with all that it says; null says nothing, an empty text takes away. */
export interface FullLessonEntry extends LessonEntry {
  readonly homework: string | null;
  readonly reason: string | null;
}

/** What a lesson says by all its entries together. */
export interface LessonContent {
  readonly topic: string | null;
  readonly homework: string | null;
  /** The staff code of the substitute who held it. */
  readonly teacher: string | null;
  readonly held: boolean;
  readonly reason: string | null;
  readonly kind: LessonEntry['kind'];
  /** When the absences were checked for the first time; null where they were not. */
  readonly absences_checked: Moment | null;
  readonly recorded_at: Moment;
  /** The number of the entry that stands. */
  readonly entry: number;
}

/**
 * What stands of a lesson: each text as the last entry that has it says, whether it was held and its
 * kind as the last entry of all. Undefined where nothing was entered.
 */
export function lessonContent(entries: readonly FullLessonEntry[]): LessonContent | undefined {
  const last = standing(entries);
  if (!last) return undefined;
  const said = (field: 'topic' | 'homework' | 'teacher' | 'reason') =>
    standing(entries.filter((entry) => entry[field] !== null))?.[field] || null;
  const checks = entries.flatMap((entry) => entry.absences_checked_at ?? []).sort();
  return {
    topic: said('topic'),
    homework: said('homework'),
    teacher: said('teacher'),
    held: last.held,
    reason: said('reason'),
    kind: last.kind,
    absences_checked: checks[0] ?? null,
    recorded_at: last.recorded_at,
    entry: last.order,
  };
}
