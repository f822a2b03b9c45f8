import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../src/commands.js';
import type { CommandName } from '../src/text/commands.js';
import { languages } from '../src/text/words.js';
import { folder } from './support/school.js';

let demo: string;
let path: string;

beforeAll(() => {
  const bin = folder();
  writeFileSync(
    join(bin, 'ejournal'),
    `#!/bin/sh\nexec node "${resolve('bin/ejournal.js')}" "$@"\n`,
  );
  chmodSync(join(bin, 'ejournal'), 0o755);
  path = `${bin}${delimiter}${process.env['PATH']}`;
  demo = join(folder(), 'demo');
  execFileSync('ejournal', ['demo', demo, '--parallel', '2', '--size', '7', '--quiet'], {
    env: { ...process.env, PATH: path },
  });
});

/** Runs lines in a shell, in a demonstration school of their own: each is done, or a check that found something. */
async function expectGood(lines: readonly string[]) {
  const cwd = join(folder(), 'demo');
  cpSync(demo, cwd, { recursive: true });
  for (const line of lines) {
    const { status, stderr } = await shell(line, cwd);
    expect([0, 3], `${line}\n${stderr}`).toContain(status);
  }
}

function shell(line: string, cwd: string) {
  const options = { cwd, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, PATH: path } };
  return new Promise<{ status: unknown; stderr: string }>((resolve) => {
    const child = execFile('sh', ['-c', line], options, (error, _stdout, stderr) =>
      resolve({ status: error ? error.code : 0, stderr }),
    );
    child.stdin?.end();
  });
}

const names = Object.keys(commands) as CommandName[];

// Two at a time: they wait for processes.
describe.concurrent('every example of the help runs on the demonstration school', () => {
  test.each(names)('%s', async (name) => {
    const { topic } = await commands[name].load();
    const lines = languages.map((language) =>
      topic[language].examples.map((example) => example.line),
    );
    expect(lines[0]?.length).toBeGreaterThan(0);
    expect(lines[1]).toEqual(lines[0]);
    // What is entered into the journal is copied line by line: none may need the one before it.
    const runs = commands[name].group === 'journal' ? lines[0]?.map((line) => [line]) : [lines[0]];
    for (const run of runs ?? []) await expectGood(run ?? []);
  });
});

test('every line of the README that calls ejournal runs on the demonstration school', async () => {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)];
  const lines = blocks
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => line.startsWith('ejournal '));
  expect(lines.length).toBeGreaterThan(5);
  await expectGood(lines);
});

test('every command is in the table of the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const missing = names.filter((name) => !readme.includes(`| \`${name}\``));
  expect(missing).toEqual([]);
});

test('the build is there', () => {
  expect(existsSync('dist/main.cjs')).toBe(true);
});
