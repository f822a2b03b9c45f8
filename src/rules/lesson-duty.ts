import { type Entry, standing } from './absence.js';
import { groupedBy } from './grouping.js';
import type { Moment } from './school-time.js';

/** One entry of a lesson; several of one period are entries of their time. */
export interface LessonEntry extends Entry {
  readonly period: number;
  readonly topic: string | null;
  /** The staff code of the substitute who held it. */
  readonly teacher: string | null;
  readonly held: boolean;
  readonly kind: 'consultation' | 'class_hour' | 'briefing' | null;
  /** When the absences were checked; null where they were not. */
  readonly absences_checked_at: Moment | null;
}

export type MissingOfLesson = 'lesson' | 'topic' | 'absences' | 'topic+absences';

/** What clause 4.1 asks for one lesson of a group, and when each part of it was there for the first time. */
export interface LessonDuty {
  readonly period: number;
  /** The substitute who held the lesson; null where nobody stood in. */
  readonly substitute: string | null;
  readonly lessonAt: Moment | undefined;
  readonly topicAt: Moment | undefined;
  readonly absencesAt: Moment | undefined;
  /** When all of it was there for the first time. */
  readonly metAt: Moment | undefined;
}

interface Recorded extends LessonDuty {
  /** A consultation or a briefing covers only its own period. */
  readonly coversOthers: boolean;
}

/**
 * What is owed for one day of a group, as of a moment: the lessons that were expected and those that
 * were recorded. Equal periods are matched first, then each further lesson covers the earliest expected
 * one that is still open. Every recorded lesson is judged, expected or not.
 */
export function lessonDuties(
  expected: readonly number[],
  entries: readonly LessonEntry[],
  asOf: Moment,
): LessonDuty[] {
  const known = entries.filter((entry) => entry.recorded_at <= asOf);
  const recorded = [...groupedBy(known, (entry) => entry.period).values()]
    .map((ofPeriod) => recordedLesson(ofPeriod, asOf))
    .sort((a, b) => a.period - b.period);
  const periods = new Set(recorded.map((lesson) => lesson.period));
  const further = recorded.filter(
    (lesson) => lesson.coversOthers && !expected.includes(lesson.period),
  );
  const open = [...new Set(expected)]
    .filter((period) => !periods.has(period))
    .sort((a, b) => a - b);
  return [...recorded, ...open.slice(further.length).map(missedLesson)];
}

/** What is not there yet at a moment; undefined where all is there. */
export function missingAt(duty: LessonDuty, at: Moment): MissingOfLesson | undefined {
  const there = (moment: Moment | undefined) => moment !== undefined && moment <= at;
  if (there(duty.metAt)) return undefined;
  if (!there(duty.lessonAt)) return 'lesson';
  if (there(duty.topicAt)) return 'absences';
  return there(duty.absencesAt) ? 'topic' : 'topic+absences';
}

function recordedLesson(entries: readonly LessonEntry[], asOf: Moment): Recorded {
  const last = standing(entries);
  const lessonAt = earliest(entries.map((entry) => entry.recorded_at));
  const withTopic = entries.filter((entry) => entry.topic);
  const topicAt = earliest(withTopic.map((entry) => entry.recorded_at));
  const absencesAt = earliest(entries.flatMap((entry) => checkedBy(entry, asOf)));
  const cancelledAt = earliest(entries.filter((e) => !e.held).map((e) => e.recorded_at));
  const completeAt = topicAt && absencesAt && later(topicAt, absencesAt);
  return {
    period: last?.period ?? 0,
    substitute: standing(entries.filter((entry) => entry.teacher))?.teacher ?? null,
    lessonAt,
    topicAt,
    absencesAt,
    metAt: earliest([cancelledAt, completeAt].filter((moment) => moment !== undefined)),
    coversOthers: last?.kind !== 'consultation' && last?.kind !== 'briefing',
  };
}

/** A check is there from its own moment on, but not before its entry. */
function checkedBy({ absences_checked_at, recorded_at }: LessonEntry, asOf: Moment): Moment[] {
  if (absences_checked_at === null) return [];
  const at = later(absences_checked_at, recorded_at);
  return at <= asOf ? [at] : [];
}

const missedLesson = (period: number): LessonDuty => ({
  period,
  substitute: null,
  lessonAt: undefined,
  topicAt: undefined,
  absencesAt: undefined,
  metAt: undefined,
});

function earliest(moments: readonly Moment[]): Moment | undefined {
  let first: Moment | undefined;
  for (const moment of moments) if (first === undefined || moment < first) first = moment;
  return first;
}

const later = (a: Moment, b: Moment): Moment => (a > b ? a : b);
