import { type Entry, isLater } from './entries.js';
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
  const recorded = recordedLessons(entries, asOf);
  const { open, further } = unmatched(expected, recorded);
  const left = open.slice(further.length);
  return [...recorded, ...left.map(missedLesson)];
}

/**
 * The period of the recorded lesson that stands for an expected one of another period; undefined where
 * none does.
 */
export function coveringPeriod(
  expected: readonly number[],
  entries: readonly LessonEntry[],
  asOf: Moment,
  period: number,
): number | undefined {
  const { open, further } = unmatched(expected, recordedLessons(entries, asOf));
  return further[open.indexOf(period)]?.period;
}

/** The expected periods for which nothing was recorded, and the lessons that can stand for them, each for one. */
function unmatched(expected: readonly number[], recorded: readonly Recorded[]) {
  const periods = recorded.map((lesson) => lesson.period);
  const open = [...new Set(expected)].filter((period) => !periods.includes(period));
  const further =
    open.length === 0
      ? []
      : recorded.filter(({ coversOthers, period }) => coversOthers && !expected.includes(period));
  return { open: open.sort((a, b) => a - b), further };
}

/** What is not there yet at a moment; undefined where all is there. */
export function missingAt(duty: LessonDuty, at: Moment): MissingOfLesson | undefined {
  const there = (moment: Moment | undefined) => moment !== undefined && moment <= at;
  if (there(duty.metAt)) return undefined;
  if (!there(duty.lessonAt)) return 'lesson';
  if (there(duty.topicAt)) return 'absences';
  return there(duty.absencesAt) ? 'topic' : 'topic+absences';
}

/** The lessons that were recorded up to a moment, by period; nearly every one has a single entry. */
function recordedLessons(entries: readonly LessonEntry[], asOf: Moment): Recorded[] {
  const [first] = entries;
  if (first && entries.length === 1) {
    return first.recorded_at <= asOf ? [recordedLesson(entries, asOf)] : [];
  }
  const known = entries.filter((entry) => entry.recorded_at <= asOf);
  return [...groupedBy(known, (entry) => entry.period).values()]
    .map((ofPeriod) => recordedLesson(ofPeriod, asOf))
    .sort((a, b) => a.period - b.period);
}

function recordedLesson(entries: readonly LessonEntry[], asOf: Moment): Recorded {
  let lessonAt: Moment | undefined;
  let topicAt: Moment | undefined;
  let absencesAt: Moment | undefined;
  let cancelledAt: Moment | undefined;
  let last = entries[0];
  let named: LessonEntry | undefined;
  for (const entry of entries) {
    const { recorded_at } = entry;
    lessonAt = earlier(lessonAt, recorded_at);
    if (entry.topic) topicAt = earlier(topicAt, recorded_at);
    absencesAt = earlier(absencesAt, checkedAt(entry, asOf));
    if (!entry.held) cancelledAt = earlier(cancelledAt, recorded_at);
    if (!last || isLater(entry, last)) last = entry;
    if (entry.teacher && (!named || isLater(entry, named))) named = entry;
  }
  const completeAt = topicAt && absencesAt && later(topicAt, absencesAt);
  return {
    period: last?.period ?? 0,
    substitute: named?.teacher ?? null,
    lessonAt,
    topicAt,
    absencesAt,
    metAt: earlier(cancelledAt, completeAt),
    coversOthers: last?.kind !== 'consultation' && last?.kind !== 'briefing',
  };
}

/** A check is there from its own moment on, but not before its entry. */
function checkedAt(
  { absences_checked_at, recorded_at }: LessonEntry,
  asOf: Moment,
): Moment | undefined {
  if (absences_checked_at === null) return undefined;
  const at = later(absences_checked_at, recorded_at);
  return at <= asOf ? at : undefined;
}

const missedLesson = (period: number): LessonDuty => ({
  period,
  substitute: null,
  lessonAt: undefined,
  topicAt: undefined,
  absencesAt: undefined,
  metAt: undefined,
});

function earlier(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

const later = (a: Moment, b: Moment): Moment => (a > b ? a : b);
