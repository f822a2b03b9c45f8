import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginFile, writeFileSafely, writeFilesSafely } from '../../src/csv/safe-file.js';
import { Problem } from '../../src/problem.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejournal-safe-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('a file that is written', () => {
  test('holds all its pieces', () => {
    const path = join(folder, 'a.csv');
    writeFileSafely(path, ['ā', '', Buffer.from('b'), 'c\n'], { overwrite: false });
    expect(readFileSync(path, 'utf8')).toBe('ābc\n');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  test.each([0o000, 0o022])('is its owner’s alone (umask %i)', (mask) => {
    const before = process.umask(mask);
    try {
      const path = join(folder, 'a.csv');
      writeFileSafely(path, ['a'], { overwrite: false });
      expect(modeOf(path)).toBe('600');
    } finally {
      process.umask(before);
    }
  });

  test('is not begun in a folder that is not there, is none, or may not be written', () => {
    const begin = (path: string) => () => beginFile(path, { overwrite: false });
    const told = (problem: string, where: string) =>
      expect.objectContaining({ problem, facts: { folder: where } });
    writeFileSync(join(folder, 'a'), '');
    expect(begin(join(folder, 'x', 'a.csv'))).toThrow(told('noFolder', join(folder, 'x')));
    expect(begin(join(folder, 'a', 'a.csv'))).toThrow(told('notAFolder', join(folder, 'a')));
    // The kernel lets nobody make a file here, not even root.
    expect(begin('/sys/kernel/a.csv')).toThrow(told('folderNotWritable', '/sys/kernel'));
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('is not written over another unless that is allowed', () => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'old');
    const again = () => writeFileSafely(path, ['new'], { overwrite: false });
    expect(again).toThrow(Problem);
    expect(again).toThrow(expect.objectContaining({ problem: 'fileExists' }));
    expect(readFileSync(path, 'utf8')).toBe('old');
    writeFileSafely(path, ['new'], { overwrite: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(modeOf(path)).toBe('600');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  test('is not there when its pieces fail, and what was there still is', () => {
    const failing = function* () {
      yield 'half';
      throw new Error('no more');
    };
    const path = join(folder, 'a.csv');
    expect(() => writeFileSafely(path, failing(), { overwrite: true })).toThrow('no more');
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(path, 'old');
    expect(() => writeFileSafely(path, failing(), { overwrite: true })).toThrow('no more');
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  test('of several is there only when all of them are', () => {
    const failing = function* () {
      yield 'half';
      throw new Error('no more');
    };
    const [first, second] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
    const both = (pieces: Iterable<string>) => () =>
      writeFilesSafely(
        [
          { path: first, pieces: ['a'] },
          { path: second, pieces },
        ],
        { overwrite: false },
      );
    expect(both(failing())).toThrow('no more');
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(second, 'old');
    expect(both(['b'])).toThrow(expect.objectContaining({ problem: 'fileExists' }));
    expect(readdirSync(folder)).toEqual(['b.csv']);
    rmSync(second);
    both(['b'])();
    expect([first, second].map((path) => readFileSync(path, 'utf8'))).toEqual(['a', 'b']);
  });

  test('leaves nothing beside when it cannot have its name', () => {
    const path = join(folder, 'a.csv');
    mkdirSync(path);
    expect(() => writeFileSafely(path, ['new'], { overwrite: true })).toThrow();
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  test('has its name only when it is committed', () => {
    const path = join(folder, `${'n'.repeat(200)}.csv`);
    const file = beginFile(path, { overwrite: false });
    file.write('a');
    expect(readdirSync(folder)).not.toContain(`${'n'.repeat(200)}.csv`);
    file.commit();
    expect(readFileSync(path, 'utf8')).toBe('a');
    beginFile(join(folder, 'b.csv'), { overwrite: false }).discard();
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
