import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a batch, written beside their places; they get their names when all of them are there. */
export interface Staging {
  add(path: string, bytes: Uint8Array): void;
  /** Puts the files in their places, in the order in which they came; tells each one that is there. */
  commit(placed: (path: string) => void): void;
  /** Takes away what has no place yet, and the folders that were made for it. */
  discard(): void;
}

/** Begins a batch of files that only their owner can read; folders are made where they are missing. */
export function stageFiles(): Staging {
  const waiting = new Map<string, string>();
  const hidden = new Map<string, string>();
  const made: string[] = [];
  /** Beside the files themselves: a file changes its name, not its disk. */
  const besides = (folder: string): string => {
    const known = hidden.get(folder);
    if (known !== undefined) return known;
    const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (first !== undefined) made.push(first);
    const beside = mkdtempSync(join(folder, '.ejournal-'));
    hidden.set(folder, beside);
    return beside;
  };
  return {
    add: (path, bytes) => {
      const staged = join(besides(dirname(path)), String(waiting.size));
      waiting.set(path, staged);
      writeWhole(staged, bytes);
    },
    commit: (placed) => {
      made.length = 0;
      for (const [path, staged] of waiting) {
        renameSync(staged, path);
        placed(path);
      }
      for (const folder of hidden.keys()) syncFolder(folder);
    },
    discard: () => {
      for (const folder of [...hidden.values(), ...made]) {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The new names are on the disk only when the folder is. */
function syncFolder(folder: string): void {
  const file = openSync(folder, 'r');
  fsyncSync(file);
  closeSync(file);
}
