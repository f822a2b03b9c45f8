import { isDeepStrictEqual } from 'node:util';
import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { numberSet, time } from '../../csv/cells.js';
import { bellPeriods } from '../../db/bell-periods.js';
import { calendarDays, calendarKey } from '../../db/calendar-days.js';
import { write } from '../../db/operation.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type Table, tableByKey } from '../../db/table-by-key.js';
import { Problem } from '../../problem.js';
import { type BellRow, type BellWarning, bellWarnings } from '../../rules/bells.js';
import { everyGrade } from '../../rules/bounds.js';
import { isSchoolDay, makeCalendar } from '../../rules/calendar.js';
import { type CivilDate, schoolYearOf } from '../../rules/civil-date.js';
import { yearOf } from '../school-year.js';

/** On which weekdays and between which days something holds; undefined leaves what is there. */
export interface BellDays {
  readonly year?: number | undefined;
  /** `1-5` */
  readonly weekdays?: string | undefined;
  readonly from?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
}

/**
 * The bells of a school year, schedule by schedule (clause 2.1.5), or those of one schedule.
 * @throws Problem unknownSchedule
 */
export function bells(db: Database, year: number | undefined, schedule?: string): BellRow[] {
  const all = bellPeriods(db, yearOf(db, year));
  if (schedule === undefined) return all;
  const own = all.filter((row) => row.schedule === schedule);
  if (own.length === 0) throw new Problem('unknownSchedule', { schedule });
  return own;
}

/**
 * Sets when a lesson of a schedule begins and ends. A schedule that is there keeps its weekdays.
 * @throws Problem bellsOverlap, badPeriod, notWeekdays, badSpan
 */
export function setBell(
  context: Context,
  bell: { schedule: string; period: number; starts: string; ends: string },
  days: BellDays,
): BellRow[] {
  return changeBells(context, days.year, (table, year, rows) => {
    const same = rows.find((row) => row.schedule === bell.schedule);
    const weekdays = weekdaysOf(days) ?? same?.weekdays ?? null;
    const from = days.from ?? same?.from ?? null;
    const until = days.until ?? undefined;
    table.put({ school_year_id: year.school_year_id, ...bell, weekdays, from, until });
  });
}

/**
 * Copies a schedule with lessons of another length; the first begins when it did and the breaks stay.
 * The copy has no weekdays: it rings where it is assigned.
 * @throws Problem unknownSchedule, scheduleThere, bellsTwice, and those of setBell
 */
export function copyBells(
  context: Context,
  copy: { from: string; to: string; minutes: number | undefined },
  days: BellDays,
): BellRow[] {
  return changeBells(context, days.year, (table, { school_year_id }, rows) => {
    const copied = rows.filter((row) => row.schedule === copy.from).sort(byStart);
    if (copied.length === 0) throw new Problem('unknownSchedule', { schedule: copy.from });
    refuseTwice(copied.map((row) => ({ ...row, weekdays: null, from: null })));
    const shared = {
      schedule: copy.to,
      weekdays: weekdaysOf(days) ?? null,
      from: days.from ?? null,
      until: days.until ?? null,
    };
    const made = withLength(copied, copy.minutes).map((times) => ({ ...times, ...shared }));
    const there = rows.filter((row) => row.schedule === copy.to).sort(byStart);
    if (there.length > 0 && !isDeepStrictEqual(there.map(asCopied), made.map(asCopied)))
      throw new Problem('scheduleThere', { schedule: copy.to });
    for (const row of made) table.put({ school_year_id, ...row });
  });
}

/** Lessons of a length, one after the other with the breaks between them as they were. */
function withLength(rows: readonly BellRow[], minutes: number | undefined) {
  let before: { old: BellRow; ends: number } | undefined;
  return rows.map((row) => {
    const starts = before
      ? before.ends + minutesOf(row.starts) - minutesOf(before.old.ends)
      : minutesOf(row.starts);
    const length = minutes ?? minutesOf(row.ends) - minutesOf(row.starts);
    before = { old: row, ends: starts + length };
    return { period: row.period, starts: clock(starts), ends: clock(before.ends) };
  });
}

const asCopied = ({ period, starts, ends, weekdays, from, until }: BellRow) => [
  ...[period, starts, ends, weekdays, from, until],
];

/** What should be looked at of a schedule: long gaps, and lessons that another one has at other times. */
export function bellDoubts(rows: readonly BellRow[], schedule: string): BellWarning[] {
  return bellWarnings(rows).flatMap((found): BellWarning[] => {
    const { problem, row, other } = found;
    if (row.schedule === schedule) return [found];
    return other.schedule === schedule ? [{ problem, row: other, other: row }] : [];
  });
}

