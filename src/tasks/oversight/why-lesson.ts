import type { Database } from 'better-sqlite3';
import type { PlacedRow, PlannedGroup } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { BellRow } from '../../rules/bells.js';
import { type CalendarRow, taughtAs } from '../../rules/calendar.js';
import { type CivilDate, weekday } from '../../rules/civil-date.js';
import {
  type DayVerdict,
  type GradeVerdict,
  judgeSlot,
  type SlotVerdict,
} from '../../rules/lesson-verdict.js';
import { narrowed } from '../journal/asked-days.js';
import { type AskedYear, askedYear, type ClassesOf } from '../journal/year-book.js';
import { yearOfDay } from '../school-year.js';
import { type Explanation, fact, type Source, type Traces, traces } from './explanation.js';

/** A lesson, or all lessons of a day, of one group or of the groups of a class. */
export interface AskedLesson {
  readonly group?: string | undefined;
  readonly class?: string | undefined;
  readonly date: CivilDate;
  readonly period?: number | undefined;
}

/**
 * Why lessons are expected or not on a day: each row of the timetable with each condition.
 * @throws Problem unknownSchoolYear, unknownGroup, unknownClass
 */
export function whyLesson(db: Database, asOf: Date, asked: AskedLesson): Explanation[] {
  const { date, period } = asked;
  const classesOf: ClassesOf = asked.group
    ? narrowed.group(asked.group)
    : narrowed.class(asked.class ?? '');
  const book = askedYear(db, asOf, yearOfDay(db, date).year, classesOf);
  const trace = traces(db);
  return askedGroups(book, asked).map((group) =>
    period === undefined
      ? explainDay(book, trace, group, date)
      : explainLesson(book, trace, group, date, period),
  );
}

function askedGroups({ plan }: AskedYear, asked: AskedLesson): PlannedGroup[] {
  if (asked.group !== undefined) return [groupOf(plan.groups, asked.group)];
  const groups = [...plan.groups.values()];
  if (groups.length === 0) {
    throw new Problem('unknownClass', { class: asked.class ?? '' }, { field: 'class' });
  }
  return groups;
}

/** @throws Problem unknownGroup */
export function groupOf(groups: ReadonlyMap<string, PlannedGroup>, name: string): PlannedGroup {
  const group = groups.get(name);
  if (!group) throw new Problem('unknownGroup', { group: name }, { field: 'group' });
  return group;
}

/** All rows of the group's timetable for the weekday that is taught. */
function explainDay(
  book: AskedYear,
  trace: Traces,
  group: PlannedGroup,
  date: CivilDate,
): Explanation {
  const rows = book.plan.timetable.filter((row) => row.group === group.name);
  const day = taughtAs(book.plan.calendar, date);
  const judged = rows
    .filter((row) => row.weekday === day)
    .sort((a, b) => a.period - b.period)
    .map((row) => explainSlot(book, trace, group, row, date));
  const expected = judged.filter((one) => one.holds).map((one) => one.period);
  const because = judged.length > 0 ? judged.map((one) => one.node) : [noSlot(rows)];
  const facts = { group: group.name, date, weekday: weekday(date), expected };
  return fact('day', facts, because);
}

/** Whether one lesson is expected: by any of the rows of its period. */
export function explainLesson(
  book: AskedYear,
  trace: Traces,
  group: PlannedGroup,
  date: CivilDate,
  period: number,
): Explanation<'lesson'> {
  const rows = book.plan.timetable.filter((row) => row.group === group.name);
  const day = taughtAs(book.plan.calendar, date);
  const judged = rows
    .filter((row) => row.period === period && row.weekday === day)
    .map((row) => explainSlot(book, trace, group, row, date));
  const holds = judged.some((one) => one.holds);
  const because = judged.length > 0 ? judged.map((one) => one.node) : [noSlot(rows)];
  const facts = { group: group.name, date, weekday: weekday(date), period, holds };
  return fact('lesson', facts, because) as Explanation<'lesson'>;
}

