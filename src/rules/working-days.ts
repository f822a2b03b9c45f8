import { type Calendar, isWorkingDay } from './calendar.js';
import { addDays, type CivilDate } from './civil-date.js';

/**
 * The day on which `count` working days after `date` have passed; the day itself does not count, and
 * `count` 0 is `date`, working day or not. Source: clauses 4.2.1 and 4.2.2, and the law's way of counting.
 */
export function addWorkingDays(calendar: Calendar, date: CivilDate, count: number): CivilDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** How many working days lie after one day, up to and with another. */
export function workingDaysBetween(calendar: Calendar, after: CivilDate, until: CivilDate): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}
