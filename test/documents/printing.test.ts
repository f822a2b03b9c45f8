import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { ask, file, folder, school } from '../support/school.js';

let db: string;
let out: string;

beforeEach(async () => {
  ({ db } = await school({ size: 4, until: '2015-10-31' as never }));
  out = folder();
});

const extracts = (words: string) =>
  run(`ejournal --db ${db} --lang en monthly-extract --month 2015-10 ${words}`);
const textOf = (path: string) =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
const states = async (words: string) =>
  (await extracts(`${words} --columns file,state`)).stdout.trim().split('\n').slice(1);
const issued = () =>
  ask<{ kind: string; code: string; register_no: string | null }>(
    db,
    `SELECT kind, code, register_no FROM document LEFT JOIN student USING (student_id)
      ORDER BY document_id`,
  );

/** A student of 7.a whose mark of October is entered anew, so that only 7.a changes. */
async function changeOneMark(): Promise<string> {
  const { stdout } = await run(
    `ejournal --db ${db} export marks --class 7.a --from 2015-10-01 --columns date,group,work,kind,register_no,value`,
  );
  const [heading = '', ...rows] = stdout.trim().split('\n');
  const row = rows.find((each) => /,(\d)$/.test(each)) ?? '';
  const changed = row.replace(/,\d$/, (value) => (value === ',9' ? ',8' : ',9'));
  const path = file('marks.csv', `${heading},recorded_at`, `${changed},2015-11-20T08:00:00Z`);
  const imported = await run(`ejournal --db ${db} import-marks ${path}`);
  expect(imported.status).toBe(0);
  return row.split(',').at(-2) ?? '';
}

test('printed again, only what changed is written, and the earlier paper stays in the register', async () => {
  expect(await states(`--out ${out}`)).toEqual([
    `${out}/7.a 2015-10.pdf,written`,
    `${out}/8.a 2015-10.pdf,written`,
  ]);
  expect(issued()).toHaveLength(8);
  const student = await changeOneMark();
  expect(await states(`--out ${out}`)).toEqual([
    `${out}/7.a 2015-10.pdf,written`,
    `${out}/8.a 2015-10.pdf,unchanged`,
  ]);
  const papers = issued().filter(({ register_no }) => register_no === student);
  expect(papers).toHaveLength(2);
  expect(papers[0]?.code).not.toBe(papers[1]?.code);
  expect(issued()).toHaveLength(9);
});

test('what lies there is trusted by its bytes: a file that was changed or lost is written again', async () => {
  await extracts(`--out ${out}`);
  writeFileSync(join(out, '7.a 2015-10.pdf'), 'other');
  rmSync(join(out, '8.a 2015-10.pdf'));
  const again = await states(`--out ${out}`);
  expect(again.map((row) => row.split(',')[1])).toEqual(['written', 'written']);
  expect((await states(`--out ${out}`)).every((row) => row.endsWith('unchanged'))).toBe(true);
  expect((await states(`--out ${out} --force`)).every((row) => row.endsWith('written'))).toBe(true);
  expect(issued()).toHaveLength(8);
});

test('all go into one file where that is asked for, each paper with its own pages and code', async () => {
  const path = join(out, 'all.pdf');
  expect(await states(`--merge ${path}`)).toEqual([`${path},written`]);
  const text = textOf(path);
  expect(text.match(/1 ?\/ ?1$/gm)).toHaveLength(8);
  for (const { code } of issued()) expect(text).toContain(code);
});

test('a folder that is missing is not made for one file', async () => {
  const merged = await extracts(`--merge ${join(out, 'typo', 'all.pdf')}`);
  expect(merged.status).toBe(2);
  expect(merged.stderr).toContain(`--merge: There is no folder ${join(out, 'typo')}.`);
  expect(existsSync(join(out, 'typo'))).toBe(false);
});

test('files and folders are for nobody else, and nothing but them is left', async () => {
  process.umask(0o022);
  await extracts(`--separate --out ${join(out, 'new')}`);
  const [name = ''] = readdirSync(join(out, 'new', '7.a'));
  expect(statSync(join(out, 'new', '7.a', name)).mode & 0o777).toBe(0o600);
  expect(statSync(join(out, 'new')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(out, 'new')).sort()).toEqual(['7.a', '8.a']);
  expect(readdirSync(join(out, 'new', '7.a')).every((each) => each.endsWith('.pdf'))).toBe(true);
});

test('a folder in which nothing can be written is told, and nothing is entered', async () => {
  // The kernel lets nobody make a file here, not even root.
  const closed = await extracts('--out /sys/kernel');
  expect(closed).toMatchObject({ status: 2, stdout: '' });
  expect(closed.stderr).toContain('Nothing can be written into the folder /sys/kernel.');
  expect(issued()).toEqual([]);
});

test('a dry run says what would be written, and writes neither files nor the register', async () => {
  const { stdout, status } = await extracts(`--out ${join(out, 'dry')} --dry-run --columns state`);
  expect({ stdout, status }).toEqual({ stdout: 'state\nwritten\nwritten\n', status: 0 });
  expect(existsSync(join(out, 'dry'))).toBe(false);
  expect(issued()).toEqual([]);
});

