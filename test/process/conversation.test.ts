import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { graduatingSchool } from '../support/graduates.js';
import { run } from '../support/run.js';
import { ask, contents, file, folder, school } from '../support/school.js';
import { inTerminal } from '../support/terminal.js';
import { periodOf } from '../support/timetable.js';

const program = resolve('bin/ejournal.js');

test('init asks for the school, the year and its semesters, and makes the database', () => {
  const db = join(folder(), 'new.db');
  const { status } = inTerminal(
    ['--db', db, '--lang', 'en', 'init'],
    [
      ['Name of the school', 'Parauga ģimnāzija\r'],
      ['School year', '2015\r'],
      ['semesters and holidays', 'y\r'],
      ['File of the database', '\r'],
      ['Make the database', 'y\r'],
    ],
  );
  expect(status).toBe(0);
  expect(ask(db, "SELECT value FROM school_setting WHERE key = 'name'")).toEqual([
    { value: 'Parauga ģimnāzija' },
  ]);
  expect(ask(db, 'SELECT year FROM school_year')).toEqual([{ year: 2015 }]);
  expect(
    ask(db, 'SELECT min("from") AS first FROM calendar_day WHERE kind = \'semester1\''),
  ).toEqual([{ first: '2015-09-01' }]);
});

test('init --year offers the dates of the state where somebody can be asked', () => {
  for (const [answer, rows] of [
    ['y', true],
    ['n', false],
  ] as const) {
    const db = join(folder(), 'new.db');
    const words = ['--db', db, '--lang', 'en', 'init', '--year', '2015'];
    expect(inTerminal(words, [['semesters and holidays', `${answer}\r`]]).status).toBe(0);
    expect(ask(db, 'SELECT 1 FROM calendar_day').length > 0).toBe(rows);
  }
});

test('init says where no database can be made before it asks', async () => {
  const { db } = await school();
  const line = (place: string) => ['--db', place, '--lang', 'en', 'init'];
  const there = inTerminal(line(db), []);
  expect(there.screen).toContain(`${db} exists already; nothing was overwritten.`);
  const nowhere = inTerminal(line(join(folder(), 'no', 'new.db')), []);
  expect(nowhere.screen).toContain('There is no folder');
  expect([there.status, nowhere.status]).toEqual([2, 2]);
  expect(there.screen + nowhere.screen).not.toContain('Name of the school');
});

test('init asks for the semesters of a year whose dates are not known, and for the file', () => {
  const place = folder();
  const db = join(place, 'other.db');
  const clear = '\u0015';
  const { status } = inTerminal(
    ['--db', join(place, 'first.db'), '--lang', 'en', 'init'],
    [
      ['Name of the school', 'Parauga ģimnāzija\r'],
      ['School year', '2013\r'],
      ['First day of semester 1', '2013-07-31\r'],
      ['Write a day from 2013-08-01 to 2014-07-31.', `${clear}2013-09-02\r`],
      ['Last day of semester 1', '2013-09-01\r'],
      ['Write a day from 2013-09-03 to 2014-07-31.', `${clear}20.12.2013\r`],
      ['First day of semester 2', '2014-01-06\r'],
      ['Last day of semester 2', '2014-05-30\r'],
      ['File of the database', `${join(place, 'none', 'x.db')}\r`],
      ['There is no folder', `${clear}${db}\r`],
      [`Make the database`, '\r'],
    ],
  );
  expect(status).toBe(0);
  expect(existsSync(join(place, 'first.db'))).toBe(false);
  expect(ask(db, 'SELECT "from", until, kind, grades FROM calendar_day ORDER BY "from"')).toEqual([
    { from: '2013-09-02', until: '2013-12-20', kind: 'semester1', grades: null },
    { from: '2014-01-06', until: '2014-05-30', kind: 'semester2', grades: null },
  ]);
});

