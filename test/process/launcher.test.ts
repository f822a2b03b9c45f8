import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { folder, harm, school } from '../support/school.js';

const program = resolve('bin/ejournal.js');
let db: string;

beforeAll(async () => {
  ({ db } = await school({ parallel: 2, size: 13, until: '2015-10-31' as never }));
});

function ejournal(words: string[], options: object = {}) {
  return spawnSync('node', [program, ...words], { encoding: 'utf8', ...options });
}

const shell = (line: string) => spawnSync('sh', ['-c', line], { encoding: 'utf8' });

/** The files that a call loads, by their names, and the parts of Node that cost time at every start. */
function loadedBy(...words: string[]) {
  const code = `process.on('exit', () => process.stderr.write(JSON.stringify(
    { files: Object.keys(require.cache), parts: process.moduleLoadList })));
    require(process.argv[1]);`;
  const { stderr } = spawnSync('node', ['-e', code, program, ...words], { encoding: 'utf8' });
  const { files, parts } = JSON.parse(stderr.split('\n').at(-1) ?? '') as {
    files: string[];
    parts: string[];
  };
  const costly = ['crypto', 'child_process', 'v8', 'worker_threads', 'readline', 'zlib', 'http'];
  return {
    files: files.map((file) => basename(file)).sort(),
    costly: costly.filter((part) => parts.includes(`NativeModule ${part}`)),
  };
}

test('--version and help load the start, and nothing else', () => {
  const start = {
    files: ['ejournal.js', 'main.cjs', 'rolldown-runtime.cjs', 'start.cjs'],
    costly: [],
  };
  expect(loadedBy('--version')).toEqual(start);
  expect(loadedBy('--help')).toEqual(start);
});

test('a command that reads loads few files, and nothing that only other commands need', () => {
  for (const command of ['status', 'history', 'overdue']) {
    const { files, costly } = loadedBy('--db', db, '--as-of', '2015-10-31', command);
    const own = ['better_sqlite3.node', 'reading.cjs', 'run-command.cjs', `${command}.cjs`];
    expect(files).toEqual(expect.arrayContaining(own));
    expect(files.length).toBeLessThan(12);
    expect(files.filter((file) => /import|writing|source|failure|demo|file/.test(file))).toEqual(
      [],
    );
    expect(costly).toEqual([]);
  }
});

test('a small operation is hashed without a thread', () => {
  const { costly } = loadedBy('--db', db, 'settings', 'set', 'extract_day', '6', '--dry-run');
  expect(costly).toContain('crypto');
  expect(costly).not.toContain('worker_threads');
  expect(loadedBy('--db', db, 'undo', '--yes', '--dry-run').costly).not.toContain('worker_threads');
});