describe('a character that the font does not have', () => {
  beforeEach(async () => {
    const path = file('s.csv', 'class,last_name,first_name,register_no', '7.a,陳,Anna,9999');
    await run(`ejournal --db ${db} import-students ${path}`);
  });

  test('leaves out the paper, names the student and the character, and prints the others', async () => {
    const printed = await extracts(`--out ${out} --columns file,papers,state,left_out`);
    expect(printed.status).toBe(3);
    expect(printed.stdout).toBe(
      `file,papers,state,left_out\n${out}/7.a 2015-10.pdf,4,written,9999\n${out}/8.a 2015-10.pdf,4,written,\n`,
    );
    expect(printed.stderr).toContain('7.a, 陳 Anna (9999): not printed');
    expect(printed.stderr).toContain('“陳” (U+9673)');
    expect(textOf(join(out, '7.a 2015-10.pdf'))).not.toContain('9999');
    expect(issued()).toHaveLength(8);
  });

  test('is told again each time, and makes no file where it is alone', async () => {
    await extracts(`--separate --out ${out}`);
    const again = await extracts(`--separate --out ${out} --student 9999 --columns state,sha256`);
    expect(again).toMatchObject({ status: 3, stdout: 'state,sha256\nfailed,\n' });
    expect(readdirSync(join(out, '7.a'))).toHaveLength(4);
  });
});

describe('a character that the font does not have, in a paper of a class', () => {
  const bell = String.fromCharCode(7);
  beforeEach(async () => {
    const rows = [`7.a,Kalns,${bell}Anna,9997`, '7.a,Ozols,Jānis,9998', '7.a,陳,Līna,9999'];
    const path = file('s.csv', 'class,last_name,first_name,register_no', ...rows);
    await run(`ejournal --db ${db} import-students ${path}`);
  });

  test.each([
    'lists class',
    'lists signatures',
    'lists labels',
    'monthly-extract --overview --month 2015-10',
    'summary-journal',
  ])('%s names each student in whose name it stands', async (words) => {
    const call = `ejournal --db ${db} --as-of 2015-10-31 --lang en ${words} --class 7.a --out ${out}`;
    const printed = await run(`${call} --format csv --columns state,left_out`);
    expect(printed.status).toBe(3);
    expect(printed.stderr).toContain('7.a (9997, 9999): not printed');
    expect(printed.stdout).toContain('failed,9997+9999');
  });

  test('an archive without that class is not whole, until it is printed', async () => {
    const line = `ejournal --db ${db} --as-of 2015-10-31 summary-journal`;
    const verify = () => run(`${line} --verify ${out} --columns file,state`);
    await run(`${line} --out ${out}`);
    const lacking = await verify();
    expect([lacking.status, lacking.stdout]).toEqual([
      3,
      expect.stringContaining('7.a 2015.pdf,missing'),
    ]);
    const rows = ['7.a,Kalns,Anna,9997', '7.a,Čena,Līna,9999'];
    const path = file('s.csv', 'class,last_name,first_name,register_no', ...rows);
    await run(`ejournal --db ${db} import-students ${path}`);
    await run(`${line} --class 7.a --out ${out}`);
    const whole = await verify();
    expect([whole.status, whole.stdout]).toEqual([0, expect.not.stringContaining('missing')]);
  });
});

test('a faulty template is told with file and line, and nothing is written', async () => {
  const own = join(dirname(db), 'templates', 'monthly-extract');
  mkdirSync(own, { recursive: true });
  const layout = readFileSync('templates/monthly-extract/layout.yaml', 'utf8');
  writeFileSync(join(own, 'layout.yaml'), layout.replace('say.legend', 'say.legende'));
  const line = layout.split('\n').findIndex((each) => each.includes('say.legend')) + 1;
  const printed = await extracts(`--out ${join(out, 'new')}`);
  expect(printed.status).toBe(4);
  expect(printed.stderr).toContain(`${own}/layout.yaml:${line}: The template is wrong:`);
  expect(existsSync(join(out, 'new'))).toBe(false);
  expect(issued()).toEqual([]);
});

test.each([
  'monthly-extract --month 2015-10 --class 8.a',
  'report-cards --term semester1 --class 8.a',
  'lists class --class 8.a --as-of 2015-10-01',
  'lists labels --class 8.a --as-of 2015-10-01',
])('a preview gives its file as JSON where that is asked for: %s', async (command) => {
  const opened: string[] = [];
  const line = `ejournal --db ${db} ${command} --preview --format json`;
  const { status, stdout } = await run(line, { opened: (path) => opened.push(path) });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual([{ file: opened[0] }]);
});

