import { expect, test } from 'vitest';
import { write } from '../../src/db/operation.js';
import { openSession } from '../../src/open-session.js';
import { run } from '../support/run.js';
import { file, school } from '../support/school.js';

test.each(['read', 'print'] as const)(
  'to %s is from one state, whatever another process writes meanwhile',
  async (opens) => {
    const { db } = await school();
    const session = openSession({
      file: db,
      opens,
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
    if (opens === 'print') {
      // What it writes, it writes to the newest state, and sees it.
      const seen = write(session.context, () => count());
      expect([seen, count()]).toEqual([(before ?? 0) + 1, (before ?? 0) + 1]);
    }
    session.close();
    const { stdout } = await run(`ejournal --db ${db} export students`);
    expect(stdout).toContain('8001');
  },
);
