import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { tableBands } from '../../src/documents/table-bands.js';
import { bruteSchool } from '../support/brute-force.js';
import { run } from '../support/run.js';
import { ask, day, emptySchool, file, folder, sampleFiles, school } from '../support/school.js';

interface Student {
  register_no: string;
  last_name: string;
  first_name: string;
  from: string | null;
  until: string | null;
  subjects: ({ subject: string } & Record<string, string | null>)[];
  decision: string | null;
  decision_order_no: string | null;
  decision_date: string | null;
  absences: Record<string, Record<string, number>>;
}

interface Journal {
  class: string;
  subjects: { subject: string; name: string; terms: string[] }[];
  students: Student[];
  movements: Record<string, string | null>[];
  teachers: { subject: string; group: string; teachers: { name: string }[] }[];
}

const asOf = '2016-06-30';
const terms = ['semester1', 'semester2', 'year', 'credit', 'exam', 'reexam'];
const counts = ['justified', 'unjustified', 'undecided', 'late'];
const decisionWords: Record<string, string> = { promoted: 'pārcelts/-a', repeats: 'atstāts/-a' };

let db: string;
let files: string;
let out: string;
let journals: Journal[];

const line = (words: string) =>
  `ejournal --db ${db} --lang en summary-journal --as-of ${asOf} ${words}`;
const textOf = (path: string) =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });

