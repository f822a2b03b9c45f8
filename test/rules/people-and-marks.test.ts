import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionOn, type Justification } from '../../src/rules/absence.js';
import { bellWarnings } from '../../src/rules/bells.js';
import type { CivilDate } from '../../src/rules/civil-date.js';
import { readClassName } from '../../src/rules/class-name.js';
import { type Movement, spansOf } from '../../src/rules/enrolment.js';
import { compareLatvian, foldLatvian } from '../../src/rules/latvian-order.js';
import { type LessonEntry, lessonDuties, missingAt } from '../../src/rules/lesson-duty.js';
import { likelyTheSame } from '../../src/rules/likeness.js';
import { average, markValues } from '../../src/rules/marks.js';
import { readPersonalCode } from '../../src/rules/personal-code.js';

const day = (text: string) => text as CivilDate;

describe('personal codes', () => {
  test.each([
    ['161175-19997', '1975-11-16'],
    ['111111-11111', '1911-11-11'],
    ['290200-20009', '2000-02-29'],
    ['310803-29991', '2003-08-31'],
    ['150397-10002', '1997-03-15'],
  ])('%s is of one born on %s', (code, birthDate) => {
    expect(readPersonalCode(code)).toEqual({ code, birthDate });
  });

  test.each(['328673-00679', '328673-00677', '320000-00001', '399999-99999'])(
    '%s is of the new kind, without a date',
    (code) => {
      expect(readPersonalCode(code)).toEqual({ code, birthDate: undefined });
    },
  );

  test.each([
    ['161375-19997', 'noSuchDay'],
    ['161175-19998', 'checkDigit'],
    ['111112-11111', 'checkDigit'],
    ['290201-20018', 'noSuchDay'],
    ['310400-20009', 'noSuchDay'],
    ['16117519997', 'lostHyphen'],
    ['6117519997', 'lostZero'],
    ['61175-19997', 'lostZero'],
    ['161175-1999', 'shape'],
    ['x', 'shape'],
  ])('%s is wrong: %s', (code, fault) => {
    expect(readPersonalCode(code)).toEqual({ fault });
  });
});

describe('Latvian order', () => {
  test('is that of the dictionary, with letters of their own', () => {
    const order = [
      'Abele',
      'Abola',
      'Ābele',
      'Āboliņa',
      'Ieva',
      'Izaks',
      'Yvonna',
      'Īve',
      'Kalniņa',
      'Kalniņa Ozola',
      'Kalniņa’Ozola',
      'Kalniņa-Ozola',
      'Kalniņš',
      'Kalns',
      'Ķauķis',
      'O’Braiens',
      'Ozols',
    ];
    expect([...order].reverse().sort(compareLatvian)).toEqual(order);
    expect(['10.a', '7.b', '7.a'].sort(compareLatvian)).toEqual(['7.a', '7.b', '10.a']);
  });

  test('is an order: of two texts one comes first, and the first of the first comes first', () => {
    const text = fc.string({ unit: fc.constantFrom(..."aābcčzž AĀ-17'’ż") });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(compareLatvian(a, b))).toBe(-Math.sign(compareLatvian(b, a)) + 0);
        if (compareLatvian(a, b) <= 0 && compareLatvian(b, c) <= 0)
          expect(compareLatvian(a, c)).toBeLessThanOrEqual(0);
        if (a !== b) expect(compareLatvian(a, b)).not.toBe(0);
      }),
    );
  });

  test('letters without their marks are the plain ones', () => {
    expect(foldLatvian('Ķērsta Ģībiete-Šņuka')).toBe('kersta gibiete-snuka');
  });
});

test('classes are read as they are written, and kept in one way', () => {
  for (const text of ['7.a', '7a', '7. a'])
    expect(readClassName(text)).toEqual({ name: '7.a', grade: 7 });
  expect(readClassName('10.DIT')).toEqual({ name: '10.DIT', grade: 10 });
  for (const text of ['10.1', '10. 1']) expect(readClassName(text)?.name).toBe('10.1');
  expect(['1.2', '5.a1', '5a1', '11.10'].map((text) => readClassName(text))).toEqual([
    { name: '1.2', grade: 1 },
    { name: '5.a1', grade: 5 },
    { name: '5.a1', grade: 5 },
    { name: '11.10', grade: 11 },
  ]);
  for (const text of ['13.a', '0.a', 'a', '7.abcde', '', '101', '7.123', '01.02', '7.a.b'])
    expect(readClassName(text)).toBeUndefined();
});

