import { beforeAll, describe, expect, test } from 'vitest';
import { bruteSchool } from '../support/brute-force.js';
import { run } from '../support/run.js';
import { contents, file, school } from '../support/school.js';

let db: string;
let files: string;

beforeAll(async () => {
  ({ db, files } = await school({ until: '2015-12-18' as never, seed: 3, size: 9 }));
});

const propose = 'term-marks propose --term semester1';

interface Proposal {
  register_no: string;
  subject: string;
  marks: string[];
  proposal: string | null;
  state: string;
}

async function proposals(line: string): Promise<Proposal[]> {
  const { stdout } = await run(`ejournal --db ${db} ${line} --format json`);
  return JSON.parse(stdout);
}

test('proposals are what a computation straight from the files gives', async () => {
  const brute = bruteSchool(files);
  const rows = await proposals(`${propose} --dry-run`);
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.some((row) => row.proposal !== null)).toBe(true);
  for (const { register_no, subject, proposal } of rows) {
    const exact = brute.termMark(register_no, subject, '2015-09-01', '2015-12-18');
    expect([register_no, subject, proposal]).toEqual([
      register_no,
      subject,
      exact === null ? null : String(exact),
    ]);
  }
});

describe('proposals that were shown', () => {
  test('are entered in one operation, once, and taken back by undo', async () => {
    const before = contents(db);
    const rows = await proposals(`${propose} --subject MAT --dry-run`);
    expect(contents(db)).toEqual(before);
    const there = rows.filter((row) => row.proposal !== null);

    const done = await run(`ejournal --db ${db} --lang en ${propose} --subject MAT --yes`);
    expect(done.status).toBe(0);
    expect(done.stderr).toContain(`Entered: ${there.length} marks.`);
    const entered = contents(db)
      ['term_mark']?.map((row) => JSON.parse(row).value)
      .sort();
    expect(entered).toEqual(there.map((row) => row.proposal).sort());

    const again = await run(`ejournal --db ${db} --lang en ${propose} --subject MAT --yes`);
    expect(again.stderr).toContain('There is nothing to enter.');
    await run(`ejournal --db ${db} undo`);
    expect(contents(db)).toEqual(before);
  });

  test('are not entered unasked', async () => {
    const before = contents(db);
    const refused = await run(`ejournal --db ${db} --lang en ${propose} --subject MAT`);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--yes');
    expect(contents(db)).toEqual(before);
  });

  test('leave a mark that stands, unless it is to be replaced', async () => {
    const [first] = await proposals(`${propose} --subject MAT --dry-run`);
    const other = first?.proposal === '5' ? '6' : '5';
    const enter = `term-marks enter ${first?.register_no}=${other} --subject MAT --term semester1`;
    expect((await run(`ejournal --db ${db} ${enter}`)).status).toBe(0);
    const one = `--subject MAT --student ${first?.register_no} --dry-run`;
    expect(await proposals(`${propose} ${one}`)).toMatchObject([
      { stands: other, state: 'stands' },
    ]);
    expect(await proposals(`${propose} ${one} --replace`)).toMatchObject([{ state: 'replaces' }]);
    await run(`ejournal --db ${db} undo`);
  });
});

test('a term mark that somebody entered meanwhile is not overwritten', async () => {
  const rows = await proposals(`${propose} --subject MAT --dry-run`);
  const one = rows.find((row) => row.proposal !== null);
  await run(
    `ejournal --db ${db} term-marks enter ${one?.register_no}=10 --subject MAT --term semester1`,
  );
  const before = contents(db);
  // As of a moment before that entry nothing stands yet.
  const late = await run(
    `ejournal --db ${db} --lang en ${propose} --subject MAT --yes --as-of 2025-01-01`,
  );
  expect(late.status).toBe(4);
  expect(late.stderr).toContain('Term marks have been entered since these were proposed');
  expect(contents(db)).toEqual(before);
  await run(`ejournal --db ${db} undo`);
});

test('an exam is not computed from other marks', async () => {
  const refused = await run(`ejournal --db ${db} --lang en term-marks propose --term exam`);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('--term: A mark of the term exam is not computed');
});

test('a year mark comes from the semesters, a half by the second one', async () => {
  const [one] = await proposals(`${propose} --subject LV --dry-run`);
  const rows = [
    'register_no,subject,term,value',
    `${one?.register_no},LV,semester1,8`,
    `${one?.register_no},LV,semester2,7`,
  ];
  const marks = file('term-marks.csv', ...rows);
  expect((await run(`ejournal --db ${db} term-marks import ${marks}`)).status).toBe(0);
  const line = `term-marks propose --term year --subject LV --student ${one?.register_no} --dry-run`;
  expect(await proposals(line)).toMatchObject([
    { marks: ['8', '7'], mean: '7.50', proposal: '7', state: 'new' },
  ]);
  const page = await run(`ejournal --db ${db} --lang lv --format table ${line}`);
  expect(page.stdout).toMatch(/ 7,50 /);
  await run(`ejournal --db ${db} settings set year_mark_tie up`);
  expect(await proposals(line)).toMatchObject([{ proposal: '8' }]);
  await run(`ejournal --db ${db} undo`);
  await run(`ejournal --db ${db} undo`);
});

