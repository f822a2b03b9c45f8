import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { operationHash } from '../../src/db/chain.js';
import { operationsInOrder } from '../../src/db/operations.js';
import { ask, contents, emptySchool, file, school } from '../support/school.js';

function ejournal(...words: string[]) {
  return spawnSync('node', ['bin/ejournal.js', ...words], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** What is over this size is read in a thread of its own. */
const large = 4_194_304;
const filling = 'x'.repeat(900);

/** Absences of different moments, each line filled up by a column that nobody knows. */
const line = (at: number) => {
  const moment = `2015-10-${10 + (at % 15)}T1${Math.floor(at / 3_600)}:${pair(at % 60)}:${pair(Math.floor(at / 60) % 60)}Z`;
  return `2015-10-0${5 + (at % 5)},${at % 9},100${1 + (at % 9)},n,${moment},${filling}`;
};
const pair = (number: number) => String(number).padStart(2, '0');
const header = 'date,period,register_no,mark,recorded_at,remark';
const lines = Array.from({ length: 5_000 }, (_, at) => line(at));

test('a large file is imported as a small one, and each row is known to come from its line', async () => {
  const { db } = await school();
  const before = ask<{ n: number }>(db, 'SELECT count(*) AS n FROM absence')[0]?.n ?? 0;
  const path = file('absences.csv', header, ...lines, ...lines.slice(0, 100));
  expect(statSync(path).size).toBeGreaterThan(large);

  const imported = ejournal('--db', db, '--quiet', 'import-absences', path);
  expect(imported).toMatchObject({ status: 0, stderr: '' });
  expect(imported.stdout).toBe(
    `file,rows,new,changed,unchanged,ended,rejected\nabsences.csv,5100,5000,0,100,0,0\n`,
  );
  expect(ask(db, 'SELECT count(*) AS n FROM absence')).toEqual([{ n: before + 5_000 }]);
  expect(ejournal('--db', db, 'audit', '--verify').status).toBe(0);

  const said = ejournal('--db', db, '--format', 'json', 'audit', '--table', 'absence').stdout;
  const rows = JSON.parse(said) as { file: string; line: number; after: string }[];
  const last = rows.slice(-5_000).map(({ line: number, after }) => ({ number, after }));
  for (const { number, after } of last.filter((_, at) => at % 777 === 0)) {
    const [date, period, , mark, recorded_at] = lines[number - 2]?.split(',') ?? [];
    const row = { date, period: Number(period), mark, recorded_at };
    expect(JSON.parse(after)).toMatchObject(row);
  }
});

test('the differences of a large file are all told, more of them than a call may have arguments', async () => {
  const columns = 'class,last_name,first_name,register_no,sex,address,phone,email,enrolled_on';
  const students = Array.from(
    { length: 14_000 },
    (_, at) =>
      `7.a,Paraugs,Nr${at},${20_000 + at},S,Parka iela,2${at},${at}@example.org,2015-09-01`,
  );
  const path = file('students.csv', columns, ...students);
  const { status, stdout } = ejournal(
    '--db',
    await emptySchool(),
    'import-students',
    path,
    '--diff',
  );
  expect(status).toBe(0);
  const ofOne = stdout.split('\n').filter((told) => told.includes('students.csv,9001,'));
  const names = ofOne.map((told) => told.split(',')[3]);
  expect(names.filter((name) => name !== 'register_no').sort()).toEqual(
    columns
      .split(',')
      .filter((name) => name !== 'register_no')
      .sort(),
  );
});

test('what is wrong in a large file is all found, up to where it cannot be read on', async () => {
  const { db } = await school();
  const nothing = contents(db);
  const bad = [...lines];
  bad[1_999] = `2015-13-01,1,1001,n,,${filling}`;
  bad[2_499] = `2015-10-05,1,9999,n,,${filling}`;
  bad[2_999] = '2015-10-05,1,1001';
  bad[4_899] = `2015-10-05,1,1001,n,,"${filling}`;
  const path = file('absences.csv', header, ...bad);

  const { status, stdout } = ejournal(
    ...['--db', db, '--quiet', '--format', 'json', 'import-absences', path],
  );
  expect(status).toBe(4);
  const found = JSON.parse(stdout) as { line: number; column: string; value: string }[];
  expect(found.map(({ line: number, column, value }) => [number, column, value])).toEqual([
    [2_001, 'date', '2015-13-01'],
    [2_501, 'register_no', '9999'],
    [3_001, '', ''],
    [4_901, '', ''],
  ]);
  expect(contents(db)).toEqual(nothing);
});

test('what a thread hashed has the same hash without a thread', async () => {
  const { db } = await school();
  const rows = Array.from({ length: 50_000 }, (_, at) => {
    const moment = new Date(Date.UTC(2015, 9, 10, 0, 0, at)).toISOString().replace('.000', '');
    return `2015-10-0${5 + (at % 5)},${at % 9},100${1 + (at % 9)},n,${moment}`;
  });
  const path = file('absences.csv', 'date,period,register_no,mark,recorded_at', ...rows);
  expect(ejournal('--db', db, '--quiet', 'import-absences', path).status).toBe(0);

  // Here nothing was built, and all is hashed in one thread.
  const opened = new Database(db, { readonly: true });
  const [last] = [...operationsInOrder(opened)].slice(-1);
  expect(last?.changes).toBe(50_000);
  expect(last && operationHash(opened, last)).toBe(last?.hash);
  opened.close();
  expect(ejournal('--db', db, 'audit', '--verify').status).toBe(0);
});
