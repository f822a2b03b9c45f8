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
  /** Takes away what has no place yet. */
  discard(): void;
}

/** Begins a batch of files that only their owner can read, in or below a folder, which is made. */
export function stageFiles(folder: string): Staging {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = mkdtempSync(join(folder, '.ejournal-'));
  const waiting = new Map<string, string>();
  return {
    add: (path, bytes) => {
      const staged = join(beside, String(waiting.size));
      writeWhole(staged, bytes);
      waiting.set(path, staged);
    },
    commit: (placed) => {
      const folders = new Set<string>();
      for (const [path, staged] of waiting) {
        const place = dirname(path);
        if (!folders.has(place)) mkdirSync(place, { recursive: true, mode: 0o700 });
        folders.add(place);
        renameSync(staged, path);
        placed(path);
      }
      for (const place of folders) syncFolder(place);
    },
    discard: () => rmSync(beside, { recursive: true, force: true }),
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
