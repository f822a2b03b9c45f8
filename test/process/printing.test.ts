import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { ask, folder, school } from '../support/school.js';

let db: string;

/** 40 students in two classes: enough for workers. */
beforeAll(async () => {
  ({ db } = await school({ size: 20, until: '2015-10-31' as never }));
});

const words = (out: string) => ['--db', db, 'monthly-extract', '--month', '2015-10', '--out', out];
const ejournal = (given: readonly string[], env: Record<string, string> = {}) =>
  spawnSync('node', ['bin/ejournal.js', ...given], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
const issued = () => ask<{ n: number }>(db, 'SELECT count(*) AS n FROM document_file')[0]?.n;
const names = ['7.a 2015-10.pdf', '8.a 2015-10.pdf'];

test('workers make the same bytes as one process, in any time zone', async () => {
  const alone = folder();
  await run(`ejournal ${words(alone).join(' ')}`);
  for (const TZ of ['Europe/Riga', 'Pacific/Apia']) {
    const out = folder();
    const { status, stderr } = ejournal(words(out), { TZ });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    for (const name of names) {
      expect(readFileSync(join(out, name)).equals(readFileSync(join(alone, name)))).toBe(true);
    }
  }
});

test('a fault found by a worker is told as by one process', () => {
  const templates = join(db, '..', 'templates', 'shared');
  mkdirSync(templates, { recursive: true });
  const layout = readFileSync('templates/shared/layout.yaml', 'utf8');
  writeFileSync(join(templates, 'layout.yaml'), layout.replace('$eval: title', '$eval: titel'));
  const out = join(folder(), 'new');
  const { status, stderr } = ejournal([...words(out), '--lang', 'en']);
  writeFileSync(join(templates, 'layout.yaml'), layout);
  expect(status).toBe(4);
  expect(stderr).toMatch(/shared\/layout\.yaml:\d+: The template is wrong: .*titel/);
  expect(existsSync(out)).toBe(false);
});

test('stopped while it prints, it leaves nothing and says so', async () => {
  const before = issued();
  const out = join(folder(), 'new');
  const child = spawn('node', ['bin/ejournal.js', ...words(out), '--separate', '--lang', 'en']);
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(out) && child.exitCode === null) await pause(5);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(said).toBe('Stopped; nothing was written.\n');
  expect(existsSync(out)).toBe(false);
  expect(issued()).toBe(before);
});

test('where a file cannot be written whole, nothing is written and the register is as it was', () => {
  const before = issued();
  const out = folder();
  writeFileSync(join(out, 'mine.txt'), '');
  const line = ['node', 'bin/ejournal.js', ...words(out), '--lang', 'en'];
  const limited = spawnSync('bash', ['-c', 'ulimit -f 40; exec "$@"', 'bash', ...line], {
    encoding: 'utf8',
  });
  expect(limited.status).toBe(1);
  expect(limited.stderr).toContain('The disk is full, or a limit of file sizes was reached.');
  expect(readdirSync(out)).toEqual(['mine.txt']);
  expect(issued()).toBe(before);
});

test('where the folder is a file, the mend is told', () => {
  const out = join(folder(), 'file');
  writeFileSync(out, '');
  const { status, stderr } = ejournal([...words(out), '--lang', 'en']);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `${out} is a file, not a folder.\nName another folder.\n`,
  });
  expect(readFileSync(out, 'utf8')).toBe('');
});
