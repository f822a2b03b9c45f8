import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inWords } from '../support/brute-papers.js';
import { bruteReportCards } from '../support/brute-report-cards.js';
import { run } from '../support/run.js';
import { ask, day, emptySchool, file, folder, sampleFiles } from '../support/school.js';
import { addYearEnd, joined } from '../support/year-end.js';

interface Card {
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
  subjects: (Record<string, string | null> & { name: string })[];
  absences: { justified: number; unjustified: number; undecided: number };
  late: number;
  missing: { subject: string | null; missing: string }[];
}

let db: string;
let brute: ReturnType<typeof bruteReportCards>;

beforeAll(async () => {
  const files = sampleFiles({ grades: [8, 9], parallel: 2, size: 6, until: day('2016-06-30') });
  addYearEnd(files, { classes: ['8.a', '8.b'] });
  db = await emptySchool();
  const made = await run(`ejournal --db ${db} setup ${files} --quiet`);
  expect(made.status, made.stdout.slice(0, 3000)).toBe(0);
  brute = bruteReportCards(files);
}, 120_000);

const line = (words: string, asOf = '2016-06-30') =>
  `ejournal --db ${db} report-cards --as-of ${asOf} ${words}`;
const cardsOf = async (words: string, asOf?: string): Promise<Card[]> =>
  JSON.parse((await run(line(`${words} --format json`, asOf))).stdout);
const textOf = (path: string, page: number) =>
  execFileSync('pdftotext', ['-layout', '-f', String(page), '-l', String(page), path, '-'], {
    encoding: 'utf8',
  });
const expectedOn = (term: 'semester1' | 'year', asOf: string) =>
  brute.students
    .map((student) => brute.card(student, term, brute.instant(asOf, '23:59:59')))
    .filter((card) => card !== undefined);

describe('every card is what a computation straight from the files gives', () => {
  test.each([
    ['semester1', '2015-12-18'],
    ['semester1', '2016-01-20'],
    ['year', '2016-05-30'],
    ['year', '2016-06-30'],
  ] as const)('%s on %s', async (term, asOf) => {
    const cards = await cardsOf(`--term ${term}`, asOf);
    const expected = expectedOn(term, asOf);
    expect(cards.length).toBe(expected.length);
    for (const card of cards) {
      expect(card).toEqual(expected.find((one) => one.register_no === card.register_no));
    }
  });
});

test('who changed class has the marks of both, and who joined has what came along', async () => {
  const [moved] = await cardsOf(`--term year --student ${brute.students[0]?.['register_no']}`);
  expect(moved?.class).toBe('8.a');
  expect(moved?.subjects.filter((subject) => subject['semester1'] !== null).length).toBeGreaterThan(
    8,
  );
  const [came] = await cardsOf(`--term year --student ${joined}`);
  const brought = came?.subjects.filter((subject) => subject['semester1'] !== null);
  expect(brought?.map((subject) => subject['subject'])).toEqual(['LV', 'MAT']);
  expect(await cardsOf(`--term semester1 --student ${joined}`)).toEqual([]);
});

test('the paper shows what the data say', async () => {
  const out = folder();
  expect((await run(line(`--term year --class 9.a --out ${out}`))).status).toBe(0);
  const cards = expectedOn('year', '2016-06-30').filter((card) => card.class === '9.a');
  const path = join(out, '9.a 2015.pdf');
  const pages = cards.map((_, at) => textOf(path, at + 1));
  for (const card of cards) {
    const text = pages.find((page) => page.includes(` ${card.register_no}\n`)) ?? '';
    expect(text).toContain('LIECĪBA');
    expect(text).toContain('2015./2016. mācību gads');
    expect(text).toContain(`${card.last_name} ${card.first_name}`);
    expect(text).toContain(card.class_teacher);
    expect(text).toContain('Guna Paraugniece');
    const { justified, unjustified, undecided } = card.absences;
    const sums = [justified, unjustified, undecided, card.late].join(' +');
    expect(text).toMatch(new RegExp(`Gadā +${sums}`));
    if (card.decision)
      expect(text).toContain(`Rīkojums Nr. ${card.decision.order_no}, 10.06.2016.`);
    for (const subject of card.subjects) {
      const rows = text.split('\n').filter((row) => row.startsWith(subject.name.slice(0, 15)));
      const shown = ['semester1', 'semester2', 'year', 'credit', 'exam', 'reexam'].flatMap(
        (term) => {
          const value = (subject as Record<string, string | null>)[term];
          const isDash = card.missing.some(
            (gap) => gap.subject === subject.subject && gap.missing === term,
          );
          return value ? (inWords[value] ?? value) : isDash ? '–' : [];
        },
      );
      const found = rows.map((row) => row.replace(/ +/g, ' '));
      expect(found.some((row) => row.endsWith(` ${shown.join(' ')}`))).toBe(true);
    }
  }
});

