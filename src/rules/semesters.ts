import { type CalendarRow, holdsFor } from './calendar.js';
import type { CivilDate } from './civil-date.js';

export type Semester = 'semester1' | 'semester2';

/**
 * The semester to which a day belongs for a grade: the second from its first day on, else the first.
 * So the days between the two belong to the first, and those after the last to the second.
 */
export function semesterOf(rows: readonly CalendarRow[], date: CivilDate, grade: number): Semester {
  const begun = rows.some(
    (row) => row.kind === 'semester2' && row.from <= date && holdsFor(row, grade),
  );
  return begun ? 'semester2' : 'semester1';
}

/** The first and the last day of a semester of a grade; undefined where the calendar does not have it. */
export function semesterSpan(
  rows: readonly CalendarRow[],
  semester: Semester,
  grade: number,
): { from: CivilDate; until: CivilDate } | undefined {
  const own = rows.filter((row) => row.kind === semester && holdsFor(row, grade));
  const from = own.map((row) => row.from).sort()[0];
  const until = own
    .map((row) => row.until ?? row.from)
    .sort()
    .at(-1);
  return from && until ? { from, until } : undefined;
}
