import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  type CalendarRow,
  isSchoolDay,
  isWorkingDay,
  makeCalendar,
  taughtAs,
  weekLetter,
} from '../../src/rules/calendar.js';
import {
  addDays,
  type CivilDate,
  civilDate,
  daysBetween,
  parseCivilDate,
  schoolYearOf,
  weekday,
} from '../../src/rules/civil-date.js';
import { dueAtHour } from '../../src/rules/deadline.js';
import { movedDays } from '../../src/rules/moved-days.js';
import { publicHoliday } from '../../src/rules/public-holidays.js';
import { dateOf, endOfDay, isZone, momentOf, parseMoment } from '../../src/rules/school-time.js';
import { knownSchoolYears, nationalCalendar } from '../../src/rules/school-years.js';
import { addWorkingDays, workingDaysBetween } from '../../src/rules/working-days.js';

const riga = 'Europe/Riga';
const day = (text: string) => text as CivilDate;
const anyDay = fc.integer({ min: 0, max: 9_490 }).map((n) => addDays(day('2010-01-01'), n));
const row = (
  from: string,
  kind: CalendarRow['kind'],
  more: Partial<CalendarRow> = {},
): CalendarRow => ({
  from: day(from),
  until: null,
  kind,
  grades: null,
  replaces: null,
  schedule: null,
  name: null,
  ...more,
});

/** Good Friday, Easter Monday, Whit Sunday and Mothers' Day of each year, as the law's days fell. */
const feasts = [
  '2010,2010-04-02,2010-04-05,2010-05-23,2010-05-09',
  '2011,2011-04-22,2011-04-25,2011-06-12,2011-05-08',
  '2012,2012-04-06,2012-04-09,2012-05-27,2012-05-13',
  '2013,2013-03-29,2013-04-01,2013-05-19,2013-05-12',
  '2014,2014-04-18,2014-04-21,2014-06-08,2014-05-11',
  '2015,2015-04-03,2015-04-06,2015-05-24,2015-05-10',
  '2016,2016-03-25,2016-03-28,2016-05-15,2016-05-08',
  '2017,2017-04-14,2017-04-17,2017-06-04,2017-05-14',
  '2018,2018-03-30,2018-04-02,2018-05-20,2018-05-13',
  '2019,2019-04-19,2019-04-22,2019-06-09,2019-05-12',
  '2020,2020-04-10,2020-04-13,2020-05-31,2020-05-10',
  '2021,2021-04-02,2021-04-05,2021-05-23,2021-05-09',
  '2022,2022-04-15,2022-04-18,2022-06-05,2022-05-08',
  '2023,2023-04-07,2023-04-10,2023-05-28,2023-05-14',
  '2024,2024-03-29,2024-04-01,2024-05-19,2024-05-12',
  '2025,2025-04-18,2025-04-21,2025-06-08,2025-05-11',
  '2026,2026-04-03,2026-04-06,2026-05-24,2026-05-10',
  '2027,2027-03-26,2027-03-29,2027-05-16,2027-05-09',
  '2028,2028-04-14,2028-04-17,2028-06-04,2028-05-14',
  '2029,2029-03-30,2029-04-02,2029-05-20,2029-05-13',
  '2030,2030-04-19,2030-04-22,2030-06-09,2030-05-12',
];

/** Days that are free because 4 May, 18 November or a festival's end fell on a weekend. */
const substitutes = [
  '2012-11-19',
  '2013-05-06',
  '2014-05-05',
  '2017-11-20',
  '2018-07-09',
  '2018-11-19',
  '2019-05-06',
  '2023-07-10',
  '2023-11-20',
  '2024-05-06',
  '2025-05-05',
  '2028-11-20',
  '2029-11-19',
  '2030-05-06',
];

