import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { contents, emptySchool, file, sampleFiles, school } from '../support/school.js';

/** Set-up and import commands, some of which change what others entered. */
const steps = [
  (files: string) => `setup ${files}`,
  (files: string) => `import-students ${files}/students.csv`,
  (files: string) => `import-subjects ${files}/subjects.csv`,
  (files: string) => `import-marks ${files}/marks.csv`,
  () =>
    `import-students ${file('a.csv', 'class,last_name,first_name,register_no,phone', '7.b,Nr,Viens,1001,+37120000001', '8.a,Jauns,Skolēns,5001,')} --on 2015-10-05`,
  () =>
    `import-students ${file('a.csv', 'class,last_name,first_name,register_no,phone', '7.a,Nr,Viens,1001,\\N')} --on 2015-10-12`,
  () =>
    `import-subjects ${file('s.csv', 'code,name,scale,order', 'MAT,Matemātika I,points,77', 'X1,Jauns,pass,')}`,
  () =>
    `import-staff ${file('t.csv', 'code,last_name,first_name,roles,until', 'MAT1,Cita,Anna,teacher+deputy,2015-12-31', 'N1,Jauna,Ieva,teacher,')}`,
  () => `import-calendar ${file('c.csv', 'from,kind,name', '2015-11-11,bells,Lāčplēša diena')}`,
  () => 'create-journals',
  () => 'create-groups --class 8.a --subject MAT --split 2 --by alternate',
  () => 'bells set regular 1 08:20-09:00',
  () => 'bells copy regular shortened --lesson 30',
  () =>
    `import-absences ${file('a.csv', 'date,period,register_no,mark', '2015-09-10,1,1001,n', '2015-09-10,2,1001,k')}`,
];

test('any sequence of commands, undone one by one from the last, leaves what was before', async () => {
  const files = sampleFiles({ size: 2, until: '2015-09-12' as never });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(steps.length - 1), { minLength: 1, maxLength: 6 }),
      async (chosen) => {
        const db = await emptySchool();
        await run(`ejournal --db ${db} setup ${files}`);
        const states = [contents(db)];
        for (const step of chosen) {
          await run(`ejournal --db ${db} ${steps[step]?.(files)} --yes`);
          const now = contents(db);
          if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now);
        }
        while (states.length > 1) {
          states.pop();
          expect((await run(`ejournal --db ${db} undo --yes`)).status).toBe(0);
          expect(contents(db)).toEqual(states.at(-1));
        }
        expect((await run(`ejournal --db ${db} audit --verify`)).status).toBe(0);
      },
    ),
    { numRuns: 12 },
  );
});

test('an operation whose rows were changed later is not undone alone, but with the later ones', async () => {
  const { db } = await school();
  const before = contents(db);
  await run(
    `ejournal --db ${db} import-subjects ${file('s.csv', 'code,name,scale', 'QQ,Pirmais,points')}`,
  );
  await run(
    `ejournal --db ${db} import-subjects ${file('s.csv', 'code,name,scale', 'QQ,Otrais,points')}`,
  );
  const refused = await run(`ejournal --db ${db} --lang en undo 3`);
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('Later operations build on what operation 3 wrote: 4.');
  const tried = await run(`ejournal --db ${db} undo 3 --with-later --dry-run --columns operation`);
  expect(tried.stdout).toBe('operation\n4\n3\n');
  await run(`ejournal --db ${db} undo 3 --with-later`);
  expect(contents(db)).toEqual(before);
});

test('an undoing can be undone, and what was undone twice is refused', async () => {
  const { db } = await school();
  await run(
    `ejournal --db ${db} import-subjects ${file('s.csv', 'code,name,scale', 'QQ,Pirmais,points')}`,
  );
  const after = contents(db);
  await run(`ejournal --db ${db} undo`);
  const twice = await run(`ejournal --db ${db} --lang en undo 3`);
  expect(twice.status).toBe(2);
  expect(twice.stderr).toContain('Operation 3 was undone already, by operation 4.');
  await run(`ejournal --db ${db} undo 4`);
  expect(contents(db)).toEqual(after);
});

test('a number that was given once is not given again', async () => {
  const { db } = await school();
  const add = `import-subjects ${file('s.csv', 'code,name,scale', 'QQ,Pirmais,points')}`;
  await run(`ejournal --db ${db} ${add}`);
  await run(`ejournal --db ${db} undo`);
  await run(`ejournal --db ${db} ${add}`);
  const refused = await run(`ejournal --db ${db} undo 3`);
  expect(refused.status).toBe(2);
  expect((await run(`ejournal --db ${db} undo 5`)).status).toBe(0);
});

test('an operation to whose rows later ones point is not undone alone either', async () => {
  const { db } = await school();
  const before = contents(db);
  const student = file('s.csv', 'class,last_name,first_name,register_no', '7.a,Jauns,Skolēns,5001');
  await run(`ejournal --db ${db} import-students ${student}`);
  const absence = file('a.csv', 'date,period,register_no', '2015-09-29,1,5001');
  await run(`ejournal --db ${db} import-absences ${absence}`);
  const refused = await run(`ejournal --db ${db} --lang en undo 3`);
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('Later operations build on what operation 3 wrote: 4.');
  expect((await run(`ejournal --db ${db} undo 3 --with-later`)).status).toBe(0);
  expect(contents(db)).toEqual(before);
});

const withPhones = 'class,last_name,first_name,register_no,phone,programme';

