import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/rules/civil-date.js';
import {
  firstWorks,
  type ProposalRules,
  proposeTermMark,
  proposeYearMark,
  type WorkMark,
} from '../../src/rules/term-mark-proposal.js';
import { fitsTerm, termSpan } from '../../src/rules/term-marks.js';
import { day } from '../support/school.js';

const points = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
const kinds = ['test', 'quiz', 'homework', 'classwork'] as const;

const anyMark = fc.record({
  kind: fc.constantFrom(...kinds, null),
  value: fc.constantFrom(...points, 'i' as const, 'ni' as const, 'nv' as const, 'n' as const),
});
const anyMarks = fc
  .array(anyMark, { maxLength: 60 })
  .map((marks): WorkMark[] =>
    marks.map((mark, at) => ({ ...mark, assessed_work_id: at + 1, date: day('2015-10-01') })),
  );
const anyRules: fc.Arbitrary<ProposalRules> = fc.record({
  method: fc.constantFrom('mean' as const, 'weighted' as const),
  rounding: fc.constantFrom(
    'half_up' as const,
    'half_down' as const,
    'down' as const,
    'up' as const,
  ),
  least: fc.integer({ min: 1, max: 10 }),
  weights: fc.record({
    test: fc.integer({ min: 0, max: 100 }),
    quiz: fc.integer({ min: 0, max: 100 }),
    homework: fc.integer({ min: 0, max: 100 }),
    classwork: fc.integer({ min: 0, max: 100 }),
  }),
  tie: fc.constantFrom('second_semester' as const, 'up' as const, 'down' as const),
});
const noRetests = new Map<number, number>();
const usual: ProposalRules = {
  method: 'mean',
  rounding: 'half_up',
  least: 1,
  weights: { test: 4, quiz: 2, homework: 1, classwork: 1 },
  tie: 'second_semester',
};

/** The nearest whole numbers to a fraction, by trying each of them with big whole numbers. */
function nearest(sum: bigint, weight: bigint, how: ProposalRules['rounding']): string {
  const all = Array.from({ length: 11 }, (_, n) => BigInt(n));
  const distance = (n: bigint) => (n * weight > sum ? n * weight - sum : sum - n * weight);
  if (how === 'down') return String(all.filter((n) => n * weight <= sum).at(-1));
  if (how === 'up') return String(all.find((n) => n * weight >= sum));
  const least = all.map(distance).reduce((a, b) => (a < b ? a : b));
  const closest = all.filter((n) => distance(n) === least);
  return String(how === 'half_up' ? closest.at(-1) : closest[0]);
}

describe('a proposal in points', () => {
  test('is the exact weighted mean, rounded as the school decided', () => {
    fc.assert(
      fc.property(anyMarks, anyRules, (marks, rules) => {
        const weight = (mark: WorkMark) =>
          rules.method === 'mean' ? 1 : rules.weights[mark.kind ?? 'classwork'];
        const counted = marks.filter((mark) => /^\d/.test(mark.value) && weight(mark) > 0);
        const sum = counted.reduce((a, m) => a + BigInt(weight(m)) * BigInt(m.value), 0n);
        const all = counted.reduce((a, m) => a + BigInt(weight(m)), 0n);
        const proposal = proposeTermMark('points', marks, noRetests, rules);
        expect(proposal.value).toBe(
          counted.length >= rules.least && counted.length > 0
            ? nearest(sum, all, rules.rounding)
            : null,
        );
      }),
    );
  });

  test('does not depend on the order in which the marks are given', () => {
    fc.assert(
      fc.property(anyMarks, anyRules, fc.constantFrom('points', 'pass'), (marks, rules, scale) => {
        const there = proposeTermMark(scale as 'points', marks, noRetests, rules);
        const back = proposeTermMark(scale as 'points', [...marks].reverse(), noRetests, rules);
        expect(back).toEqual(there);
      }),
    );
  });

  test('leaves nv and n out and needs the least number of marks', () => {
    const marks = marksOf('nv', 'n', '8', '9');
    expect(proposeTermMark('points', marks, noRetests, { ...usual, least: 2 }).value).toBe('9');
    expect(proposeTermMark('points', marks, noRetests, { ...usual, least: 3 })).toMatchObject({
      value: null,
      outcome: 'too_few',
    });
  });
});

function marksOf(...values: WorkMark['value'][]): WorkMark[] {
  return values.map((value, at) => ({
    assessed_work_id: at + 1,
    date: `2015-10-${String(at + 1).padStart(2, '0')}` as CivilDate,
    kind: 'test',
    value,
  }));
}

