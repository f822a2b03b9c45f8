import { expect, test } from 'vitest';
import { tableLines } from '../../src/terminal/table.js';

const look = (columns: number) => ({ columns, heading: (text: string) => text });

test('where a table is too wide, headings give way first, then words, dates and numbers last', () => {
  const headings = ['working_days_late', 'date', 'what'];
  const rows = [[12, '2015-10-01', 'a topic of many words']];
  expect([...tableLines(headings, rows, look(41))]).toEqual([
    'worki…  date        what',
    '    12  2015-10-01  a topic of many words',
  ]);
  expect([...tableLines(headings, rows, look(30))]).toEqual([
    'worki…  date        what',
    '    12  2015-10-01  a topic o…',
  ]);
  expect([...tableLines(headings, rows, look(22))]).toEqual([
    'worki…  date    what',
    '    12  2015-…  a top…',
  ]);
});
