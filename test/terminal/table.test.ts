import fc from 'fast-check';
import width from 'fast-string-width';
import { expect, test } from 'vitest';
import { tableLines } from '../../src/terminal/table.js';

const look = (columns: number) => ({ columns, heading: (text: string) => text });

test('where a table is too wide, headings give way first, then words, dates and numbers never', () => {
  const headings = ['working_days_late', 'date', 'what'];
  const rows = [[12, '2015-10-01', 'a topic of many words']];
  expect([...tableLines(headings, rows, look(40))]).toEqual([
    'work…  date        what',
    '   12  2015-10-01  a topic of many words',
  ]);
  expect([...tableLines(headings, rows, look(30))]).toEqual([
    'work…  date        what',
    '   12  2015-10-01  a topic of…',
  ]);
  expect([...tableLines(headings, rows, look(22))]).toEqual([
    'work…  date',
    '  what',
    '   12  2015-10-01',
    '  a topic of many wor…',
  ]);
});

test('where a table is too wide, a column in which nothing stands is left out, unless it was asked for', () => {
  const headings = ['date', 'reason', 'what'];
  const rows = [
    ['2015-10-01', '', 'a topic'],
    ['2015-10-02', null, 'another'],
  ];
  expect([...tableLines(headings, rows, look(27))]).toEqual([
    'date        reason  what',
    '2015-10-01          a topic',
    '2015-10-02          another',
  ]);
  expect([...tableLines(headings, rows, look(20))]).toEqual([
    'date        what',
    '2015-10-01  a topic',
    '2015-10-02  another',
  ]);
  const [chosen] = tableLines(headings, rows, { ...look(25), chosen: true });
  expect(chosen).toContain('reas');
});

const anyCell = fc.oneof(
  fc.constantFrom('', '2015-10-01', '08:30-09:10', '2015-10-31 18:00'),
  fc.nat(99_999),
  fc.stringMatching(/^[a-zāēš ]{1,40}$/),
);
const anyTable = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.record({
    headings: fc.array(fc.stringMatching(/^[a-z_]{1,20}$/), { minLength: size, maxLength: size }),
    rows: fc.array(fc.array(anyCell, { minLength: size, maxLength: size }), { maxLength: 4 }),
  }),
);

test('a table is never wider than the terminal, and every figure stands in it whole', () => {
  const from30 = fc.integer({ min: 30, max: 120 });
  fc.assert(
    fc.property(anyTable, from30, fc.boolean(), ({ headings, rows }, columns, wraps) => {
      const lines = [...tableLines(headings, rows, { ...look(columns), wraps })];
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
      const text = lines.join('\n');
      for (const [at] of headings.entries()) {
        const own = rows.map((row) => String(row[at]));
        if (!own.every((cell) => /^[\d.:+TZ -]*$/.test(cell))) continue;
        for (const cell of wraps ? [] : own) expect(text).toContain(cell.trimEnd());
      }
    }),
  );
});