describe('days', () => {
  test('are read in three forms, and only those that exist', () => {
    for (const text of ['2015-09-01', '01.09.2015', '1.9.2015.'])
      expect(parseCivilDate(text)).toBe('2015-09-01');
    for (const text of ['2015-02-29', '31.04.2015', '2015/09/01', '1.13.2015', '', '2015-9']) {
      expect(parseCivilDate(text)).toBeUndefined();
    }
    expect(parseCivilDate('29.02.2016')).toBe('2016-02-29');
  });

  test('are counted as the days of UTC are', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (from, n) => {
        const expected = new Date(Date.parse(`${from}T00:00:00Z`) + n * 86_400_000);
        expect(addDays(from, n)).toBe(expected.toISOString().slice(0, 10));
        expect(daysBetween(from, addDays(from, n))).toBe(n);
        expect(weekday(from) % 7).toBe(new Date(`${from}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  test('belong to the school year in which they lie', () => {
    expect([schoolYearOf(day('2015-08-01')), schoolYearOf(day('2016-07-31'))]).toEqual([
      2015, 2015,
    ]);
    expect(civilDate(2015, 2, 29)).toBeUndefined();
  });
});

describe('public holidays', () => {
  test.each(feasts)('%s', (line) => {
    const [year, ...days] = line.split(',');
    for (const feast of days) expect(publicHoliday(day(feast)), feast).toBeDefined();
    const easterDays = [addDays(day(days[0] ?? ''), 2)];
    for (const easter of easterDays) expect(publicHoliday(easter)).toBe('Lieldienas');
    expect(publicHoliday(day(`${year}-05-02`))).toBeUndefined();
  });

  test('fall on the next Monday where the law says so', () => {
    for (const substitute of substitutes)
      expect(publicHoliday(day(substitute)), substitute).toBeDefined();
    const mondays = Array.from({ length: 21 }, (_, n) => 2010 + n).flatMap((year) =>
      ['05-05', '05-06', '11-19', '11-20'].map((end) => day(`${year}-${end}`)),
    );
    const found = mondays.filter(
      (date) =>
        publicHoliday(date) && weekday(date) === 1 && !feasts.some((line) => line.includes(date)),
    );
    expect(found).toEqual(substitutes.filter((date) => !date.includes('-07-')));
  });

  test('a day that the state moved is none', () => {
    expect(movedDays(day('2014-09-01'), day('2015-06-30'))).toEqual([
      { off: '2014-11-17', worked: '2014-11-22' },
      { off: '2015-01-02', worked: '2015-01-10' },
      { off: '2015-06-22', worked: '2015-06-27' },
    ]);
    expect(publicHoliday(day('2014-11-17'))).toBeUndefined();
  });
});

describe('the calendar', () => {
  const calendar = makeCalendar([
    row('2015-09-01', 'semester1', { until: day('2015-12-18') }),
    row('2015-10-26', 'holiday', { until: day('2015-10-30') }),
    row('2015-10-24', 'working_day', { replaces: 5 }),
    row('2015-10-30', 'moved_off'),
    row('2015-11-12', 'no_school', { grades: '9,12' }),
    row('2015-11-21', 'working_day'),
    row('2015-11-23', 'moved_off', { grades: '7' }),
    row('2015-10-26', 'working_day', { until: day('2015-10-27') }),
  ]);

  test.each([
    ['2015-09-01', true, true],
    ['2015-09-05', false, false],
    ['2015-10-24', true, true],
    ['2015-10-26', true, false],
    ['2015-10-30', false, false],
    ['2015-11-12', true, false],
    ['2015-11-18', false, false],
    ['2015-11-21', true, true],
    ['2015-11-23', false, false],
    ['2015-12-21', true, false],
  ])('%s is a working day: %s, a school day of grade 9: %s', (date, working, school) => {
    expect(isWorkingDay(calendar, day(date))).toBe(working);
    expect(isSchoolDay(calendar, day(date), 9)).toBe(school);
  });

  test('takes lessons away only from the grades it names', () => {
    expect(isSchoolDay(calendar, day('2015-11-12'), 8)).toBe(true);
  });

  test('a worked Saturday has the lessons of the weekday it replaces, else those of a Saturday', () => {
    expect(taughtAs(calendar, day('2015-10-24'))).toBe(5);
    expect(taughtAs(calendar, day('2015-11-21'))).toBe(6);
  });

  test('weeks alternate Monday by Monday from the first day on, holidays included', () => {
    const letters = [
      '2015-09-01',
      '2015-09-04',
      '2015-09-07',
      '2015-09-14',
      '2015-10-26',
      '2015-11-02',
    ];
    expect(letters.map((date) => weekLetter(calendar, day(date)))).toEqual([
      'A',
      'A',
      'B',
      'A',
      'A',
      'B',
    ]);
  });

  test('between a day and its due day lie exactly so many working days, the due day the last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const due = addWorkingDays(calendar, from, count);
        let worked = 0;
        for (let at = addDays(from, 1); at <= due; at = addDays(at, 1))
          if (isWorkingDay(calendar, at)) worked += 1;
        expect(worked).toBe(count);
        expect(isWorkingDay(calendar, due)).toBe(true);
        expect(workingDaysBetween(calendar, from, due)).toBe(count);
      }),
    );
  });

  test('the working days between two days are counted over years as one by one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 1_500 }), (after, days) => {
        const until = addDays(after, days);
        let worked = 0;
        for (let at = addDays(after, 1); at <= until; at = addDays(at, 1))
          if (isWorkingDay(calendar, at)) worked += 1;
        expect(workingDaysBetween(calendar, after, until)).toBe(worked);
      }),
    );
  });

  test('six in the evening is that of the school, on the next working day where the day is none', () => {
    const clock = { calendar, zone: riga };
    expect(dueAtHour(clock, day('2015-10-23'), '18:00:00')).toBe('2015-10-23T15:00:00Z');
    expect(dueAtHour(clock, day('2015-11-02'), '18:00:00')).toBe('2015-11-02T16:00:00Z');
    expect(dueAtHour(clock, day('2015-11-14'), '18:00:00')).toBe('2015-11-16T16:00:00Z');
  });
});

describe('the school’s clock', () => {
  test.each([
    ['2015-09-01T17:45:00+03:00', '2015-09-01T14:45:00Z'],
    ['2015-09-01T14:45Z', '2015-09-01T14:45:00Z'],
    ['2015-12-01 17:45', '2015-12-01T15:45:00Z'],
    ['01.09.2015 17:45', '2015-09-01T14:45:00Z'],
    ['1.9.2015. 17:45:30', '2015-09-01T14:45:30Z'],
    ['2015-09-01T17:45:30.999', '2015-09-01T14:45:30Z'],
    ['2015-10-25T03:30', '2015-10-25T00:30:00Z'],
    ['2015-10-25T04:00', '2015-10-25T02:00:00Z'],
    ['2016-03-27T02:59', '2016-03-27T00:59:00Z'],
    ['2016-03-27T04:00', '2016-03-27T01:00:00Z'],
  ])('%s is %s', (text, moment) => {
    expect(parseMoment(text, riga)).toBe(moment);
  });

  test.each([
    '2016-03-27T03:30',
    '2015-09-01',
    '2015-02-30T10:00',
    '25:00',
    '2015-09-01T24:30',
    'now',
  ])('%s is no moment', (text) => {
    expect(parseMoment(text, riga)).toBeUndefined();
  });

  test('a day ends one second before the next, and its moments are of that day', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(riga, 'America/New_York', 'Pacific/Auckland'),
        (date, zone) => {
          expect(dateOf(endOfDay(date, zone), zone)).toBe(date);
          expect(dateOf(momentOf(date, '12:00:00', zone), zone)).toBe(date);
          const next = new Date(Date.parse(endOfDay(date, zone)) + 1000);
          expect(dateOf(next, zone)).toBe(addDays(date, 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  const zones = [riga, 'America/New_York', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia'];
  test.each(zones.flatMap((zone) => [[zone, zone] as const, [zone, 'Asia/Tokyo'] as const]))(
    'of %s, where the process goes by %s, shows the time that was asked for, on every day of two years but where it is put forward',
    async (zone, ofProcess) => {
      vi.stubEnv('TZ', ofProcess);
      vi.resetModules();
      const { momentOf } = await import('../../src/rules/school-time.js');
      const shows = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      const skipped = new Set<CivilDate>();
      for (let at = day('2011-01-01'); at <= '2012-12-31'; at = addDays(at, 1)) {
        for (const time of ['00:00:00', '02:30:00', '03:30:00', '18:00:00', '23:59:59']) {
          const shown = shows.format(new Date(momentOf(at, time, zone)));
          if (shown !== `${at} ${time}`) skipped.add(at);
        }
      }
      expect(skipped.size).toBeLessThanOrEqual(3);
      vi.unstubAllEnvs();
    },
  );

  test('knows which names are zones', () => {
    expect([isZone(riga), isZone('Europe/Daugavpils')]).toEqual([true, false]);
  });
});

test('the national calendar of a year has its semesters, holidays, exam weeks and moved days', () => {
  expect(knownSchoolYears).toEqual([
    2011, 2012, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
  ]);
  const calendar = makeCalendar(nationalCalendar(2015) ?? []);
  const taught = (date: string, grade: number) => isSchoolDay(calendar, day(date), grade);
  expect([taught('2015-12-18', 8), taught('2015-12-21', 8), taught('2016-01-04', 8)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([taught('2016-03-14', 12), taught('2016-03-21', 12), taught('2016-03-21', 11)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([taught('2016-05-16', 9), taught('2016-05-16', 10), taught('2016-05-31', 10)]).toEqual([
    false,
    true,
    false,
  ]);
  expect(nationalCalendar(2013)).toBeUndefined();
});