test('two people may be one by name and day, by swapped names, or but for the marks on letters', () => {
  const anna = { last_name: 'Ķēniņa', first_name: 'Anna', birth_date: '2002-01-01' };
  expect(likelyTheSame(anna, { ...anna })).toBe('same-name-and-birth-date');
  expect(likelyTheSame(anna, { ...anna, last_name: 'Anna', first_name: 'Ķēniņa' })).toBe(
    'names-swapped',
  );
  expect(likelyTheSame(anna, { ...anna, last_name: 'Kenina' })).toBe('letters-without-marks');
  expect(likelyTheSame(anna, { ...anna, birth_date: '2002-01-02' })).toBeUndefined();
  const undated = { ...anna, birth_date: null };
  expect(likelyTheSame(anna, undated)).toBe('same-name');
  expect(likelyTheSame({ ...undated, last_name: 'Kenina' }, anna)).toBe('letters-without-marks');
});

test('the average is the exact mean of the marks in points, half a hundredth upwards', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...markValues)), (values) => {
      const points = values.filter((value) => /^\d+$/.test(value)).map(BigInt);
      const sum = points.reduce((a, b) => a + b, 0n);
      const n = BigInt(points.length);
      const rounded = n === 0n ? 0n : (sum * 1000n + 5n * n) / (10n * n);
      const text = `${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`;
      expect(average(values)).toBe(n === 0n ? null : text);
    }),
  );
  expect(average(['nv', 'n', 'i'])).toBeNull();
  expect(average(['7', '8', '8'])).toBe('7.67');
});

