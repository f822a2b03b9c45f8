import { expect, test } from 'vitest';
import { openSession } from '../../src/open-session.js';
import { run } from '../support/run.js';
import { file, school } from '../support/school.js';

test('what is read is one state, whatever another process writes meanwhile', async () => {
  const { db } = await school();
  const session = openSession({
    file: db,
    opens: 'read',
    wait: 1,
    asOf: undefined,
    clock: () => new Date('2026-11-24T10:00:00Z'),
    actor: 'tester',
    invocation: { command: 'status', words: [] },
    mode: 'write',
    differences: [],
    speakIn: () => undefined,
  });
  const count = () =>
    session.context.db.prepare<[], number>('SELECT count(*) FROM student').pluck().get();
  const before = count();
  const added = file(
    's.csv',
    'class,last_name,first_name,register_no,birth_date',
    '7.a,Jauna,Zane,8001,2002-05-05',
  );
  expect(await run(`ejournal --db ${db} import-students ${added}`)).toMatchObject({ status: 0 });
  expect(count()).toBe(before);
  session.close();
  const { stdout } = await run(`ejournal --db ${db} export students`);
  expect(stdout).toContain('8001');
});
