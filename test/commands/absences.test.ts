import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { emptySchool, file, school } from '../support/school.js';

type Row = Record<string, string>;

let db: string;
let files: string;

beforeAll(async () => {
  ({ db, files } = await school({ parallel: 2, size: 8, until: '2015-10-31' as never }));
});

const line = (words: string) =>
  `ejournal --db ${db} --lang en absences --as-of 2015-11-05 ${words}`;
const rowsOf = async (words: string): Promise<Row[]> =>
  JSON.parse((await run(line(`${words} --format json`))).stdout);

/** A file without a comma or a line break in a cell. */
function read(kind: string): Row[] {
  const [header = '', ...lines] = readFileSync(join(files, `${kind}.csv`), 'utf8')
    .trim()
    .split('\n');
  const names = header.split(',');
  return lines.map((text) =>
    Object.fromEntries(text.split(',').map((cell, at) => [names[at], cell])),
  );
}

/** What stands of each absence, told by going through the files as they are. */
function byHand() {
  const standing = new Map<string, Row>();
  for (const row of read('absences')) {
    const key = `${row['date']} ${row['period']} ${row['register_no']}`;
    const other = standing.get(key);
    if (!other || (row['recorded_at'] ?? '') >= (other['recorded_at'] ?? ''))
      standing.set(key, row);
  }
  const justifications = read('justifications');
  return [...standing]
    .filter(([, row]) => row['mark'] !== '-')
    .map(([key, row]) => {
      const { date = '', register_no } = row;
      let last: Row | undefined;
      for (const one of justifications) {
        const { from = '', until = '', recorded_at = '' } = one;
        const covers =
          one['register_no'] === register_no && from <= date && date <= (until || from);
        if (covers && recorded_at >= (last?.['recorded_at'] ?? '')) last = one;
      }
      const isLate = row['mark'] === 'k';
      return { key, isLate, status: isLate ? null : (last?.['status'] ?? 'undecided') };
    });
}

test('every absence has the decision that the files give, by the last justification that covers it', async () => {
  const expected = byHand();
  expect(expected.length).toBeGreaterThan(100);
  const told = [...(await rowsOf('')), ...(await rowsOf('--late'))].map((row) => [
    `${row['date']} ${row['period']} ${row['register_no']}`,
    row['status'] ?? null,
  ]);
  expect(told.sort()).toEqual(expected.map(({ key, status }) => [key, status]).sort());
});

test('the sums are those of the files, for each student', async () => {
  const expected: Record<string, Record<string, number>> = {};
  for (const { key, status } of byHand()) {
    const [, , number = ''] = key.split(' ');
    const none = { justified: 0, unjustified: 0, undecided: 0, late: 0 };
    const sums: Record<string, number> = expected[number] ?? none;
    expected[number] = sums;
    sums[status ?? 'late'] = (sums[status ?? 'late'] ?? 0) + 1;
  }
  const rows = await rowsOf('--sum');
  const told = rows.map(({ register_no, justified, unjustified, undecided, late }) => [
    register_no,
    { justified, unjustified, undecided, late },
  ]);
  expect(Object.fromEntries(told)).toEqual(expected);
  expect(new Set(rows.map((row) => row['term']))).toEqual(new Set(['semester1']));
});

test('the lesson is the one that the student had then, with its group', async () => {
  const groups = new Map(read('groups').map((row) => [row['group'], row]));
  const rows = await rowsOf('--class 7.a');
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    expect(groups.get(row['group'])?.['classes']?.split('+')).toContain('7.a');
    expect(groups.get(row['group'])?.['subject']).toBe(row['subject']);
  }
});

test('the list is narrowed by class, student, group, days and decision', async () => {
  const all = await rowsOf('');
  const [one] = all;
  const { register_no, group, date = '' } = one ?? {};
  const having = (name: string, value: unknown) => all.filter((row) => row[name] === value);
  expect(await rowsOf('--class 7.B')).toEqual(having('class', '7.b'));
  expect(await rowsOf(`--student ${register_no}`)).toEqual(having('register_no', register_no));
  expect(await rowsOf(`--group "${group}"`)).toEqual(having('group', group));
  expect(await rowsOf(`--from ${date} --until ${date}`)).toEqual(having('date', date));
  for (const status of ['justified', 'unjustified', 'undecided']) {
    expect(await rowsOf(`--status ${status}`)).toEqual(having('status', status));
  }
  const days = all.map((row) => row['date'] ?? '');
  expect(days).toEqual([...days].sort());
});

test.each([
  ['--class 12.z', 'There is no class 12.z'],
  ['--student 1', 'No student has the register number 1.'],
  ['--group X', 'There is no group X'],
  ['--year 2013', 'no school year 2013/2014'],
  ['--late --status justified', 'exclude each other'],
  ['--alarm --from 2015-09-01', 'exclude each other'],
  ['--from 2015-09-30 --until 2015-09-01', '--until: 2015-09-01 is before 2015-09-30.'],
])('absences %s is refused', async (words, what) => {
  const refused = await run(line(words));
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(what);
});

