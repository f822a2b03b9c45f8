import { type Calendar, isWorkingDay } from './calendar.js';
import { addDays, type CivilDate, civilDate } from './civil-date.js';
import { dateOf, endOfDay, type Moment, momentOf } from './school-time.js';
import { addWorkingDays, workingDaysBetween } from './working-days.js';

/** The calendar and the clock by which deadlines are counted. */
export interface SchoolClock {
  readonly calendar: Calendar;
  readonly zone: string;
}

/** Clause 4.1: 18:00:00 of the day; for a lesson on a day that is no working day, of the next one. */
export function dueAtHour({ calendar, zone }: SchoolClock, date: CivilDate, hour: string): Moment {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return momentOf(day, hour, zone);
}

/** Clauses 4.2, 4.3 and those of a term's end: the end of the day on which so many working days have passed. */
export function dueAfterWorkingDays(
  { calendar, zone }: SchoolClock,
  date: CivilDate,
  days: number,
): Moment {
  return endOfDay(addWorkingDays(calendar, date, days), zone);
}

/**
 * Clauses 2.1 and 3.2: the end of a day, written `09-05`. From June on it is of the calendar year in which
 * the school year begins: some is due in the summer before.
 */
export function dueOnDay({ zone }: Pick<SchoolClock, 'zone'>, year: number, day: string): Moment {
  return endOfDay(`${day < '06' ? year + 1 : year}-${day}` as CivilDate, zone);
}

/** Clause 3.4: the end of a day (1-28) of the month after that of a date. */
export function dueNextMonth(
  { zone }: Pick<SchoolClock, 'zone'>,
  date: CivilDate,
  day: number,
): Moment {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const due = month === 12 ? civilDate(year + 1, 1, day) : civilDate(year, month + 1, day);
  return endOfDay(due ?? date, zone);
}

/** Working days after the local date on which a duty was due, up to and with the day of a moment. */
export function workingDaysLate(
  { calendar, zone }: SchoolClock,
  dueAt: Moment,
  at: Moment,
): number {
  return workingDaysBetween(calendar, dateOf(dueAt, zone), dateOf(at, zone));
}

/** Working days after the day of a moment, up to and with the local date on which a duty is due. */
export function workingDaysLeft(
  { calendar, zone }: SchoolClock,
  dueAt: Moment,
  at: Moment,
): number {
  return workingDaysBetween(calendar, dateOf(at, zone), dateOf(dueAt, zone));
}
