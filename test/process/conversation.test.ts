import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ask, contents, folder, school } from '../support/school.js';

const program = resolve('bin/ejournal.js');

/** Runs the program in a terminal: waits for each text, then presses the keys beside it. */
function inTerminal(words: string[], steps: [wait: string, keys: string][]) {
  const output = execFileSync(
    'python3',
    ['test/support/in_terminal.py', 'node', program, ...words],
    {
      input: JSON.stringify(steps),
      encoding: 'utf8',
    },
  );
  return JSON.parse(output) as { screen: string; status: number };
}

test('init asks for the school, the year and its semesters, and makes the database', () => {
  const db = join(folder(), 'new.db');
  const { status } = inTerminal(
    ['--db', db, '--lang', 'en', 'init'],
    [
      ['Name of the school', 'Parauga ģimnāzija\r'],
      ['School year', '2015\r'],
      ['semesters and holidays', 'y\r'],
      ['Make the database', 'y\r'],
    ],
  );
  expect(status).toBe(0);
  expect(ask(db, "SELECT value FROM school_setting WHERE key = 'name'")).toEqual([
    { value: 'Parauga ģimnāzija' },
  ]);
  expect(ask(db, 'SELECT year FROM school_year')).toEqual([{ year: 2015 }]);
  expect(
    ask(db, 'SELECT min("from") AS first FROM calendar_day WHERE kind = \'semester1\''),
  ).toEqual([{ first: '2015-09-01' }]);
});

test('init --year offers the dates of the state where somebody can be asked', () => {
  for (const [answer, rows] of [
    ['y', true],
    ['n', false],
  ] as const) {
    const db = join(folder(), 'new.db');
    const words = ['--db', db, '--lang', 'en', 'init', '--year', '2015'];
    expect(inTerminal(words, [['semesters and holidays', `${answer}\r`]]).status).toBe(0);
    expect(ask(db, 'SELECT 1 FROM calendar_day').length > 0).toBe(rows);
  }
});

test('Ctrl-C in the middle of init leaves nothing, with status 130', () => {
  const db = join(folder(), 'new.db');
  const { status } = inTerminal(
    ['--db', db, '--lang', 'en', 'init'],
    [
      ['Name of the school', 'Parauga\r'],
      ['School year', '\u0003'],
    ],
  );
  expect(status).toBe(130);
  expect(existsSync(db)).toBe(false);
});

test('without a terminal init does not wait for an answer, and names the option', () => {
  const { status, stderr } = spawnSync(
    'node',
    [program, '--db', join(folder(), 'x.db'), '--lang', 'en', 'init'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('The option --year is needed.');
});

test('groups are shown before they are made, and not made on a no', async () => {
  const { db } = await school();
  const before = contents(db);
  const words = [
    '--db',
    db,
    '--lang',
    'en',
    'create-groups',
    '--class',
    '7.a',
    '--subject',
    'MAT',
    '--split',
    '2',
  ];
  const refused = inTerminal(words, [['Make 2 groups with 6 students?', 'n\r']]);
  expect(refused.screen).toContain('7.a MAT 1');
  expect(refused.status).toBe(2);
  expect(contents(db)).toEqual(before);
  expect(inTerminal(words, [['Make 2 groups with 6 students?', 'y\r']]).status).toBe(0);
  expect(
    ask(
      db,
      "SELECT count(*) AS members FROM group_member JOIN teaching_group USING (teaching_group_id) WHERE name LIKE '7.a MAT _'",
    ),
  ).toEqual([{ members: 6 }]);
});
