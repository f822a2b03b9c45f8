import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeFileSafely } from '../../src/csv/safe-file.js';

/** A disk that takes at most 10 bytes at once, as the system may when the disk is nearly full. */
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const writeSync = (file: number, bytes: Buffer, offset = 0, length = bytes.length - offset) =>
    fs.writeSync(file, bytes, offset, Math.min(length, 10));
  return { ...fs, writeSync };
});

test('a file is whole also where the system takes a piece only in parts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ejournal-short-'));
  const path = join(folder, 'a.csv');
  const pieces = ['code,name\n', 'A,a name that is longer than that\n', 'B,b\n'];
  writeFileSafely(path, pieces, { overwrite: false });
  const file = readFileSync(path, 'utf8');
  rmSync(folder, { recursive: true });
  expect(file).toBe(pieces.join(''));
});
