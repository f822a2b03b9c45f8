import { tzOffset } from '@date-fns/tz/tzOffset';
import { type CivilDate, parseCivilDate } from './civil-date.js';

/** An instant as text in UTC to the second, `2015-09-01T14:45:00Z`: it sorts and compares as it stands. */
export type Moment = string;

const wallClock = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?$/;
const latvianClock = /^(\d{1,2}\.\d{1,2}\.\d{4}\.?),? (\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/;
const withOffset =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)$/;

/** The instant as text; what is below a second is cut off. */
export function toMoment(instant: Date): Moment {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/**
 * The instant at which the school's clock shows that time of that day: in the hour that comes twice the
 * first; in the hour that is jumped over the one that is as long after the jump.
 */
export function momentOf(date: CivilDate, time: string, zone: string): Moment {
  const shown = Date.parse(`${date}T${time}Z`);
  const steady = steadyOffset(date, zone);
  if (steady !== undefined) return toMoment(new Date(shown - steady));
  const before = shown - offsetAt(shown - day, zone);
  const after = shown - offsetAt(shown + day, zone);
  const instant = [before, after].find((at) => at + offsetAt(at, zone) === shown) ?? before;
  return toMoment(new Date(instant));
}

/** The last second of a day on the school's clock. */
export function endOfDay(date: CivilDate, zone: string): Moment {
  return momentOf(date, '23:59:59', zone);
}

/** A moment as the school's clock shows it, `2015-09-01 17:45:00`. */
export function clockText(moment: Moment, zone: string): string {
  return clockOf(new Date(moment), zone).replace('T', ' ');
}

/** The day on the school's calendar at an instant. */
export function dateOf(instant: Date | Moment, zone: string): CivilDate {
  return clockOf(new Date(instant), zone).slice(0, 10) as CivilDate;
}

/**
 * Reads a moment: ISO 8601 with an offset or `Z`; without one, or as `01.09.2015 17:45[:30]`, by the
 * school's clock. Undefined where it is none: a bare day, or an hour that the clock jumps over in spring.
 */
export function parseMoment(text: string, zone: string): Moment | undefined {
  if (withOffset.test(text)) {
    const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})?$/, addColon));
    const day = parseCivilDate(text.slice(0, 10));
    return day === undefined || Number.isNaN(+instant) ? undefined : toMoment(instant);
  }
  const parts = wallClock.exec(text) ?? latvianClock.exec(text);
  const day = parts && parseCivilDate(parts[1] ?? '');
  if (!day) return undefined;
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return onTheClock(
    day,
    [hour, minute, second].map((n) => String(n).padStart(2, '0')).join(':'),
    zone,
  );
}

/** Whether the name is that of a time zone. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const addColon = (_: string, hours: string, minutes = '00') => `${hours}:${minutes}`;

/** The instant of a time on the school's clock; undefined where the clock jumps over it. */
function onTheClock(date: CivilDate, time: string, zone: string): Moment | undefined {
  const moment = momentOf(date, time, zone);
  return clockOf(new Date(moment), zone) === `${date}T${time}` ? moment : undefined;
}

/** What the school's clock shows at a moment, to the minute, for a person: `2015-09-01 17:45`. */
export function shownTime(moment: Moment, zone: string): string {
  return clockOf(new Date(moment), zone).slice(0, 16).replace('T', ' ');
}

/** What the school's clock shows at an instant, `2015-09-01T17:45:00`. */
function clockOf(instant: Date, zone: string): string {
  const offset = steadyOffset(instant.toISOString().slice(0, 10), zone) ?? offsetAt(+instant, zone);
  return new Date(+instant + offset).toISOString().slice(0, 19);
}

/**
 * How far the school's clock is ahead of UTC at an instant, in milliseconds. Where the whole process goes
 * by that clock, its own dates know: `Intl` takes 28 ms when it is first asked.
 */
function offsetAt(instant: number, zone: string): number {
  const date = new Date(instant);
  const isOwnClock = process.env['TZ'] === zone;
  return Math.round((isOwnClock ? -date.getTimezoneOffset() : tzOffset(zone, date)) * minute);
}

const minute = 60_000;
const day = 86_400_000;

/**
 * The same for a whole day, in UTC as on the clock of any zone; undefined where the clock is changed on
 * it or beside it. Remembered: to ask the zone takes 20 times as long, and a file may have a million moments.
 */
function steadyOffset(date: string, zone: string): number | undefined {
  const key = `${date} ${zone}`;
  if (!steadyOffsets.has(key)) {
    const begin = Date.parse(date);
    const [first, last] = [offsetAt(begin - day, zone), offsetAt(begin + 2 * day, zone)];
    steadyOffsets.set(key, first === last ? first : undefined);
  }
  return steadyOffsets.get(key);
}

const steadyOffsets = new Map<string, number | undefined>();
