import type { CivilDate } from './civil-date.js';
import type { Moment } from './school-time.js';

/** What somebody recorded at a moment; of equal moments the later row stands. */
export interface Entry {
  readonly recorded_at: Moment;
  /** Where the row stands among those of equal moments. */
  readonly order: number;
}

export interface Justification extends Entry {
  readonly from: CivilDate;
  /** null: one day */
  readonly until: CivilDate | null;
  readonly first_period: number | null;
  readonly last_period: number | null;
  readonly status: 'justified' | 'unjustified';
}

/** Whether the first entry was recorded after the second. */
export function isLater(a: Entry, b: Entry): boolean {
  return a.recorded_at === b.recorded_at ? a.order > b.order : a.recorded_at > b.recorded_at;
}

/** The entry that stands: the one recorded last; undefined where there is none. */
export function standing<T extends Entry>(entries: Iterable<T>): T | undefined {
  let last: T | undefined;
  for (const entry of entries) if (!last || isLater(entry, last)) last = entry;
  return last;
}

/**
 * What was decided about an absence (clause 3.3): by the justification recorded last of those that
 * cover its day and its lesson. The first and the last lesson hold on every day of the span.
 */
export function decisionOn(
  absence: { date: CivilDate; period: number },
  justifications: Iterable<Justification>,
): 'justified' | 'unjustified' | 'undecided' {
  const covering = [...justifications].filter((justification) =>
    coversLesson(justification, absence),
  );
  return standing(covering)?.status ?? 'undecided';
}

/** Whether a justification concerns a lesson: its first and its last hold on every day of the span. */
export function coversLesson(
  { from, until, first_period, last_period }: Justification,
  { date, period }: { date: CivilDate; period: number },
): boolean {
  if (date < from || date > (until ?? from)) return false;
  return period >= (first_period ?? 0) && period <= (last_period ?? Number.POSITIVE_INFINITY);
}
