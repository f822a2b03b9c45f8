import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.js';

/** The files of a batch, written beside their places; they get their names when all of them are there. */
export interface Staging {
  /** Begins to write a file; the disk takes its time while others are made. */
  add(path: string, bytes: Uint8Array): void;
  /**
   * Puts the files in their places when all are on the disk, in the order in which they came; tells each
   * one that is there.
   */
  commit(placed: (path: string) => void): Promise<void>;
  /** Takes away what has no place yet, and the folders that were made for it. */
  discard(): Promise<void>;
}

/**
 * Begins a batch of files that only their owner can read; folders are made where they are missing.
 * `add` throws Problem notAFolder, folderNotWritable.
 */
export function stageFiles(): Staging {
  const waiting = new Map<string, string>();
  const hidden = new Map<string, string>();
  const made: string[] = [];
  const writing: Promise<void>[] = [];
  /** Beside the files themselves: a file changes its name, not its disk. */
  const besides = (folder: string): string => {
    const known = hidden.get(folder);
    if (known !== undefined) return known;
    const first = makeFolder(folder);
    if (first !== undefined) made.push(first);
    sweep(folder);
    const beside = inFolder(folder, () =>
      mkdtempSync(join(folder, `${ownPrefix()}${process.pid}-`)),
    );
    hidden.set(folder, beside);
    return beside;
  };
  return {
    add: (path, bytes) => {
      const staged = join(besides(dirname(path)), String(waiting.size));
      waiting.set(path, staged);
      const written = writeWhole(staged, bytes);
      // Who waits for it is told; until then a failure is not yet anybody's.
      written.catch(() => undefined);
      writing.push(written);
    },
    commit: async (placed) => {
      await Promise.all(writing);
      made.length = 0;
      for (const [path, staged] of waiting) {
        renameSync(staged, path);
        placed(path);
      }
      for (const folder of hidden.keys()) syncFolder(folder);
    },
    discard: async () => {
      await Promise.allSettled(writing);
      for (const folder of [...hidden.values(), ...made]) {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Folders of this machine's processes; those of another one, on a disk that is shared, are its own matter. */
const ownPrefix = () => `.ejournal-${hostname().replace(/[^\w.]/g, '')}-`;

/** Takes away what a process left behind that ended without a word, by a power cut or kill -9. */
function sweep(folder: string): void {
  const prefix = ownPrefix();
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number.parseInt(name.slice(prefix.length), 10);
    if (!isAlive(owner)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Makes a folder that only its owner can read, and those above it; gives the first that had to be made. `field` is
 * the option that names it.
 * @throws Problem notAFolder, folderNotWritable
 */
export const makeFolder = (folder: string, field?: string): string | undefined =>
  inFolder(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }), field);

/** Makes something in a folder, or the folder itself. */
function inFolder<T>(folder: string, make: () => T, field?: string): T {
  try {
    return make();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const problem = problemsOf[code];
    if (!problem) throw error;
    throw new Problem(problem, { folder }, field ? { field } : undefined, { cause: error });
  }
}

const problemsOf: Readonly<Record<string, 'notAFolder' | 'folderNotWritable'>> = {
  EEXIST: 'notAFolder',
  ENOTDIR: 'notAFolder',
  EACCES: 'folderNotWritable',
  EPERM: 'folderNotWritable',
  EROFS: 'folderNotWritable',
};

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new names are on the disk only when the folder is. */
function syncFolder(folder: string): void {
  const file = openSync(folder, 'r');
  fsyncSync(file);
  closeSync(file);
}
