import type { CalendarRow } from './calendar.js';
import { type CivilDate, schoolYearBounds } from './civil-date.js';
import { semesterSpan } from './semesters.js';

/** The last day of semester 2 of a grade; without a calendar, of the school year. */
export function yearEnd(rows: readonly CalendarRow[], grade: number, year: number): CivilDate {
  return semesterSpan(rows, 'semester2', grade)?.until ?? schoolYearBounds(year).last;
}
