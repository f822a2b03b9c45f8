import { type CalendarRow, numbersOf } from './calendar.js';
import { type CivilDate, schoolYearBounds } from './civil-date.js';

/** The last day of semester 2 of a grade; without a calendar, of the school year. */
export function yearEnd(rows: readonly CalendarRow[], grade: number, year: number): CivilDate {
  const ends = rows
    .filter((row) => row.kind === 'semester2')
    .filter((row) => numbersOf(row.grades)?.has(grade) ?? true)
    .map((row) => row.until ?? row.from);
  return ends.sort().at(-1) ?? schoolYearBounds(year).last;
}
