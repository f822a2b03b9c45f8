import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { compareLatvian, foldLatvian } from '../../src/rules/latvian-order.js';
import { run } from '../support/run.js';
import { ask, contents, file, school } from '../support/school.js';
import { inTerminal, keys, type Step } from '../support/terminal.js';

const { down, enter, space, interrupt } = keys;

/** A school in which 1001 of 7.a missed four lessons of a day and two of the next, 1007 of 8.a one. */
async function missed() {
  const { db } = await school({ until: '2015-09-01' as never });
  const rows = [1, 2, 3, 4].map((period) => `2015-09-14,${period},1001`);
  rows.push('2015-09-15,1,1001', '2015-09-15,2,1001', '2015-09-14,1,1007');
  const path = file('absences.csv', 'date,period,register_no', ...rows);
  await run(`ejournal --db ${db} import-absences ${path}`);
  return db;
}

const words = (db: string, ...more: string[]) => ['--db', db, '--lang', 'en', 'justify', ...more];

/** Chooses lessons 1 and 2 of the first day, the reason `doctor`, and a document. */
const untilConfirmed: Step[] = [
  ['Missed lessons', `${space}${down}${space}${enter}`],
  ['Decision', enter],
  ['Reason', `${down}${enter}`],
  ['Reference of the note', `Ārsta zīme 7${enter}`],
];

const justifications = (db: string) =>
  ask(
    db,
    `SELECT "from", until, first_period, last_period, status, reason, document
       FROM justification WHERE "from" = '2015-09-14' OR "from" = '2015-09-15'`,
  );

test('class, student, lessons and reason are asked, and what was chosen becomes the fewest spans', async () => {
  const db = await missed();
  const { screen, status } = inTerminal(words(db), [
    ['Class', enter],
    ...untilConfirmed,
    ['Record 2 lessons in 1 span?', `y${enter}`],
  ]);
  expect(status).toBe(0);
  expect(screen).toContain('7.a   6 lessons');
  expect(screen).toContain('8.a   1 lesson');
  expect(screen).toMatch(/Mon 2015-09-14 +lesson +1 /);
  expect(screen).toContain('before: 2 undecided');
  expect(justifications(db)).toEqual([
    {
      from: '2015-09-14',
      until: null,
      first_period: 1,
      last_period: 2,
      status: 'justified',
      reason: 'doctor',
      document: 'Ārsta zīme 7',
    },
  ]);
});

test('a student of a long list is found by typing, without the marks of the letters', async () => {
  const db = await missed();
  const rows = ['2015-09-14,1,1002', '2015-09-14,1,1003'];
  await run(
    `ejournal --db ${db} import-absences ${file('a.csv', 'date,period,register_no', ...rows)}`,
  );
  const students = ask<{ register_no: string; name: string }>(
    db,
    "SELECT register_no, last_name || ' ' || first_name AS name FROM student WHERE register_no < '1004'",
  ).sort((a, b) => compareLatvian(a.name, b.name));
  const { register_no, name } = students.filter((one) => one.register_no !== '1001').at(-1) ?? {
    register_no: '',
    name: '',
  };
  expect(students[0]?.name).not.toBe(name);
  const { status } = inTerminal(words(db, '--class', '7.a', '--reason', 'other'), [
    ['Student', foldLatvian(name)],
    [`❯ ${name} (${register_no})`, enter],
    ['Missed lessons', `a${enter}`],
    ['Record 1 lesson in 1 span?', `y${enter}`],
  ]);
  expect(status).toBe(0);
  expect(
    ask(
      db,
      `SELECT register_no FROM justification JOIN student USING (student_id)
        WHERE "from" = '2015-09-14'`,
    ),
  ).toEqual([{ register_no }]);
});

test('a no, or Ctrl-C in the middle, leaves the database as it was', async () => {
  const db = await missed();
  const before = contents(db);
  const given = words(db, '--student', '1001');
  expect(inTerminal(given, [...untilConfirmed, ['Record 2 lessons', `n${enter}`]]).status).toBe(0);
  expect(inTerminal(given, [['Missed lessons', interrupt]]).status).toBe(130);
  const last: Step = ['Record 2 lessons', interrupt];
  expect(inTerminal(given, [...untilConfirmed, last]).status).toBe(130);
  expect(contents(db)).toEqual(before);
});

