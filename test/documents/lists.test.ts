import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { pagesOf } from '../support/printed-pages.js';
import { run } from '../support/run.js';
import { ask, contents, file, folder, school } from '../support/school.js';

let db: string;

beforeAll(async () => {
  ({ db } = await school({ parallel: 2, size: 14 }));
});

const textOf = (path: string) =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
const ejournal = (words: string) => `ejournal --db ${db} --as-of 2015-09-20 --lang en ${words}`;

interface Person {
  register_no: string;
  name: string;
  birth_date: string;
}

/** The students of a class straight from the tables, for a school in which nobody moves. */
const people = (className: string) =>
  ask<Person>(
    db,
    `SELECT register_no, last_name || ' ' || first_name AS name, birth_date
       FROM enrolment JOIN student USING (student_id) JOIN class USING (class_id)
      WHERE class.name = '${className}'`,
  );

test('the list of a class is a table, and a PDF where a folder is named', async () => {
  const table = await run(ejournal('lists class --class 7.a --fields register_no,birth_date'));
  const [head, ...rows] = table.stdout.trim().split('\n');
  expect(head).toBe('class,last_name,first_name,register_no,birth_date');
  const told = rows.map((row) => row.split(','));
  const out = folder();
  await run(
    ejournal(`lists class --class 7.a --fields register_no,birth_date --blank 2 --out ${out}`),
  );
  const text = textOf(join(out, '7.a saraksts.pdf'));
  expect(text).toContain('KLASES SARAKSTS');
  expect(told.length).toBeGreaterThan(5);
  for (const [, last, first, registerNo, birth = ''] of told) {
    const person = people('7.a').find((one) => one.register_no === registerNo);
    expect([`${last} ${first}`, birth]).toEqual([person?.name, person?.birth_date]);
    const [year, month, day] = birth.split('-');
    expect(text).toMatch(
      new RegExp(`${last} ${first} +${registerNo} +${day}\\.${month}\\.${year}\\.`),
    );
  }
});

test('the list of a group has its members with their classes', async () => {
  const group = ask<{ name: string }>(
    db,
    'SELECT name FROM teaching_group WHERE whole = 0 ORDER BY name LIMIT 1',
  )[0]?.name;
  const members = ask<{ register_no: string }>(
    db,
    `SELECT DISTINCT register_no FROM group_member JOIN teaching_group USING (teaching_group_id)
       JOIN student USING (student_id) WHERE teaching_group.name = '${group}'`,
  ).map((one) => one.register_no);
  const { stdout } = await run(ejournal(`lists group --group "${group}" --format json`));
  const listed: { register_no: string }[] = JSON.parse(stdout);
  expect(listed.length).toBeGreaterThan(0);
  for (const { register_no } of listed) expect(members).toContain(register_no);
  const out = folder();
  await run(ejournal(`lists group --group "${group}" --document-language en --out ${out}`));
  const text = textOf(join(out, `${group} list.pdf`));
  expect(text).toContain('GROUP LIST');
  for (const { register_no } of listed) expect(text).toContain(register_no);
});

test('a signature sheet has a line for each student, the day and the topic', async () => {
  const out = folder();
  await run(
    ejournal(
      `lists signatures --class 7.b --date 2015-09-21 --topic "Drošība ķīmijā" --out ${out}`,
    ),
  );
  const text = textOf(join(out, '7.b paraksti.pdf'));
  expect(text).toContain('PARAKSTU LAPA');
  expect(text).toContain('Drošība ķīmijā');
  expect(text).toContain('21.09.2015.');
  const { stdout } = await run(ejournal('lists class --class 7.b --format json'));
  const listed: { last_name: string; first_name: string }[] = JSON.parse(stdout);
  for (const [place, one] of listed.entries()) {
    expect(text).toMatch(new RegExp(`${place + 1} +${one.last_name} ${one.first_name}`));
  }
});

