import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finalMarks, standingOf, type TermValue } from '../../src/rules/final-marks.js';
import { termValues } from '../../src/rules/marks.js';

const entered = (marks: Partial<Record<'year' | 'exam' | 'reexam' | 'credit', TermValue>>) => ({
  year: undefined,
  exam: undefined,
  reexam: undefined,
  credit: undefined,
  ...marks,
});

describe('a re-examination replaces what was not sufficient', () => {
  test.each([
    ['nothing was: the year mark', { year: '6', exam: '5', reexam: '8' }, '8', '5'],
    ['the year mark', { year: '3', exam: '5', reexam: '6' }, '6', '5'],
    ['the exam', { year: '6', exam: '2', reexam: '5' }, '6', '5'],
    ['both', { year: '3', exam: '2', reexam: '4' }, '4', '4'],
    ['an exam that was never taken', { year: '6', reexam: '5' }, '6', '5'],
    ['a year mark that is still owed', { year: 'nv', exam: '6', reexam: '5' }, '5', '6'],
    ['even by a lower one', { year: '3', exam: '7', reexam: '2' }, '2', '7'],
    ['nothing, where it is owed itself', { year: '3', exam: '7', reexam: 'nv' }, '3', '7'],
  ] as const)('%s', (_, marks, final, yearEnd) => {
    expect(finalMarks(entered(marks), 'exam')).toEqual({ final, yearEnd });
  });

  test('where no exam is asked for, it is the year mark; a credit has none', () => {
    expect(finalMarks(entered({ year: '6', reexam: '8' }), null).final).toBe('8');
    const credit = entered({ year: '3', reexam: '5', credit: 'ni' });
    expect(finalMarks(credit, 'credit')).toEqual({ final: '5', yearEnd: 'ni' });
  });
});

test('from 4 on a mark in points suffices, passed and exempt suffice, nv is no mark', () => {
  const of = (standing: string) => termValues.filter((value) => standingOf(value) === standing);
  expect(of('below')).toEqual(['1', '2', '3']);
  expect(of('sufficient')).toEqual(['4', '5', '6', '7', '8', '9', '10', 'i', 'atb']);
  expect(of('failed')).toEqual(['ni']);
  expect(of('missing')).toEqual(['nv']);
});

test('a final mark is always one that was entered, and without a re-examination the year mark', () => {
  const value = fc.option(fc.constantFrom(...termValues), { nil: undefined });
  const marks = fc.record({ year: value, exam: value, reexam: value, credit: value });
  const demand = fc.constantFrom('exam' as const, 'credit' as const, null);
  fc.assert(
    fc.property(marks, demand, (given, asked) => {
      const { final, yearEnd } = finalMarks(given, asked);
      expect([given.year, given.reexam]).toContain(final);
      expect([given.exam, given.reexam, given.credit]).toContain(yearEnd);
      const without = finalMarks({ ...given, reexam: undefined }, asked);
      expect(without.final).toBe(given.year);
      if (asked === 'exam') expect(without.yearEnd).toBe(given.exam);
    }),
  );
});
