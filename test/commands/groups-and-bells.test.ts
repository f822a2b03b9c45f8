import { appendFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { file, folder, school } from '../support/school.js';

async function asked(wishes: Parameters<typeof school>[0] = {}) {
  const { db } = await school(wishes);
  return async (words: string) => {
    const ran = await run(`ejournal --db ${db} --lang en ${words}`);
    return { ...ran, lines: ran.stdout.trim().split('\n').slice(1) };
  };
}

test.each([
  ['bells set std 1 08:75-09:10', '08:75-09:10'],
  ['bells set std 1 08:30-09:99', '08:30-09:99'],
  ['bells set std 1 08:30-09:10 --weekdays foo', '“foo” are no weekdays'],
  ['bells set std 1 08:30-09:10 --weekdays 0-9', '“0-9” are no weekdays'],
  ['bells set std 1 08:30-09:10 --from 2016-01-01 --until 2015-10-01', '2015-10-01'],
  ['bells copy regular long --lesson 180', '-2'],
  ['bells assign regular --weekdays 8', '“8” are no weekdays'],
])('a bell that never rings is refused: %s', async (words, told) => {
  const ask = await asked();
  const before = await ask('bells');
  const { status, stderr } = await ask(words);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(told) });
  expect(await ask('bells')).toEqual(before);
});

test('bells that overlap those that are there already are refused, whichever begins first', async () => {
  const ask = await asked();
  await ask('bells set std 2 09:00-09:40 --weekdays 6');
  const refusal = async (row: string) =>
    (await ask(`bells import ${file('bells.csv', 'schedule,period,starts,ends,weekdays', row)}`))
      .stdout;
  const own = 'This lesson overlaps lesson 2.';
  expect(await refusal('std,1,08:30,09:10,6')).toContain(`bells.csv,2,ends,09:10,${own}`);
  expect(await refusal('std,3,09:30,10:10,6')).toContain(`bells.csv,2,starts,09:30,${own}`);
  expect((await ask('bells')).stdout).not.toMatch(/^std,[13],/m);
});

test('a schedule with other times on other days is not joined', async () => {
  const ask = await asked();
  await ask('bells set std 1 09:00-09:40 --weekdays 1-4');
  const rows = file('bells.csv', 'schedule,period,starts,ends,weekdays', 'std,1,10:00,10:40,5');
  await ask(`bells import ${rows}`);
  const before = await ask('bells');
  for (const words of ['assign std --weekdays 1-5', 'copy std short --lesson 30']) {
    const { status, stderr } = await ask(`bells ${words}`);
    expect({ status, stderr }).toEqual({
      status: 4,
      stderr: expect.stringContaining('ring twice'),
    });
  }
  expect((await ask('bells assign std --on 2030-01-01')).stderr).toContain('2015/2016');
  expect(await ask('bells')).toEqual(before);
});

test('bells that are named for a worked Saturday ring after an export too', async () => {
  const { db } = await school();
  const ask = (of: string, words: string) => run(`ejournal --db ${of} --lang en ${words}`);
  await ask(db, 'bells set long 1 08:30-09:30');
  const worked = file('c.csv', 'from,kind,replaces,schedule', '2015-10-10,working_day,1,regular');
  expect((await ask(db, `import-calendar ${worked}`)).stderr).toBe('');
  await ask(db, 'bells assign long --on 2015-10-10');
  const days = (await ask(db, 'export calendar')).stdout.split('\n');
  expect(days.filter((row) => row.startsWith('2015-10-10'))).toEqual([
    '2015-10-10,,working_day,,1,long,',
  ]);
});

test('a schedule that no bells have, and a lesson that never rings, are told', async () => {
  const { db, files } = await school();
  const days = file('c.csv', 'from,kind,schedule', '2015-10-09,bells,shrot');
  const alone = await run(`ejournal --db ${db} --lang en import-calendar ${days}`);
  expect(alone).toMatchObject({ status: 0, stderr: expect.stringContaining('schedule “shrot”') });
  const slots = file('t.csv', 'group,weekday,period', '7.a MAT,3,15');
  const never = await run(`ejournal --db ${db} --lang en import-timetable ${slots}`);
  expect(never).toMatchObject({ status: 0, stderr: expect.stringContaining('never expected') });
  appendFileSync(join(files, 'calendar.csv'), '2015-10-09,,bells,,,shrot,\n');
  const checked = await run(`ejournal --db ${db} setup ${files} --check --columns column,value`);
  expect(checked).toMatchObject({ status: 4, stdout: 'column,value\nschedule,shrot\n' });
});

test('the weekdays of a bell are written in one way', async () => {
  const ask = await asked();
  const set = await ask('bells set std 1 08:30-09:10 --weekdays 3,1-2');
  expect(set.lines).toContain('std,1,08:30,09:10,1-3,,');
});

