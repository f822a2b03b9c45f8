import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { run } from '../support/run.js';
import { ask, folder, harm, school } from '../support/school.js';
import { inTerminal } from '../support/terminal.js';

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

/** The files of a folder and below, also hidden ones. */
const filesIn = (at: string) =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const bytesOf = (at: string) =>
  Object.fromEntries(filesIn(at).map((path) => [path, readFileSync(path, 'base64')]));
/** How many files each state has. */
function statesOf(stdout: string): Record<string, number> {
  const states = stdout.trim().split('\n').slice(1);
  const all = [...new Set(states)].map((state) => [
    state,
    states.filter((each) => each === state).length,
  ]);
  return Object.fromEntries(all);
}

/** Gives the school a template that takes its time, so that there is some to stop in. */
function slowTemplate(): void {
  const own = join(db, '..', 'templates', 'monthly-extract');
  mkdirSync(own, { recursive: true });
  const layout = readFileSync('templates/monthly-extract/layout.yaml', 'utf8');
  const slow = `content:
  - $let: { all: { $map: { $eval: 'range(0, 1500)' }, 'each(n)': { $eval: n } } }
    in: ''`;
  writeFileSync(join(own, 'layout.yaml'), layout.replace('content:', slow));
  onTestFinished(() => {
    rmSync(own, { recursive: true });
  });
}

/** Prints a file for each student and sends a signal when some files are made and others are not. */
async function interrupted(out: string, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL') {
  const line = ['bin/ejournal.js', ...words(out), '--separate', '--lang', 'en'];
  const child = spawn('node', line);
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const isBegun = () =>
    existsSync(out) && filesIn(out).some((path) => path.includes('/.ejournal-'));
  while (!isBegun() && child.exitCode === null) await pause(2);
  child.kill(signal);
  return { status: await ended, said };
}

test('stopped while it prints, it leaves nothing and says so', async () => {
  slowTemplate();
  const before = issued();
  const out = join(folder(), 'new');
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    const said = 'Stopped; nothing was written.\n';
    expect(await interrupted(out, signal)).toEqual({ status, said });
    expect(existsSync(out)).toBe(false);
  }
  expect(issued()).toBe(before);
});

test('stopped while the bar is seen, it says so below it', () => {
  slowTemplate();
  const out = join(folder(), 'new');
  const { screen, status } = inTerminal(
    [...words(out), '--separate', '--lang', 'en'],
    [['/40 papers', '\u0003']],
  );
  expect(status).toBe(130);
  const cleared = screen.lastIndexOf('\u001b[2K');
  expect(cleared).toBeGreaterThan(0);
  expect(screen.slice(cleared)).toContain('Stopped; nothing was written.');
});

test('what was there before a stop stays as it was, and the next run makes the rest', async () => {
  slowTemplate();
  const out = folder();
  const separate = [...words(out), '--separate', '--columns', 'state'];
  expect(statesOf(ejournal([...separate, '--class', '7.a']).stdout)).toEqual({ written: 20 });
  const [before, files] = [issued(), bytesOf(out)];
  expect((await interrupted(out, 'SIGINT')).status).toBe(130);
  expect(bytesOf(out)).toEqual(files);
  expect(readdirSync(out)).toEqual(['7.a']);
  expect(issued()).toBe(before);
  expect(statesOf(ejournal(separate).stdout)).toEqual({ unchanged: 20, written: 20 });
  expect(issued()).toBe((before ?? 0) + 20);
});

test('killed while it prints, it leaves no file under a name of its own, and the next run makes all', async () => {
  slowTemplate();
  const before = issued();
  const out = folder();
  await interrupted(out, 'SIGKILL');
  expect(filesIn(out).filter((path) => path.endsWith('.pdf'))).toEqual([]);
  expect(issued()).toBe(before);
  const { stdout } = ejournal([...words(out), '--separate', '--columns', 'state']);
  expect(statesOf(stdout)).toEqual({ written: 40 });
  const made = filesIn(out).filter((path) => path.endsWith('.pdf'));
  for (const path of made) expect(spawnSync('qpdf', ['--check', path]).status).toBe(0);
  expect(filesIn(out)).toEqual(made);
  expect(issued()).toBe((before ?? 0) + 40);
});

