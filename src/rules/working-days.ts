import { type Calendar, isWorkingDay, type WorkedDays } from './calendar.js';
import { addDays, type CivilDate, daysFrom } from './civil-date.js';

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

/** How many working days lie after one day, up to and with another; none where that is earlier. */
export function workingDaysBetween(calendar: Calendar, after: CivilDate, until: CivilDate): number {
  if (until <= after) return 0;
  const years = yearsFrom(Number(after.slice(0, 4)), Number(until.slice(0, 4)));
  const worked = years.map((year) => workedIn(calendar, year));
  const whole = worked.slice(0, -1).reduce((sum, { total }) => sum + total, 0);
  return whole + upTo(worked.at(-1), until) - upTo(worked[0], after);
}

/** The working days of a calendar year, counted once: thousands of late lessons are counted from a few days. */
function workedIn(calendar: Calendar, year: number): WorkedDays {
  let worked = calendar.worked.get(year);
  if (!worked) {
    worked = countedIn(calendar, year);
    calendar.worked.set(year, worked);
  }
  return worked;
}

function countedIn(calendar: Calendar, year: number): WorkedDays {
  const upTo = new Map<CivilDate, number>();
  let total = 0;
  for (const day of daysFrom(`${year}-01-01` as CivilDate, `${year}-12-31` as CivilDate)) {
    if (isWorkingDay(calendar, day)) total += 1;
    upTo.set(day, total);
  }
  return { upTo, total };
}

const yearsFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const upTo = (worked: WorkedDays | undefined, day: CivilDate) => worked?.upTo.get(day) ?? 0;
