import {
  type CivilDate,
  covers,
  daysBetween,
  mondayOf,
  type Weekday,
  weekday,
} from './civil-date.js';
import { publicHoliday } from './public-holidays.js';

/** What a row of the calendar says of its days. */
export const dayKinds = [
  'semester1',
  'semester2',
  'holiday',
  'no_school',
  'public_holiday',
  'moved_off',
  'working_day',
  'bells',
] as const;
export type DayKind = (typeof dayKinds)[number];

/** A row of `calendar.csv`; without `until` it is one day, without `grades` it holds for all. */
export interface CalendarRow {
  from: CivilDate;
  until: CivilDate | null;
  kind: DayKind;
  /** `1-8,10-11` */
  grades: string | null;
  /** The weekday whose lessons are held, 1-7. */
  replaces: number | null;
  /** The bell schedule of these days. */
  schedule: string | null;
  name: string | null;
}

/** A school year's days. What was asked of a day is remembered: it is asked thousands of times. */
export interface Calendar {
  readonly rows: readonly CalendarRow[];
  readonly days: Map<CivilDate, Day>;
  /** The working days of calendar years. */
  readonly worked: Map<number, WorkedDays>;
  readonly firstMonday: CivilDate | undefined;
}

/** The working days of a calendar year: how many up to and with each day, and all. */
export interface WorkedDays {
  readonly upTo: ReadonlyMap<CivilDate, number>;
  readonly total: number;
}

interface Day {
  /** The rows that cover the day, the one that stands first. */
  readonly rows: readonly CalendarRow[];
  readonly isWorkingDay: boolean;
  readonly taughtAs: Weekday;
  readonly schoolDayOf: Map<number, boolean>;
}

export function makeCalendar(rows: readonly CalendarRow[]): Calendar {
  const starts = rows.filter((row) => row.kind === 'semester1').map((row) => row.from);
  const first = starts.sort()[0];
  return { rows, days: new Map(), worked: new Map(), firstMonday: first && mondayOf(first) };
}

/**
 * Monday to Friday without public holidays and days moved off, and the days that are worked instead;
 * for all grades, whatever the row's grades say.
 */
export function isWorkingDay(calendar: Calendar, date: CivilDate): boolean {
  return dayOf(calendar, date).isWorkingDay;
}

/** A working day in a semester of the grade that no holiday and no day without school of that grade covers. */
export function isSchoolDay(calendar: Calendar, date: CivilDate, grade: number): boolean {
  const day = dayOf(calendar, date);
  let known = day.schoolDayOf.get(grade);
  if (known === undefined) {
    known = day.isWorkingDay && hasLessons(day.rows, grade);
    day.schoolDayOf.set(grade, known);
  }
  return known;
}

/** The row that makes a day worked or free whatever its weekday; undefined where none does. */
export function decidingRow(calendar: Calendar, date: CivilDate): CalendarRow | undefined {
  return rowsOn(calendar, date).find((row) => decidesWork.includes(row.kind));
}

/** The weekday whose timetable and bells hold on that day. */
export function taughtAs(calendar: Calendar, date: CivilDate): Weekday {
  return dayOf(calendar, date).taughtAs;
}

/** The bell schedule that the calendar names for a grade on that day. */
export function namedSchedule(
  calendar: Calendar,
  date: CivilDate,
  grade: number,
): string | undefined {
  const names = (row: CalendarRow) =>
    row.schedule !== null && (decidesWork.includes(row.kind) || holdsFor(row, grade));
  return dayOf(calendar, date).rows.find(names)?.schedule ?? undefined;
}

/** The rows of the calendar that cover a day, the one that stands first. */
export function rowsOn(calendar: Calendar, date: CivilDate): readonly CalendarRow[] {
  return dayOf(calendar, date).rows;
}

/** Week A holds the first day of semester 1, then A and B alternate Monday by Monday, holidays included. */
export function weekLetter(calendar: Calendar, date: CivilDate): 'A' | 'B' | undefined {
  if (!calendar.firstMonday) return undefined;
  const weeks = daysBetween(calendar.firstMonday, mondayOf(date)) / 7;
  return weeks % 2 === 0 ? 'A' : 'B';
}

/** The numbers of a cell such as `1-8,10-11` (grades, weekdays); undefined where it is empty. */
export function numbersOf(cell: string | null): ReadonlySet<number> | undefined {
  if (cell === null) return undefined;
  const numbers = new Set<number>();
  for (const part of cell.split(',')) {
    const [first = 0, last = first] = part.split('-').map(Number);
    for (let number = first; number <= last; number += 1) numbers.add(number);
  }
  return numbers;
}

function dayOf(calendar: Calendar, date: CivilDate): Day {
  let day = calendar.days.get(date);
  if (!day) {
    day = makeDay(calendar, date);
    calendar.days.set(date, day);
  }
  return day;
}

function makeDay(calendar: Calendar, date: CivilDate): Day {
  const rows = calendar.rows
    .map((row, order) => ({ row, order }))
    .filter(({ row }) => covers({ from: row.from, until: row.until ?? row.from }, date))
    .map(({ row, order }) => ({ row, order, days: spanLength(row) }))
    .sort((a, b) => a.days - b.days || b.order - a.order)
    .map(({ row }) => row);
  return {
    rows,
    isWorkingDay: isWorked(rows, date),
    taughtAs: replacedWeekday(rows) ?? weekday(date),
    schoolDayOf: new Map(),
  };
}

/** Where rows overlap, the one with the shorter span stands, then the later row. */
const spanLength = (row: CalendarRow) => (row.until ? daysBetween(row.from, row.until) : 0);

const decidesWork: readonly DayKind[] = ['public_holiday', 'moved_off', 'working_day'];

function isWorked(rows: readonly CalendarRow[], date: CivilDate): boolean {
  const decided = rows.find((row) => decidesWork.includes(row.kind));
  if (decided) return decided.kind === 'working_day';
  return weekday(date) <= 5 && publicHoliday(date) === undefined;
}

function replacedWeekday(rows: readonly CalendarRow[]): Weekday | undefined {
  const worked = rows.find((row) => decidesWork.includes(row.kind));
  return (worked?.kind === 'working_day' && (worked.replaces as Weekday | null)) || undefined;
}

function hasLessons(rows: readonly CalendarRow[], grade: number): boolean {
  const own = rows.filter((row) => holdsFor(row, grade)).map((row) => row.kind);
  const inSemester = own.includes('semester1') || own.includes('semester2');
  return inSemester && !own.includes('holiday') && !own.includes('no_school');
}

/** Whether a row of the calendar holds for a grade. */
export function holdsFor({ grades }: Pick<CalendarRow, 'grades'>, grade: number): boolean {
  return numbersOf(grades)?.has(grade) ?? true;
}