test('what should be looked at of bells is told however they were set', async () => {
  const ask = await asked();
  const told = async (words: string) => (await ask(`bells ${words}`)).stderr;
  await ask('bells set std 1 08:30-09:10 --weekdays 6');
  expect(await told('set std 9 19:00-19:40')).toContain('std 9: Between lesson 1 and this one');
  await ask('bells copy std brief --lesson 30');
  expect(await told('assign brief --weekdays 6')).toContain(
    'On the same days this lesson begins at 08:30 by the schedule std.',
  );
  expect((await ask('bells show brief')).lines.map((line) => line.split(',')[0])).toEqual([
    'brief',
    'brief',
  ]);
  expect(await told('show nowhere')).toContain('There is no bell schedule nowhere.');
  const again = await ask('bells copy std brief --lesson 20');
  expect(again).toMatchObject({
    status: 4,
    stderr: expect.stringContaining('There is a schedule brief already.'),
  });
  expect(await told('assign std --on 2015-11-18')).toBe(
    'By the calendar there are no lessons on 2015-11-18: nothing rings as long as that is so.\n' +
      'Recorded: these are the bells now.\nOn 2015-11-18 the schedule std rings.\n',
  );
  expect(await told('assign std --on 2015-10-09')).not.toContain('nothing rings');
});

test('a class is divided into groups that differ by one student at most, and none is empty', async () => {
  const ask = await asked({ size: 9, grades: [7, 7] });
  const sizes = async (parts: number) => {
    const { lines } = await ask(
      `create-groups --class 7.a --subject EN --split ${parts} --by alphabet --teacher EN1 --yes --columns group`,
    );
    return [...new Set(lines)].map((name) => lines.filter((line) => line === name).length);
  };
  expect(await sizes(4)).toEqual([3, 2, 2, 2]);
  expect(await sizes(2)).toEqual([5, 4]);
});

test('a class is not divided into more groups than it has students', async () => {
  const ask = await asked({ size: 3, grades: [7, 7] });
  const many = await ask('create-groups --class 7.a --subject EN --split 4 --teacher EN1 --yes');
  expect(many).toMatchObject({ status: 2, stderr: expect.stringContaining('3 students') });
});

test('girls and boys are divided only where it is known who is who, each with their own teacher', async () => {
  const ask = await asked({ grades: [7, 7] });
  const header = 'class,last_name,first_name,register_no,birth_date,sex';
  const divide =
    'create-groups --class 7.b --subject SPO --split 2 --by sex --teacher EN1,MAT1 --yes --columns group';
  await ask(`import-students ${file('s.csv', header, '7.b,A,A,8001,2002-01-01,')}`);
  expect(await ask(divide)).toMatchObject({ status: 2, stderr: expect.stringContaining('8001') });
  await ask(`import-students ${file('s.csv', header, '7.b,,,8001,,V')}`);
  expect((await ask(divide)).lines).toEqual(['7.b SPO V']);
  expect((await ask('export groups --group "7.b SPO V"')).lines[0]).toContain(',MAT1,');
});

test('a group that is filled anew has its members for the whole year', async () => {
  const ask = await asked({ grades: [7, 7] });
  const make = 'create-groups --class 7.a --subject EN --split 2 --by alphabet --teacher EN1 --yes';
  await ask(make);
  const header = 'group,register_no,from,until';
  const first = (await ask('export group-members --group "7.a EN 1"')).lines;
  const [, student = ''] = (first[0] ?? '').split(',');
  const ended = [`7.a EN 1,${student},,2015-10-31`, `7.a EN 1,${student},2015-11-10,2015-12-01`];
  await ask(`create-groups ${file('group-members.csv', header, ...ended)}`);
  await ask(make);
  expect((await ask('export group-members --group "7.a EN 1"')).lines).toEqual(first);
});

test('a group that has lessons changes its members from a day on, and keeps who was in it', async () => {
  const ask = await asked({ size: 6, grades: [7, 7], until: '2015-09-30' as never });
  const members = async (group: string) =>
    (await ask(`export group-members --group "${group}"`)).lines.map((line) =>
      line.slice(line.indexOf(',') + 1),
    );
  const make = 'create-groups --class 7.a --subject EN --split 2 --by';
  await ask(`${make} alphabet --teacher EN1`);
  const lesson = file('lessons.csv', 'date,period,group,topic', '2015-09-02,9,7.a EN 1,Hello');
  await ask(`import-lessons ${lesson}`);
  const teachers = (await ask('export groups --group "7.a EN 1"')).lines;
  const before = [await members('7.a EN 1'), await members('7.a EN 2')];
  expect(before.flat()).toHaveLength(6);
  expect(await ask(`${make} alphabet`)).toMatchObject({ status: 0 });
  const refused = await ask(`${make} alternate`);
  expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('--from') });
  expect([await members('7.a EN 1'), await members('7.a EN 2')]).toEqual(before);

  const changed = await ask(`${make} alternate --from 2015-10-01 --columns group,register_no`);
  expect(changed.status).toBe(0);
  for (const [at, group] of ['7.a EN 1', '7.a EN 2'].entries()) {
    const old = (before[at] ?? []).map((line) => line.split(',')[0]);
    const now = changed.lines
      .filter((line) => line.startsWith(`${group},`))
      .map((line) => line.split(',')[1]);
    const expected = [
      ...old.map((student) => `${student},,${now.includes(student) ? '' : '2015-09-30'}`),
      ...now.filter((student) => !old.includes(student)).map((student) => `${student},2015-10-01,`),
    ];
    expect(await members(group)).toEqual(expected.sort());
  }
  expect((await ask('export groups --group "7.a EN 1"')).lines).toEqual(teachers);
  const again = await ask(`${make} alternate --from 2015-10-01 --diff`);
  expect(again.lines).toEqual([]);
});

