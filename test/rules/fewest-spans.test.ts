import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LessonSpan, LessonTime } from '../../src/rules/absence.js';
import { addDays, type CivilDate, daysFrom } from '../../src/rules/civil-date.js';
import { fewestSpans } from '../../src/rules/fewest-spans.js';

const monday = '2015-09-14' as CivilDate;
const lesson = (day: number, period: number): LessonTime => ({
  date: addDays(monday, day),
  period,
});
const day = (at: number, ...periods: number[]) => periods.map((period) => lesson(at, period));

/** Every time that a span covers, written out day by day and lesson by lesson. */
function timesOf({ from, until, first_period, last_period }: LessonSpan): string[] {
  return [...daysFrom(from, until ?? from)].flatMap((date) =>
    Array.from({ length: 16 }, (_, period) => period)
      .filter((period) => period >= (first_period ?? 0) && period <= (last_period ?? 15))
      .map((period) => `${date} ${period}`),
  );
}

const key = ({ date, period }: LessonTime) => `${date} ${period}`;

test.each([
  ['whole days in a row', [...day(0, 1, 2, 3), ...day(1, 1, 2)], [], ['2015-09-14 2015-09-15 - -']],
  [
    'from Friday to Monday, nothing between them',
    [...day(4, 1, 2), ...day(7, 1)],
    [],
    ['2015-09-18 2015-09-21 - -'],
  ],
  [
    'a day of presence between',
    [...day(0, 1, 2), ...day(2, 1, 2)],
    day(1, 1, 2),
    ['2015-09-14 null - -', '2015-09-16 null - -'],
  ],
  ['the first lessons of a day', day(0, 1, 2), day(0, 3, 4), ['2015-09-14 null 1 2']],
  [
    'a lesson between is left out',
    day(0, 1, 2, 4),
    day(0, 3),
    ['2015-09-14 null 1 2', '2015-09-14 null 4 4'],
  ],
  [
    'the same lessons of several days',
    [...day(0, 1, 2), ...day(1, 1, 2)],
    [...day(0, 3), ...day(1, 3)],
    ['2015-09-14 2015-09-15 1 2'],
  ],
  [
    'an afternoon and the next day',
    [...day(0, 3, 4), ...day(1, 1, 2, 3, 4)],
    day(0, 1, 2),
    ['2015-09-14 null 3 4', '2015-09-15 null - -'],
  ],
])('%s', (_, chosen, others, spans) => {
  const found = fewestSpans(chosen, others).map(({ from, until, first_period, last_period }) =>
    [from, until, first_period ?? '-', last_period ?? '-'].map(String).join(' '),
  );
  expect(found).toEqual(spans);
});

const grid = Array.from({ length: 4 }, (_, at) => day(at, 0, 1, 2, 3)).flat();

/** The least number of rectangles of the grid that cover the chosen and no other, tried one by one. */
function leastByTrying(chosen: Set<string>, others: Set<string>): number {
  const rectangles: Set<string>[] = [];
  for (const [from, until] of grid.flatMap((a) => grid.map((b) => [a, b] as const))) {
    if (from.date > until.date || from.period > until.period) continue;
    const span = { from: from.date, until: until.date };
    const times = timesOf({ ...span, first_period: from.period, last_period: until.period });
    if (!times.some((time) => others.has(time))) rectangles.push(new Set(times));
  }
  const canCover = (open: string[], left: number): boolean => {
    const [first] = open;
    if (first === undefined) return true;
    if (left === 0) return false;
    return rectangles.some(
      (one) =>
        one.has(first) &&
        canCover(
          open.filter((time) => !one.has(time)),
          left - 1,
        ),
    );
  };
  let count = 0;
  while (!canCover([...chosen], count)) count += 1;
  return count;
}

test('spans cover what is chosen and none of the others, and no fewer could', () => {
  const cells = fc.array(fc.constantFrom('chosen', 'other', 'free'), {
    minLength: grid.length,
    maxLength: grid.length,
  });
  fc.assert(
    fc.property(cells, (kinds) => {
      const chosen = grid.filter((_, at) => kinds[at] === 'chosen');
      const others = grid.filter((_, at) => kinds[at] === 'other');
      const spans = fewestSpans(chosen, others);
      const covered = new Set(spans.flatMap(timesOf));
      expect(chosen.filter((time) => !covered.has(key(time)))).toEqual([]);
      expect(others.filter((time) => covered.has(key(time)))).toEqual([]);
      expect(spans.length).toBe(leastByTrying(new Set(chosen.map(key)), new Set(others.map(key))));
    }),
    { numRuns: 200 },
  );
});

test('a year of picked lessons is covered in a moment, and exactly', () => {
  const times = Array.from({ length: 60 }, (_, at) => day(at, 1, 2, 3, 4, 5, 6, 7)).flat();
  fc.assert(
    fc.property(fc.infiniteStream(fc.boolean()), (stream) => {
      const picks = stream.take(times.length);
      const kinds = [...picks];
      const chosen = times.filter((_, at) => kinds[at]);
      const others = times.filter((_, at) => !kinds[at]);
      const covered = new Set(fewestSpans(chosen, others).flatMap(timesOf));
      expect(chosen.every((time) => covered.has(key(time)))).toBe(true);
      expect(others.some((time) => covered.has(key(time)))).toBe(false);
    }),
    { numRuns: 5 },
  );
});
