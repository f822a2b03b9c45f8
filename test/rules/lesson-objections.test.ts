import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BellRow } from '../../src/rules/bells.js';
import { type CalendarRow, makeCalendar } from '../../src/rules/calendar.js';
import { addDays } from '../../src/rules/civil-date.js';
import { expectedLessons, type TimetableRow } from '../../src/rules/expected-lessons.js';
import { lessonContent } from '../../src/rules/lesson-content.js';
import { timetableObjection } from '../../src/rules/lesson-objections.js';
import { day } from '../support/school.js';

const row = (values: Partial<CalendarRow>): CalendarRow => ({
  ...{ from: day('2015-09-01'), until: null, kind: 'bells', grades: null },
  ...{ replaces: null, schedule: null, name: null },
  ...values,
});

const calendar = makeCalendar([
  row({ kind: 'semester1', until: day('2015-12-18') }),
  row({ kind: 'holiday', from: day('2015-10-26'), until: day('2015-10-30') }),
  row({ kind: 'holiday', from: day('2015-11-05'), grades: '8' }),
  row({ kind: 'no_school', from: day('2015-11-10') }),
  row({ kind: 'moved_off', from: day('2015-11-20') }),
  row({ kind: 'working_day', from: day('2015-11-28'), replaces: 5, schedule: 'short' }),
  row({ kind: 'bells', from: day('2015-10-02'), schedule: 'short' }),
]);

const bell = (schedule: string, period: number, weekdays: string | null): BellRow => ({
  ...{ schedule, period, weekdays, starts: '08:00', ends: '08:40', from: null, until: null },
});
const bells = [
  ...[1, 2, 3, 4].map((period) => bell('regular', period, '1-5')),
  ...[1, 2].map((period) => bell('short', period, null)),
];

const anyDay = fc.integer({ min: 0, max: 130 }).map((days) => addDays(day('2015-08-25'), days));
const anyRow = fc.record({
  group: fc.constantFrom('A', 'B'),
  weekday: fc.constantFrom(1, 2, 3, 4, 5, 6) as fc.Arbitrary<TimetableRow['weekday']>,
  period: fc.integer({ min: 0, max: 5 }),
  week: fc.constantFrom(null, 'A' as const, 'B' as const),
  from: fc.option(anyDay),
  until: fc.option(anyDay),
});

test('the timetable objects to a lesson exactly where it does not expect it', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 25 }),
      anyDay,
      fc.integer({ min: 0, max: 5 }),
      (timetable, date, period) => {
        const grades = [7, 8];
        const plan = { calendar, bells, timetable };
        const expected = [
          ...expectedLessons({ ...plan, gradesOfGroup: () => grades }, date, date),
        ].some((lesson) => lesson.group === 'A' && lesson.period === period);
        const objection = timetableObjection(plan, { name: 'A', grades }, date, period);
        expect(objection === undefined).toBe(expected);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['2015-08-27', { why: 'dayOff', kind: 'outside_semester', name: null }],
  ['2015-09-05', { why: 'dayOff', kind: 'weekend', name: null }],
  ['2015-11-18', { why: 'dayOff', kind: 'public_holiday', name: 'Republikas Proklamēšanas diena' }],
  ['2015-11-10', { why: 'dayOff', kind: 'no_school', name: null }],
  ['2015-11-20', { why: 'dayOff', kind: 'moved_off', name: null }],
  ['2015-11-05', { why: 'dayOff', kind: 'holiday', name: null }],
  ['2015-10-02', { why: 'noBell', schedule: 'short' }],
  ['2015-09-03', { why: 'otherWeek', week: 'B' }],
  ['2015-09-02', { why: 'otherDates', from: '2015-10-01', until: null }],
  ['2015-09-07', { why: 'otherPeriods', weekday: 1, periods: [1] }],
])('on %s the objection is %o', (date, objection) => {
  const slot = (values: Partial<TimetableRow>): TimetableRow => ({
    ...{ group: '8.a MAT', weekday: 1, period: 3, week: null, from: null, until: null },
    ...values,
  });
  const timetable = [
    slot({ period: 1 }),
    slot({ weekday: 3, from: day('2015-10-01') }),
    slot({ weekday: 4, week: 'B' }),
    slot({ weekday: 5 }),
  ];
  const group = { name: '8.a MAT', grades: [8] };
  expect(timetableObjection({ calendar, bells, timetable }, group, day(date), 3)).toEqual(
    objection,
  );
});

test('a day on whose weekday a group has lessons in the other week alone says so', () => {
  const slot = (week: 'A' | 'B'): TimetableRow => ({
    ...{ group: '8.a SOC', weekday: 3, period: 1, week, from: null, until: null },
  });
  const group = { name: '8.a SOC', grades: [8] };
  const objection = (week: 'A' | 'B') =>
    timetableObjection({ calendar, bells, timetable: [slot(week)] }, group, day('2015-09-02'), 3);
  expect(objection('A')).toEqual({ why: 'otherPeriods', weekday: 3, periods: [1] });
  expect(objection('B')).toEqual({
    ...{ why: 'otherDays', weekday: 3, week: 'A' },
    times: [{ weekday: 3, period: 1, week: 'B' }],
  });
});

test('what stands of a lesson does not depend on the order in which its entries are read', () => {
  const text = fc.constantFrom(null, '', 'a', 'b');
  const anyEntry = fc.record({
    ...{ period: fc.constant(1), topic: text, homework: text, reason: text },
    teacher: fc.constantFrom(null, 'X', 'Y'),
    held: fc.boolean(),
    kind: fc.constantFrom(null, 'briefing' as const),
    absences_checked_at: fc.constantFrom(null, '2015-09-01T10:00:00Z', '2015-09-02T10:00:00Z'),
    recorded_at: fc.constantFrom('2015-09-01T10:00:00Z', '2015-09-02T10:00:00Z'),
  });
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 6 }), fc.integer(), (made, seed) => {
      const entries = made.map((entry, order) => ({ ...entry, order }));
      const shuffled = [...entries].sort(
        (a, b) => ((a.order * 7919 + seed) % 13) - ((b.order * 7919 + seed) % 13),
      );
      expect(lessonContent(shuffled)).toEqual(lessonContent(entries));
    }),
  );
});
