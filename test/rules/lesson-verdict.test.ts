import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BellRow } from '../../src/rules/bells.js';
import { type CalendarRow, makeCalendar } from '../../src/rules/calendar.js';
import { addDays, type CivilDate, type Weekday } from '../../src/rules/civil-date.js';
import { expectedLessons, type TimetableRow } from '../../src/rules/expected-lessons.js';
import { judgeSlot } from '../../src/rules/lesson-verdict.js';
import { day } from '../support/school.js';

const anyDay = fc.integer({ min: 0, max: 120 }).map((n) => addDays(day('2015-08-25'), n));
const anySpan = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 30 }))
  .map(([from, days]) => ({ from, until: addDays(from, days) as CivilDate | null }));
const anyCalendarRow: fc.Arbitrary<CalendarRow> = fc
  .tuple(
    anySpan,
    fc.constantFrom('holiday', 'no_school', 'public_holiday', 'moved_off', 'working_day', 'bells'),
    fc.constantFrom(null, '7', '8', '7-9'),
    fc.constantFrom(null, 1, 5),
    fc.constantFrom(null, 'short'),
  )
  .map(([span, kind, grades, replaces, schedule]) => ({
    ...span,
    kind: kind as CalendarRow['kind'],
    grades,
    replaces,
    schedule,
    name: null,
  }));
const semester: CalendarRow = {
  from: day('2015-09-01'),
  until: day('2015-12-18'),
  kind: 'semester1',
  grades: null,
  replaces: null,
  schedule: null,
  name: null,
};
const anyBell: fc.Arbitrary<BellRow> = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom(null, '1-5', '1,3'),
    fc.constantFrom('regular', 'short'),
  )
  .map(([period, weekdays, schedule]) => ({
    schedule,
    period,
    starts: '08:30',
    ends: '09:10',
    weekdays,
    from: null,
    until: null,
  }));
const anyRow: fc.Arbitrary<TimetableRow> = fc
  .tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom(null, 'A' as const, 'B' as const),
    fc.option(anySpan),
  )
  .map(([weekday, period, week, span]) => ({
    group: 'g',
    weekday: weekday as Weekday,
    period,
    week,
    from: span?.from ?? null,
    until: span?.until ?? null,
  }));

test('a row holds by its conditions exactly where it is expected', () => {
  fc.assert(
    fc.property(
      fc.array(anyCalendarRow, { maxLength: 6 }),
      fc.array(anyBell, { maxLength: 4 }),
      anyRow,
      anyDay,
      fc.subarray([7, 8, 9], { minLength: 1 }),
      (rows, bells, row, date, grades) => {
        const calendar = makeCalendar([semester, ...rows]);
        const plan = { calendar, bells, timetable: [row], gradesOfGroup: () => grades };
        const isExpected = [...expectedLessons(plan, date, date)].length > 0;
        expect(judgeSlot({ calendar, bells }, row, grades, date).holds).toBe(isExpected);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a schedule that the calendar names for some grades rings for them alone, one of a worked day for all', () => {
  const bell = (schedule: string, period: number, weekdays: string | null) => ({
    ...{ schedule, period, starts: '08:30', ends: '09:10', weekdays, from: null, until: null },
  });
  const bells = [bell('regular', 1, '1-5'), bell('regular', 2, '1-5'), bell('short', 1, null)];
  const lesson = (group: string, weekday: Weekday): TimetableRow => ({
    ...{ group, weekday, period: 2, week: null, from: null, until: null },
  });
  const short = (from: string, kind: CalendarRow['kind']): CalendarRow => ({
    ...{ from: day(from), until: null, kind, grades: '7-9', replaces: null },
    ...{ schedule: 'short', name: null },
  });
  const calendar = makeCalendar([
    semester,
    short('2015-09-14', 'bells'),
    short('2015-09-19', 'working_day'),
  ]);
  const grades: Record<string, number[]> = { '7.a': [7], '10.a': [10], '9.-10.': [9, 10] };
  const plan = {
    calendar,
    bells,
    timetable: Object.keys(grades).flatMap((group) => [lesson(group, 1), lesson(group, 6)]),
    gradesOfGroup: (group: string) => grades[group] ?? [],
  };
  const groups = (date: string) =>
    [...expectedLessons(plan, day(date), day(date))].map(({ group }) => group);
  expect(groups('2015-09-07')).toEqual(['7.a', '10.a', '9.-10.']);
  expect(groups('2015-09-14')).toEqual(['10.a', '9.-10.']);
  expect(groups('2015-09-19')).toEqual([]);
});
