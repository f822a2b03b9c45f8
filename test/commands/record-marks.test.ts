import { describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { ask, contents, file, school } from '../support/school.js';

const clock = () => new Date('2015-09-25T16:00:00Z');
const group = '"7.a MAT"';

const line = (db: string, words: string) =>
  `ejournal --db ${db} --lang en record-marks --group ${group} ${words.includes('--date') ? '' : '--date 2015-09-24'} --work "Daļas" ${words}`;

const marksOf = (db: string) =>
  ask(
    db,
    `SELECT register_no, mark.kind, value, reason
       FROM assessed_work JOIN mark USING (assessed_work_id) JOIN student USING (student_id)
      WHERE work = 'Daļas' ORDER BY mark_id`,
  );

test('a new work needs its kind, and is made by its first mark', async () => {
  const { db } = await school();
  const unknown = await run(line(db, '1001=8'), { clock });
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('7.a MAT has no work “Daļas” on 2015-09-24.');
  const made = await run(line(db, '--kind test 1001=8 1002=NV --columns register_no,value'), {
    clock,
  });
  expect(made.status).toBe(0);
  // Ēvele, Ļaudama, Medne, Ūsiņš, Zvirbule, Žīgurs
  expect(made.stdout).toBe('register_no,value\n1005,\n1004,\n1002,nv\n1001,8\n1006,\n1003,\n');
  expect(made.stderr).toContain('2 marks recorded.');
  expect(marksOf(db)).toEqual([
    { register_no: '1001', kind: 'test', value: '8', reason: null },
    { register_no: '1002', kind: 'test', value: 'nv', reason: null },
  ]);
  const more = await run(line(db, '1003=n'), { clock });
  expect(more.status).toBe(0);
  expect(marksOf(db).at(-1)).toMatchObject({ register_no: '1003', kind: 'test' });
});

test('a test names who is still without a mark, but not those who were away from all its lessons', async () => {
  const { db } = await school();
  await run(`ejournal --db ${db} record-absence --date 2015-09-24 --student 1004,1005 --all-day`, {
    clock,
  });
  await run(
    `ejournal --db ${db} record-absence --date 2015-09-24 --student 1005 --all-day --mark -`,
    {
      clock: () => new Date('2015-09-25T17:00:00Z'),
    },
  );
  const { stderr } = await run(line(db, '--kind test 1001=8 1002=6 1003=4'), {
    clock: () => new Date('2015-09-25T18:00:00Z'),
  });
  const away = ask<{ register_no: string }>(
    db,
    `SELECT DISTINCT register_no FROM absence JOIN student USING (student_id)
      WHERE date = '2015-09-24' AND register_no = '1006'`,
  );
  const without = away.length > 0 ? '1005' : '1005, 1006';
  expect(stderr).toBe(`3 marks recorded.\nStill without a mark: ${without} (clause 4.2).\n`);
});

test('an announced work is there without marks; its scale decides which values fit', async () => {
  const { db } = await school();
  const announced = await run(line(db, '--kind quiz --scale pass --announce --columns scale'), {
    clock,
  });
  expect(announced.stdout).toBe(`scale\n${'pass\n'.repeat(6)}`);
  expect(announced.stderr).toBe('The work is announced.\n');
  expect((await run(line(db, '--kind quiz --scale pass --announce'), { clock })).stderr).toBe(
    'Nothing to change: the marks are so already.\n',
  );
  const wrong = await run(line(db, '1001=8'), { clock });
  expect(wrong.status).toBe(4);
  expect(wrong.stderr).toContain('8 (1001) cannot stand in a work that is passed or failed.');
  const passed = await run(line(db, '1001=i 1002=ni 1003=nv 1004=n'), { clock });
  expect(passed.status).toBe(0);
  const other = await run(line(db, '--scale points 1005=9'), { clock });
  expect(other.stderr).toContain('The work has marks of the other scale already: i (1001).');
  const all = await run(line(db, '--scale points 1001=7 1002=3 --reason "ballēs"'), { clock });
  expect(all.status).toBe(0);
});

test('the scale of the subject holds where none is announced', async () => {
  const { db } = await school();
  const klass = line(db, '--kind homework 1001=8').replace(group, '"7.a KLS"');
  expect((await run(klass, { clock })).stderr).toContain('passed or failed');
  const points = await run(line(db, '--kind homework 1001=i'), { clock });
  expect(points.stderr).toContain('i (1001) cannot stand in a work in points.');
});

test('a mark is changed only with a reason and keeps its history; nv and n are no marks yet', async () => {
  const { db } = await school();
  await run(line(db, '--kind test 1001=5 1002=nv 1003=n'), { clock });
  const refused = await run(line(db, '1001=6'), { clock });
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('Student 1001 has a mark already: 5, not 6.');
  const later = () => new Date('2015-09-26T08:00:00Z');
  expect((await run(line(db, '1002=4 1003=7'), { clock: later })).status).toBe(0);
  const changed = await run(
    line(db, '1001=6 1004=9 --reason "kļūda" --columns register_no,value,before,reason'),
    { clock: later },
  );
  expect(changed.stdout.split('\n')).toEqual(
    expect.arrayContaining(['1001,6,5,kļūda', '1002,4,4,', '1003,7,7,', '1004,9,,']),
  );
  expect(changed.stderr).toContain('1 mark recorded, 1 mark changed.');
  expect(marksOf(db).filter((mark) => JSON.stringify(mark).includes('1001'))).toEqual([
    { register_no: '1001', kind: 'test', value: '5', reason: null },
    { register_no: '1001', kind: 'test', value: '6', reason: 'kļūda' },
  ]);
  expect((await run(line(db, '1001=6'), { clock: later })).stderr).toContain('Nothing to change');
});

test('a retest is linked to its work, and the first mark stays visible', async () => {
  const { db } = await school();
  await run(line(db, '--kind test 1001=3 1002=8'), { clock });
  const retest = line(
    db,
    '--kind test --retest-of "Daļas" 1001=7 --columns register_no,value,first',
  )
    .replace('2015-09-24', '2015-09-25')
    .replace('--work "Daļas"', '--work "Daļas (atkārtoti)"');
  const { stdout, stderr } = await run(retest, { clock });
  expect(stdout.split('\n')).toEqual(expect.arrayContaining(['1001,7,3', '1002,,8']));
  expect(stderr).toBe('The work is announced.\n1 mark recorded.\n');
  const unknown = await run(retest.replace('--retest-of "Daļas"', '--retest-of "Nav"'), { clock });
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('7.a MAT has no work “Nav” up to that day');
  const itself = retest.replace('--retest-of "Daļas"', '--retest-of "Daļas (atkārtoti)"');
  expect((await run(itself, { clock })).status).toBe(2);
});

describe('what cannot be is refused, and nothing is written', () => {
  test.each([
    ['--kind test 9999=8', 4, 'Student 9999 is not in the group 7.a MAT on 2015-09-24.'],
    ['--kind test 1001=11', 4, '“11” (1001) is no mark.'],
    ['--kind test 1001=i', 4, 'i (1001) cannot stand in a work in points.'],
    ['--kind test 1001', 2, 'Write: ejournal record-marks --group GROUP'],
    ['--kind test 1001=8 1001=9', 4, 'Student 1001 would have several marks: 8, 9.'],
    ['--kind test', 2, '1001=8, --announce'],
    ['--kind test --date 2015-10-12 1001=8', 4, 'has not been written yet'],
  ])('%s', async (words, status, because) => {
    const { db } = await school();
    const before = contents(db);
    const refused = await run(line(db, words), { clock });
    expect(refused.stderr).toContain(because);
    expect(refused.stderr).not.toContain('--marks');
    expect(refused.status).toBe(status);
    expect(contents(db)).toEqual(before);
  });

  test('somebody who came to the group later', async () => {
    const { db } = await school();
    await run(
      `ejournal --db ${db} import-movements ${file('m.csv', 'register_no,date,kind,class', '1003,2015-09-25,joined,7.a')}`,
    );
    expect((await run(line(db, '--kind test 1003=8'), { clock })).status).toBe(4);
    const next = line(db, '--kind test 1003=8').replace('2015-09-24', '2015-09-25');
    expect((await run(next, { clock })).status).toBe(0);
  });
});

test('a test whose marks are owed loses its deadline only by --force and a reason, which is kept', async () => {
  const { db } = await school();
  await run(line(db, '--kind test --announce'), { clock });
  const overdue = async () => {
    const line = `ejournal --db ${db} overdue --clause 4.2.2 --as-of 2015-10-20 --columns work`;
    return (await run(line, { clock })).stdout.includes('Daļas');
  };
  expect(await overdue()).toBe(true);
  const before = contents(db);
  const changed = await run(line(db, '--kind homework --announce'), { clock });
  expect(changed.status).toBe(4);
  expect(changed.stderr).toContain('--kind: “Daļas” stands as a test;');
  const silent = await run(line(db, '--kind homework 1001=8 --reason "mājas darbs"'), { clock });
  expect(silent.status).toBe(4);
  expect((await run(line(db, '--kind homework --announce --force'), { clock })).status).toBe(2);
  expect(contents(db)).toEqual(before);
  const forced = '--kind homework --announce --force --reason "pieteikts kļūdaini"';
  expect((await run(line(db, forced), { clock })).status).toBe(0);
  expect(await overdue()).toBe(false);
  expect(
    ask(
      db,
      'SELECT kind, reason FROM work_announcement ORDER BY work_announcement_id DESC LIMIT 1',
    ),
  ).toEqual([{ kind: 'homework', reason: 'pieteikts kļūdaini' }]);
});

test('two works of a day are not retests of each other', async () => {
  const { db } = await school();
  const work = (title: string, words: string) =>
    run(
      `ejournal --db ${db} --lang en record-marks --group ${group} --date 2015-09-24 --work ${title} --kind test --announce ${words}`,
      { clock },
    );
  expect((await work('A', '')).status).toBe(0);
  expect((await work('B', '--retest-of A')).status).toBe(0);
  const back = await work('A', '--retest-of B --force --reason nav');
  expect(back.status).toBe(2);
  expect(back.stderr).toContain(
    '7.a MAT has no work “B” up to that day that could be written again.',
  );
});

test('--diff of an entry holds it against what stands, in the columns of the files', async () => {
  const { db } = await school();
  const columns = '--diff --format csv';
  const fields = (text: string) => text.replaceAll(/^[^,\n]*,[^,\n]*,[^,\n]*,/gm, '');
  const later = { clock: () => new Date('2015-09-25T17:00:00Z') };
  const made = await run(line(db, `--kind test 1001=8 ${columns}`), { clock });
  expect(fields(made.stdout)).toBe(
    `column,before,after\ngroup,,7.a MAT\ndate,,2015-09-24\nwork,,Daļas\nregister_no,,1001\nkind,,test\nvalue,,8\nrecorded_at,,2015-09-25T16:00:00Z\n`,
  );
  await run(line(db, '--kind test 1001=8'), { clock });
  const changed = await run(line(db, `1001=9 --reason kļūda ${columns}`), later);
  expect(fields(changed.stdout).split('\n').sort()).toEqual([
    '',
    'column,before,after',
    'reason,,kļūda',
    'recorded_at,2015-09-25T16:00:00Z,2015-09-25T17:00:00Z',
    'value,8,9',
  ]);

  const lesson = (words: string) =>
    `ejournal --db ${db} --lang en record-lesson --group ${group} --date 2015-09-24 ${words}`;
  await run(lesson('--topic Daļas --homework "5. lpp." --absent 1001'), { clock });
  const taken = await run(lesson(`--topic Procenti --homework "" --late 1001 ${columns}`), later);
  expect(taken.stdout).toContain('topic,Daļas,Procenti\n');
  expect(taken.stdout).toContain('homework,5. lpp.,\n');
  expect(taken.stdout).toContain('mark,n,k\n');
  expect(taken.stdout).not.toMatch(/teaching_group|student|staff|absences_checked/);
  const cancelled = `ejournal --db ${db} cancel-lesson --group ${group} --date 2015-09-24 --reason slimība ${columns}`;
  expect((await run(cancelled, later)).stdout).toContain('held,yes,no\n');
});