test('a dash stands where a mark is due, not beside one of a subject that is not learnt here', async () => {
  const files = sampleFiles({ grades: [8, 9], size: 2, until: day('2016-06-30') });
  const own = await emptySchool();
  await run(`ejournal --db ${own} setup ${files} --quiet`);
  const brought = file(
    't.csv',
    'register_no,subject,term,value,recorded_at',
    '1001,XYZ,semester1,7,2016-01-11T10:00:00Z',
  );
  const subjects = file('s.csv', 'code,name,scale', 'XYZ,Citur mācīts priekšmets,points');
  await run(`ejournal --db ${own} import-subjects ${subjects}`);
  await run(`ejournal --db ${own} import-term-marks ${brought}`);
  const merged = join(folder(), 'card.pdf');
  const printed = `report-cards --term year --as-of 2016-06-30 --student 1001 --merge ${merged}`;
  expect((await run(`ejournal --db ${own} ${printed}`)).status).toBe(0);
  const rows = textOf(merged, 1).split('\n');
  const rowOf = (name: string) =>
    rows
      .find((row) => row.startsWith(name))
      ?.trim()
      .split(/ {2,}/);
  expect(rowOf('Citur')).toEqual(['Citur mācīts priekšmets', '7 (labi)']);
  expect(rowOf('Matemātika')).toEqual(['Matemātika', '–', '–', '–']);
});

test('the file is sound, and the same the second time', async () => {
  const [first, second] = [folder(), folder()];
  await run(line(`--term year --class 9.b --out ${first}`));
  await run(line(`--term year --class 9.b --out ${second}`), {
    clock: () => new Date('2027-01-01T00:00:00Z'),
  });
  const path = join(first, '9.b 2015.pdf');
  expect(readFileSync(path).equals(readFileSync(join(second, '9.b 2015.pdf')))).toBe(true);
  expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax');
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
  const again = await run(`${line(`--term year --class 9.b --out ${first}`)} --columns state`);
  expect(again.stdout).toBe('state\nunchanged\n');
});

test('cards stand in the register under the semester or the year', async () => {
  const out = folder();
  await run(line(`--term semester1 --class 8.b --out ${out}`));
  await run(line(`--term year --class 8.b --out ${out}`));
  const periods = ask<{ period: string; papers: number }>(
    db,
    `SELECT period, count(*) AS papers FROM document JOIN class USING (class_id)
      WHERE kind = 'report-card' AND class.name = '8.b' GROUP BY period ORDER BY period`,
  );
  const inClass = (term: 'semester1' | 'year') =>
    expectedOn(term, '2016-06-30').filter((card) => card.class === '8.b').length;
  expect(periods).toEqual([
    { period: '2015', papers: inClass('year') },
    { period: '2015-1', papers: inClass('semester1') },
  ]);
});

test('--check lists what the cards lack, and leaves with 3', async () => {
  const checked = await run(line('--term year --check'));
  const rows = checked.stdout.trim().split('\n').slice(1).sort();
  const expected = expectedOn('year', '2016-06-30').flatMap((card) =>
    card.missing.map(({ subject, missing }) =>
      [
        card.class,
        card.register_no,
        card.last_name,
        card.first_name,
        subject ?? '',
        missing,
      ].join(),
    ),
  );
  expect(checked.status).toBe(3);
  expect(rows).toEqual(expected.sort());

  const whole = expectedOn('semester1', '2016-06-30').find((card) => card.missing.length === 0);
  const words = `--lang en --term semester1 --student ${whole?.register_no} --check`;
  const none = await run(line(words));
  expect([none.status, none.stderr]).toEqual([0, '1 card: nothing is missing.\n']);
});

