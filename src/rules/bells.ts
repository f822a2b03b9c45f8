import { type Calendar, namedSchedule, numbersOf, taughtAs } from './calendar.js';
import { type CivilDate, covers } from './civil-date.js';

/** A lesson of a bell schedule; without weekdays it rings only where the calendar names the schedule. */
export interface BellRow {
  schedule: string;
  period: number;
  /** `08:30` */
  starts: string;
  ends: string;
  /** `1-5`, `1,3` */
  weekdays: string | null;
  from: CivilDate | null;
  until: CivilDate | null;
}

/** The days of a school and its bells. */
export interface Ringing {
  readonly calendar: Calendar;
  readonly bells: readonly BellRow[];
}

/**
 * What rings for a grade on a day: the schedule that the calendar names for it, with all its periods;
 * else the schedules of that weekday. Nothing where there is neither: then any period may be.
 */
export function ringingOn(
  { bells, calendar }: Ringing,
  date: CivilDate,
  grade: number,
): readonly BellRow[] {
  const inForce = bells.filter((bell) => covers(bell, date));
  const name = namedSchedule(calendar, date, grade);
  const named = inForce.filter((bell) => bell.schedule === name);
  const day = taughtAs(calendar, date);
  return named.length > 0 ? named : inForce.filter((bell) => numbersOf(bell.weekdays)?.has(day));
}

/** Whether there can be a lesson at a period, by what rings on its day. */
export function canBeHeld(ringing: readonly BellRow[], period: number): boolean {
  return ringing.length === 0 || ringing.some((bell) => bell.period === period);
}

export interface BellWarning {
  /** `twice`: two schedules ring on one day, each with its own time of the lesson. */
  readonly problem: 'overlap' | 'gap' | 'twice';
  readonly row: BellRow;
  /** The lesson before, which overlaps it or ends long before it; the same lesson of another schedule. */
  readonly other: BellRow;
}

/** A break longer than this, in minutes, deserves a look. */
const longestBreak = 30;

/**
 * Lessons of one schedule that overlap in time, or that lie more than half an hour apart, and lessons that
 * two schedules of a weekday have at different times.
 */
export function bellWarnings(rows: readonly BellRow[]): BellWarning[] {
  const found: BellWarning[] = [];
  const byStart = [...rows].sort((a, b) => (a.starts < b.starts ? -1 : 1));
  for (const [index, row] of byStart.entries()) {
    const before = byStart.slice(0, index).filter((other) => ringTogether(other, row));
    const other = before.sort((a, b) => (a.ends < b.ends ? -1 : 1)).at(-1);
    if (!other) continue;
    if (other.ends > row.starts) found.push({ problem: 'overlap', row, other });
    else if (minutes(row.starts) - minutes(other.ends) > longestBreak) {
      found.push({ problem: 'gap', row, other });
    }
  }
  for (const [index, row] of rows.entries()) {
    const other = rows.slice(0, index).find((one) => ringTwice(one, row));
    if (other) found.push({ problem: 'twice', row, other });
  }
  return found;
}

const ringTogether = (a: BellRow, b: BellRow) =>
  a.schedule === b.schedule && a.period !== b.period && shareDays(a, b);

const ringTwice = (a: BellRow, b: BellRow) =>
  a.schedule !== b.schedule &&
  a.period === b.period &&
  (a.starts !== b.starts || a.ends !== b.ends) &&
  a.weekdays !== null &&
  shareDays(a, b);

function shareDays(a: BellRow, b: BellRow): boolean {
  return (
    shareWeekday(a.weekdays, b.weekdays) &&
    (a.until ?? '9999') >= (b.from ?? '') &&
    (b.until ?? '9999') >= (a.from ?? '')
  );
}

function shareWeekday(a: string | null, b: string | null): boolean {
  const [first, second] = [numbersOf(a), numbersOf(b)];
  return !first || !second ? first === second : [...first].some((day) => second.has(day));
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
