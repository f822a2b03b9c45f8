import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { file, folder, school } from '../support/school.js';

const head = 'class,last_name,first_name,register_no,birth_date,left_on';
const moves = 'register_no,date,kind,class';

/** A school of two years, in the first of which some moved, joined and left. */
async function twoYears(): Promise<string> {
  const { db } = await school({ parallel: 2 });
  const did = async (words: string) => {
    const { status, stdout, stderr } = await run(`ejournal --db ${db} ${words}`);
    expect({ words, status, stdout, stderr }).toMatchObject({ status: 0 });
  };
  const joiner = file('joiner.csv', head, '7.b,Vilka,Zane,8001,2002-05-05,');
  const first = file(
    'movements.csv',
    moves,
    '1001,2015-09-01,class,7.a',
    '1001,2015-10-05,class,7.b',
    '8001,2015-10-12,joined,7.b',
    '1002,2015-11-02,left,',
  );
  await did(`import-students ${joiner}`);
  await did(`import-movements ${first}`);
  const next = folder();
  const list = [
    '8.a,,,1001,,',
    '8.a,,,8001,,',
    '8.a,Atpakaļ,Ieva,1002,,\\N',
    '8.a,Jauna,Rita,8002,2002-06-06,',
  ];
  writeFileSync(join(next, 'students.csv'), [head, ...list, ''].join('\n'));
  writeFileSync(join(next, 'movements.csv'), [moves, '8002,2016-10-03,joined,8.a', ''].join('\n'));
  await did(`setup ${next} --year 2016`);
  return db;
}

const classOn = async (db: string, name: string, date: string): Promise<string[]> => {
  const { stdout } = await run(
    `ejournal --db ${db} lists class --class ${name} --date ${date} --columns register_no`,
  );
  return stdout.trim().split('\n').slice(1).sort();
};

test('the movements of one year say nothing about the class of another', async () => {
  const db = await twoYears();
  expect(await classOn(db, '7.b', '2015-10-20')).toEqual(expect.arrayContaining(['1001', '8001']));
  expect(await classOn(db, '7.b', '2015-10-11')).not.toContain('8001');
  expect(await classOn(db, '7.a', '2015-11-03')).not.toContain('1002');
  expect(await classOn(db, '8.a', '2016-09-20')).toEqual(['1001', '1002', '8001']);
  expect(await classOn(db, '8.a', '2016-10-03')).toEqual(['1001', '1002', '8001', '8002']);
});

test('a question as of a day is about the school year of the day, and so is the set-up', async () => {
  const db = await twoYears();
  const asked = async (words: string) =>
    JSON.parse((await run(`ejournal --db ${db} ${words} --format json`)).stdout);
  const numbers = async (asOf: string) =>
    (await asked(`lists class --class 8.a --as-of ${asOf}`)).map(
      (row: { register_no: string }) => row.register_no,
    );
  expect(await numbers('2016-10-03')).toEqual(expect.arrayContaining(['1001', '8002']));
  expect(await numbers('2015-10-11')).not.toContain('1001');
  const due = async (asOf: string) =>
    (await asked(`status --as-of ${asOf}`))[0].due_at.slice(0, 10);
  expect(await due('2015-10-11')).toBe('2015-09-05');
  // The next year is set up from the spring on.
  expect(await due('2016-06-20')).toBe('2016-09-05');
});

test('an export of a year has its own movements and parents, and makes the year again', async () => {
  const db = await twoYears();
  const exported = await run(`ejournal --db ${db} export movements --year 2016`);
  expect(exported.stdout.trim().split('\n').slice(1)).toEqual(['8002,2016-10-03,joined,8.a,,']);
  // Who came back in the second year has their last day in the first, and no later day of joining.
  const back = file(
    's.csv',
    'class,last_name,first_name,register_no,enrolled_on',
    '8.a,,,1002,2016-09-05',
  );
  await run(`ejournal --db ${db} import-students ${back} --year 2016`);
  const returned = async (year: number) =>
    (await run(`ejournal --db ${db} export students --year ${year}`)).stdout
      .split('\n')
      .find((line) => line.includes(',1002,'));
  expect(await returned(2015)).toMatch(/,,2015-11-02$/);
  expect(await returned(2016)).toMatch(/,2016-09-05,$/);
  for (const year of [2015, 2016]) {
    const all = join(folder(), 'all');
    await run(`ejournal --db ${db} export all --year ${year} --out ${all}`);
    const again = join(folder(), 'ejournal.db');
    await run(`ejournal --db ${again} init --year ${year} --yes`);
    const made = await run(`ejournal --db ${again} setup ${all}`);
    expect(made).toMatchObject({ status: 0 });
    for (const kind of ['students', 'movements', 'parents']) {
      const [before, after] = [
        await run(`ejournal --db ${db} export ${kind} --year ${year}`),
        await run(`ejournal --db ${again} export ${kind}`),
      ];
      expect(after.stdout).toBe(before.stdout);
    }
  }
});

test('a class told for a day of another year of the database is refused, but for the summer before', async () => {
  const db = await twoYears();
  const path = file(
    'm.csv',
    moves,
    '1001,2015-12-01,class,8.a',
    '1001,2016-07-01,class,8.a',
    '8001,2015-12-01,left,',
  );
  const refused = await run(
    `ejournal --db ${db} import-movements ${path} --year 2016 --columns line,column,value`,
  );
  expect(refused).toMatchObject({ status: 4, stdout: 'line,column,value\n2,date,2015-12-01\n' });
});

