import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { safeFileName } from '../../src/documents/file-name.js';
import { run } from '../support/run.js';
import { file, folder, school } from '../support/school.js';

interface Extract {
  register_no: string;
  last_name: string;
  first_name: string;
  subjects: { subject: string; marks: { value: string }[]; average: string | null }[];
  absences: Record<string, number>;
  late: number;
}

let db: string;

beforeAll(async () => {
  ({ db } = await school({ parallel: 2, size: 8, until: '2015-10-31' as never }));
});

const line = (words: string) =>
  `ejournal --db ${db} monthly-extract --month 2015-10 --as-of 2015-11-05 ${words}`;
const textOf = (path: string, page: number) =>
  execFileSync('pdftotext', ['-layout', '-f', String(page), '-l', String(page), path, '-'], {
    encoding: 'utf8',
  });

async function extractsOf(words: string): Promise<Extract[]> {
  return JSON.parse((await run(line(`${words} --format json`))).stdout);
}

test('a class has a page for each student, with what the data say', async () => {
  const out = folder();
  expect((await run(line(`--class 7.a --out ${out}`))).status).toBe(0);
  const extracts = await extractsOf('--class 7.a');
  expect(extracts.length).toBe(8);
  for (const [at, extract] of extracts.entries()) {
    const text = textOf(join(out, '7.a 2015-10.pdf'), at + 1);
    expect(text).toContain('SEKMJU IZRAKSTS');
    expect(text).toContain('2015. gada oktobris');
    expect(text).toContain('Paraugpilsētas 1. valsts ģimnāzija');
    expect(text).toMatch(
      new RegExp(`${extract.last_name} ${extract.first_name} +7\\.a +${extract.register_no}`),
    );
    expect(text).toMatch(/1 ?\/ ?1\s*$/);
    const totals = ['justified', 'unjustified', 'undecided'].map(
      (status) => extract.absences[status],
    );
    expect(text).toMatch(new RegExp(`Kopā +${[...totals, extract.late].join(' +')}`));
    const mathematics = extract.subjects.find((subject) => subject.subject === 'MAT');
    const average = mathematics?.average?.replace('.', ',') ?? '–';
    const row = text.split('\n').find((each) => each.startsWith('Matemātika')) ?? '';
    expect(row).toContain(average);
    for (const mark of mathematics?.marks.slice(0, 3) ?? []) expect(row).toContain(mark.value);
  }
});

test('the same data give the same bytes, and a file that has them is not written again', async () => {
  const [first, second] = [folder(), folder()];
  await run(line(`--class 7.b --out ${first}`));
  await run(line(`--class 7.b --out ${second}`), { clock: () => new Date('2027-01-01T00:00:00Z') });
  const name = '7.b 2015-10.pdf';
  expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name)))).toBe(true);
  const written = statSync(join(first, name)).mtimeMs;
  const again = await run(`${line(`--class 7.b --out ${first}`)} --columns state`);
  expect(again.stdout).toBe('state\nunchanged\n');
  expect(statSync(join(first, name)).mtimeMs).toBe(written);
});

test('each student has a file of their own where that is asked for, in a folder of the class', async () => {
  const out = folder();
  await run(line(`--class 8.a --separate --out ${out}`));
  const extracts = await extractsOf('--class 8.a');
  const expected = extracts.map((one) =>
    `${one.last_name} ${one.first_name} (${one.register_no}).pdf`.normalize('NFC'),
  );
  expect(readdirSync(join(out, '8.a')).sort()).toEqual(expected.sort());
});

test('an English document says the same in English', async () => {
  const out = folder();
  await run(line(`--class 8.b --document-language en --out ${out}`));
  const text = textOf(join(out, '8.b 2015-10.pdf'), 1);
  expect(text).toContain('EXTRACT OF MARKS');
  expect(text).toContain('October 2015');
});

