import { execFileSync, spawnSync } from 'node:child_process';
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
  execFileSync('ejournal', ['demo', demo, '--parallel', '2', '--size', '13', '--quiet'], {
    env: { ...process.env, PATH: path },
  });
});

/** Runs a line in a shell, in a demonstration school of its own. */
function shell(lines: readonly string[]) {
  const cwd = join(folder(), 'demo');
  cpSync(demo, cwd, { recursive: true });
  return lines.map((line) => {
    const { status, stderr } = spawnSync('sh', ['-c', line], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, PATH: path },
    });
    return { line, status, stderr };
  });
}

/** Done, or a check that found something. */
function expectGood(results: ReturnType<typeof shell>) {
  for (const { line, status, stderr } of results) {
    expect([0, 3], `${line}\n${stderr}`).toContain(status);
  }
}

const names = Object.keys(commands) as CommandName[];

describe('every example of the help runs on the demonstration school', () => {
  test.each(names)('%s', async (name) => {
    const { topic } = await commands[name].load();
    const lines = languages.map((language) =>
      topic[language].examples.map((example) => example.line),
    );
    expect(lines[0]?.length).toBeGreaterThan(0);
    expect(lines[1]).toEqual(lines[0]);
    // What is entered into the journal is copied line by line: none may need the one before it.
    const runs = commands[name].group === 'journal' ? lines[0]?.map((line) => [line]) : [lines[0]];
    for (const run of runs ?? []) expectGood(shell(run ?? []));
  });
});

test('every line of the README that calls ejournal runs on the demonstration school', () => {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)];
  const lines = blocks
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => line.startsWith('ejournal '));
  expect(lines.length).toBeGreaterThan(5);
  expectGood(shell(lines));
});

test('every command is in the table of the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const missing = names.filter((name) => !readme.includes(`| \`${name}\``));
  expect(missing).toEqual([]);
});

test('the build is there', () => {
  expect(existsSync('dist/main.cjs')).toBe(true);
});