test('nobody is kept from writing while a question waits, and what they decided is shown first', async () => {
  const db = await missed();
  const others = ['--student', '1001', '--from', '2015-09-14', '--status', 'unjustified'];
  const meanwhile = [...words(db), ...others, '--reason', 'other', '--wait', '1'];
  const { screen, status } = inTerminal(words(db, '--student', '1001'), [
    ['Missed lessons', `${space}${down}${space}${enter}`],
    ['Decision', enter, meanwhile],
    ['Reason', `${down}${enter}`],
    ['Reference of the note', enter],
    ['Record 2 lessons', `n${enter}`],
  ]);
  expect(status).toBe(0);
  expect(screen).toContain('2015-09-14, lesson 1: somebody has decided meanwhile: unjustified.');
  expect(justifications(db)).toMatchObject([{ status: 'unjustified' }]);
});

test('what changes while the last question waits is not overwritten unseen', async () => {
  const db = await missed();
  const present = file('p.csv', 'date,period,register_no,mark', '2015-09-14,2,1001,-');
  const meanwhile = ['--db', db, 'import-absences', present];
  const { screen, status } = inTerminal(words(db, '--student', '1001'), [
    ...untilConfirmed,
    ['Record 2 lessons in 1 span?', `y${enter}`, meanwhile],
    ['Record 1 lesson in 1 span?', `y${enter}`],
  ]);
  expect(status).toBe(0);
  expect(screen).toContain('Somebody has changed something meanwhile; nothing was written yet.');
  expect(screen).toContain('2015-09-14, lesson 2: present after all, as was entered meanwhile.');
  expect(justifications(db)).toHaveLength(1);
});

test('what the line says of the decision is offered where the rest is asked', async () => {
  const db = await missed();
  const said = ['--student', '1001', '--status', 'unjustified', '--document', 'Zīme 9'];
  const { status } = inTerminal(words(db, ...said), [
    ['Missed lessons', `${space}${enter}`],
    ['Decision', enter],
    ['Reason', enter],
    ['Reference of the note', enter],
    ['Record 1 lesson', `y${enter}`],
  ]);
  expect(status).toBe(0);
  expect(justifications(db)).toMatchObject([{ status: 'unjustified', document: 'Zīme 9' }]);
});

test.each([
  [['--student', '1001', '--until', '2015-09-14']],
  [['--student', '1001', '--last-period', '2']],
  [['--group', '7.a LV']],
])('a span that is said in part (%j) is not chosen from a list', async (said) => {
  const db = await missed();
  const { screen, status } = inTerminal(words(db, ...said, '--reason', 'illness'), []);
  expect(screen).toContain('The option --from is needed.');
  expect(status).toBe(2);
  expect(justifications(db)).toEqual([]);
});

test('without a terminal nobody is asked, and the option is named', async () => {
  const db = await missed();
  const { status, stderr } = spawnSync('node', ['bin/ejournal.js', ...words(db)], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('--from');
});

test('in Latvian no word of the questions is English, and j and n answer them', async () => {
  const db = await missed();
  const rows = ['2015-09-14,1,1002', '2015-09-14,1,1003'];
  await run(
    `ejournal --db ${db} import-absences ${file('a.csv', 'date,period,register_no', ...rows)}`,
  );
  const line = ['--db', db, '--lang', 'lv', 'justify'];
  const steps = (answer: string): Step[] => [
    ['Klase', enter],
    ['Skolēns', 'xyz'],
    ['Nekas tā nesaucas.', '\u007f\u007f\u007f'],
    ['❯', enter],
    ['Kavētās stundas', enter],
    ['Izvēlieties vismaz vienu.', `${space}${enter}`],
    ['Lēmums', enter],
    ['Iemesls', enter],
    ['Zīmes numurs', enter],
    ['(j/N)', `x${enter}`],
    ['Atbildiet ar j vai n.', `\u007f${answer}${enter}`],
  ];
  const { screen, status } = inTerminal(line, steps('n'));
  expect(status).toBe(0);
  expect(screen).toContain('atstarpe izvēlēties');
  expect(screen).not.toMatch(
    /navigate|select|submit|invert|space|No results|\(y\/N\)|Yes|You must|Type/,
  );
  const agreed = inTerminal(line, steps('j'));
  expect(agreed.status).toBe(0);
  expect(agreed.screen).toContain('Jā');
});