/** A small school in which students miss lessons: `1001 2015-09-14 1-3`, with the decisions as rows of their file. */
async function missed(absences: string[], justifications: string[], parents: string[] = []) {
  const own = await emptySchool();
  const { files: from } = await school({ until: '2015-09-02' as never });
  for (const kind of [
    'calendar',
    'subjects',
    'programmes',
    'students',
    'staff',
    'groups',
    'timetable',
  ]) {
    const command = kind === 'groups' ? 'create-groups' : `import-${kind}`;
    const made = await run(`ejournal --db ${own} ${command} ${join(from, `${kind}.csv`)}`);
    if (made.status !== 0) throw new Error(made.stderr);
  }
  const rows = absences.flatMap((absence) => {
    const [number, date, span = ''] = absence.split(' ');
    const [first = 0, last = first] = span.split('-').map(Number);
    const periods = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    return periods.map((period) => `${date},${period},${number},n,2015-09-14T08:00:00Z`);
  });
  const imports = {
    absences: ['date,period,register_no,mark,recorded_at', ...rows],
    justifications: ['register_no,from,until,status,reason,recorded_at', ...justifications],
    parents: ['register_no,last_name,first_name,relation,phone,contact', ...parents],
  };
  for (const [kind, lines] of Object.entries(imports)) {
    const made = await run(`ejournal --db ${own} import-${kind} ${file(`${kind}.csv`, ...lines)}`);
    if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  }
  return (words: string) => run(`ejournal --db ${own} --lang en absences ${words}`);
}

test('the alarm says whom to call today, with who may be told and since which lesson', async () => {
  const absences = await missed(
    ['1001 2015-09-14 2-3', '1002 2015-09-14 1-1', '1003 2015-09-11 1-5'],
    ['1002,2015-09-14,,justified,doctor,2015-09-13T18:00:00Z'],
    [
      '1001,Liepa,Anna,mother,+37120000001,yes',
      '1001,Liepa,Juris,father,+37120000002,no',
      '1001,Kalns,Ilze,guardian,,',
    ],
  );
  const alarm = await absences(
    '--alarm --as-of 2015-09-14T12:00 --columns alarm,register_no,class,parents,phones,since_period,lessons,term',
  );
  expect(alarm).toEqual({
    status: 3,
    stdout: [
      'alarm,register_no,class,parents,phones,since_period,lessons,term',
      'absent_today,1001,7.a,Anna Liepa +37120000001+Ilze Kalns,+37120000001,2,2,semester1',
      '',
    ].join('\n'),
    stderr: 'Absent today without a known reason: 1 student. Ask the parents today.\n',
  });
  const asJson = await absences('--alarm --as-of 2015-09-14T12:00 --format json');
  expect(JSON.parse(asJson.stdout)).toMatchObject([
    { parents: ['Anna Liepa +37120000001', 'Ilze Kalns'], phones: ['+37120000001'] },
  ]);
  const before = await absences('--alarm --as-of 2015-09-14T10:59:59+03:00');
  expect(before.status).toBe(0);
  const next = await absences('--alarm --as-of 2015-09-15');
  expect(next).toMatchObject({
    status: 0,
    stderr:
      'Nobody is absent without a known reason, and nobody has too many unjustified lessons.\n',
  });
});

test('the alarm warns from 10 unjustified lessons in a semester, and tells of more than 20', async () => {
  const days = ['2015-09-07', '2015-09-08', '2015-09-09'];
  const absences = await missed(
    [
      ...days.flatMap((date) => [`1001 ${date} 1-7`, `1002 ${date} 1-6`]),
      '1002 2015-09-10 1-2',
      '1003 2015-09-07 1-7',
      '1003 2015-09-08 1-3',
      '1004 2015-09-07 1-7',
      '1004 2015-09-08 1-2',
    ],
    ['1001', '1002', '1003', '1004'].map(
      (number) => `${number},2015-09-01,2015-09-30,unjustified,other,2015-09-14T09:00:00Z`,
    ),
  );
  const columns = '--columns alarm,register_no,since_period,lessons';
  const alarm = await absences(`--alarm --as-of 2015-09-16 ${columns}`);
  expect(alarm).toEqual({
    status: 3,
    stdout: [
      'alarm,register_no,since_period,lessons',
      'unjustified_limit,1001,,21',
      'unjustified_warning,1002,,20',
      'unjustified_warning,1003,,10',
      '',
    ].join('\n'),
    stderr:
      'More than 20 unjustified lessons in the semester: 1 student. This is reported onward.\n10 unjustified lessons or more: 2 students.\n',
  });
  // Undecided at that moment: nothing is unjustified yet.
  expect((await absences('--alarm --as-of 2015-09-14T11:30')).status).toBe(0);
  const second = await absences(`--alarm --as-of 2016-02-01 ${columns}`);
  expect(second.status).toBe(0);
});

test.each([
  ['--class 99.z', 'There is no class 99.z'],
  ['--group 99.z', 'There is no group 99.z'],
  ['--student 9999 --sum', 'No student has the register number 9999.'],
  ['--from 2016-08-01', 'Its days are 2015-08-01 to 2016-07-31.'],
  ['--from 2015-10-02 --until 2015-10-01 --sum', '2015-10-01 is before 2015-10-02.'],
])('absences %s is refused, since it could find nothing', async (narrowed, told) => {
  const refused = await run(line(narrowed));
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toContain(told);
});