/** A year with term marks, corrections, movements and decisions; the first student of 8.a goes to 8.b. */
function yearOfSchool(): string {
  const into = sampleFiles({ parallel: 2, size: 5, until: day('2016-02-12') });
  const rows = (name: string) =>
    readFileSync(join(into, `${name}.csv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
  const add = (name: string, lines: string[]) =>
    appendFileSync(join(into, `${name}.csv`), lines.map((each) => `${each}\n`).join(''));
  // Those who move have marks of days on which they are gone; the journal shows none of them.
  const marks = join(into, 'marks.csv');
  writeFileSync(marks, `${readFileSync(marks, 'utf8').split('\n')[0]}\n`);
  const columns = readFileSync(join(into, 'students.csv'), 'utf8').split('\n')[0]?.split(',') ?? [];
  const place = (name: string) => columns.indexOf(name);
  const students = rows('students').map((row) => row.split(','));
  const value = (n: number) => ['10', '9', '4', 'nv', 'atb', '7'][n % 6] ?? '';
  const registerNo = (of: string[]) => of[place('register_no')] ?? '';
  const moves = students.filter((of) => of[place('class')] === '8.a');
  const [changes, leaves] = moves.map(registerNo);
  add('movements', [
    `${changes},2015-09-01,class,8.a,,`,
    `${changes},2016-01-12,class,8.b,lūgums,1-9/7`,
    `${leaves},2015-11-20,left,,uz ārzemēm,1-9/5`,
  ]);
  add(
    'term-marks',
    students.flatMap((of, n) =>
      ['MAT', 'LV', 'SPO'].flatMap((subject, s) => [
        `${registerNo(of)},${subject},semester1,${value(n + s)},2015-12-18T10:00:00Z`,
        `${registerNo(of)},${subject},year,${value(n + s + 1)},2016-05-27T10:00:00Z`,
        `${registerNo(of)},${subject},year,${value(n + s + 2)},2016-05-30T10:00:00Z`,
        `${registerNo(of)},${subject},year,1,2016-08-30T10:00:00Z`,
      ]),
    ),
  );
  add('term-marks', [`${changes},MAT,reexam,4,2016-06-20T10:00:00Z`]);
  add(
    'decisions',
    students
      .filter((of) => registerNo(of) !== leaves)
      .map((of, n) => `${registerNo(of)},${n % 5 ? 'promoted' : 'repeats'},1-8/${n},2016-05-31`),
  );
  return into;
}

beforeAll(async () => {
  files = yearOfSchool();
  db = await emptySchool();
  const made = await run(`ejournal --db ${db} setup ${files}`);
  expect(made.status, made.stdout + made.stderr).toBe(0);
  out = join(folder(), 'archive');
  const printed = await run(line(`--out ${out} --columns file,state`));
  expect(printed.status, printed.stderr).toBe(0);
  journals = JSON.parse((await run(line('--format json'))).stdout);
}, 120_000);

const pdf = (name: string, at = out) => join(at, `${name} 2015.pdf`);

/** The lines of a text that are of the students, in the order in which they come; each as its cells. */
function studentLines(text: string): string[][] {
  return text
    .split('\n')
    .filter((each) => /^ *\d+ \p{Lu}/u.test(each))
    .map((each) => each.trim().split(/\s+/));
}

describe('the journal of each class says what a computation straight from the files gives', () => {
  test('who was in it, on any day', () => {
    const brute = bruteSchool(files);
    expect(journals.map((journal) => journal.class)).toEqual(['7.a', '7.b', '8.a', '8.b']);
    for (const { class: name, students } of journals) {
      expect(students.map((one) => one.register_no).sort()).toEqual(
        brute.everIn(name, '2015-08-01', '2016-07-31').sort(),
      );
    }
    expect(journals.flatMap(({ students }) => students).length).toBeGreaterThan(20);
  });

  test('as data', () => {
    const brute = bruteSchool(files);
    for (const { class: name, students } of journals) {
      for (const student of students) {
        const truth = brute.summary(student.register_no, name, brute.instant(asOf, '23:59:59'));
        const marks = student.subjects.flatMap((own) =>
          terms.flatMap((term) => (own[term] ? [[`${own.subject} ${term}`, own[term]]] : [])),
        );
        expect(Object.fromEntries(marks)).toEqual(truth.marks);
        expect(
          ['semester1', 'semester2', 'year'].map((term) =>
            counts.map((count) => student.absences[term]?.[count]),
          ),
        ).toEqual(truth.absences);
        const here = !(name === '8.a' && student.until?.startsWith('2016-01'));
        expect(student.decision).toBe(here ? (truth.decision?.['decision'] ?? null) : null);
        expect(student.decision_order_no).toBe(
          here ? (truth.decision?.['order_no'] ?? null) : null,
        );
      }
    }
    const late = journals.flatMap(({ students }) => students.map((one) => one.absences['year']));
    expect(late.some((sums) => (sums?.['justified'] ?? 0) > 0)).toBe(true);
  });

  test('as text: the marks in the order of the subjects, page after page', () => {
    const brute = bruteSchool(files);
    for (const { class: name, students, subjects } of journals) {
      const text = textOf(pdf(name));
      const [marks = '', rest = ''] = text.split('Pedagoģiskās padomes lēmumi');
      const lines = studentLines(marks);
      for (const [at, student] of students.entries()) {
        const truth = brute.summary(student.register_no, name, brute.instant(asOf, '23:59:59'));
        const due = subjects.flatMap(({ subject }) =>
          terms.flatMap((term) => truth.marks[`${subject} ${term}`] ?? []),
        );
        const printed = lines
          .filter(([no]) => no === String(at + 1))
          .flatMap((cells) => cells.filter((cell) => /^(\d+|i|ni|nv|atb)$/.test(cell)).slice(1));
        expect(printed, `${name} ${student.register_no}`).toEqual(due);
        const [line_ = []] = studentLines(rest).filter(([no]) => no === String(at + 1));
        const shown = line_.slice(1).join(' ');
        expect(shown).toContain(`${student.last_name} ${student.first_name}`);
        const numbers = truth.absences.flat().filter((count) => count > 0);
        const decided = student.decision && [
          decisionWords[student.decision],
          student.decision_order_no,
          '31.05.2016.',
        ];
        expect(shown.endsWith([...(decided || ['–']), ...numbers].join(' ')), shown).toBe(true);
      }
    }
  });
});

test('who left and who changed class stand in the movements and with their days', () => {
  const [of8a, of8b] = journals.slice(2);
  expect(
    of8a?.movements.map(({ date, kind, to_class, reason, order_no }) => [
      ...[date, kind, to_class, reason, order_no],
    ]),
  ).toEqual([
    ['2015-11-20', 'left', null, 'uz ārzemēm', '1-9/5'],
    ['2016-01-12', 'class', '8.b', 'lūgums', '1-9/7'],
  ]);
  expect(of8b?.movements.map(({ kind, from_class }) => [kind, from_class])).toEqual([
    ['class', '8.a'],
  ]);
  const untils = of8a?.students.flatMap(({ until }) => until ?? []).sort();
  expect(untils).toEqual(['2015-11-20', '2016-01-11']);
  const text = textOf(pdf('8.a'));
  expect(text).toMatch(/20\.11\.2015\. +.+izstājies\/-usies +8\.a +uz ārzemēm +1-9\/5/);
  expect(text).toMatch(/12\.01\.2016\. +.+pārcelts\/-a +8\.a – 8\.b +lūgums +1-9\/7/);
  expect(text).toContain('līdz 11.01.2016.');
});

test('of who moved, the class in which the year began is no movement from the class of now', async () => {
  const into = sampleFiles({ parallel: 2, size: 5, until: day('2016-02-12') });
  writeFileSync(join(into, 'marks.csv'), 'date,group,work,register_no,value\n');
  const students = readFileSync(join(into, 'students.csv'), 'utf8').split('\n');
  const columns = students[0]?.split(',') ?? [];
  const mover = students.find((row) => row.split(',')[columns.indexOf('class')] === '8.b') ?? '';
  const registerNo = mover.split(',')[columns.indexOf('register_no')];
  // As a school exports it in February: students.csv has the class of that day.
  appendFileSync(
    join(into, 'movements.csv'),
    `${registerNo},2015-09-01,class,8.a,,\n${registerNo},2016-01-12,class,8.b,lūgums,1-9/7\n`,
  );
  const own = await emptySchool();
  const made = await run(`ejournal --db ${own} setup ${into} --quiet`);
  expect(made.status, made.stdout).toBe(0);
  const shown = await run(`ejournal --db ${own} summary-journal --as-of 2016-02-12 --format json`);
  const all: Journal[] = JSON.parse(shown.stdout);
  const journal = (name: string) => all.find((one) => one.class === name);
  const moves = (name: string) =>
    journal(name)
      ?.movements.filter((one) => one['register_no'] === registerNo)
      .map(({ date, from_class, to_class }) => [date, from_class, to_class]);
  expect(moves('8.a')).toEqual([['2016-01-12', '8.a', '8.b']]);
  expect(moves('8.b')).toEqual([['2016-01-12', '8.a', '8.b']]);
  const days = (name: string) => {
    const found = journal(name)?.students.find((one) => one.register_no === registerNo);
    return [found?.from, found?.until];
  };
  expect(days('8.a')).toEqual([null, '2016-01-11']);
  expect(days('8.b')).toEqual(['2016-01-12', null]);
});

test('the cover, the teachers and the signatures are there, in both languages', async () => {
  const text = textOf(pdf('7.a'));
  const [teacher] = ask<{ name: string }>(
    db,
    `SELECT first_name || ' ' || last_name AS name FROM staff JOIN class_teacher USING (staff_id)
       JOIN class USING (class_id) WHERE class.name = '7.a'`,
  );
  expect(text).toContain('Mācību sasniegumu kopsavilkuma žurnāls');
  expect(text).toContain('Mācību gads 2015./2016.');
  expect(text).toContain('Vērtējumi · 7.a · 2015./2016.');
  expect(text).not.toContain('2015/2016');
  expect(text.match(new RegExp(teacher?.name ?? '-', 'g'))?.length).toBeGreaterThan(1);
  for (const { teachers } of journals.slice(0, 1)) {
    for (const { group, teachers: all } of teachers) {
      for (const { name } of all) expect(text).toMatch(new RegExp(`${group}.*${name}`));
    }
  }
  expect(text).toMatch(/Direktora vietnieks\/-ce[\s\S]*Direktors\/-e/);
  const english = folder();
  await run(line(`--class 7.a --document-language en --out ${english}`));
  const inEnglish = textOf(pdf('7.a', english));
  expect(inEnglish).toContain('Summary Journal of Learning Achievement');
  expect(inEnglish).toContain('School year 2015/2016');
});

describe('the files are made for an archive', () => {
  test('PDF/A-3b with the data as JSON and CSV, or PDF/A-2b without', async () => {
    const parts = folder();
    execFileSync('qpdf', ['--check', pdf('8.a')]);
    execFileSync('pdfdetach', ['-saveall', '-o', parts, pdf('8.a')]);
    const names = ['movements', 'students', 'teachers', 'term-marks'].map((name) => `${name}.csv`);
    expect(readdirSync(parts).sort()).toEqual([...names, 'summary-journal.json'].sort());
    const read = (name: string) => readFileSync(join(parts, name), 'utf8');
    expect(JSON.parse(read('summary-journal.json'))).toEqual(journals[2]);
    const brute = bruteSchool(files);
    const due = brute
      .everIn('8.a', '2015-08-01', '2016-07-31')
      .flatMap((student) =>
        Object.entries(brute.summary(student, '8.a', brute.instant(asOf, '23:59:59')).marks).map(
          ([key, value]) => `${student} ${key} ${value}`,
        ),
      );
    const attached = read('term-marks.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','))
      .map(([, student, , , subject, term, value]) => `${student} ${subject} ${term} ${value}`);
    expect(attached.sort()).toEqual(due.sort());
    const metadata = (path: string) => /<pdfaid:part>(\d)</.exec(readFileSync(path, 'latin1'))?.[1];
    expect(metadata(pdf('8.a'))).toBe('3');
    const bare = folder();
    cpSync(out, bare, { recursive: true });
    const again = await run(line(`--class 8.a --no-data --out ${bare} --columns state`));
    expect(again.stdout).toBe('state\nwritten\n');
    expect(metadata(pdf('8.a', bare))).toBe('2');
  });

  test('the same data give the same bytes, also in another time zone, and nothing is written again', () => {
    const other = folder();
    const call = (...words: string[]) =>
      execFileSync(process.execPath, [
        resolve('bin/ejournal.js'),
        ...['--db', db, 'summary-journal', '--as-of', asOf, ...words],
      ]);
    process.env['TZ'] = 'Pacific/Apia';
    try {
      call('--out', other);
    } finally {
      delete process.env['TZ'];
    }
    for (const { class: name } of journals) {
      expect(readFileSync(pdf(name, other)).equals(readFileSync(pdf(name)))).toBe(true);
    }
    const manifest = readFileSync(join(other, 'manifest.json'), 'utf8');
    expect(String(call('--out', other, '--columns', 'state'))).toBe(
      `state\n${'unchanged\n'.repeat(journals.length)}`,
    );
    expect(readFileSync(join(other, 'manifest.json'), 'utf8')).toBe(manifest);
  });

  test('a class has the same file, printed alone or with those whose year ends later', async () => {
    const { db: own } = await school({ grades: [8, 9], size: 2 });
    const at = folder();
    const states: string[] = [];
    for (const words of ['', '--class 8.a', '']) {
      const call = `ejournal --db ${own} summary-journal --as-of ${asOf} ${words} --out ${at}`;
      const { stdout } = await run(`${call} --columns class,state`);
      states.push(/^8\.a,(.*)$/m.exec(stdout)?.[1] ?? '');
    }
    expect(states).toEqual(['written', 'unchanged', 'unchanged']);
  });

  test('what was changed since is told as out of date, and left where it is', async () => {
    const outOfDate = await run(
      `ejournal --db ${db} documents --out-of-date --kind summary-journal --columns class,field --as-of 2016-09-01`,
    );
    expect(outOfDate.stdout).toContain('7.a');
    const reissued = await run(
      `ejournal --db ${db} reissue --changed --dry-run --as-of 2016-09-01`,
    );
    expect(reissued.stdout).not.toContain('2015.pdf');
  });
});

describe('an archive is checked', () => {
  const verify = async (at: string) => {
    const { status, stdout } = await run(line(`--verify ${at} --columns file,state`));
    const bad = stdout
      .trim()
      .split('\n')
      .slice(1)
      .filter((row) => !row.endsWith(',intact'));
    return { status, bad };
  };
  const copy = () => {
    const at = join(folder(), 'copy');
    cpSync(out, at, { recursive: true });
    return at;
  };

  test('by this program and by sha256sum, wherever it lies', async () => {
    const at = copy();
    expect(await verify(at)).toEqual({ status: 0, bad: [] });
    expect(spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: at }).status).toBe(0);
    const manifest = JSON.parse(readFileSync(join(at, 'manifest.json'), 'utf8'));
    expect(manifest.year).toBe(2015);
    expect(ask(db, `SELECT 1 FROM operation WHERE hash = '${manifest.head}'`).length).toBe(1);
  });

  test('a changed byte, a missing and an additional file are named', async () => {
    const at = copy();
    const bytes = readFileSync(pdf('7.a', at));
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(pdf('7.a', at), bytes);
    rmSync(pdf('8.b', at));
    writeFileSync(join(at, 'notes.txt'), 'x');
    expect(await verify(at)).toEqual({
      status: 3,
      bad: ['7.a 2015.pdf,changed', '8.b 2015.pdf,missing', 'notes.txt,additional'],
    });
  });

  test('a file that was changed together with its manifest is not in the register', async () => {
    const at = copy();
    appendFileSync(pdf('7.a', at), '\n');
    const [sum = ''] = execFileSync('sha256sum', [pdf('7.a', at)], { encoding: 'utf8' }).split(' ');
    const manifest = JSON.parse(readFileSync(join(at, 'manifest.json'), 'utf8'));
    manifest.files[0].sha256 = sum;
    writeFileSync(join(at, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const { status, bad } = await verify(at);
    expect(status).toBe(3);
    expect(bad).toContain('7.a 2015.pdf,unregistered');
    expect(bad).toContain('manifest.json,changed');
  });

  test('a folder without a manifest, and one of another year, are refused', async () => {
    const none = await run(line(`--verify ${folder()}`));
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('manifest.json')]);
    const at = copy();
    const manifest = JSON.parse(readFileSync(join(at, 'manifest.json'), 'utf8'));
    writeFileSync(join(at, 'manifest.json'), JSON.stringify({ ...manifest, year: 2014 }));
    expect((await run(line(`--out ${at}`))).status).toBe(2);
    expect((await run(line('--class 12.z --out x'))).status).toBe(2);
  });
});

test('the bands of a table hold every heading in its order, none too wide, as few as can be', () => {
  const anyHeadings = fc.array(fc.array(fc.constant('t'), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(anyHeadings, fc.integer({ min: 6, max: 40 }), (all, most) => {
      const headings = all.map((terms_, place) => ({ terms: terms_, name: String(place) }));
      const bands = tableBands(headings, 'terms', most);
      expect(bands.flat().map(({ name, place }) => [name, place])).toEqual(
        headings.map(({ name }, place) => [name, place]),
      );
      const widths = bands.map((band) =>
        band.reduce((sum, { place }) => sum + (all[place]?.length ?? 0), 0),
      );
      expect(widths.every((width) => width > 0 && width <= most)).toBe(true);
      let [needed, room] = [0, 0];
      for (const { length } of all) {
        if (length > room) [needed, room] = [needed + 1, most];
        room -= length;
      }
      expect(bands.length).toBe(needed);
    }),
  );
});

test('who joined has one class in the movements', async () => {
  const { db: own } = await school();
  const joined = file('m.csv', 'register_no,date,kind,class', '1001,2015-09-14,joined,7.a');
  await run(`ejournal --db ${own} import-movements ${joined}`);
  const merged = join(folder(), 'journal.pdf');
  await run(`ejournal --db ${own} summary-journal --class 7.a --merge ${merged}`);
  expect(textOf(merged)).toMatch(/14\.09\.2015\. +.+ uzņemts\S* +7\.a$/m);
});
