import { type CalendarRow, numbersOf } from './calendar.js';
import type { CivilDate } from './civil-date.js';

export type Semester = 'semester1' | 'semester2';

/**
 * The semester to which a day belongs for a grade: the second from its first day on, else the first.
 * So the days between the two belong to the first, and those after the last to the second.
 */
export function semesterOf(rows: readonly CalendarRow[], date: CivilDate, grade: number): Semester {
  const begun = rows.some(
    (row) =>
      row.kind === 'semester2' && row.from <= date && (numbersOf(row.grades)?.has(grade) ?? true),
  );
  return begun ? 'semester2' : 'semester1';
}
