import { type Calendar, isWorkingDay } from './calendar.js';
import { addDays, type CivilDate } from './civil-date.js';
import { dateOf, type Moment, momentOf } from './school-time.js';
import { workingDaysBetween } from './working-days.js';

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

/** Whether a duty is late at a moment: entered at 18:00:00 is on time, a gap at 18:00:00 is not. */
export function isOverdue(dueAt: Moment, metAt: Moment | undefined, asOf: Moment): boolean {
  return metAt === undefined ? asOf >= dueAt : false;
}

/** Working days after the local date on which a duty was due, up to and with the day of a moment. */
export function workingDaysLate(
  { calendar, zone }: SchoolClock,
  dueAt: Moment,
  at: Moment,
): number {
  return workingDaysBetween(calendar, dateOf(dueAt, zone), dateOf(at, zone));
}