test('a statement says who attends which class since when, and is entered in the register', async () => {
  const out = folder();
  const line = 'lists statement --student 1001 --date 2015-09-21 --number 1-12/45 --for "Banka"';
  expect((await run(ejournal(`${line} --out ${out}`))).status).toBe(0);
  const [name = ''] = readdirSync(out);
  const text = textOf(join(out, name));
  const student = ask<{ name: string; enrolled_on: string }>(
    db,
    "SELECT first_name || ' ' || last_name AS name, enrolled_on FROM student WHERE register_no = '1001'",
  )[0];
  expect(name).toContain('(1001) 2015-09-21 izziņa 1-12_45.pdf');
  expect(text).toContain(student?.name);
  expect(text).toContain(student?.enrolled_on.split('-').reverse().join('.'));
  expect(text).toContain('1-12/45');
  expect(text).toContain('Banka');
  expect(ask(db, "SELECT period, receiver FROM document WHERE kind = 'statement'")).toEqual([
    { period: '2015-09-21', receiver: 'Banka' },
  ]);
  const before = await run(ejournal('lists statement --student 1001 --date 2010-09-21 --out x'));
  expect(before.status).toBe(2);
});

test.each(['lists statement --student 1001', 'letters notice --class 7.a'])(
  '%s certifies no other day than that of today',
  async (words) => {
    // Today is years after the only school year of this database.
    const line = `ejournal --db ${db} --lang en ${words}`;
    const refused = await run(`${line} --out ${folder()}`);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('2026/2027') });
    expect((await run(`${line} --date 2015-09-21 --out ${folder()}`)).status).not.toBe(2);
  },
);

test('labels begin behind those that are gone, and go on to a second sheet', async () => {
  const out = folder();
  const count = people('8.a').length;
  await run(ejournal(`lists labels --class 8.a --skip 23 --out ${out}`));
  const pages = textOf(join(out, '8.a uzlīmes.pdf')).split('\f').slice(0, -1);
  expect(pages.map((page) => page.match(/8\.a/g)?.length)).toEqual([1, count - 1]);
  await run(ejournal(`lists labels --class 8.a --addresses --out ${out}`));
  const address = ask<{ address: string }>(
    db,
    `SELECT address FROM student JOIN enrolment USING (student_id) JOIN class USING (class_id)
      WHERE class.name = '8.a' LIMIT 1`,
  )[0]?.address;
  expect(textOf(join(out, '8.a adrešu uzlīmes.pdf'))).toContain(address?.split(', ')[0]);
});

test('working papers are not entered in the register', async () => {
  const before = contents(db);
  const out = folder();
  for (const words of ['class', 'signatures', 'labels']) {
    expect((await run(ejournal(`lists ${words} --out ${out}`))).status).toBe(0);
  }
  expect(contents(db)).toEqual(before);
});

test.each([
  'group --out x',
  'group --group nothing --out x',
  'class --class 12.z',
  'class --topic Safety',
  'class --fields shoe_size',
  'class --fields phone,email,address,parents,programme --out x',
  'statement --out x',
  'statement --student 9999 --out x',
  'signatures --class 7.a',
  'labels --number 5 --out x',
  'labels --class 7.a --skip 24 --out x',
])('%s is refused', async (words) => {
  expect((await run(ejournal(`lists ${words}`))).status).toBe(2);
});