test('graduates are left out where a certificate is for them', async () => {
  const left = (await cardsOf('--term year --class 9.a --except-graduates')).map(
    (card) => card.register_no,
  );
  const checked = await run(
    `ejournal --db ${db} print-certificates --grade 9 --check --columns register_no,gets --as-of 2016-06-30`,
  );
  const expected = expectedOn('year', '2016-06-30').filter(
    (card) => card.class === '9.a' && !checked.stdout.includes(`${card.register_no},certificate`),
  );
  expect(left.sort()).toEqual(expected.map((card) => card.register_no).sort());
  const senseless = await run(line('--term semester1 --except-graduates --out x'));
  expect(senseless.status).toBe(2);
  expect(senseless.stderr).toContain('--except-graduates: ');
});

test('of a class that has only graduates it is said so', async () => {
  const files = sampleFiles({ grades: [8, 9], size: 4, until: day('2016-06-30') });
  addYearEnd(files, { classes: ['8.a', '8.a'], ready: 1 });
  const own = await emptySchool();
  await run(`ejournal --db ${own} setup ${files} --quiet`);
  const words = '--term year --class 9.a --except-graduates --as-of 2016-06-30 --format json';
  const ran = await run(`ejournal --db ${own} --lang en report-cards ${words}`);
  expect(JSON.parse(ran.stdout)).toEqual([]);
  expect(ran.stderr).toContain('all who were asked for get a certificate');
});

test('a file without graduates does not take the place of that of the class', async () => {
  const out = folder();
  const print = (more: string) =>
    run(`${line(`--term year --class 9.a --out ${out} ${more}`)} --columns file`);
  expect((await print('')).stdout).toBe(`file\n${out}/9.a 2015.pdf\n`);
  expect((await print('--except-graduates')).stdout).toBe(
    `file\n${out}/9.a 2015 bez absolventiem.pdf\n`,
  );
});

test('the card of a semester does not change when later marks are entered', async () => {
  const [before] = await cardsOf('--term semester1 --class 9.b', '2016-02-01');
  const [after] = await cardsOf('--term semester1 --class 9.b', '2016-06-15');
  expect(after).toEqual(before);
});

test('an English card says the same in English', async () => {
  const out = folder();
  await run(line(`--term semester1 --class 8.b --document-language en --out ${out}`));
  const text = textOf(join(out, '8.b 2015-1.pdf'), 1);
  expect(text).toContain('REPORT CARD');
  expect(text).toContain('2015/2016 school year, semester 1');
});

test('what cannot be is refused: no term, an unknown class or student, a calendar without semesters', async () => {
  const refused = [
    '--out x',
    '--term year --class 12.z --out x',
    '--term year --student 1 --out x',
  ];
  for (const words of refused) expect((await run(line(words))).status).toBe(2);
  const bare = await emptySchool(2013);
  const path = file('s.csv', 'class,last_name,first_name,register_no', '7.a,Bērziņa,Anna,1');
  await run(`ejournal --db ${bare} import-students ${path}`);
  const without = await run(`ejournal --db ${bare} report-cards --term year --out x`);
  expect(without.status).toBe(2);
  expect(without.stderr).toContain('does not say when semester 2 of the class 7.a is');
});

test('a file that is printed anew bears the last day of its own term, as before', async () => {
  const out = folder();
  const print = () => run(`${line(`--term year --out ${out}`)} --columns state`);
  await print();
  const entries = file(
    'tm.csv',
    'register_no,subject,term,value,recorded_at',
    `${joined},MAT,year,10,2016-06-29T10:00:00Z`,
  );
  expect((await run(`ejournal --db ${db} import-term-marks ${entries}`)).status).toBe(0);
  const anew = await run(
    `ejournal --db ${db} --as-of 2016-06-30 reissue --changed --class 8.a --columns file,state`,
  );
  expect(anew.stdout).toContain(`${out}/8.a 2015.pdf,written`);
  // Grade 9 ends later: in one composition for all the date of the file would be that of 9.a.
  expect((await print()).stdout).toBe(`state\n${'unchanged\n'.repeat(4)}`);
});
