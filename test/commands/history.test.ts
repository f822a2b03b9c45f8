import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { file, school } from '../support/school.js';

test('a person reads the school’s clock, names of files, and no empty columns', async () => {
  const { db } = await school({ size: 2 });
  const line = `ejournal --db ${db} --lang en --no-color history --last 1`;
  const clock = () => new Date('2015-09-01T14:30:10Z');
  const subjects = file('subjects.csv', 'code,name,scale', 'QQ,Jauns,points');
  await run(`ejournal --db ${db} import-subjects ${subjects}`, { clock });
  expect((await run(line, { terminal: 80 })).stdout).toBe(
    'operation  at                actor   command          changes  files\n' +
      '        3  2015-09-01 17:30  tester  import-subjects        1  subjects.csv\n',
  );
  await run(`ejournal --db ${db} undo`, { clock });
  const { stdout } = await run(`${line} --columns operation,at,undoes,hash`, { terminal: 120 });
  expect(stdout).toMatch(
    /^operation {2}at {16}undoes {2}hash\n {8}4 {2}2015-09-01 17:30 {2}3 {7}[0-9a-f]{64}\n$/,
  );
  const [, row] = (await run(line)).stdout.split('\n');
  expect(row).toMatch(/^4,2015-09-01T14:30:10Z,tester,undo,1,,3,,/);
});

test.each(['deadlines', 'overdue', 'absences --class 7.a', 'overdue --by teacher', 'outbox'])(
  'on a terminal, too, every column of %s can be asked for',
  async (words) => {
    const { db } = await school();
    const line = `ejournal --db ${db} --lang en ${words} --as-of 2015-09-28`;
    const names = (await run(line)).stdout.split('\n')[0];
    const { status, stdout } = await run(`${line} --columns ${names} --no-color`, {
      terminal: 400,
    });
    expect([0, 3]).toContain(status);
    expect(stdout.split('\n')[0]?.split(/ +/).filter(Boolean)).toEqual(names?.split(','));
  },
);
