import type { Context } from '../../context.js';
import { entries } from '../../db/entries.js';
import { write } from '../../db/operation.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { tidyText } from '../../rules/tidy-text.js';
import { type GroupDay, groupDay } from './group-day.js';
import { contentOf, type LessonRow, lessonRow } from './lesson-row.js';

export interface LessonsToCancel {
  readonly date: CivilDate;
  /** None: every lesson of the group on that day. */
  readonly periods?: readonly number[] | undefined;
  readonly group: string;
  readonly reason: string;
}

/** A lesson that is recorded as not held, and whether that is new. */
export interface CancelledLesson {
  readonly outcome: 'cancelled' | 'unchanged';
  readonly lesson: LessonRow;
}

/**
 * Records lessons as not held: nothing more is owed for them. What was entered before stays.
 * @throws Problem unknownSchoolYear, unknownGroup, noSuchLesson
 */
export function cancelLessons(context: Context, wanted: LessonsToCancel): CancelledLesson[] {
  return write(context, (operation) => {
    const day = groupDay(context, wanted.date, wanted.group);
    const periods = wanted.periods ?? allLessons(day);
    refuseUnknown(day, periods);
    const isNew = periods.map((period) =>
      enterNotHeld(context, day, period, wanted.reason, operation.at),
    );
    const after = groupDay(context, wanted.date, wanted.group);
    return periods.map((period, place) => ({
      outcome: isNew[place] ? 'cancelled' : 'unchanged',
      lesson: lessonRow(context, after, period),
    }));
  });
}

/** Those that are there; where all are recorded as not held, these. */
function allLessons(day: GroupDay): number[] {
  const there = lessonsThere(day);
  return there.length > 0 ? there : [...day.entries(day.group.name).keys()].sort((a, b) => a - b);
}

/** The lessons of a group on its day: expected, or recorded as held. */
export function lessonsThere(day: GroupDay): number[] {
  const { name } = day.group;
  const recorded = [...day.entries(name).keys()];
  return [...new Set([...day.expected(name), ...recorded])]
    .filter((period) => contentOf(day, name, period)?.held !== false)
    .sort((a, b) => a - b);
}

/** @throws Problem noSuchLesson, where a lesson is neither expected nor recorded, or none is there */
export function refuseUnknown(day: GroupDay, asked: readonly number[]): void {
  const { group, date } = day;
  const known = [...day.expected(group.name), ...day.entries(group.name).keys()];
  if (asked.length > 0 && asked.every((period) => known.includes(period))) return;
  const unknown = asked.filter((period) => !known.includes(period));
  const periods = lessonsThere(day);
  throw new Problem('noSuchLesson', { group: group.name, date, unknown, periods });
}

/** Says that a lesson was not held and why; not again where the same stands already. */
export function enterNotHeld(
  { db }: Context,
  day: GroupDay,
  period: number,
  reason: string,
  at: string,
): boolean {
  const { date, group } = day;
  const { teaching_group_id } = group;
  const standing = contentOf(day, group.name, period);
  const why = tidyText(reason);
  if (standing?.held === false && standing.reason === why) return false;
  const lessons = entries(db, 'lesson');
  lessons.enter({
    teaching_group_id,
    date,
    period,
    topic: null,
    homework: null,
    staff_id: null,
    held: 0,
    reason: why,
    kind: standing?.kind ?? null,
    absences_checked_at: null,
    recorded_at: at,
  });
  lessons.finish();
  return true;
}
