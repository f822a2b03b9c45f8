import { canBeHeld, type Ringing, ringingOn } from './bells.js';
import {
  type Calendar,
  isSchoolDay,
  isWorkingDay,
  namedSchedule,
  rowsOn,
  taughtAs,
  weekLetter,
} from './calendar.js';
import { type CivilDate, covers, type Weekday } from './civil-date.js';
import type { TimetableRow } from './expected-lessons.js';
import { publicHoliday } from './public-holidays.js';

/** Why a day has no lessons. */
export type DayOff =
  | 'public_holiday'
  | 'moved_off'
  | 'weekend'
  | 'holiday'
  | 'no_school'
  | 'outside_semester';

/** When a group has its lessons. */
export interface WeeklyTime {
  readonly weekday: Weekday;
  readonly period: number;
  readonly week: 'A' | 'B' | null;
}

/** Why the timetable does not expect a lesson. */
export type TimetableObjection =
  | { readonly why: 'dayOff'; readonly kind: DayOff; readonly name: string | null }
  | { readonly why: 'otherPeriods'; readonly weekday: Weekday; readonly periods: readonly number[] }
  | { readonly why: 'otherWeek'; readonly week: 'A' | 'B' }
  | {
      readonly why: 'otherDates';
      readonly from: CivilDate | null;
      readonly until: CivilDate | null;
    }
  | { readonly why: 'noBell'; readonly schedule: string | null }
  | {
      readonly why: 'otherDays';
      readonly weekday: Weekday;
      /** The week of the day, where the group has lessons on that weekday in the other one. */
      readonly week: 'A' | 'B' | null;
      readonly times: readonly WeeklyTime[];
    };

/** What speaks against a lesson as it is to be entered. */
export type Objection =
  | TimetableObjection
  | { readonly why: 'future'; readonly today: CivilDate }
  | { readonly why: 'notHeld'; readonly reason: string | null }
  | { readonly why: 'otherLessons'; readonly groups: readonly string[]; readonly students: number }
  | { readonly why: 'teacherBusy'; readonly teacher: string; readonly groups: readonly string[] }
  | { readonly why: 'otherTeacher'; readonly teacher: string; readonly own: readonly string[] }
  | {
      readonly why: 'notOnStaff';
      readonly teacher: string;
      readonly from: CivilDate | null;
      readonly until: CivilDate | null;
    };

interface Plan extends Ringing {
  readonly timetable: readonly TimetableRow[];
}

/**
 * Why the timetable does not expect a lesson of a group of some grades at that time, the day before the
 * row before the bell; undefined where it does.
 */
export function timetableObjection(
  plan: Plan,
  group: { readonly name: string; readonly grades: readonly number[] },
  date: CivilDate,
  period: number,
): TimetableObjection | undefined {
  const { calendar } = plan;
  const off = dayOff(calendar, date, group.grades);
  if (off) return off;
  const weekday = taughtAs(calendar, date);
  const own = plan.timetable.filter((row) => row.group === group.name);
  const thatTime = own.filter((row) => row.weekday === weekday && row.period === period);
  const week = weekLetter(calendar, date);
  const inDates = thatTime.filter((row) => covers(row, date));
  const isHeld = inDates.some((row) => row.week === null || row.week === week);
  if (isHeld) return noBell(plan, group.grades, date, period);
  const [otherWeek] = inDates;
  if (otherWeek?.week) return { why: 'otherWeek', week: otherWeek.week };
  const [otherDates] = thatTime;
  if (otherDates) return { why: 'otherDates', from: otherDates.from, until: otherDates.until };
  return elsewhere(own, date, weekday, week);
}

/** That the bells of a day have no lesson then for the grades; undefined where they do, or where any may be. */
export function noBell(
  ringing: Ringing,
  grades: readonly number[],
  date: CivilDate,
  period: number,
): Extract<TimetableObjection, { why: 'noBell' }> | undefined {
  const { calendar } = ringing;
  const taught = grades.filter((grade) => isSchoolDay(calendar, date, grade));
  if (taught.some((grade) => canBeHeld(ringingOn(ringing, date, grade), period))) return undefined;
  const [schedule = null] = taught.map((grade) => namedSchedule(calendar, date, grade) ?? null);
  return { why: 'noBell', schedule };
}

function elsewhere(
  own: readonly TimetableRow[],
  date: CivilDate,
  weekday: Weekday,
  week: 'A' | 'B' | undefined,
): TimetableObjection {
  const inForce = own.filter((row) => covers(row, date));
  const periods = inForce
    .filter((row) => row.weekday === weekday && (row.week === null || row.week === week))
    .map((row) => row.period)
    .sort((a, b) => a - b);
  if (periods.length > 0) return { why: 'otherPeriods', weekday, periods };
  const times = inForce
    .map((row) => ({ weekday: row.weekday, period: row.period, week: row.week }))
    .sort((a, b) => a.weekday - b.weekday || a.period - b.period);
  const inOtherWeek = inForce.some((row) => row.weekday === weekday);
  return { why: 'otherDays', weekday, week: (inOtherWeek && week) || null, times };
}

/** Why none of the grades has lessons on a day; undefined where one has. */
export function dayOff(
  calendar: Calendar,
  date: CivilDate,
  grades: readonly number[],
): Extract<TimetableObjection, { why: 'dayOff' }> | undefined {
  if (grades.some((grade) => isSchoolDay(calendar, date, grade))) return undefined;
  const rows = rowsOn(calendar, date);
  const named = (kind: DayOff) => {
    const row = rows.find((each) => each.kind === kind);
    return row && ({ why: 'dayOff', kind, name: row.name } as const);
  };
  if (!isWorkingDay(calendar, date)) {
    const name = publicHoliday(date);
    const kind = name === undefined ? 'weekend' : 'public_holiday';
    const known = { why: 'dayOff', kind, name: name ?? null } as const;
    return named('moved_off') ?? named('public_holiday') ?? known;
  }
  return (
    named('holiday') ??
    named('no_school') ?? { why: 'dayOff', kind: 'outside_semester', name: null }
  );
}