test('a day of joining in a later year takes nobody out of the years before', async () => {
  const { db } = await school({ parallel: 2 });
  const before = await classOn(db, '7.a', '2015-10-20');
  const next = folder();
  const rows = before.map((number) => `8.a,,,${number},2016-09-01`);
  writeFileSync(
    join(next, 'students.csv'),
    ['class,last_name,first_name,register_no,enrolled_on', ...rows, ''].join('\n'),
  );
  await run(`ejournal --db ${db} setup ${next} --year 2016`);
  expect(await classOn(db, '8.a', '2016-09-20')).toEqual(before);
  expect(await classOn(db, '7.a', '2015-10-20')).toEqual(before);
});

test('a span is held against the day that stands already', async () => {
  const { db } = await school();
  const dated = file(
    'a.csv',
    'class,last_name,first_name,register_no,enrolled_on,left_on',
    '7.a,,,1001,2015-09-01,2015-11-02',
  );
  expect(await run(`ejournal --db ${db} import-students ${dated}`)).toMatchObject({ status: 0 });
  const refusals = async (...rows: string[]) =>
    (
      await run(
        `ejournal --db ${db} import-students ${file('b.csv', ...rows)} --columns column,value`,
      )
    ).stdout;
  expect(
    await refusals('class,last_name,first_name,register_no,left_on', '7.a,,,1001,2014-01-01'),
  ).toBe('column,value\nleft_on,2014-01-01\n');
  expect(
    await refusals('class,last_name,first_name,register_no,enrolled_on', '7.a,,,1001,2015-11-03'),
  ).toBe('column,value\nenrolled_on,2015-11-03\n');
  const back = file(
    'c.csv',
    'class,last_name,first_name,register_no,enrolled_on,left_on',
    '7.a,,,1001,2015-11-03,\\N',
  );
  expect(await run(`ejournal --db ${db} import-students ${back}`)).toMatchObject({ status: 0 });
});

test('a question about a moment is about its school year, though the next is set up already', async () => {
  const { db } = await school();
  const ask = (words: string) => run(`ejournal --db ${db} ${words}`);
  const questions = [
    '--as-of 2015-09-25 overdue',
    '--as-of 2015-09-28 deadlines --days 3',
    '--as-of 2015-09-25 absences --sum',
    '--as-of 2016-06-20 term-marks missing --term semester1',
  ];
  const before = await Promise.all(questions.map(ask));
  expect(before.every(({ stdout }) => stdout.trim().split('\n').length > 1)).toBe(true);
  const next = folder();
  writeFileSync(join(next, 'students.csv'), 'class,last_name,first_name,register_no\n8.a,,,1001\n');
  expect(await ask(`setup ${next} --year 2016`)).toMatchObject({ status: 0 });
  expect(await Promise.all(questions.map(ask))).toEqual(before);
});

test('who left in one year and is in the list of the next is in that one, and the first stays as it was', async () => {
  const { db } = await school({ parallel: 2 });
  const left = file('left.csv', head, '7.a,,,1001,,2015-10-12', '7.a,,,1003,,2015-10-12');
  await run(`ejournal --db ${db} import-students ${left}`);
  const next = folder();
  const list = [head, '8.a,,,1001,,', '8.a,,,1003,,2016-10-05', '8.a,,,1004,,', ''];
  writeFileSync(join(next, 'students.csv'), list.join('\n'));
  for (const time of ['first', 'second']) {
    const { status } = await run(`ejournal --db ${db} setup ${next} --year 2016`);
    expect({ time, status }).toEqual({ time, status: 0 });
    expect(await classOn(db, '8.a', '2016-09-20')).toEqual(['1001', '1003', '1004']);
    expect(await classOn(db, '8.a', '2016-10-06')).toEqual(['1001', '1004']);
    const before = await classOn(db, '7.a', '2015-10-12');
    expect(before).toEqual(expect.arrayContaining(['1001', '1003']));
    expect(await classOn(db, '7.a', '2015-10-13')).toEqual(
      before.filter((number) => !['1001', '1003'].includes(number)),
    );
  }
});

test('who leaves by the list and joins again in the same year was there before and is there after', async () => {
  const { db } = await school({ parallel: 2 });
  const left = file('left.csv', head, '7.a,,,1001,,2015-09-15');
  const back = file('back.csv', moves, '1001,2015-10-12,joined,7.b');
  const there = async () => [
    (await classOn(db, '7.a', '2015-09-15')).includes('1001'),
    (await classOn(db, '7.a', '2015-09-16')).includes('1001'),
    (await classOn(db, '7.b', '2015-10-12')).includes('1001'),
  ];
  for (const changed of ['1', '0']) {
    const ended = await run(`ejournal --db ${db} import-students ${left} --columns ended`);
    expect(ended.stdout).toBe(`ended\n${changed}\n`);
    await run(`ejournal --db ${db} import-movements ${back}`);
    expect(await there()).toEqual([true, false, true]);
  }
});

test('a movement of somebody who is not in the year is refused', async () => {
  const { db } = await school({ parallel: 2 });
  const next = folder();
  writeFileSync(join(next, 'students.csv'), [head, '8.a,,,1001,,', ''].join('\n'));
  await run(`ejournal --db ${db} setup ${next} --year 2016`);
  const joined = file('joined.csv', moves, '1002,2016-09-05,joined,8.a');
  const line = `ejournal --db ${db} import-movements ${joined} --year 2016`;
  const refused = await run(`${line} --columns line,column,value`);
  expect(refused).toMatchObject({ status: 4, stdout: 'line,column,value\n2,register_no,1002\n' });
});