test('the sheet of a personal file says what is known and leaves a line for the rest', async () => {
  const cleared = file(
    'students.csv',
    'class,last_name,first_name,register_no,address',
    ',,,1001,\\N',
  );
  expect((await run(`ejournal --db ${db} import-students ${cleared}`)).status).toBe(0);
  const [one, two] = [folder(), folder()];
  for (const out of [one, two]) {
    const ran = await run(ejournal(`personal-files print --student 1001 --out ${out}`));
    expect(ran.status).toBe(0);
  }
  const [name = ''] = readdirSync(one, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.pdf'),
  );
  const text = textOf(join(one, name));
  const [student] = ask<Record<string, string>>(
    db,
    "SELECT first_name, last_name, personal_code FROM student WHERE register_no = '1001'",
  );
  expect(text).toContain('SKOLĒNA PERSONAS LIETA');
  for (const value of Object.values(student ?? {})) expect(text).toContain(value);
  expect(text).toMatch(/Deklarētā dzīvesvieta +…+/);
  const parents = ask<{ name: string; phone: string }>(
    db,
    `SELECT parent.first_name || ' ' || parent.last_name AS name, parent.phone FROM student_parent
       JOIN parent USING (parent_id) JOIN student USING (student_id) WHERE register_no = '1001'`,
  );
  for (const parent of parents)
    expect(text).toMatch(new RegExp(`${parent.name} .*\\${parent.phone}`));
  // Nr. 779 of 2005 asks for the address of the parents, which is nowhere in the data.
  expect(text.match(/Dzīvesvietas adrese +…+/g)).toHaveLength(Math.max(parents.length, 1));
  expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true);

  const changed = file(
    'students.csv',
    'class,last_name,first_name,register_no,address',
    ',,,1001,Jaunā iela 1',
  );
  await run(`ejournal --db ${db} import-students ${changed}`);
  const outdated = await run(
    ejournal('documents --out-of-date --kind personal-file --format json'),
  );
  expect(outdated.stdout).toContain('1001');
});

test('a number that another statement bears already is pointed out', async () => {
  const out = folder();
  const line = `lists statement --number 1-12/46 --out ${out}`;
  const first = `${line} --student 1001 --date 2015-09-22`;
  expect((await run(ejournal(first))).stderr).not.toContain('bears this number');
  expect((await run(ejournal(first))).stderr).not.toContain('bears this number');
  const second = await run(ejournal(`${line} --student 1002 --date 2015-09-23`));
  expect(second.stderr).toContain(
    'The statement of 2015-09-22 for student 1001 bears this number already.',
  );
});

test('two statements of a day, for two who ask, lie beside each other', async () => {
  const out = folder();
  const line = `lists statement --student 1001 --date 2015-09-22 --out ${out}`;
  for (const which of ['--for Banka', '--for Pašvaldība', '--number 7']) {
    expect(await run(ejournal(`${line} ${which}`))).toMatchObject({ status: 0 });
  }
  expect(
    readdirSync(out)
      .map((name) => name.replace(/^.* izziņa /, ''))
      .sort(),
  ).toEqual(['7.pdf', 'Banka.pdf', 'Pašvaldība.pdf']);
});

test('a day of a school year that is not there is what is refused', async () => {
  const ran = await run(`${ejournal('lists class --class 7.a --date 2010-05-05')} --lang en`);
  expect(ran).toMatchObject({ status: 2, stderr: expect.stringMatching(/^--date: /) });
});

test('a class list of many wide fields stands on a sheet across, an e-mail address on one line', async () => {
  const { db: own } = await school();
  const email = 'aleksandrs.zeltinsh1001@example.org';
  const rows = ask<{ row: string }>(
    own,
    `SELECT '7.a,' || last_name || ',' || first_name || ',1001,${email}' AS row
       FROM student WHERE register_no = '1001'`,
  );
  const header = 'class,last_name,first_name,register_no,email';
  const students = file('students.csv', header, ...rows.map(({ row }) => row));
  expect(await run(`ejournal --db ${own} import-students ${students}`)).toMatchObject({
    status: 0,
  });
  const list = join(folder(), 'list.pdf');
  const asked = '--class 7.a --date 2015-09-22 --fields phone,email,address,parents';
  await run(`ejournal --db ${own} lists class ${asked} --merge ${list}`);
  const [page] = pagesOf(list);
  expect(page?.width).toBeGreaterThan(800);
  expect(page?.words.map(({ text }) => text)).toContain(email);
});
