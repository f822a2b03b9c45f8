import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import {
  ask,
  contents,
  emptySchool,
  file,
  folder,
  sampleFiles,
  school,
} from '../support/school.js';

const program = 'bin/ejournal.js';

/** Runs the program as a process of its own to its end. */
function ejournal(...words: string[]) {
  return spawnSync('node', [program, ...words], { encoding: 'utf8' });
}

/** The same beside others; the promise holds its status and what it said. */
function beside(...words: string[]): Promise<{ status: number | null; said: string }> {
  const child = spawn('node', [program, ...words]);
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, said }));
  });
}

function copyOf(db: string): string {
  const source = new Database(db);
  source.pragma('wal_checkpoint(TRUNCATE)');
  source.close();
  const copy = join(folder(), 'copy.db');
  copyFileSync(db, copy);
  return copy;
}

test('killed at 50 moments, setup has done all of its work or nothing, and can run again', async () => {
  // 1,218 students.
  const files = sampleFiles({
    grades: [7, 12],
    parallel: 7,
    size: 29,
    until: '2015-09-04' as never,
  });
  const empty = await emptySchool();
  const nothing = contents(empty);
  const whole = copyOf(empty);
  const begun = performance.now();
  expect(ejournal('--db', whole, 'setup', files).status).toBe(0);
  let duration = performance.now() - begun;
  const all = contents(whole);

  let killed = 0;
  for (let round = 0; round < 50; round += 1) {
    const db = copyOf(empty);
    const child = spawn('node', [program, '--db', db, 'setup', files], { stdio: 'ignore' });
    const started = performance.now();
    const moment = setTimeout(() => child.kill('SIGKILL'), (duration * (round + 0.5)) / 50);
    await new Promise((resolve) => child.on('close', resolve));
    clearTimeout(moment);
    if (child.signalCode === 'SIGKILL') killed += 1;
    // The machine has become faster: the moments of the next runs are nearer together.
    else duration = Math.min(duration, performance.now() - started);

    expect(ask<{ integrity_check: string }>(db, 'PRAGMA integrity_check')).toEqual([
      { integrity_check: 'ok' },
    ]);
    const left = contents(db);
    expect([JSON.stringify(nothing), JSON.stringify(all)]).toContain(JSON.stringify(left));
    if (round % 10 === 0) {
      expect(ejournal('--db', db, 'setup', files).status).toBe(0);
      expect(contents(db)).toEqual(all);
      expect(ejournal('--db', db, 'audit', '--verify').status).toBe(0);
    }
  }
  expect(killed).toBeGreaterThan(25);
}, 300_000);

test('four processes that import at once lose nothing, and none of them is turned away', async () => {
  const { db } = await school();
  const before = ask<{ n: number }>(db, 'SELECT count(*) AS n FROM absence')[0]?.n ?? 0;
  const lines = (writer: number) =>
    Array.from(
      { length: 2000 },
      (_, at) =>
        `2015-10-${String(1 + (at % 28)).padStart(2, '0')},${at % 15},100${1 + (at % 9)},n,2015-11-0${writer}T10:00:${String(at % 60).padStart(2, '0')}Z`,
    );
  const header = 'date,period,register_no,mark,recorded_at';
  const files = [1, 2, 3, 4].map((writer) => file(`a${writer}.csv`, header, ...lines(writer)));
  const results = await Promise.all(
    files.map((path) => beside('--db', db, '--quiet', 'import-absences', path)),
  );
  expect(results).toEqual(files.map(() => ({ status: 0, said: '' })));
  const distinct = new Set([1, 2, 3, 4].flatMap(lines)).size;
  expect(ask(db, 'SELECT count(*) AS n FROM absence')).toEqual([{ n: before + distinct }]);
  expect(ejournal('--db', db, 'audit', '--verify').status).toBe(0);
});

test('where another process writes for too long, the mend is told and nothing is written', async () => {
  const { db, files } = await school();
  const other = new Database(db);
  other.exec('BEGIN IMMEDIATE');
  const { status, stderr } = ejournal(
    '--db',
    db,
    '--lang',
    'en',
    '--wait',
    '1',
    'import-subjects',
    `${files}/subjects.csv`,
  );
  other.exec('ROLLBACK');
  other.close();
  expect(status).toBe(5);
  expect(stderr).toBe(
    'Another process is writing to the database and has not finished.\nTry again when it has, or wait longer with --wait SECONDS.\n',
  );
});