test.each([
  {
    what: 'a later operation points a row to a new one',
    first: () =>
      `import-programmes ${file('p.csv', 'programme,programme_name,grade,subject', 'P2,Cita,7,MAT')}`,
    later: () => `import-students ${file('s.csv', withPhones, '7.a,Nr,Viens,1001,,P2')}`,
  },
  {
    what: 'a later operation takes a key that would come back',
    first: () => 'settings reset lesson_due_time',
    later: () => 'settings set lesson_due_time 19:00',
  },
])('where $what, it is named and taken back too, and what lies between stands', async (one) => {
  const { db } = await school();
  await run(`ejournal --db ${db} settings set lesson_due_time 20:00`);
  const between = `import-students ${file('s.csv', withPhones, '7.a,Nr,Viens,1001,+37120000001,')}`;
  await run(`ejournal --db ${db} ${between}`);
  const before = contents(db);
  await run(`ejournal --db ${db} undo`);
  for (const step of [one.first(), between, one.later()]) {
    expect((await run(`ejournal --db ${db} ${step}`)).status).toBe(0);
  }
  const refused = await run(`ejournal --db ${db} --lang en undo 6`);
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('Later operations build on what operation 6 wrote: 8.');
  const undone = await run(`ejournal --db ${db} undo 6 --with-later --columns operation`);
  expect(undone.stdout).toBe('operation\n8\n6\n');
  expect(contents(db)).toEqual(before);
});

test('an operation whose rows point to what a later undoing removed is taken back with that one', async () => {
  const { db } = await school();
  const programme = file('p.csv', 'programme,programme_name,grade,subject', 'P2,Cita,7,MAT');
  await run(`ejournal --db ${db} import-programmes ${programme}`);
  const into = (name: string) =>
    `import-students ${file('s.csv', withPhones, `7.a,Nr,Viens,1001,,${name}`)}`;
  await run(`ejournal --db ${db} ${into('P2')}`);
  const before = contents(db);
  await run(`ejournal --db ${db} ${into('21011111')}`);
  await run(`ejournal --db ${db} undo 3`);
  const undone = await run(`ejournal --db ${db} undo 5 --with-later --columns operation`);
  expect(undone.stdout).toBe('operation\n6\n5\n');
  expect(contents(db)).toEqual(before);
});

test('an undoing of several operations stands in the way of none whose rows it left as they were', async () => {
  const { db } = await school();
  const phones = (...rows: string[]) =>
    `import-students ${file('s.csv', withPhones, ...rows.map((row) => `7.a,${row},`))}`;
  await run(`ejournal --db ${db} ${phones('Nr,Viens,1001,1')}`);
  await run(`ejournal --db ${db} ${phones('Nr,Divi,1002,2')}`);
  await run(`ejournal --db ${db} ${phones('Nr,Viens,1001,3', 'Nr,Divi,1002,3')}`);
  await run(`ejournal --db ${db} undo 3 --with-later`);
  const undone = await run(`ejournal --db ${db} undo 4 --columns operation`);
  expect(undone.stdout).toBe('operation\n4\n');
});

describe('where nobody can be asked', () => {
  const subjects = (count: number) =>
    file(
      's.csv',
      'code,name,scale',
      ...Array.from({ length: count }, (_, n) => `Q${n},Nr ${n},points`),
    );

  test('up to 100 changes are taken back at once, more and the set-up only with --yes', async () => {
    const { db } = await school();
    const before = contents(db);
    await run(`ejournal --db ${db} import-subjects ${subjects(100)}`);
    expect((await run(`ejournal --db ${db} undo`)).status).toBe(0);
    await run(`ejournal --db ${db} import-subjects ${subjects(101)}`);
    const entered = contents(db);
    expect(await run(`ejournal --db ${db} --lang en undo`)).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'Take back operation 5 (import-subjects, 101 changes)? There is no terminal to ask on.\n' +
        'Answer on the command line: --yes\n',
    });
    expect(contents(db)).toEqual(entered);
    expect((await run(`ejournal --db ${db} undo --yes`)).status).toBe(0);
    expect(contents(db)).toEqual(before);
    const setUp = await run(`ejournal --db ${db} --lang lv undo 2`);
    expect(setUp.status).toBe(2);
    expect(setUp.stderr).toMatch(
      /^Vai atsaukt 2\. darbību \(setup, \d+ izmaiņ.+\)\? Nav termināļa/,
    );
  });

  test('a small set-up is not taken back without --yes either', async () => {
    const db = await emptySchool();
    const subject = file('subjects.csv', 'code,name,scale', 'QQ,Pirmais,points');
    await run(`ejournal --db ${db} setup ${dirname(subject)}`);
    expect((await run(`ejournal --db ${db} undo`)).status).toBe(2);
    expect((await run(`ejournal --db ${db} undo --dry-run`)).status).toBe(0);
    expect((await run(`ejournal --db ${db} undo --yes`)).status).toBe(0);
  });
});

test('the operation that began the school is not taken back from under the others', async () => {
  const db = await emptySchool();
  const subject = file('s.csv', 'code,name,scale', 'QQ,Pirmais,points');
  await run(`ejournal --db ${db} import-subjects ${subject}`);
  const before = contents(db);
  const refused = await run(`ejournal --db ${db} --lang en undo 1 --with-later --yes`);
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('Operation 1 began the school');
  expect(contents(db)).toEqual(before);
  expect((await run(`ejournal --db ${db} undo`)).status).toBe(0);
  expect((await run(`ejournal --db ${db} undo`)).status).toBe(2);
  expect((await run(`ejournal --db ${db} undo --yes`)).status).toBe(0);
  expect((await run(`ejournal --db ${db} audit --verify`)).status).toBe(0);
});