describe('a work that was written again', () => {
  const work = (id: number, date: string, title: string, retest_of: string | null = null) => ({
    assessed_work_id: id,
    group: '10.b MAT',
    date: day(date),
    work: title,
    retest_of,
  });

  test('counts with its last mark, also where that is worse', () => {
    const marks = marksOf('3', '10', '2');
    const first = firstWorks([
      work(1, '2015-10-01', 'Test 1'),
      work(2, '2015-10-02', 'Test 2'),
      work(3, '2015-10-03', 'Test 1 again', 'Test 1'),
    ]);
    const proposal = proposeTermMark('points', marks, first, usual);
    expect(proposal).toMatchObject({ sum: 12, weight: 2, value: '6' });
    expect(proposal.marks.map((one) => one.counting)).toEqual(['retested', 'counts', 'counts']);
  });

  test('keeps its first mark where the student did not come to write again', () => {
    const first = firstWorks([
      work(1, '2015-10-01', 'Test'),
      work(2, '2015-10-02', 'again', 'Test'),
    ]);
    expect(proposeTermMark('points', marksOf('7', 'n'), first, usual).value).toBe('7');
  });

  test('belongs to the latest work of that title before it, through every repetition', () => {
    const first = firstWorks([
      work(1, '2015-09-10', 'Test'),
      work(2, '2015-10-10', 'Test'),
      work(3, '2015-10-20', 'again', 'Test'),
      work(4, '2015-10-27', 'once more', 'again'),
      work(5, '2015-09-20', 'of nothing', 'Unknown'),
    ]);
    expect(Object.fromEntries(first)).toEqual({ 1: 1, 2: 2, 3: 2, 4: 2, 5: 5 });
  });
});

describe('in a subject marked pass or fail', () => {
  test.each([
    [['i', 'i', 'ni'], 'i'],
    [['ni', 'i', 'ni'], 'ni'],
    [['ni', 'i'], 'i'],
    [['i', 'ni'], 'ni'],
    [['nv', 'n', 'i'], 'i'],
    [['4', '3', '4'], 'i'],
  ] as const)('%j gives %s', (values, expected) => {
    expect(proposeTermMark('pass', marksOf(...values), noRetests, usual).value).toBe(expected);
  });
});

describe('a year mark', () => {
  const both = { semester1: true, semester2: true };

  test('is the mean of both semesters; a half goes as the school decided', () => {
    for (const a of points) {
      for (const b of points) {
        const of = (tie: ProposalRules['tie']) =>
          Number(proposeYearMark({ semester1: a, semester2: b }, both, tie).value);
        const twice = Number(a) + Number(b);
        expect([2 * of('up'), 2 * of('down')]).toEqual([twice + (twice % 2), twice - (twice % 2)]);
        expect(of('second_semester')).toBe(Number(b) > Number(a) ? of('up') : of('down'));
      }
    }
  });

  test.each([
    ['i', 'ni', 'ni', 'proposed'],
    ['ni', 'i', 'i', 'proposed'],
    ['atb', '7', '7', 'one_semester'],
    ['7', 'atb', '7', 'one_semester'],
    ['atb', 'atb', 'atb', 'one_semester'],
    ['nv', '7', null, 'work_owed'],
  ] as const)('%s and %s give %s', (semester1, semester2, value, outcome) => {
    const proposal = proposeYearMark({ semester1, semester2 }, both, 'second_semester');
    expect(proposal).toEqual({ value, outcome });
  });

  test('waits for a semester that is owed, and not for one in which the subject was not learned', () => {
    const only = { semester1: undefined, semester2: '8' as const };
    expect(proposeYearMark(only, both, 'up').outcome).toBe('semester_missing');
    expect(proposeYearMark(only, { ...both, semester1: false }, 'up').value).toBe('8');
    const none = { semester1: undefined, semester2: undefined };
    expect(proposeYearMark(none, { semester1: false, semester2: false }, 'up').outcome).toBe(
      'semester_missing',
    );
  });
});

test('the scale of the subject decides which values fit; a credit may be passed in any', () => {
  expect(fitsTerm('7', 'points', 'year')).toBe(true);
  expect(fitsTerm('7', 'pass', 'year')).toBe(false);
  expect(fitsTerm('i', 'points', 'semester1')).toBe(false);
  expect(fitsTerm('i', 'points', 'credit')).toBe(true);
  expect(fitsTerm('atb', 'pass', 'exam')).toBe(true);
});

test('a term of a grade ends with its own row of the calendar', () => {
  const row = (
    from: string,
    until: string,
    kind: 'semester1' | 'semester2',
    grades: string | null,
  ) => ({
    from: day(from),
    until: day(until),
    kind,
    grades,
    replaces: null,
    schedule: null,
    name: null,
  });
  const rows = [
    row('2015-09-01', '2015-12-18', 'semester1', null),
    row('2016-01-04', '2016-05-30', 'semester2', '7-8,10-11'),
    row('2016-01-04', '2016-06-17', 'semester2', '12'),
  ];
  expect(termSpan(rows, 'semester2', 12)).toEqual({ from: '2016-01-04', until: '2016-06-17' });
  expect(termSpan(rows, 'year', 8)).toEqual({ from: '2015-09-01', until: '2016-05-30' });
  expect(termSpan(rows, 'semester2', 9)).toBeUndefined();
});