test('nothing of the data becomes a link, a file or an expression', async () => {
  const hostile = `=HYPERLINK("http://x")`;
  const path = file(
    's.csv',
    'class,last_name,first_name,register_no',
    `7.a,"${hostile.replaceAll('"', '""')}",{$eval: 1},9999`,
  );
  const { db: other } = await school({ size: 2, until: '2015-10-31' as never });
  await run(`ejournal --db ${other} import-students ${path}`);
  const out = folder();
  await run(`ejournal --db ${other} monthly-extract --month 2015-10 --student 9999 --out ${out}`);
  const pdf = join(out, '7.a', readdirSync(join(out, '7.a')).join());
  expect(textOf(pdf, 1)).toContain(`${hostile} {$eval: 1}`);
  expect(readFileSync(pdf, 'latin1')).not.toMatch(/\/URI|\/JavaScript|\/Launch/);
});

test.each([
  ['--month 2019-10', '--month: Datubāzē nav 2019./2020. mācību gada.', 'no 2015-08 līdz 2016-07'],
  [
    '--from 2019-10-01 --until 2019-10-31',
    '--from: Datubāzē nav 2019./2020. mācību gada.',
    'no 2015-08-01 līdz 2016-07-31',
  ],
])('%s outside the school years is refused with what there is', async (words, what, known) => {
  const refused = await run(`ejournal --db ${db} monthly-extract ${words} --format json --lang lv`);
  expect(refused.status).toBe(2);
  const [problem] = [JSON.parse(refused.stderr)];
  expect(`${problem.where}: ${problem.what}`).toBe(what);
  expect(problem.mend).toContain(known);
});

test('an unknown class, student or month is refused', async () => {
  const refused = await Promise.all(
    ['--class 12.z', '--student 1', '--month soon'].map((words) => run(line(`--out x ${words}`))),
  );
  expect(refused.map((one) => one.status)).toEqual([2, 2, 2]);
});

describe('names of files are safe on every file system', () => {
  test.each([
    ['../../etc/passwd', '__.._etc_passwd'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['a:b*c?', 'a_b_c_'],
    ['dots...', 'dots'],
    ['rtl\u202eabc', 'rtlabc'],
  ])('%s is called %s, with a checksum of what it was', (name, safe) => {
    const [, called, mark] = /^(.*) ([0-9a-f]{6})$/.exec(safeFileName(name)) ?? [];
    expect(called).toBe(safe);
    expect(mark).toBe(createHash('sha256').update(name).digest('hex').slice(0, 6));
  });

  test('and stay as they are where they are fit for any', () => {
    expect(safeFileName('Bērziņa Anna (1001)')).toBe('Bērziņa Anna (1001)');
    expect(safeFileName('Bērziņa "Anna"', ' (1001)')).toBe('Bērziņa _Anna_ (1001)');
  });

  test('two names are never one', () => {
    const part = fc.constantFrom('a', '_', '/', ':', '.', ' ', '\u00ad', 'CON', 'ē'.repeat(60));
    const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, name, fc.boolean(), (one, other, isEnding) => {
        fc.pre(one !== other);
        const called = (text: string) =>
          safeFileName(isEnding ? 'Anna' : text, isEnding ? text : '');
        expect(called(one)).not.toBe(called(other));
      }),
      { numRuns: 1_000 },
    );
  });

  test('whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^\.|[. ]$/u);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(120);
        expect(safe).not.toBe('');
      }),
    );
  });
});

describe('a student who is asked for in another class', () => {
  test.each([
    'monthly-extract --month 2015-10',
    'report-cards --term semester1',
    'lists labels',
    'letters notice',
    'personal-files print',
  ])('%s says in which class the student is', async (command) => {
    const words = `--lang en --as-of 2015-10-31 ${command} --class 8.a --student 1001 --out x`;
    const { status, stderr } = await run(`ejournal --db ${db} ${words}`);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        '--student: Student 1001 is not in class 8.a, but in class 7.a.\nLeave out --class, or write --class 7.a.\n',
    });
  });
});
