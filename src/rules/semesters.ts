import { type Calendar, numbersOf } from './calendar.js';
import type { CivilDate } from './civil-date.js';

export type Semester = 'semester1' | 'semester2';

/** The first and the last day of a semester of a grade; undefined where the calendar does not have it. */
export function semesterOf(
  calendar: Calendar,
  semester: Semester,
  grade: number,
): { from: CivilDate; until: CivilDate } | undefined {
  const rows = calendar.rows.filter(
    (row) => row.kind === semester && (numbersOf(row.grades)?.has(grade) ?? true),
  );
  const from = rows.map((row) => row.from).sort()[0];
  const until = rows
    .map((row) => row.until ?? row.from)
    .sort()
    .at(-1);
  return from && until ? { from, until } : undefined;
}