test('a preview makes one paper, opens it, and enters nothing', async () => {
  const opened: string[] = [];
  const line = `ejournal --db ${db} monthly-extract --month 2015-10 --class 8.a --preview`;
  const { status, stdout } = await run(line, { opened: (path) => opened.push(path) });
  expect(status).toBe(0);
  expect(stdout).toBe(`file\n${opened[0]}\n`);
  expect(textOf(opened[0] ?? '').match(/SEKMJU IZRAKSTS/g)).toHaveLength(1);
  expect(issued()).toEqual([]);
  rmSync(dirname(opened[0] ?? ''), { recursive: true });
});

test('days that are no whole month are printed as days', async () => {
  const { status } = await run(
    `ejournal --db ${db} monthly-extract --from 2015-10-01 --until 2015-10-15 --out ${out}`,
  );
  expect(status).toBe(0);
  const text = textOf(join(out, '7.a 2015-10-01 - 2015-10-15.pdf'));
  expect(text).toContain('01.10.2015. – 15.10.2015.');
  const json = await run(
    `ejournal --db ${db} monthly-extract --from 2015-10-01 --until 2015-10-15 --class 7.a --format json`,
  );
  const dates = (
    JSON.parse(json.stdout) as { subjects: { marks: { date: string }[] }[] }[]
  ).flatMap(({ subjects }) => subjects.flatMap(({ marks }) => marks.map(({ date }) => date)));
  expect(dates.length).toBeGreaterThan(0);
  expect(dates.every((date) => date >= '2015-10-01' && date <= '2015-10-15')).toBe(true);
  const refused = await run(
    `ejournal --db ${db} monthly-extract --from 2015-10-15 --until 2015-10-01 --out ${out}`,
  );
  expect(refused.status).toBe(2);
});

test('the overview of a class names who has insufficient marks, many absences, nothing yet', async () => {
  await run(`ejournal --db ${db} settings set overview_absences 1`);
  const path = file('s.csv', 'class,last_name,first_name,register_no', '7.a,Jauns,Anna,9999');
  await run(`ejournal --db ${db} import-students ${path}`);
  const line = `ejournal --db ${db} monthly-extract --month 2015-10 --class 7.a`;
  const { stdout } = await run(`${line} --overview --format json`);
  const [overview] = JSON.parse(stdout);
  const students = JSON.parse((await run(`${line} --format json`)).stdout) as {
    register_no: string;
    absences: Record<string, number>;
    subjects: { marks: { value: string }[] }[];
  }[];
  const weak = ['1', '2', '3', 'ni', 'nv'];
  const insufficient = students.filter(({ subjects }) =>
    subjects.some(({ marks }) => marks.some(({ value }) => weak.includes(value))),
  );
  const absent = students.filter(({ absences }) => Object.values(absences).some((n) => n > 0));
  const numbers = (rows: { register_no: string }[]) => [
    ...new Set(rows.map(({ register_no }) => register_no)),
  ];
  expect(numbers(overview.insufficient)).toEqual(numbers(insufficient));
  expect(numbers(overview.absent)).toEqual(numbers(absent));
  expect(overview.nothing).toEqual([{ register_no: '9999', name: 'Jauns Anna' }]);
  await run(`${line} --overview --out ${out}`);
  const text = textOf(join(out, '7.a 2015-10 pārskats.pdf'));
  expect(text).toContain('KLASES PĀRSKATS');
  expect(text).toMatch(/Jauns Anna +9999/);
});

describe('students of one name whose numbers differ only in what no file name has', () => {
  const numbers = ['A/2', 'A:2', 'A_2'];
  const [one, two] = numbers;
  beforeEach(async () => {
    const rows = numbers.map((number) => `7.a,${number},Viena,Anna`);
    const list = file('students.csv', 'class,register_no,last_name,first_name', ...rows);
    const made = await run(`ejournal --db ${db} import-students ${list} --year 2015`);
    expect(made.status, made.stderr).toBe(0);
  });
  /** The pages of each file of theirs, in any order. */
  const pagesOfFiles = () =>
    readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('Viena Anna') && path.endsWith('.pdf'))
      .map((path) => textOf(join(out, path)).split('\f').slice(0, -1));

  test.each([
    'monthly-extract --month 2015-10 --class 7.a --separate',
    'report-cards --term semester1 --class 7.a --separate',
    'personal-files print --class 7.a --separate',
  ])('get a file each by %s, which names none but them', async (words) => {
    const printed = await run(`ejournal --db ${db} ${words} --out ${out}`);
    expect(printed.status, printed.stderr).toBe(0);
    const files = pagesOfFiles();
    expect(files).toHaveLength(numbers.length);
    for (const pages of files) {
      const named = numbers.filter((number) => pages.some((page) => page.includes(number)));
      expect(named).toHaveLength(1);
    }
  });

  test('and one who is asked for alone does not get the place of another', async () => {
    await extracts(`--student ${one} --out ${out}`);
    const before = pagesOfFiles();
    await extracts(`--student ${two} --out ${out}`);
    expect(pagesOfFiles()).toHaveLength(2);
    expect(pagesOfFiles()).toEqual(expect.arrayContaining(before));
  });
});