/** Whether some grade has lessons on a day, so that bells ring. */
export function hasLessons(db: Database, asked: number | undefined, date: CivilDate): boolean {
  const calendar = makeCalendar(calendarDays(db, yearOf(db, asked)));
  return everyGrade.some((grade) => isSchoolDay(calendar, date, grade));
}

/**
 * Lets a schedule ring on weekdays, or on one day: then the calendar names it for that day.
 * @throws Problem unknownSchedule, bellsTwice, outsideYear, and those of setBell
 */
export function assignBells(
  context: Context,
  schedule: string,
  { on, ...days }: BellDays & { on?: CivilDate | undefined },
): BellRow[] {
  return changeBells(context, days.year, (table, { school_year_id, year }, rows) => {
    const own = rows.filter((row) => row.schedule === schedule);
    if (own.length === 0) throw new Problem('unknownSchedule', { schedule });
    if (on !== undefined) {
      if (schoolYearOf(on) !== year) {
        throw new Problem('outsideYear', { date: on, year }, { field: 'on' });
      }
      nameSchedule(context.db, { school_year_id, year }, on, schedule);
      return;
    }
    const weekdays = weekdaysOf(days);
    const from = days.from;
    refuseTwice(
      own.map((row) => ({ ...row, weekdays: weekdays ?? row.weekdays, from: from ?? row.from })),
    );
    for (const row of own) {
      const id = table.find({ school_year_id, ...row })?.['id'];
      table.change(Number(id), { weekdays, from, until: days.until });
    }
  });
}

/** Of rows for the same day the later one stands, and a file has them by kind: so there is one that names bells. */
function nameSchedule(db: Database, year: SchoolYearRow, on: CivilDate, schedule: string): void {
  const { school_year_id } = year;
  const calendar = tableByKey(db, 'calendar_day', calendarKey);
  const own = calendarDays(db, year).filter(
    ({ from, until, schedule: named }) => from === on && (until ?? on) === on && named !== null,
  );
  const rows = own.length > 0 ? own : [{ from: on, until: null, kind: 'bells', grades: null }];
  for (const { from, until, kind, grades } of rows) {
    calendar.put({ school_year_id, from, until, kind, grades, schedule });
  }
}

function changeBells(
  context: Context,
  asked: number | undefined,
  change: (table: Table, year: SchoolYearRow, rows: readonly BellRow[]) => void,
): BellRow[] {
  const { db } = context;
  return write(context, () => {
    const year = yearOf(db, asked);
    const key = ['school_year_id', 'schedule', 'period', 'weekdays', 'from'];
    change(tableByKey(db, 'bell_period', key), year, bellPeriods(db, year));
    const rows = bellPeriods(db, year);
    for (const row of rows) refuseImpossible(row);
    const clash = bellWarnings(rows).find((warning) => warning.problem === 'overlap');
    if (clash) {
      throw new Problem('bellsOverlap', { period: clash.row.period, other: clash.other.period });
    }
    return rows;
  });
}

/** A schedule may have other times on some weekdays or from some day: they cannot all ring at once. */
function refuseTwice(rows: readonly BellRow[]): void {
  const seen = new Set<string>();
  for (const { schedule, period, weekdays, from } of rows) {
    const place = JSON.stringify([period, weekdays, from]);
    if (seen.has(place)) throw new Problem('bellsTwice', { schedule, period });
    seen.add(place);
  }
}

/** A bell that no clock has, or that never rings. */
function refuseImpossible({ starts, ends, from, until }: BellRow): void {
  if (!isClock(starts) || !isClock(ends) || ends <= starts) {
    throw new Problem('badPeriod', { text: `${starts}-${ends}` });
  }
  if (from !== null && until !== null && until < from) {
    throw new Problem('badSpan', { from, until }, { field: 'until' });
  }
}

const isClock = (text: string) => 'value' in time(text, noZone);

/** Neither times of day nor weekdays ask for it. */
const noZone = { zone: '' };

const readWeekdays = numberSet(1, 7);

/** As the file of bells has them: sorted, runs joined. */
function weekdaysOf({ weekdays: text }: BellDays): string | undefined {
  if (text === undefined) return undefined;
  const read = readWeekdays(text, noZone);
  if ('wrong' in read) throw new Problem('notWeekdays', { text }, { field: 'weekdays' });
  return read.value;
}

const byStart = (a: BellRow, b: BellRow) => (a.starts < b.starts ? -1 : 1);

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function clock(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