test('a reader that has seen enough ends the program quietly', () => {
  const { status, stdout, stderr } = shell(`node ${program} --db ${db} export marks | head -1`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe('date,group,work,kind,register_no,value,reason,recorded_at\n');
});

test('a full disk is told, not passed over', () => {
  const { status, stderr } = shell(`node ${program} --db ${db} export marks > /dev/full`);
  expect(status).toBe(1);
  expect(
    stderr,
  ).toBe(`Izvadi neizdevās ierakstīt līdz galam (ENOSPC: no space left on device, write).
Atbrīvojiet vietu vai novirziet izvadi citur. Ko komanda izdarījusi, tas paliek spēkā: to rāda ejournal history.
`);
  expect(shell(`node ${program} --help > /dev/full`).status).toBe(1);
});

test('where nobody can be told, the program ends all the same, with the status of what it did', () => {
  const line = (words: string) => shell(`timeout 20 node ${program} --db ${db} ${words}`).status;
  expect(line('status > /dev/full 2>&1')).toBe(1);
  expect(line('undo --dry-run --yes 2> /dev/full')).toBe(0);
  expect(line('nosuch 2> /dev/full')).toBe(2);
});

test('files are readable by their owner alone, whatever the umask', () => {
  const out = folder();
  const line = (words: string) => `umask 000; node ${program} ${words}`;
  const made = join(out, 'new.db');
  expect(shell(line(`--db ${made} init --year 2015 --yes`)).status).toBe(0);
  expect(shell(line(`--db ${db} export all --out ${out}/all`)).status).toBe(0);
  expect(
    shell(line(`--db ${db} monthly-extract --month 2015-10 --class 7.a --out ${out}/pdf`)).status,
  ).toBe(0);
  const files = [
    made,
    join(out, 'all/marks.csv'),
    ...readdirSync(join(out, 'pdf')).map((name) => join(out, 'pdf', name)),
  ];
  expect(files.map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual([
    '600',
    '600',
    '600',
  ]);
});

describe('a database that cannot be used ends with status 5, a mend and no stack', () => {
  const spoilt: [string, (path: string) => void, RegExp][] = [
    ['missing', () => undefined, /There is no database/],
    ['a folder', (path) => mkdirSync(path), /There is no database/],
    ['an empty file', (path) => writeFileSync(path, ''), /not a database of ejournal/],
    ['a text', (path) => writeFileSync(path, 'class,last_name\n'.repeat(100)), /no database/],
    [
      'of another program',
      (path) => new Database(path).exec('CREATE TABLE t (a)').close(),
      /not a database of ejournal/,
    ],
    [
      'newer',
      (path) => {
        cpSync(db, path);
        const newer = harm(path);
        newer.pragma('user_version = 9999');
        newer.close();
      },
      /newer version/,
    ],
    [
      'cut off',
      (path) => {
        cpSync(db, path);
        truncateSync(path, 20_000);
      },
      /damaged/,
    ],
  ];
  test.each(spoilt)('%s', (_what, spoil, told) => {
    const checkpointed = new Database(db);
    checkpointed.pragma('wal_checkpoint(TRUNCATE)');
    checkpointed.close();
    const path = join(folder(), 'spoilt.db');
    spoil(path);
    const { status, stderr } = ejournal(['--db', path, '--lang', 'en', 'export', 'marks']);
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
    expect(status).toBe(5);
  });
});

test('the time zone of the machine changes nothing', () => {
  const outputs = ['UTC', 'America/New_York', 'Pacific/Auckland', 'Pacific/Apia'].map((TZ) => {
    const env = { ...process.env, TZ };
    const out = folder();
    const asked = (line: string) => ejournal(['--db', db, ...line.split(' ')], { env }).stdout;
    const overdue = asked('overdue --as-of 2015-10-31');
    const late = asked('overdue --history --as-of 2015-10-31T18:00');
    const coming = asked('deadlines --days 30 --as-of 2015-10-02T08:00');
    const ics = join(out, 'deadlines.ics');
    asked(`deadlines --days 30 --as-of 2015-10-02T08:00 --ics ${ics}`);
    const calendar = readFileSync(ics, 'utf8');
    const printed = ejournal(
      [
        '--db',
        db,
        'monthly-extract',
        '--month',
        '2015-10',
        '--class',
        '7.b',
        '--as-of',
        '2015-11-05',
        '--out',
        out,
        '--columns',
        'sha256',
      ],
      { env },
    ).stdout;
    return { overdue, late, coming, calendar, printed };
  });
  expect(outputs[0]?.overdue.split('\n').length).toBeGreaterThan(3);
  expect(outputs[0]?.late.split('\n').length).toBeGreaterThan(3);
  expect(outputs[0]?.calendar.split('BEGIN:VEVENT').length).toBeGreaterThan(3);
  for (const output of outputs) expect(output).toEqual(outputs[0]);
});

test('the packed program works anywhere, and says what to do where its compiled part is missing', () => {
  const prefix = folder();
  const packed = execFileSync(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', prefix],
    { encoding: 'utf8' },
  );
  const tarball = join(prefix, packed.trim().split('\n').at(-1) ?? '');
  execFileSync(
    'npm',
    [
      'install',
      '--global',
      '--prefix',
      prefix,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      tarball,
    ],
    { stdio: 'pipe' },
  );
  const installed = join(prefix, 'lib/node_modules/ejournal/node_modules/better-sqlite3/build');
  rmSync(installed, { recursive: true, force: true });
  cpSync('node_modules/better-sqlite3/build', installed, { recursive: true });

  const cwd = folder();
  const run = (...words: string[]) =>
    spawnSync(join(prefix, 'bin/ejournal'), words, { cwd, encoding: 'utf8' });
  expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(run('demo', 'small', '--parallel', '1', '--size', '2')).toMatchObject({ status: 0 });
  renameSync(installed, `${installed}-away`);
  const broken = run('--db', 'small/ejournal.db', '--lang', 'en', 'status');
  expect(broken).toMatchObject({
    status: 5,
    stderr: expect.stringContaining('npm rebuild better-sqlite3'),
  });
});