test('who changed class and is still on the lists of the old one is among what the journals lack', async () => {
  const ask = await asked({ parallel: 2 });
  for (const name of ['7.a', '7.b'])
    await ask(`create-groups --class ${name} --subject EN --split 2 --by alphabet --teacher EN1`);
  const gaps = async () => (await ask('create-journals --missing')).lines;
  expect(await gaps()).toEqual([]);
  const moved = file('s.csv', 'class,register_no,last_name,first_name', '7.b,1001,,');
  expect((await ask(`import-students ${moved} --on 2015-09-14`)).status).toBe(0);
  // Sport is divided in the sample school as well; a second language has groups of both classes.
  const lists = (await ask('export group-members')).lines
    .filter((line) => line.includes(',1001,') && line.startsWith('7.a '))
    .map((line) => line.split(',')[0] ?? '');
  const subjectOf = (group: string) => group.split(' ')[1] ?? '';
  expect(lists.map(subjectOf)).toEqual(['EN', 'SPO']);
  expect(await gaps()).toEqual([
    ...lists.map((group) => `no_group,7.b,${subjectOf(group)},,1001`),
    ...lists.map((group) => `other_class,7.b,${subjectOf(group)},${group},1001`),
  ]);
  const moves = lists.flatMap((group) => [
    `${group},1001,,2015-09-13`,
    `${group === lists[0] ? '7.b EN 1' : group.replace('7.a', '7.b')},1001,2015-09-14,`,
  ]);
  await ask(`create-groups ${file('group-members.csv', 'group,register_no,from,until', ...moves)}`);
  expect(await gaps()).toEqual([]);
});

test('a combined group is of several classes, and no journal of a class is made a list', async () => {
  const ask = await asked();
  for (const classes of ['7.a', '7.a,7.a'])
    expect(await ask(`create-groups --combine ${classes} --subject MAT`)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('several classes'),
    });
});

test('an output that is a folder is said to be one, and nothing is left beside it', async () => {
  const ask = await asked();
  const out = folder();
  mkdirSync(join(out, 'inside'));
  const { status, stderr } = await ask(`status --output ${join(out, 'inside')} --yes`);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('is a folder') });
  expect(readdirSync(out)).toEqual(['inside']);
});

test.each([
  [
    'create-groups --class 7.a --subject MAT --split 2',
    'There are now 2 groups with 6 students.\n',
  ],
  ['create-groups --combine 7.a,8.a --subject MAT', 'There is now 1 group with 12 students.\n'],
  ['bells set std 1 08:30-09:10 --weekdays 6', 'Recorded: these are the bells now.\n'],
  ['settings set lesson_due_time 20:00', 'The setting lesson_due_time is 20:00 now.\n'],
])('%s says what it did, and only tried that it was taken back', async (words, done) => {
  const ask = await asked();
  const tried = await ask(`${words} --dry-run`);
  expect(tried.stderr).toContain('Only tried: everything was taken back.\n');
  expect(tried.stderr).not.toContain(done);
  expect((await ask(words)).stderr).toContain(done);
});

test.each([
  ['documents', 'No papers.\n'],
  ['documents --period 2015-10', 'No papers.\n'],
  ['blanks', 'No blanks.\n'],
  ['blanks --each', 'No blanks.\n'],
  ['exam-certificates', 'No exam certificates.\n'],
])('%s says that there are none', async (words, none) => {
  const ask = await asked();
  expect(await ask(words)).toMatchObject({ status: 0, lines: [], stderr: none });
});

test('one of a thing is one', async () => {
  const ask = await asked({ size: 1, grades: [7, 7] });
  const halved = await ask('create-groups --class 7.a --subject MAT --split 2');
  expect(halved.stderr).toContain('1 student cannot be divided into 2 groups.');
  const ragged = await ask(`import-subjects ${file('q.csv', 'code,name,scale', 'AB')}`);
  expect(ragged.stdout).toContain('The row has 1 cell, the header 3.');
  expect((await ask('personal-files')).stderr).toMatch(/^[01] of 1 personal file is complete\.$/m);
});