describe('in which class a student is', () => {
  const [from, until] = [day('2015-09-01'), day('2016-05-31')];
  const stays = (movements: Movement[], more: { enrolled_on?: string; left_on?: string } = {}) =>
    spansOf(
      {
        base: '7.b',
        enrolled_on: (more.enrolled_on ?? null) as CivilDate | null,
        left_on: (more.left_on ?? null) as CivilDate | null,
        movements,
      },
      from,
      until,
    ).map((span) => `${span.class} ${span.from} ${span.until}`);
  const moved = (date: string, kind: Movement['kind'], name: string | null = null) => ({
    date: day(date),
    kind,
    class: name,
  });

  test.each([
    ['all year', stays([]), ['7.b 2015-09-01 2016-05-31']],
    [
      'left, the day is the last',
      stays([moved('2015-10-10', 'left')]),
      ['7.b 2015-09-01 2015-10-10'],
    ],
    ['joined late', stays([moved('2015-10-10', 'joined', '7.a')]), ['7.a 2015-10-10 2016-05-31']],
    [
      'changed class',
      stays([moved('2015-09-01', 'class', '7.a'), moved('2015-11-02', 'class', '7.b')]),
      ['7.a 2015-09-01 2015-11-01', '7.b 2015-11-02 2016-05-31'],
    ],
    [
      'came back',
      stays([moved('2015-10-10', 'left'), moved('2016-01-11', 'joined', '7.b')]),
      ['7.b 2015-09-01 2015-10-10', '7.b 2016-01-11 2016-05-31'],
    ],
    [
      'left and joined another class on one day: the later row tells the class',
      stays([moved('2015-10-10', 'left'), moved('2015-10-10', 'joined', '7.a')]),
      ['7.b 2015-09-01 2015-10-09', '7.a 2015-10-10 2016-05-31'],
    ],
    [
      'came back for one day',
      stays([
        moved('2015-10-10', 'left'),
        moved('2015-12-01', 'joined', '7.a'),
        moved('2015-12-01', 'left'),
      ]),
      ['7.b 2015-09-01 2015-10-10', '7.a 2015-12-01 2015-12-01'],
    ],
    [
      'by the list alone',
      stays([], { enrolled_on: '2015-10-01', left_on: '2015-12-01' }),
      ['7.b 2015-10-01 2015-12-01'],
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('what was decided about an absence', () => {
  const justification = (
    order: number,
    recorded_at: string,
    status: Justification['status'],
    more = {},
  ): Justification => ({
    from: day('2015-09-14'),
    until: null,
    first_period: null,
    last_period: null,
    status,
    recorded_at,
    order,
    ...more,
  });

  test('is what was recorded last of all that cover it, in whatever order they came', () => {
    const all = [
      justification(1, '2015-09-15T08:00:00Z', 'unjustified'),
      justification(2, '2015-09-16T08:00:00Z', 'justified', { first_period: 2 }),
      justification(3, '2015-09-16T08:00:00Z', 'unjustified', { last_period: 3 }),
      justification(4, '2015-09-20T08:00:00Z', 'justified', {
        from: day('2015-09-15'),
        until: day('2015-09-18'),
      }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (any) => {
        const decisions = [1, 2, 5].map((period) =>
          decisionOn({ date: day('2015-09-14'), period }, any),
        );
        expect(decisions).toEqual(['unjustified', 'unjustified', 'justified']);
        expect(decisionOn({ date: day('2015-09-18'), period: 9 }, any)).toBe('justified');
        expect(decisionOn({ date: day('2015-09-19'), period: 1 }, any)).toBe('undecided');
      }),
    );
  });
});

describe('clause 4.1', () => {
  const entry = (period: number, at: string, more: Partial<LessonEntry> = {}): LessonEntry => {
    const recorded_at = `2015-09-14T${at}:00Z`;
    return {
      period,
      topic: 'tēma',
      teacher: null,
      held: true,
      kind: null,
      absences_checked_at: recorded_at,
      recorded_at,
      order: 1,
      ...more,
    };
  };
  const due = '2015-09-14T15:00:00Z';
  const judged = (expected: number[], entries: LessonEntry[], asOf = due) =>
    lessonDuties(expected, entries, asOf).map(
      (duty) => `${duty.period} ${missingAt(duty, asOf) ?? 'met'}`,
    );

  test.each([
    ['a lesson entered is met', judged([2], [entry(2, '10:00')]), ['2 met']],
    ['a lesson not entered is missing', judged([2, 5], [entry(5, '10:00')]), ['5 met', '2 lesson']],
    ['an entry of a later moment is not there yet', judged([2], [entry(2, '16:00')]), ['2 lesson']],
    [
      'another period covers the earliest that is open',
      judged([2, 5], [entry(7, '10:00')]),
      ['7 met', '5 lesson'],
    ],
    [
      'equal periods are matched first',
      judged([2, 5], [entry(5, '10:00'), entry(7, '10:00')]),
      ['5 met', '7 met'],
    ],
    [
      'a consultation covers only its own period',
      judged([2], [entry(7, '10:00', { kind: 'consultation' })]),
      ['7 met', '2 lesson'],
    ],
    [
      'a lesson that was not held is met',
      judged([2], [entry(2, '10:00', { held: false, topic: null, absences_checked_at: null })]),
      ['2 met'],
    ],
    ['without a topic', judged([2], [entry(2, '10:00', { topic: null })]), ['2 topic']],
    [
      'without a check of absences',
      judged([2], [entry(2, '10:00', { absences_checked_at: null })]),
      ['2 absences'],
    ],
    [
      'without both',
      judged([2], [entry(2, '10:00', { topic: null, absences_checked_at: null })]),
      ['2 topic+absences'],
    ],
    [
      'a check made later is not there yet',
      judged([2], [entry(2, '10:00', { absences_checked_at: '2015-09-15T08:00:00Z' })]),
      ['2 absences'],
    ],
    [
      'a topic filled in counts from then on',
      judged([2], [entry(2, '10:00', { topic: null }), entry(2, '12:00')]),
      ['2 met'],
    ],
    [
      'once met it stays met',
      judged([2], [entry(2, '10:00'), entry(2, '12:00', { topic: '', absences_checked_at: null })]),
      ['2 met'],
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('every expected lesson is covered or missing, and no lesson covers two', () => {
    const periods = fc.uniqueArray(fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(periods, periods, (expected, entered) => {
        const duties = lessonDuties(
          expected,
          entered.map((period) => entry(period, '10:00')),
          due,
        );
        const missed = duties.filter((duty) => duty.lessonAt === undefined).length;
        const equal = expected.filter((period) => entered.includes(period)).length;
        expect(missed).toBe(Math.max(0, expected.length - equal - (entered.length - equal)));
        expect(duties.length - missed).toBe(entered.length);
      }),
    );
  });
});

test('bells that overlap and long breaks are found; a missing number is normal', () => {
  const bell = (period: number, starts: string, ends: string, weekdays = '1-5') => ({
    schedule: 'regular',
    period,
    starts,
    ends,
    weekdays,
    from: null,
    until: null,
  });
  const rows = [
    bell(1, '08:30', '09:10'),
    bell(2, '09:00', '09:40'),
    bell(4, '10:30', '11:10'),
    bell(9, '08:30', '09:10', '6'),
  ];
  expect(
    bellWarnings(rows).map(({ problem, row, other }) => [problem, row.period, other.period]),
  ).toEqual([
    ['overlap', 2, 1],
    ['gap', 4, 2],
  ]);
});