test('the semesters are asked for where the dates of the state are declined, and may be left out', () => {
  const db = join(folder(), 'new.db');
  const { status } = inTerminal(
    ['--db', db, '--lang', 'en', 'init', '--name', 'Parauga ģimnāzija'],
    [
      ['School year', '2015\r'],
      ['semesters and holidays', 'n\r'],
      ['First day of semester 1', '\r'],
      ['File of the database', '\r'],
      ['Make the database', '\r'],
    ],
  );
  expect(status).toBe(0);
  expect(ask(db, 'SELECT 1 FROM calendar_day')).toEqual([]);
  expect(ask(db, 'SELECT key, value FROM school_setting')).toEqual([
    { key: 'name', value: 'Parauga ģimnāzija' },
  ]);
});

test('what the line says of a new school is kept where the year is asked', () => {
  const db = join(folder(), 'new.db');
  const of = file('school.csv', 'key,value', 'name,Parauga ģimnāzija', 'phone,67123456');
  const { status, screen } = inTerminal(
    ['--db', db, '--lang', 'en', 'init', '--school', of, '--national-calendar'],
    [
      ['School year', '2013\r'],
      ['do not come with the program', '\u00152015\r'],
      ['File of the database', '\r'],
      ['Make the database', '\r'],
    ],
  );
  expect(status).toBe(0);
  expect(screen).not.toContain('Name of the school');
  expect(ask(db, 'SELECT key, value FROM school_setting ORDER BY key')).toEqual([
    { key: 'name', value: 'Parauga ģimnāzija' },
    { key: 'phone', value: '67123456' },
  ]);
  expect(ask(db, 'SELECT 1 FROM calendar_day').length).toBeGreaterThan(0);
});

test('Ctrl-C in the middle of init leaves nothing, with status 130', () => {
  const db = join(folder(), 'new.db');
  const { status } = inTerminal(
    ['--db', db, '--lang', 'en', 'init'],
    [
      ['Name of the school', 'Parauga\r'],
      ['School year', '\u0003'],
    ],
  );
  expect(status).toBe(130);
  expect(existsSync(db)).toBe(false);
});

