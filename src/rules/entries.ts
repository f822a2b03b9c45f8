import type { Moment } from './school-time.js';

/** What somebody recorded at a moment; of equal moments the later row stands. */
export interface Entry {
  readonly recorded_at: Moment;
  /** Where the row stands among those of equal moments. */
  readonly order: number;
}

/** Entries in the order in which they were recorded. */
export function byMoment(a: Entry, b: Entry): number {
  return a.recorded_at === b.recorded_at
    ? a.order - b.order
    : a.recorded_at < b.recorded_at
      ? -1
      : 1;
}

/** Whether the first entry was recorded after the second. */
export function isLater(a: Entry, b: Entry): boolean {
  return byMoment(a, b) > 0;
}

/** The entry that stands: the one recorded last; undefined where there is none. */
export function standing<T extends Entry>(entries: Iterable<T>): T | undefined {
  let last: T | undefined;
  for (const entry of entries) if (!last || isLater(entry, last)) last = entry;
  return last;
}

/** Of each key the entry that stands, the keys in the order in which they come first. */
export function standingBy<T extends Entry, K>(
  entries: Iterable<T>,
  keyOf: (entry: T) => K,
): ReadonlyMap<K, T> {
  const last = new Map<K, T>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const before = last.get(key);
    if (!before || isLater(entry, before)) last.set(key, entry);
  }
  return last;
}
