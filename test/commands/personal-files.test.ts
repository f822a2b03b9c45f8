import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { contents, file, folder, school } from '../support/school.js';

const header =
  'register_no,birth_certificate_no,birth_certificate_date,birth_certificate_issuer,actual_address,previous_school';

/** Cells of a file without quotes in the columns that are asked for. */
const cells = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

test('a student without a personal file lacks what only the file holds; a filled-in one lacks nothing', async () => {
  const { db, files } = await school({ size: 20 });
  const students = cells(join(files, 'students.csv')).map((row) => row[3]);
  const filledIn = new Set(cells(join(files, 'personal-files.csv')).map((row) => row[0]));
  const open = students.filter((student) => !filledIn.has(student));
  expect(open.length).toBeGreaterThan(0);

  const { status, stdout } = await run(`ejournal --db ${db} personal-files --format json`);
  const missing =
    'birth_certificate_no+birth_certificate_date+birth_certificate_issuer+actual_address';
  const gaps: { register_no: string; missing: string }[] = JSON.parse(stdout);
  expect(status).toBe(3);
  expect(gaps.map((gap) => [gap.register_no, gap.missing])).toEqual(
    open.sort().map((student) => [student, missing]),
  );

  const path = file(
    'mine.csv',
    header,
    ...open.map((student) => `${student},X1,01.02.2003,Dzimtsaraksti,Mājas iela 1,`),
  );
  expect((await run(`ejournal --db ${db} personal-files import ${path}`)).status).toBe(0);
  expect((await run(`ejournal --db ${db} personal-files`)).status).toBe(0);
});

test('personal code, sex, address, and parents with their telephone belong to the file', async () => {
  const { db } = await school();
  const students = file(
    'students.csv',
    'class,last_name,first_name,register_no,personal_code,address,sex,birth_date',
    ',,,1001,\\N,\\N,\\N,\\N',
  );
  await run(`ejournal --db ${db} import-students ${students}`);
  const { stdout } = await run(`ejournal --db ${db} personal-files --class 7.A --format csv`);
  expect(stdout).toContain('personal_code+birth_date+sex');
  expect(stdout).toContain('+address');
  const sums = await run(`ejournal --db ${db} personal-files --sum --format csv`);
  expect(sums.stdout.split('\n')[1]).toMatch(/^7\.a,\d,6,personal_code\+/);
});

test('the files come back as they went out, and a school without one has no file of them', async () => {
  const { db } = await school();
  const before = contents(db);
  const out = join(folder(), 'copy');
  await run(`ejournal --db ${db} export all --out ${out}`);
  const again = await run(`ejournal --db ${db} --lang en setup ${out}`);
  expect(again).toMatchObject({ status: 0, stderr: expect.stringContaining('Nothing to change.') });
  expect(contents(db)).toEqual(before);

  const bare = await run(`ejournal --db ${db} export all --out ${out}2 --class 9.z`);
  expect(bare.status).toBe(2);
});

test.each([
  ['9999,A,,,,', 'register_no', '9999'],
  ['1001,A,31.02.2003,,,', 'birth_certificate_date', '31.02.2003'],
  // Of a day to come, and of one before the birth.
  ['1001,A,01.01.2035,,,', 'birth_certificate_date', '01.01.2035'],
  ['1001,A,01.01.1990,,,', 'birth_certificate_date', '01.01.1990'],
])('a wrong row %s is refused with its place', async (row, column, value) => {
  const { db } = await school();
  const before = contents(db);
  const path = file('personal-files.csv', header, row);
  const refused = await run(`ejournal --db ${db} personal-files import ${path} --format json`);
  expect(refused.status).toBe(4);
  expect(JSON.parse(refused.stdout)[0]).toMatchObject({ line: 2, column, value });
  expect(contents(db)).toEqual(before);
});
