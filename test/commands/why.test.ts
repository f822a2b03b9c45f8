import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bruteSchool } from '../support/brute-force.js';
import { run } from '../support/run.js';
import { ask, file, school } from '../support/school.js';
import { periodOf } from '../support/timetable.js';

let db: string;
let files: string;
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
  ({ db, files } = await school({ until: asOf as never, seed: 8, size: 9, parallel: 2 }));
  brute = bruteSchool(files);
  moment = brute.instant(asOf, '23:59:59');
});

interface Source {
  table: string;
  operation: number;
  command: string;
  file: string | null;
  line: number | null;
}
interface Fact {
  fact: string;
  because: Fact[];
  sources: Source[];
  [name: string]: unknown;
}

async function explained(line: string, at = asOf): Promise<Fact[]> {
  const { stdout, stderr } = await run(
    `ejournal --db ${db} why ${line} --as-of ${at} --format json`,
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const all = (tree: Fact): Fact[] => [tree, ...tree.because.flatMap(all)];
const named = (tree: Fact | undefined, name: string) =>
  tree ? all(tree).filter((one) => one.fact === name) : [];
const lineOf = ({ file, line }: Source) =>
  readFileSync(join(files, basename(file ?? '')), 'utf8').split('\n')[(line ?? 0) - 1] ?? '';

describe('an overdue lesson', () => {
  test('is overdue for as long, for as much and to whom the files say', async () => {
    const late = lateLessons();
    const chosen = late.filter((_, at) => at % Math.ceil(late.length / 40) === 0);
    expect(chosen.length).toBeGreaterThan(20);
    for (const [, missing, by, , , group, date, period, , , due, days] of chosen) {
      const [root] = await explained(
        `overdue --group "${group}" --date ${date} --period ${period}`,
      );
      expect(root).toMatchObject({ state: 'overdue', missing, working_days_late: Number(days) });
      expect(named(root, 'deadline')[0]?.['due_at']).toBe(due);
      const [owed] = named(root, 'owedBy');
      expect(owed?.['code']).toBe(by);
      expect(owed?.sources.map(lineOf).join()).toContain(by);
    }
  });

  test('is not due before its hour, and met where all was there in time', async () => {
    const [date, period, group] =
      readFileSync(join(files, 'lessons.csv'), 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
        .find((cells) => cells[3] && cells[0] === '2015-09-02') ?? [];
    const line = `overdue --group "${group}" --date ${date} --period ${period}`;
    const [before] = await explained(line, '2015-09-02T07:00');
    expect(before).toMatchObject({ state: 'upcoming', missing: 'lesson' });
    const [after] = await explained(line);
    expect(['met', 'late', 'overdue']).toContain(after?.['state']);
    const [entry] = named(after, 'entry');
    expect(entry?.sources.map(lineOf).join()).toContain(`${date},${period},${group}`);
  });
});

describe('a lesson', () => {
  const days = ['2015-09-01', '2015-09-05', '2015-10-01', '2015-10-26', '2015-11-18', '2015-12-25'];

  test.each(days)(
    'is expected on %s where the files say so, each row with its conditions',
    async (day) => {
      for (const name of ['7.a', '8.b']) {
        const trees = await explained(`lesson --class ${name} --date ${day}`);
        expect(trees.length).toBeGreaterThan(5);
        for (const tree of trees) {
          expect(tree['expected']).toEqual(brute.expectedOf(String(tree['group']), day));
          for (const slot of named(tree, 'slot')) {
            const grades = named(slot, 'schoolDay').some((one) => one['holds']);
            const others = slot.because.filter(
              (one) => one.fact !== 'schoolDay' && one.fact !== 'workingDay',
            );
            expect(slot['holds']).toBe(grades && others.every((one) => one['holds']));
            expect(slot.sources.map(lineOf).join()).toContain(`${tree['group']},`);
          }
        }
      }
    },
  );
});

test('the marks of a work are owed to the members, less those who were away all day', async () => {
  const works = readFileSync(join(files, 'works.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .filter((cells) => cells[3] === 'test' && !cells[5]);
  expect(works.length).toBeGreaterThan(4);
  for (const [date, group, work, , scale] of works.slice(0, 12)) {
    const [root] = await explained(
      `overdue --group "${group}" --work "${work}" --date ${date}`,
      '2015-11-10',
    );
    const days = named(root, 'workDeadline')[0]?.['counted'] as string[];
    expect(days).toHaveLength(5);
    expect(named(root, 'workDeadline')[0]?.['clause']).toBe(scale === 'pass' ? '4.2.1' : '4.2.2');
    const marked = new Set(
      brute.marksIn(group ?? '', moment, (day) => day === date).map((one) => one.split(' ')[1]),
    );
    const away = (named(root, 'wereAway')[0]?.['students'] as string[]) ?? [];
    const open = (named(root, 'unmarked')[0]?.['students'] as string[]) ?? [];
    for (const student of open) expect(marked.has(student)).toBe(false);
    for (const student of away) {
      const missed = brute.missedBy(student, moment, (day) => day === date);
      expect(missed.some((one) => one.group === group && !one.late)).toBe(true);
    }
    expect(root?.['state']).toBe(
      open.length > 0 ? 'overdue' : named(root, 'markedLate').length > 0 ? 'late' : 'met',
    );
  }
});

test('the marks of a work are overdue where the files say so, by so many days, of the same students', async () => {
  const at = ['2015-09-21', '2015-09-25', '2015-10-02', '2015-10-09', '2015-10-16', asOf];
  let compared = 0;
  for (const day of at) {
    const late = brute
      .overdue(brute.instant(day, '23:59:59'))
      .map((row) => row.split('|'))
      .filter(([clause]) => clause?.startsWith('4.2'));
    for (const [clause, , by, , , group, date, , work, students, due, days] of late) {
      const line = `overdue --group "${group}" --work "${work}" --date ${date}`;
      const [root] = await explained(line, day);
      expect(root).toMatchObject({ state: 'overdue', working_days_late: Number(days) });
      expect(named(root, 'workDeadline')[0]).toMatchObject({ clause, due_at: due });
      expect(named(root, 'unmarked')[0]?.['students']).toEqual(students?.split('+'));
      expect(named(root, 'owedBy')[0]?.['code']).toBe(by);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(2);
});

test('a term mark shows each mark with the line of its file, and what they add up to', async () => {
  const students = brute.classesOn('2015-10-01').map((one) => one.register_no);
  let shown = 0;
  for (const student of students.slice(0, 15)) {
    const [root] = await explained(`term-mark --student ${student} --subject MAT --term semester1`);
    const exact = brute.termMark(student, 'MAT', '2015-09-01', asOf);
    expect(root?.['proposal']).toBe(exact === null ? null : String(exact));
    const marks = named(root, 'mark');
    shown += marks.length;
    for (const mark of marks) {
      expect(mark.sources.map(lineOf).join()).toContain(`${student},${mark['value']}`);
    }
    const counted = marks
      .filter((mark) => mark['counting'] === 'counts')
      .map((m) => Number(m['value']));
    if (counted.length > 0) {
      const total = counted.reduce((a, b) => a + b, 0);
      expect(named(root, 'sum')[0]).toMatchObject({ sum: total, weight: counted.length });
    }
  }
  expect(shown).toBeGreaterThan(15);
});

test('an absence has its lesson and the justification that stands', async () => {
  const students = brute.classesOn('2015-10-01').map((one) => one.register_no);
  const missed = students
    .flatMap((no) => brute.missedBy(no, moment, () => true).map((one) => ({ no, ...one })))
    .filter((_, at) => at % 9 === 0);
  expect(missed.length).toBeGreaterThan(10);
  for (const { no, date, period, group, late, status } of missed) {
    const [root] = await explained(`absence --student ${no} --date ${date} --period ${period}`);
    expect(root).toMatchObject({ mark: late ? 'k' : 'n', decision: status });
    expect(named(root, 'absenceLesson')[0]?.['group']).toBe(group);
    const standing = named(root, 'justification').filter((one) => one['stands']);
    expect(standing.map((one) => one['status'])).toEqual(
      late || status === 'undecided' ? [] : [status],
    );
    for (const one of standing) expect(one.sources.map(lineOf).join()).toContain(one['status']);
  }
});

test('each field of a student comes from the line that said it last, with what was before', async () => {
  const list = readFileSync(join(files, 'students.csv'), 'utf8');
  const [header = '', first = ''] = list.split('\n');
  const place = header.split(',').indexOf('first_name');
  const number = first.split(',')[header.split(',').indexOf('register_no')];
  const cells = first.split(',');
  const before = cells[place];
  cells[place] = 'Zigfrīds';
  const changed = join(files, 'changed.csv');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(changed, `${header}\n${cells.join(',')}\n`);
  expect((await run(`ejournal --db ${db} import-students ${changed}`)).status).toBe(0);

  const trees = await explained(`student ${number}`);
  const fields = named(trees[0], 'field');
  const name = fields.find((one) => one['column'] === 'first_name');
  expect(name).toMatchObject({ value: 'Zigfrīds', before });
  expect(name?.sources).toMatchObject([{ command: 'import-students', file: changed, line: 2 }]);
  const other = fields.find((one) => one['column'] === 'last_name');
  expect(other).toMatchObject({ before: null });
  expect(other?.sources).toMatchObject([{ command: 'setup', line: 2 }]);
  expect(trees.map((tree) => tree['table'])).toContain('enrolment');
  await run(`ejournal --db ${db} undo`);
});

test('every row of the journal is traced to the line of the file from which it came', async () => {
  const rows = ask<{ group: string; date: string; period: number }>(
    db,
    `SELECT teaching_group.name AS "group", date, period FROM lesson JOIN teaching_group USING (teaching_group_id)
      WHERE lesson_id % 97 = 0`,
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const { group, date, period } of rows) {
    const trees = await explained(`value lesson "${group}" ${date} ${period}`);
    for (const tree of trees) {
      const [source] = named(tree, 'field')[0]?.sources ?? [];
      expect(source && lineOf(source)).toContain(`${date},${period},${group}`);
    }
  }
});

test('who missed the lesson, though not a consultation of the day, is owed no mark of its test', async () => {
  const { db: own, files: lists } = await school({ until: '2015-09-30' as never });
  const at = periodOf(lists, '7.a MAT', 4);
  const entered = [
    file(
      'lessons.csv',
      'date,period,group,topic,kind',
      `2015-09-24,${at},7.a MAT,Tests,`,
      '2015-09-24,10,7.a MAT,Konsultācija,consultation',
    ),
    file(
      'absences.csv',
      'date,period,register_no,mark',
      `2015-09-24,${at},1001,n`,
      `2015-09-24,${at},1002,-`,
    ),
    file('works.csv', 'date,group,work,kind', '2015-09-24,7.a MAT,Tests,test'),
  ];
  for (const path of entered) {
    const kind = basename(path, '.csv');
    expect((await run(`ejournal --db ${own} import-${kind} ${path}`)).status).toBe(0);
  }
  const asked = async (line: string) =>
    JSON.parse((await run(`ejournal --db ${own} ${line} --format json`)).stdout);
  const [tree] = await asked('why overdue --group "7.a MAT" --work Tests');
  expect(named(tree, 'wereAway')[0]?.['students']).toContain('1001');
  const [row] = await asked('overdue --clause 4.2 --group "7.a MAT" --where work=Tests');
  expect(row.students).toContain('1002');
  expect(row.students).not.toContain('1001');
  expect(named(tree, 'unmarked')[0]?.['students']).toEqual(row.students);
});

test('a row of every table is found by its key as audit shows it', async () => {
  const { stdout } = await run(
    `ejournal --db ${db} audit --format jsonl --columns table,key,after --operation 2`,
  );
  const keys = new Map(
    stdout
      .trim()
      .split('\n')
      .map((line): { table: string; key: string } => JSON.parse(line))
      .map(({ table, key }) => [table, key]),
  );
  expect(keys.size).toBeGreaterThan(20);
  expect(keys.get('lesson')).toMatch(/ 2015-\d\d-\d\d \d$/);
  for (const [table, key] of keys) {
    const trees = await explained(`value ${table} "${key.replaceAll('"', '')}"`);
    expect(
      trees.map((tree) => tree['key']),
      table,
    ).toContain(key);
  }
});

describe('for a person', () => {
  const page = (columns: number, words: string, language: string) =>
    run(`ejournal --db ${db} --lang ${language} --no-color why ${words} --as-of ${asOf}`, {
      terminal: columns,
    });

  test.each(['en', 'lv'])(
    'every sentence of %s fits a terminal of 80 columns',
    async (language) => {
      const lines = [
        'lesson --class 7.a --date 2015-10-26',
        'overdue --group "7.a MAT" --date 2015-10-01 --period 1',
        'term-mark --student 1001 --subject MAT --term semester1',
        'term-mark --student 1001 --subject MAT --term year',
        'term-mark --student 1001 --subject MAT --term exam',
        'student 1001',
      ];
      for (const line of lines) {
        const { stdout, stderr, status } = await page(80, line, language);
        expect([line, stderr, status]).toEqual([line, '', 0]);
        for (const each of stdout.replaceAll(files, '').split('\n')) {
          if (!each.includes('.csv:')) expect([...each].length).toBeLessThanOrEqual(80);
        }
        expect(stdout).not.toMatch(/undefined|NaN|\[object/);
      }
    },
  );
});

test.each([
  ['value nothing 1', 'There is no table nothing.'],
  ['value student 9999', 'The table student has no row 9999.'],
  ['value student', 'Words are missing, or there are too many.'],
  ['value lesson "7.a MAT 2015-10-01 99"', 'as ejournal audit shows it'],
  ['value student 1001 --group 7.a', 'The option --group does not apply to value.'],
  ['lesson --group "7.a MAT" --class 7.a --date 2015-10-01', 'exclude each other'],
  ['overdue --group "7.a MAT" --work Nothing --period 1', 'exclude each other'],
  ['absence --student 1001 --date 2015-10-01 --subject MAT', '--subject does not apply to absence'],
  ['overdue --group "7.a MAT" --date 2015-10-01', 'The option --period is needed.'],
  ['overdue --group "7.a MAT" --work "parbaudes darbs nr. 1"', '“Pārbaudes darbs Nr. 1”?'],
  ['overdue --group "7.a MAT" --work Nothing', '7.a MAT has no work “Nothing”.'],
  ['lesson --date 2015-10-01', 'The option --group is needed.'],
  ['term-mark --student 1001 --subject XX --term year', 'There is no subject XX.'],
  [
    'absence --student 9999 --date 2015-10-01 --period 1',
    'No student has the register number 9999.',
  ],
])('why %s is refused', async (words, what) => {
  const refused = await run(`ejournal --db ${db} --lang en why ${words}`);
  expect(refused.stderr).toContain(what);
  expect(refused.status).toBe(2);
});
