import { tz } from '@date-fns/tz';
import { parseISO } from 'date-fns/parseISO';
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

/** The instant at which the school's clock shows that time of that day; in the hour that comes twice the first. */
export function momentOf(date: CivilDate, time: string, zone: string): Moment {
  return toMoment(new Date(+parseISO(`${date}T${time}`, { in: tz(zone) })));
}

/** The last second of a day on the school's clock. */
export function endOfDay(date: CivilDate, zone: string): Moment {
  return momentOf(date, '23:59:59', zone);
}

/** A moment as the school's clock shows it, `2015-09-01 17:45:00`. */
export function clockText(moment: Moment, zone: string): string {
  return clockOf(moment, zone);
}

/** The day on the school's calendar at an instant. */
export function dateOf(instant: Date | Moment, zone: string): CivilDate {
  return dayIn(zone).format(new Date(instant)) as CivilDate;
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
    return dayIn(name) !== undefined;
  } catch {
    return false;
  }
}

const addColon = (_: string, hours: string, minutes = '00') => `${hours}:${minutes}`;

/**
 * The instant of a time on the school's clock. Where the clock is put forward, there is no such
 * instant; where it is put back, the hour comes twice, and the earlier instant is the one an hour before.
 */
function onTheClock(day: CivilDate, time: string, zone: string): Moment | undefined {
  const moment = momentOf(day, time, zone);
  if (clockOf(moment, zone) !== `${day} ${time}`) return undefined;
  const before = toMoment(new Date(+new Date(moment) - hour));
  return clockOf(before, zone) === `${day} ${time}` ? before : moment;
}

const hour = 3_600_000;

const clockOf = (moment: Moment, zone: string) => clockIn(zone).format(new Date(moment));

/** Formatters are made once for each zone: making one costs a thousand times its use. */
function remembered(options: Intl.DateTimeFormatOptions) {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (zone: string) => {
    const format =
      known.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: zone });
    known.set(zone, format);
    return format;
  };
}

const dayIn = remembered({ year: 'numeric', month: '2-digit', day: '2-digit' });
const clockIn = remembered({ dateStyle: 'short', timeStyle: 'medium' });
