import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { school } from '../support/school.js';

test('an import that waits for its standard input keeps nobody from writing', async () => {
  const { db } = await school();
  const words = ['bin/ejournal.js', '--db', db, '--quiet', 'import-students', '-'];
  const waiting = spawn('node', words, { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(waiting, 'close');
  waiting.stdin.write('class,last_name,first_name,register_no,birth_date\n');
  // More than a pipe holds: when it is taken, the program reads.
  const rows = Array.from({ length: 6_000 }, (_, at) => `7.a,Jauna,Zane,${8001 + at},2002-05-05\n`);
  if (!waiting.stdin.write(rows.join(''))) await once(waiting.stdin, 'drain');
  const other = await run(`ejournal --db ${db} --wait 0 settings set points_test_days 6`);
  expect(other).toMatchObject({ status: 0 });
  waiting.stdin.end();
  expect(await ended).toEqual([0, null]);
});

test('what comes through a pipe is tried, agreed to and done', async () => {
  const { db } = await school();
  const words = [
    'bin/ejournal.js',
    '--db',
    db,
    '--yes',
    'import-calendar',
    '-',
    '--remove-missing',
  ];
  const input = 'from,until,kind\n2015-09-01,2015-12-18,semester1\n';
  const { status, stdout } = spawnSync('node', words, { input, encoding: 'utf8' });
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('-,1,') });
  const { stdout: calendar } = await run(`ejournal --db ${db} export calendar`);
  expect(calendar.trim().split('\n')).toHaveLength(2);
});