describe('entering', () => {
  const enter = 'term-marks enter';

  test('shows what stood before; each entry keeps the one before it', async () => {
    const student = (await proposals(`${propose} --subject MAT --dry-run`))[0]?.register_no;
    const line = `${enter} ${student}=8 --subject MAT --term semester1`;
    const first = await run(`ejournal --db ${db} ${line} --columns subject,before,value`);
    expect(first.stdout).toBe('subject,before,value\nMAT,,8\n');
    const second = await run(
      `ejournal --db ${db} ${enter} --student ${student} --value nv --subject MAT --term semester1 --columns before,value`,
    );
    expect(second.stdout).toBe('before,value\n8,nv\n');
    expect(contents(db)['term_mark']).toHaveLength(2);
    const listed = await run(
      `ejournal --db ${db} term-marks --term semester1 --student ${student} --subject MAT --columns subject,value`,
    );
    expect(listed.stdout).toBe('subject,value\nMAT,nv\n');
    await run(`ejournal --db ${db} undo`);
    await run(`ejournal --db ${db} undo`);
  });

  test('the same mark of a student twice is one', async () => {
    const student = (await proposals(`${propose} --subject MAT --dry-run`))[0]?.register_no;
    const twice = `${enter} ${student}=8 ${student}=8 --subject MAT --term semester1 --dry-run`;
    const { stdout } = await run(`ejournal --db ${db} ${twice} --columns register_no,value`);
    expect(stdout).toBe(`register_no,value\n${student},8\n`);
  });

  test.each([
    ['9999=8 --subject MAT', 4, 'No student of the school year has the register number 9999.'],
    ['1001=8 --subject XX', 2, '--subject: There is no subject XX.'],
    ['1001=11 --subject MAT', 4, '“11” (1001) is no mark of this subject.'],
    ['1001=I --subject MAT', 4, '“i” (1001) is no mark of this subject.'],
    ['1001=8 --group "8.a MAT"', 4, 'does not learn 8.a MAT in this term.'],
    ['1001=8 1001=9 --subject MAT', 4, 'Student 1001 would have several marks: 8, 9.'],
    ['1001 --subject MAT', 2, 'Words are missing, or there are too many.'],
    ['1001=8', 2, 'The option --subject is needed.'],
  ])('refuses %s', async (words, status, what) => {
    const before = contents(db);
    const refused = await run(`ejournal --db ${db} --lang en ${enter} ${words} --term semester1`);
    expect(refused.stderr).toContain(what);
    expect(refused.status).toBe(status);
    expect(contents(db)).toEqual(before);
  });
});

test('what is missing is listed and summed, with status 3, until it is entered', async () => {
  const all = await run(`ejournal --db ${db} --lang en term-marks missing --term semester1`);
  const [header, ...rows] = all.stdout.trim().split('\n');
  expect(all.status).toBe(3);
  expect(header).toBe(
    'term,class,register_no,last_name,first_name,subject,group,owed_by,owed_by_name,due_at',
  );
  // Clause 4.3, and no day of grace by default: the end of 18 December in Riga.
  expect(rows.every((row) => row.endsWith(',2015-12-18T21:59:59Z'))).toBe(true);
  expect(rows.some((row) => row.split(',')[5] === 'KLS')).toBe(false);
  const sums = await run(
    `ejournal --db ${db} term-marks missing --term semester1 --by class --columns who,missing`,
  );
  const total = sums.stdout
    .trim()
    .split('\n')
    .slice(1)
    .reduce((sum, row) => sum + Number(row.split(',')[1]), 0);
  expect(total).toBe(rows.length);

  const marks = rows.map((row) => row.split(',')).map((c) => `${c[2]},${c[5]},semester1,8`);
  const everyone = file('term-marks.csv', 'register_no,subject,term,value', ...marks);
  await run(`ejournal --db ${db} import-term-marks ${everyone}`);
  const none = await run(`ejournal --db ${db} --lang en term-marks missing --term semester1`);
  expect(none).toMatchObject({ status: 0, stderr: 'No mark is missing.\n' });
  await run(`ejournal --db ${db} undo`);
});

test('a class is a table of students and subjects that is folded to the terminal', async () => {
  const wide = await run(
    `ejournal --db ${db} --lang en --no-color term-marks --class 7.a --term semester1`,
    {
      terminal: 200,
    },
  );
  const narrow = await run(
    `ejournal --db ${db} --lang en --no-color term-marks --class 7.a --term semester1`,
    { terminal: 60 },
  );
  for (const line of narrow.stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(60);
  const headings = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('student'))
      .map((line) => line.split(/\s+/).slice(1));
  expect(headings(wide.stdout)).toHaveLength(1);
  expect(headings(narrow.stdout).length).toBeGreaterThan(1);
  expect(headings(narrow.stdout).flat()).toEqual(headings(wide.stdout).flat());
});

test.each([
  ['--teacher NOBODY', 'Nobody on the staff has the code NOBODY.'],
  ['--class 99.z', 'There is no class 99.z'],
  ['--subject NONE', 'There is no subject NONE.'],
  ['--student 9999', 'No student has the register number 9999.'],
])('term-marks missing %s is refused, since it could find nothing', async (narrowed, told) => {
  const { db } = await school();
  const line = `ejournal --db ${db} --lang en term-marks missing --term semester1 ${narrowed}`;
  const refused = await run(line);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toContain(told);
});