const noSlot = (rows: readonly PlacedRow[]) =>
  fact('noSlot', {
    rows: [...rows]
      .sort((a, b) => a.weekday - b.weekday || a.period - b.period)
      .map(({ weekday: day, period, week }) => ({ weekday: day, period, week })),
  });

function explainSlot(
  { plan, year }: AskedYear,
  trace: Traces,
  group: PlannedGroup,
  row: PlacedRow,
  date: CivilDate,
) {
  const verdict = judgeSlot(plan, row, group.grades, date);
  const { school_year_id } = year;
  const calendarRow = (one: CalendarRow | undefined) =>
    one ? trace.key('calendar_day', { school_year_id, ...keyOfDay(one) }) : [];
  const bellRow = (one: BellRow | undefined) =>
    one ? trace.key('bell_period', { school_year_id, ...keyOfBell(one) }) : [];
  const slot = trace.key('timetable_slot', {
    teaching_group_id: group.teaching_group_id,
    weekday: row.weekday,
    period: row.period,
    week: row.week,
    from: row.from,
  });
  const because = [
    onWeekday(verdict, row, date),
    ...(row.week === null ? [] : [inWeek(verdict, row.week)]),
    ...(row.from === null && row.until === null ? [] : [inDates(verdict, row)]),
    dayFact(verdict.day, calendarRow(verdict.day.row)),
    ...verdict.grades.map((grade) => gradeFact(grade, calendarRow(grade.taken ?? grade.semester))),
    bellFact(verdict, row, bellRow(verdict.bell.row)),
  ];
  const facts = {
    weekday: row.weekday,
    period: row.period,
    week: row.week,
    room: row.room,
    holds: verdict.holds,
  };
  return { holds: verdict.holds, period: row.period, node: fact('slot', facts, because, slot) };
}

const keyOfDay = ({ from, until, kind, grades }: CalendarRow) => ({ from, until, kind, grades });
const keyOfBell = ({ schedule, period, weekdays, from }: BellRow) => ({
  schedule,
  period,
  weekdays,
  from,
});

const onWeekday = ({ weekday: verdict }: SlotVerdict, row: PlacedRow, date: CivilDate) =>
  fact('slotWeekday', {
    holds: verdict.holds,
    weekday: weekday(date),
    taught_as: verdict.taughtAs,
    of_row: row.weekday,
  });

const inWeek = ({ week: verdict }: SlotVerdict, week: string) =>
  fact('slotWeek', { holds: verdict.holds, week, letter: verdict.letter ?? null });

const inDates = ({ dates }: SlotVerdict, { from, until }: PlacedRow) =>
  fact('slotDates', { holds: dates.holds, from, until });

const dayFact = (day: DayVerdict, sources: readonly Source[]) =>
  fact(
    'workingDay',
    {
      holds: day.holds,
      weekday: day.weekday,
      kind: day.row?.kind ?? null,
      name: day.row?.name ?? null,
      holiday: day.holiday ?? null,
    },
    [],
    sources,
  );

const gradeFact = (verdict: GradeVerdict, sources: readonly Source[]) =>
  fact(
    'schoolDay',
    {
      grade: verdict.grade,
      holds: verdict.holds,
      semester: verdict.semester?.kind ?? null,
      taken: verdict.taken?.kind ?? null,
      name: (verdict.taken ?? verdict.semester)?.name ?? null,
      from: (verdict.taken ?? verdict.semester)?.from ?? null,
      until: (verdict.taken ?? verdict.semester)?.until ?? null,
    },
    [],
    sources,
  );

const bellFact = ({ bell }: SlotVerdict, row: PlacedRow, sources: readonly Source[]) =>
  fact(
    'bell',
    {
      holds: bell.holds,
      period: row.period,
      starts: bell.row?.starts ?? null,
      ends: bell.row?.ends ?? null,
      schedules: bell.schedules,
    },
    [],
    sources,
  );
