import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bruteSchool } from '../support/brute-force.js';
import { run } from '../support/run.js';
import { file, school } from '../support/school.js';
import { periodOf } from '../support/timetable.js';

let db: string;
let brute: ReturnType<typeof bruteSchool>;
const asOf = '2015-11-10';
let moment: number;

/** The rows of clause 4.1 that are overdue, in cells. */
const lateLessons = () =>
  brute
    .overdue(moment)
    .map((row) => row.split('|'))
    .filter(([clause]) => clause === '4.1');

beforeAll(async () => {
  const made = await school({ until: asOf as never, seed: 6, size: 9, parallel: 2 });
  db = made.db;
  brute = bruteSchool(made.files);
  moment = brute.instant(asOf, '23:59:59');
});

interface Row {
  date: string;
  period: number | null;
  group: string | null;
  register_no: string | null;
  marks: string[];
  absence: 'absent' | 'late' | null;
  decision: string | null;
  state: string;
  missing: string | null;
  teacher: string;
}

async function shown(line: string, at = asOf): Promise<Row[]> {
  const { stdout, stderr } = await run(
    `ejournal --db ${db} show ${line} --as-of ${at} --format json`,
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const dates = ['2015-09-01', '2015-09-14', '2015-10-01', '2015-10-22', '2015-10-26', '2015-11-03'];

describe('a day of a class', () => {
  test.each(dates)('%s has what was entered, and what is missing with its parts', async (date) => {
    const late = lateLessons();
    for (const name of ['7.a', '8.b']) {
      const rows = await shown(`class ${name} --date ${date}`);
      const there = rows.filter((row) => row.state !== 'missing');
      expect(there.map((row) => `${row.group} ${row.period}`).sort()).toEqual(
        brute.enteredIn(name, date, moment).sort(),
      );
      const missing = rows.filter((row) => row.missing !== null);
      expect(missing.map((row) => `${row.missing} ${row.group} ${row.period}`).sort()).toEqual(
        late
          .filter((row) => row[6] === date && row[4]?.split('+').includes(name))
          .map((row) => `${row[1]} ${row[5]} ${row[7]}`)
          .sort(),
      );
    }
  });
});

test('a teacher’s days have everything that the teacher owes, whoever’s lesson it was', async () => {
  const late = lateLessons();
  const teachers = [...new Set(late.map((row) => row[2] ?? ''))];
  expect(teachers.length).toBeGreaterThan(3);
  for (const code of teachers.slice(0, 6)) {
    const rows = await shown(`teacher ${code} --from 2015-09-01 --until ${asOf}`);
    const owed = rows.filter((row) => row.missing !== null && row.teacher === code);
    expect(
      owed.map((row) => `${row.missing} ${row.group} ${row.date} ${row.period}`).sort(),
    ).toEqual(
      late
        .filter((row) => row[2] === code)
        .map((row) => `${row[1]} ${row[5]} ${row[6]} ${row[7]}`)
        .sort(),
    );
  }
});

test('a page of the register has every mark and every absence of the group, and no other', async () => {
  const inMonth = (day: string) => day.startsWith('2015-10');
  const students = brute.classesOn('2015-10-01').map((one) => one.register_no);
  const missed = students.flatMap((no) =>
    brute.missedBy(no, moment, inMonth).map((one) => ({ no, ...one })),
  );
  expect(missed.length).toBeGreaterThan(10);
  for (const group of brute.groupNames.slice(0, 12)) {
    const rows = await shown(`group "${group}" --month 2015-10`);
    const marks = rows.flatMap((row) =>
      row.marks.map((value) => `${row.date} ${row.register_no} ${value}`),
    );
    expect(marks.sort()).toEqual(brute.marksIn(group, moment, inMonth).sort());
    const absences = rows
      .filter((row) => row.absence)
      .map((row) => `${row.date} ${row.period} ${row.register_no} ${row.decision ?? row.absence}`);
    expect(absences.sort()).toEqual(
      missed
        .filter((one) => one.group === group)
        .map((one) => `${one.date} ${one.period} ${one.no} ${one.late ? 'late' : one.status}`)
        .sort(),
    );
  }
});

test('a student’s week has the marks and absences of that week', async () => {
  const inWeek = (day: string) => day >= '2015-10-12' && day <= '2015-10-18';
  for (const { register_no: no } of brute.classesOn('2015-10-12').slice(0, 12)) {
    const rows = await shown(`student ${no} --week 2015-W42`);
    const absences = rows
      .filter((row) => row.absence)
      .map((row) => `${row.date} ${row.period} ${row.group} ${row.decision ?? row.absence}`);
    expect(absences.sort()).toEqual(
      brute
        .missedBy(no, moment, inWeek)
        .map((one) => `${one.date} ${one.period} ${one.group} ${one.late ? 'late' : one.status}`)
        .sort(),
    );
    const marks = rows.flatMap((row) => row.marks.map((value) => `${row.date} ${no} ${value}`));
    const all = brute.groupNames.flatMap((group) => brute.marksIn(group, moment, inWeek));
    expect(marks.sort()).toEqual(all.filter((mark) => mark.split(' ')[1] === no).sort());
  }
});

test('what was recorded later is not there yet, and a day to come is not missing', async () => {
  const before = await shown('class 7.a --date 2015-10-22', '2015-10-21');
  expect(before.length).toBeGreaterThan(0);
  expect(new Set(before.map((row) => row.state))).toEqual(new Set(['expected']));
  const morning = await shown('class 7.a --date 2015-10-22', '2015-10-22T07:00');
  expect(new Set(morning.map((row) => row.state))).toEqual(new Set(['missing']));
});

describe('for a person', () => {
  const page = (columns: number, words: string, language = 'en') =>
    run(`ejournal --db ${db} --lang ${language} --no-color show ${words} --as-of ${asOf}`, {
      terminal: columns,
    });

  test.each([40, 80, 120])('the page of a class register fits %i columns', async (columns) => {
    const { stdout, status } = await page(columns, 'group "7.a MAT" --month 2015-10');
    expect(status).toBe(0);
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(columns);
  });

  test('each language has its headings', async () => {
    const en = await page(80, 'student 1001 --week 2015-W40');
    const lv = await page(80, 'student 1001 --week 2015-W40', 'lv');
    expect(en.stdout).toContain('2015-09-28 Monday');
    expect(lv.stdout).toContain('2015-09-28 pirmdiena');
    expect(lv.stdout).toContain('tēma → mājas darbs');
  });

  test('days without anything say so', async () => {
    const { stdout, stderr } = await page(80, 'class 7.a --date 2015-10-25');
    expect(stdout).toBe('');
    expect(stderr).toBe('Nothing is entered and nothing is expected on these days.\n');
  });
});

test.each([
  ['student 9999 --week 2015-W40', 'No student has the register number 9999.'],
  ['group nobody --month 2015-10', 'There is no group nobody in this school year.'],
  ['class 12.z --date 2015-10-01', 'There is no class 12.z in this school year.'],
  ['teacher nobody --date 2015-10-01', 'Nobody on the staff has the code nobody.'],
  ['student 1001 --week 2015-W54', 'Write a week as 2015-W40.'],
  ['student 1001 --week 2009-W40', '--week: The database has no school year 2009/2010.'],
  ['class 7.a --month 2019-10', 'Choose from 2015-08 to 2016-07, or open that year: '],
  ['class 7.a --month 2019-10', '--month: The database has no school year 2019/2020.'],
  ['class 7.a --from 2019-10-01', '--from: The database has no school year 2019/2020.'],
  ['class 7.a --until 2019-10-01', '--until: The database has no school year 2019/2020.'],
  ['class 7.a --date 2019-10-01', 'Choose from 2015-08-01 to 2016-07-31, or open that year: '],
  ['student 1001 --subject XX', '--subject: There is no subject XX.'],
  ['student 1001 --date 2015-10-01 --week 2015-W40', '--date <date> and --week <week> exclude'],
  ['student 1001 --month 2015-10 --term year', '--month <month> and --term <term> exclude'],
  ['student 1001 --from 2015-10-01 --year 2015', '--from <date> and --year <year> exclude'],
  ['class 7.a --subject MAT', 'The option --subject does not apply to class.'],
  ['class 7.a --from 2015-10-02 --until 2015-10-01', '2015-10-01 is before 2015-10-02.'],
  ['class 7.a --from 2015-10-02 --until 2016-09-01', 'is no span of days of one school year.'],
])('show %s is refused', async (words, what) => {
  const refused = await run(`ejournal --db ${db} --lang en show ${words}`);
  expect(refused.stderr).toContain(what);
  expect(refused.status).toBe(2);
});

test('a span with one end goes from the beginning of the year, or up to the day asked of', async () => {
  const whole = await shown('class 7.a --from 2015-08-01 --until 2016-07-31');
  const days = (rows: Row[]) => [...new Set(rows.map((row) => row.date))];
  expect(days(await shown('class 7.a --until 2015-09-10'))).toEqual(
    days(whole).filter((date) => date <= '2015-09-10'),
  );
  expect(days(await shown('class 7.a --from 2015-10-19'))).toEqual(
    days(whole).filter((date) => date >= '2015-10-19' && date <= asOf),
  );
});

describe('an absence where a consultation stands beside the lesson', () => {
  test('belongs to the lesson that is expected, wherever it is asked for', async () => {
    const { db: own, files } = await school({ until: '2015-09-30' as never });
    const at = periodOf(files, '7.a MAT', 4);
    const consultation = file(
      'lessons.csv',
      'date,period,group,topic,kind',
      `2015-09-24,${at},7.a LV,Konsultācija,consultation`,
    );
    await run(`ejournal --db ${own} import-lessons ${consultation}`);
    const absence = file('a.csv', 'date,period,register_no', `2015-09-24,${at},1001`);
    await run(`ejournal --db ${own} import-absences ${absence}`);
    const asked = async (line: string) =>
      JSON.parse((await run(`ejournal --db ${own} ${line} --format json`)).stdout);
    const why = await asked(`why absence --student 1001 --date 2015-09-24 --period ${at}`);
    expect(why[0].because).toContainEqual(
      expect.objectContaining({ fact: 'absenceLesson', group: '7.a MAT', is_entered: true }),
    );
    const absences = await asked('absences --student 1001 --from 2015-09-24 --until 2015-09-24');
    expect(absences).toMatchObject([{ period: at, group: '7.a MAT' }]);
    const lines: Row[] = await asked('show student 1001 --date 2015-09-24');
    expect(lines.filter((line) => line.absence !== null)).toMatchObject([{ group: '7.a MAT' }]);
  });
});

test('a student on the list of a group of another class has its lessons, and is owed its marks', async () => {
  const { db: own } = await school({ until: '2015-12-20' as never, grades: [7, 10] });
  const act = (line: string) => run(`ejournal --db ${own} ${line} --yes`);
  const members = file('group-members.csv', 'group,register_no', '10 DE 1,1001');
  expect((await act(`create-groups ${members}`)).status).toBe(0);
  const asked = async (line: string): Promise<Row[]> =>
    JSON.parse((await run(`ejournal --db ${own} ${line} --format json`)).stdout);
  const lesson = file('lessons.csv', 'date,period,group,topic', '2015-10-01,9,10 DE 1,Ūdens');
  await act(`import-lessons ${lesson}`);
  await act(`import-absences ${file('a.csv', 'date,period,register_no', '2015-10-01,9,1001')}`);
  expect(await asked('show student 1001 --date 2015-10-01 --subject DE')).toMatchObject([
    { group: '10 DE 1', period: 9, absence: 'absent' },
  ]);
  const owed = await asked('overdue --as-of 2016-01-20 --clause 4.3 --group "10 DE 1"');
  expect(owed[0]).toMatchObject({ students: expect.arrayContaining(['1001']) });
  const missing = await asked('term-marks missing --term semester1 --student 1001 --subject DE');
  expect(missing).toMatchObject([{ register_no: '1001', class: '7.a', group: '10 DE 1' }]);
});

test('a character that is shown in another way moves no mark under another day', async () => {
  const pageWith = async (added: string) => {
    const made = await school({ until: '2015-10-31' as never });
    const [header = '', first = ''] = readFileSync(join(made.files, 'students.csv'), 'utf8').split(
      /\r?\n/,
    );
    const [className, lastName, ...rest] = first.split(',');
    const renamed = file('s.csv', header, [className, `${lastName}${added}`, ...rest].join(','));
    const { status } = await run(`ejournal --db ${made.db} import-students ${renamed}`);
    expect(status).toBe(0);
    const page = `show group "7.a MAT" --month 2015-10 --format table`;
    return (await run(`ejournal --db ${made.db} --no-color ${page}`)).stdout;
  };
  const likeIt = await pageWith('XXXXXX');
  for (const [character, seen] of [
    ['\u200e', '\\u200e'],
    ['\u00ad', '\\u00ad'],
    ['\u2060', '\\u2060'],
  ] as const) {
    const page = await pageWith(character);
    expect(page).toContain(seen);
    expect(page.replaceAll(seen, 'XXXXXX')).toBe(likeIt);
  }
});