test('without a terminal init does not wait for an answer, and names the option', () => {
  const { status, stderr } = spawnSync(
    'node',
    [program, '--db', join(folder(), 'x.db'), '--lang', 'en', 'init'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('The option --year is needed.');
});

test('groups are shown before they are made, and not made on a no', async () => {
  const { db } = await school();
  const before = contents(db);
  const words = [
    '--db',
    db,
    '--lang',
    'en',
    'create-groups',
    '--class',
    '7.a',
    '--subject',
    'MAT',
    '--split',
    '2',
  ];
  const refused = inTerminal(words, [['Make 2 groups with 6 students?', 'n\r']]);
  expect(refused.screen).toContain('7.a MAT 1');
  expect(refused.status).toBe(0);
  expect(contents(db)).toEqual(before);
  expect(inTerminal(words, [['Make 2 groups with 6 students?', 'y\r']]).status).toBe(0);
  expect(
    ask(
      db,
      "SELECT count(*) AS members FROM group_member JOIN teaching_group USING (teaching_group_id) WHERE name LIKE '7.a MAT _'",
    ),
  ).toEqual([{ members: 6 }]);
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  'ended by %s, a question leaves the cursor seen and the status that a shell knows',
  async (signal, expected) => {
    const { db } = await school();
    const before = contents(db);
    const line = ['--db', db, '--lang', 'en', 'justify', '--class', '7.a'];
    const { screen, status } = inTerminal(line, [['navigate', signal]]);
    expect(status).toBe(expected);
    expect(screen.lastIndexOf('\u001b[?25h')).toBeGreaterThan(screen.lastIndexOf('\u001b[?25l'));
    expect(contents(db)).toEqual(before);
  },
);

test('--no-color reaches the questions', async () => {
  const { db } = await school();
  const line = ['--db', db, 'create-groups', '--class', '7.a', '--subject', 'MAT', '--split', '2'];
  const question = (...more: string[]) => inTerminal([...line, ...more], [['(j/N)', 'n\r']]).screen;
  expect(question()).toContain('\u001b[1m');
  expect(question('--no-color')).not.toMatch(/\u001b\[[\d;]*m/);
});

test('what would be taken back is shown, and nothing else is taken back than was agreed to', async () => {
  const { db } = await school();
  const subjects = join(folder(), 'subjects.csv');
  const add = (code: string) => {
    writeFileSync(subjects, `code,name,scale\n${code},Jauns,points\n`);
    return spawnSync('node', [program, '--db', db, 'import-subjects', subjects]).status;
  };
  expect(add('Q1')).toBe(0);
  const before = contents(db);
  const words = ['--db', db, '--lang', 'en', 'undo'];
  const question = 'Take back operation 3 (import-subjects, 1 change)?';
  const refused = inTerminal(words, [[question, 'n\r']]);
  expect(refused.screen).toContain(`1 change: --db ${db} import-subjects ${subjects}`);
  expect(refused.screen).toContain('Nothing was done.');
  expect(refused.status).toBe(0);
  writeFileSync(subjects, 'code,name,scale\nQ2,Cits,points\n');
  const meanwhile = ['--db', db, 'import-subjects', subjects];
  const overtaken = inTerminal(words, [[question, 'y\r', meanwhile]]);
  expect(overtaken.screen).toContain('Meanwhile something else was done; nothing was taken back.');
  expect(overtaken.status).toBe(4);
  expect(inTerminal(words, [['Take back operation 4', 'y\r']]).status).toBe(0);
  expect(contents(db)).toEqual(before);
});

test('what became doubtful of certificates while --issue asked is shown, and asked again', async () => {
  const db = await graduatingSchool();
  const call = (words: string) => run(`ejournal --db ${db} ${words}`);
  await call('blanks add --kind basic --series PA --from 000101 --until 000109');
  await call('print-certificates --grade 9 --prepare');
  const kept = (student: string) =>
    file('decisions.csv', 'register_no,decision', `${student},repeats`);
  await call(`import-decisions ${kept('901')}`);
  const words = ['--db', db, '--lang', 'en', 'print-certificates', '--grade', '9', '--issue'];
  const meanwhile = ['--db', db, 'import-decisions', kept('902')];
  const { screen, status } = inTerminal(words, [
    ['Issue all the same?', 'y\r', meanwhile],
    ['Issue all the same?', 'n\r'],
  ]);
  expect(status).toBe(0);
  expect(screen).toContain('Somebody has changed something meanwhile; nothing was written yet.');
  const [, again = ''] = screen.split('nothing was written yet.');
  expect(again).toContain('(902)');
  expect(ask(db, 'SELECT 1 FROM certificate WHERE issued_on IS NOT NULL')).toEqual([]);
});

test('proposed term marks are entered when they are confirmed, and only then', async () => {
  const { db } = await school({ until: '2015-12-18' as never });
  const before = contents(db);
  const words = ['--db', db, '--lang', 'en', 'term-marks', 'propose', '--term', 'semester1'];
  expect(inTerminal(words, [['(y/N)', '\u0003']]).status).toBe(130);
  expect(inTerminal(words, [['(y/N)', 'n\r']]).status).toBe(0);
  expect(contents(db)).toEqual(before);
  const { status, screen } = inTerminal(words, [['(y/N)', 'y\r']]);
  expect(status).toBe(0);
  const entered = ask<{ n: number }>(db, 'SELECT count(*) AS n FROM term_mark')[0]?.n ?? 0;
  expect(entered).toBeGreaterThan(0);
  expect(screen).toContain(`Entered: ${entered} marks.`);
});

/** 1 October 2015 lies after the last entry of the sample school. */
const thursday = '2015-10-01';

const standing = (db: string) =>
  ask(
    db,
    `SELECT topic, held, absences_checked_at IS NOT NULL AS checked FROM lesson
      WHERE date = '${thursday}' ORDER BY lesson_id`,
  );
const away = (db: string) =>
  ask(
    db,
    `SELECT register_no, mark FROM absence JOIN student USING (student_id)
      WHERE date = '${thursday}' ORDER BY register_no`,
  );

test('record-lesson asks whose lesson, what it was about and who was away, and records it', async () => {
  const { db } = await school();
  const { status, screen } = inTerminal(
    ['--db', db, '--lang', 'en', 'record-lesson'],
    [
      ['Day', `${thursday}\r`],
      ['Whose lessons', '9.z'],
      ['9.z', '\r'],
      ['neither a teacher nor a class', '\u007f\u007f\u007f7a\r'],
      ['not entered yet', '\r'],
      ['Topic', 'Daļas\r'],
      ['Homework', '\r'],
      ['absences now', '\r'],
      ['Who was absent', ' \u001b[B\u001b[B \r'],
      ['Who came late', ' \r'],
    ],
  );
  expect(screen).toContain('Nothing more is owed for it.');
  expect(status).toBe(0);
  expect(standing(db)).toEqual([{ topic: 'Daļas', held: 1, checked: 1 }]);
  expect((away(db) as { mark: string }[]).map(({ mark }) => mark).sort()).toEqual(['k', 'n', 'n']);
});

test('what somebody else entered while record-lesson asked is shown, and the questions come again', async () => {
  const { db, files } = await school();
  const period = periodOf(files, '7.a MAT', 4);
  const down = periodOf(files, '8.a MAT', 4) < period ? '\u001b[B' : '';
  const lesson = ['--date', thursday, '--period', String(period), '--group', '7.a MAT'];
  const entered = ['--topic', 'Cita', '--absent', '1002'];
  const other = ['--db', db, 'record-lesson', ...lesson, ...entered];
  const { status, screen } = inTerminal(
    ['--db', db, '--lang', 'en', 'record-lesson'],
    [
      ['Day', `${thursday}\r`],
      ['Whose lessons', 'MAT1\r'],
      ['7.a MAT', `${down}\r`],
      ['Topic', 'Daļas\r', other],
      ['Homework', '\r'],
      ['absences now', 'n\r'],
      ['Topic', '\r'],
      ['Homework', '\r'],
      ['absences now', 'n\r'],
    ],
  );
  expect(screen).toContain('Somebody else changed the lesson meanwhile. Now: topic “Cita”');
  expect(screen).toContain('absent 1002');
  expect(status).toBe(0);
  expect(standing(db)).toEqual([
    { topic: 'Cita', held: 1, checked: 1 },
    { topic: 'Daļas', held: 1, checked: 0 },
  ]);
  expect(away(db)).toEqual([{ register_no: '1002', mark: 'n' }]);
});

test('a lesson that the timetable does not know is asked for its reason', async () => {
  const { db } = await school();
  const { status, screen } = inTerminal(
    ['--db', db, '--lang', 'en', 'record-lesson'],
    [
      ['Day', '2015-10-03\r'],
      ['Whose lessons', '7.a\r'],
      ['another lesson', '\r'],
      ['Group', '7.a MAT\r'],
      ['Number of the lesson', '2\r'],
      ['Why is it entered all the same', 'olimpiāde\r'],
      ['Topic', 'Uzdevumi\r'],
      ['Homework', '\r'],
      ['absences now', 'n\r'],
    ],
  );
  expect(screen).toContain('2015-10-03 lies on a weekend.');
  expect(status).toBe(0);
  expect(ask(db, "SELECT period, topic, reason FROM lesson WHERE date = '2015-10-03'")).toEqual([
    { period: 2, topic: 'Uzdevumi', reason: 'olimpiāde' },
  ]);
});

test.each([['Whose lessons'], ['Topic'], ['Who was absent']])(
  'Ctrl-C at “%s” leaves the database as it was, with status 130',
  async (at) => {
    const { db } = await school();
    const before = contents(db);
    const steps: [string, string][] = [
      ['Day', `${thursday}\r`],
      ['Whose lessons', '7.a\r'],
      ['not entered yet', '\r'],
      ['Topic', 'Daļas\r'],
      ['Homework', '\r'],
      ['absences now', '\r'],
      ['Who was absent', '\r'],
    ];
    const stop = steps.findIndex(([wait]) => wait === at);
    const { status } = inTerminal(
      ['--db', db, '--lang', 'en', 'record-lesson'],
      [...steps.slice(0, stop), [at, '\u0003']],
    );
    expect(status).toBe(130);
    expect(contents(db)).toEqual(before);
  },
);

test('record-marks goes through the members; Enter skips, and a change is asked for its reason', async () => {
  const { db } = await school();
  const work = ['--group', '7.a MAT', '--work', 'Daļas', '--date', '2015-09-24'];
  const first = inTerminal(
    ['--db', db, '--lang', 'en', 'record-marks', ...work],
    [
      ['What kind of work', '\r'],
      ['Ēvele Ģirts', '8\r'],
      ['Ļaudama Dagnija', '11\r'],
      ['Write 1-10, nv or n.', '\u007f\u007f7\r'],
      ['Medne Šarlote', '\r'],
      ['Ūsiņš Salvis', '\r'],
      ['Zvirbule Kate', '\r'],
      ['Žīgurs Salvis', '\r'],
    ],
  );
  expect(first.screen).toContain('2 marks recorded.');
  expect(first.status).toBe(0);
  const marks = () =>
    ask<{ value: string; reason: string | null }>(
      db,
      "SELECT value, mark.reason FROM mark JOIN assessed_work USING (assessed_work_id) WHERE work = 'Daļas' ORDER BY mark_id",
    );
  expect(marks().map(({ value }) => value)).toEqual(['8', '7']);
  const second = inTerminal(
    ['--db', db, '--lang', 'en', 'record-marks', ...work],
    [
      ['(now 8)', '9\r'],
      ['(now 7)', '\r'],
      ['Medne Šarlote', '\r'],
      ['Ūsiņš Salvis', '\r'],
      ['Zvirbule Kate', '\r'],
      ['Žīgurs Salvis', '\r'],
      ['Why are marks changed', 'kļūda\r'],
    ],
  );
  expect(second.status).toBe(0);
  expect(marks().at(-1)).toEqual({ value: '9', reason: 'kļūda' });
});

test.each([
  [['--kind', 'test', '--retest-of', 'nosuch'], 'has no work “nosuch”'],
  [['--kind', 'quiz'], 'stands as a test'],
  [['--date', '2100-01-01'], '2100'],
])('record-marks refuses what the line says wrongly before it asks (%j)', async (said, told) => {
  const { db } = await school();
  const work = [
    '--db',
    db,
    '--lang',
    'en',
    'record-marks',
    '--group',
    '7.a MAT',
    '--work',
    'Daļas',
  ];
  const day = ['--date', '2015-09-24'];
  expect(spawnSync('node', [program, ...work, ...day, '--kind', 'test', '1001=8']).status).toBe(0);
  const before = contents(db);
  const more = said.includes('--date') ? said : [...day, ...said];
  const { screen, status } = inTerminal([...work, ...more], []);
  expect(screen).toContain(told);
  expect(screen).not.toContain('(now 8)');
  expect(status).not.toBe(0);
  expect(contents(db)).toEqual(before);
});

test('marks of the other scale are asked for again with what was typed, instead of being lost', async () => {
  const { db } = await school();
  const work = [
    '--db',
    db,
    '--lang',
    'en',
    'record-marks',
    '--group',
    '7.a MAT',
    '--work',
    'Daļas',
  ];
  const line = [...work, '--date', '2015-09-24'];
  const [one] = ask<{ register_no: string }>(
    db,
    "SELECT register_no FROM student WHERE last_name = 'Ēvele'",
  );
  const first = [...line, '--kind', 'quiz', `${one?.register_no}=8`];
  expect(spawnSync('node', [program, ...first]).status).toBe(0);
  const skipped = ['Ļaudama', 'Medne', 'Ūsiņš', 'Zvirbule', 'Žīgurs'].map(
    (name): [string, string] => [name, '\r'],
  );
  const { screen, status } = inTerminal(
    [...line, '--scale', 'pass'],
    [
      ['(now 8)', '\r'],
      ['Ļaudama', 'i\r'],
      ...skipped.slice(1),
      ['marks of the other scale already', ''],
      ['(now 8)', 'ni\r'],
      ...skipped,
      ['Why are marks changed', 'citādi\r'],
    ],
  );
  expect(screen).toContain('1 mark recorded, 1 mark changed.');
  expect(status).toBe(0);
});

test('a work of which no mark is typed is not entered, and that is said', async () => {
  const { db } = await school();
  const before = contents(db);
  const line = [
    '--db',
    db,
    '--lang',
    'en',
    'record-marks',
    '--group',
    '7.a MAT',
    '--work',
    'Daļas',
  ];
  const { screen, status } = inTerminal(
    [...line, '--date', '2015-09-24', '--kind', 'test'],
    ['Ēvele', 'Ļaudama', 'Medne', 'Ūsiņš', 'Zvirbule', 'Žīgurs'].map((name) => [name, '\r']),
  );
  expect(screen).toContain('No mark was typed: the work was not entered.');
  expect(status).toBe(0);
  expect(contents(db)).toEqual(before);
});

test('what the line says is not asked for again: it is kept, or offered', async () => {
  const { db } = await school();
  const line = ['--db', db, '--lang', 'en', 'record-lesson', '--date', thursday];
  const { status, screen } = inTerminal(
    [...line, '--topic', 'Daļas', '--absent', '1002'],
    [
      ['Whose lessons', '7.a\r'],
      ['not entered yet', '\r'],
      ['Topic', '\r'],
      ['Homework', '\r'],
      ['Who was absent', '\r'],
      ['Who came late', '\r'],
    ],
  );
  expect(screen).not.toContain('Day');
  expect(screen).not.toContain('absences now');
  expect(status).toBe(0);
  expect(standing(db)).toEqual([{ topic: 'Daļas', held: 1, checked: 1 }]);
  expect(away(db)).toEqual([{ register_no: '1002', mark: 'n' }]);
});

/** A school in which a lesson of MAT1 is entered: 1002 and 1003 were absent, 1004 came late. */
async function enteredLesson() {
  const { db, files } = await school();
  const period = String(periodOf(files, '7.a MAT', 4));
  const line = ['--db', db, '--lang', 'en', 'record-lesson', '--date', thursday];
  const lesson = ['--period', period, '--group', '7.a MAT', '--topic', 'Daļas'];
  const away = ['--homework', '12. lpp.', '--absent', '1002,1003', '--late', '1004'];
  expect(spawnSync('node', [program, ...line, ...lesson, ...away]).status).toBe(0);
  return { db, line: [...line, '--period', period] };
}

/** The last entry for each student of the lesson. */
const awayNow = (db: string) =>
  ask<{ register_no: string; mark: string }>(
    db,
    `SELECT register_no, mark FROM absence JOIN student USING (student_id)
      WHERE absence_id IN (SELECT max(absence_id) FROM absence WHERE date = '${thursday}'
                            GROUP BY student_id, period)
      ORDER BY register_no`,
  ).map(({ register_no, mark }) => `${register_no} ${mark}`);

test.each([
  [
    ['--present', '1002'],
    ['1002 -', '1003 n', '1004 k'],
  ],
  [
    ['--absent', '1005'],
    ['1002 n', '1003 n', '1004 k', '1005 n'],
  ],
  [
    ['--late', '1003'],
    ['1002 n', '1003 k', '1004 k'],
  ],
  [['--nobody-absent'], ['1002 -', '1003 -', '1004 k']],
])(
  'record-lesson %j, asked for the rest, leaves the others as they stand',
  async (said, stands) => {
    const { db, line } = await enteredLesson();
    const { status } = inTerminal(
      [...line, ...said],
      [
        ['Whose lessons', 'MAT1\r'],
        ['Lesson', '\r'],
        ['Topic', '\r'],
        ['Homework', '\r'],
        ['Who was absent', '\r'],
        ['Who came late', '\r'],
      ],
    );
    expect(status).toBe(0);
    expect(awayNow(db)).toEqual(stands);
  },
);

test('record-lesson refuses who is not in the group before it asks for the rest', async () => {
  const { db, line } = await enteredLesson();
  const before = contents(db);
  const steps: [string, string][] = [
    ['Whose lessons', 'MAT1\r'],
    ['Lesson', '\r'],
  ];
  const { status, screen } = inTerminal([...line, '--absent', '9999'], steps);
  expect(screen).toContain('--absent: Student 9999 is not in the group 7.a MAT');
  expect(status).toBe(4);
  expect(contents(db)).toEqual(before);
});

test('what the line takes away, and its reason, are kept by the questions', async () => {
  const { db, line } = await enteredLesson();
  const { status } = inTerminal(
    [...line, '--topic', '', '--homework', '', '--reason', 'kļūda'],
    [
      ['Whose lessons', 'MAT1\r'],
      ['Lesson', '\r'],
      ['Topic', '\r'],
      ['Homework', '\r'],
      ['absences now', 'n\r'],
    ],
  );
  expect(status).toBe(0);
  const last = `SELECT topic, homework, reason FROM lesson WHERE date = '${thursday}'
                 ORDER BY lesson_id DESC LIMIT 1`;
  expect(ask(db, last)).toEqual([{ topic: '', homework: '', reason: 'kļūda' }]);
});

const newcomer = '7.a,Aaa,Jauna,1099,,2002-05-12,S,21011111,,,,2015-09-01,';

/** students.csv without one of them; what somebody else imports meanwhile has further rows. */
function studentsWithout(files: string, registerNo: string) {
  const [header = '', ...rows] = readFileSync(join(files, 'students.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const without = rows.filter((row) => !row.includes(`,${registerNo},`));
  const row = rows.find((one) => one.includes(`,${registerNo},`)) ?? '';
  return { header, row, without: file('without.csv', header, ...without) };
}

test('groups are not made of others than were shown: those are shown and asked for again', async () => {
  const { db, files } = await school();
  const meanwhile = file('add.csv', studentsWithout(files, '1001').header, newcomer);
  const other = ['--db', db, 'import-students', meanwhile, '--on', '2015-09-01'];
  const line = ['--db', db, '--lang', 'en', 'create-groups', '--class', '7.a', '--subject', 'MAT'];
  const { status, screen } = inTerminal(
    [...line, '--split', '2'],
    [
      ['Make 2 groups with 6 students?', 'y\r', other],
      ['Make 2 groups with 7 students?', 'n\r'],
    ],
  );
  expect(screen).toContain('Somebody has changed something meanwhile; nothing was written yet.');
  expect(screen.slice(screen.indexOf('meanwhile'))).toContain('1099');
  expect(status).toBe(0);
  expect(ask(db, "SELECT name FROM teaching_group WHERE name LIKE '7.a MAT _'")).toEqual([]);
});

test('nobody is withdrawn whom the question did not show', async () => {
  const { db, files } = await school();
  const { header, row, without } = studentsWithout(files, '1002');
  const left = row.replace(/,[^,]*$/, ',2015-10-30');
  const meanwhile = file('changed.csv', header, left, newcomer);
  const other = ['--db', db, 'import-students', meanwhile, '--on', '2015-09-01'];
  const line = ['--db', db, '--lang', 'en', 'import-students', without, '--withdraw-missing'];
  const { status, screen } = inTerminal(
    [...line, '--on', '2015-10-31', '--missing', '1'],
    [
      ['Withdraw them?', 'y\r', other],
      ['Withdraw them?', 'n\r'],
    ],
  );
  const [before = '', after = ''] = screen.split('Somebody has changed something meanwhile');
  expect(before).toContain('1002');
  expect(after).toContain('1099');
  expect(after).not.toContain('1002');
  expect(status).toBe(0);
  const leftOn = (number: string) =>
    ask(db, `SELECT left_on FROM student WHERE register_no = '${number}'`);
  expect(leftOn('1002')).toEqual([{ left_on: '2015-10-30' }]);
  expect(leftOn('1099')).toEqual([{ left_on: null }]);
});
