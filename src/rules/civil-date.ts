import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getISODay } from 'date-fns/getISODay';

/** A day of the calendar as text, `2015-09-01`: it sorts and compares as it stands. */
export type CivilDate = string & { readonly brand: 'CivilDate' };

/** Monday 1 … Sunday 7, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** From one day to another, both included. */
export interface DaySpan {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const latvianDay = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/;

/** Reads `2015-09-01`, `01.09.2015` or `1.9.2015.`; undefined where the text is no day that exists. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const iso = isoDay.exec(text);
  if (iso) return civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const latvian = latvianDay.exec(text);
  return latvian
    ? civilDate(Number(latvian[3]), Number(latvian[2]), Number(latvian[1]))
    : undefined;
}

/** The day of that year, month (1-12) and day of the month; undefined where there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as CivilDate;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return addDaysTo(inUtc(date), days).toISOString().slice(0, 10) as CivilDate;
}

/** How many days `until` lies after `from`; negative where it lies before. */
export function daysBetween(from: CivilDate, until: CivilDate): number {
  return differenceInCalendarDays(inUtc(until), inUtc(from));
}

export function weekday(date: CivilDate): Weekday {
  return getISODay(inUtc(date)) as Weekday;
}

/** Whether a day lies in a span of days, both ends included; an end that is null is open. */
export function covers(
  span: { from: CivilDate | null; until: CivilDate | null },
  date: CivilDate,
): boolean {
  return (span.from === null || span.from <= date) && (span.until === null || date <= span.until);
}

/** The day of a span that is nearest to a day: itself, where it lies in it. */
export function nearestIn({ from, until }: DaySpan, date: CivilDate): CivilDate {
  if (date < from) return from;
  return date > until ? until : date;
}

/** Whether two spans of days have a day in common. */
export const overlap = (one: DaySpan, other: DaySpan): boolean =>
  one.from <= other.until && other.from <= one.until;

/** The Monday of the week in which the day lies. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekday(date));
}

/** Every day from one to another, both included; none where `until` lies before `from`. */
export function* daysFrom(from: CivilDate, until: CivilDate): Generator<CivilDate> {
  for (let day = from; day <= until; day = addDays(day, 1)) yield day;
}

/** The first and the last day of a month written `2015-10`; undefined where it is no month. */
export function monthSpan(month: string): DaySpan | undefined {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  if (!parts) return undefined;
  const [year, number] = [Number(parts[1]), Number(parts[2])];
  const from = civilDate(year, number, 1);
  const until = from && civilDate(year, number, daysInMonth(year, number));
  return from && until ? { from, until } : undefined;
}

/** Monday and Sunday of a week written `2015-W40`, as ISO 8601 counts; undefined where it is no week. */
export function weekSpan(week: string): DaySpan | undefined {
  const [, year = '', number = ''] = /^(\d{4})-?[Ww](\d{1,2})$/.exec(week) ?? [];
  const firstWeek = civilDate(Number(year), 1, 4);
  if (!firstWeek || Number(number) < 1) return undefined;
  const from = addDays(mondayOf(firstWeek), 7 * (Number(number) - 1));
  // The week belongs to the year in which its Thursday lies.
  return addDays(from, 3).startsWith(year) ? { from, until: addDays(from, 6) } : undefined;
}

/** The school year in which a day lies, by its first calendar year: 1 August 2015 to 31 July 2016 is 2015. */
export function schoolYearOf(date: CivilDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '08-01' ? year : year - 1;
}

/** The first and the last day that belong to a school year; the counterpart of `schoolYearOf`. */
export function schoolYearBounds(year: number): { first: CivilDate; last: CivilDate } {
  return { first: `${year}-08-01` as CivilDate, last: `${year + 1}-07-31` as CivilDate };
}

/** The first day of the summer before a school year: from then on its students are admitted. */
export function summerBefore(year: number): CivilDate {
  return `${year}-06-01` as CivilDate;
}

/** The small UTC date: the one with texts makes three `Intl` formats when it is loaded, 10 ms at every start. */
const inUtc = (date: CivilDate) => new UTCDateMini(Date.parse(date));
const twoDigits = (n: number) => String(n).padStart(2, '0');