const notWritable = (at: string) =>
  `Nothing can be written into the folder ${at}.\nName a folder in which you may write, or have its rights changed.\n`;
/** Root may write everywhere, unless it gives that up. */
const asOthers =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : ['env'];

test('into a folder that may not be written nothing is, and the register is as it was', () => {
  const before = issued();
  const out = folder();
  writeFileSync(join(out, 'mine.txt'), '');
  chmodSync(out, 0o500);
  const [program = '', ...options] = asOthers;
  for (const [more, at] of [
    [[], out],
    [['--separate'], join(out, '7.a')],
  ] as const) {
    const line = [...options, 'node', 'bin/ejournal.js', ...words(out), '--lang', 'en', ...more];
    const { status, stderr } = spawnSync(program, line, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: notWritable(at) });
  }
  expect(readdirSync(out)).toEqual(['mine.txt']);
  expect(issued()).toBe(before);
});

test('a database in a folder that may not be written is read, and not written', () => {
  const archive = folder();
  const old = join(archive, 'old.db');
  const source = harm(db);
  source.pragma('wal_checkpoint(TRUNCATE)');
  source.close();
  writeFileSync(old, readFileSync(db));
  chmodSync(old, 0o400);
  chmodSync(archive, 0o500);
  const [tool = '', ...options] = asOthers;
  const ask = (...given: string[]) =>
    spawnSync(
      tool,
      [...options, 'node', 'bin/ejournal.js', '--db', old, '--lang', 'en', ...given],
      {
        encoding: 'utf8',
      },
    );
  expect(ask('audit', '--verify').stderr).toContain('Intact');
  expect(ask('export', 'students').stdout).toBe(
    ejournal(['--db', db, 'export', 'students']).stdout,
  );
  const refused = ask('settings', 'set', 'extract_day', '7');
  expect({ status: refused.status, stderr: refused.stderr }).toEqual({
    status: 5,
    stderr: expect.stringContaining('The database cannot be written here.'),
  });
  expect(readdirSync(archive)).toEqual(['old.db']);
  chmodSync(archive, 0o700);
});

/** A disk of its own, where this machine lets us have one. */
function ownDisk(): string | undefined {
  const at = folder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', at]);
  if (mounted.status !== 0) return undefined;
  onTestFinished(() => {
    spawnSync('umount', ['-l', at]);
  });
  return at;
}
/** Lets a disk have so many kilobytes. */
const resize = (disk: string, kilobytes: number) =>
  spawnSync('mount', ['-o', `remount,size=${kilobytes}k`, disk]);

test('on a disk that gets full the files from before stay, and with more room the next run makes the rest', (context) => {
  const out = ownDisk();
  if (out === undefined) return context.skip('this machine lets us have no disk of our own');
  const separate = [...words(out), '--separate', '--columns', 'state', '--lang', 'en'];
  expect(statesOf(ejournal([...separate, '--class', '7.a']).stdout)).toEqual({ written: 20 });
  const [before, files] = [issued(), bytesOf(out)];
  const used = Number(execFileSync('du', ['-sk', out], { encoding: 'utf8' }).split('\t')[0]);
  resize(out, used + 100);
  const { status, stderr } = ejournal(separate);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining('The disk is full'),
  });
  expect(bytesOf(out)).toEqual(files);
  expect(readdirSync(out)).toEqual(['7.a']);
  expect(issued()).toBe(before);
  resize(out, 16_384);
  expect(statesOf(ejournal(separate).stdout)).toEqual({ unchanged: 20, written: 20 });
  expect(issued()).toBe((before ?? 0) + 20);
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
