import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../problem.js';

/** A file that is being written beside its place and has its name only when it is whole. */
export interface SafeFile {
  write(piece: string | Uint8Array): void;
  /** Waits until all of it is on the disk; nothing more can be written. */
  settle(): void;
  /** Where it fails, what was written is still to be discarded. */
  commit(): void;
  discard(): void;
}

/**
 * Begins a file that only its owner can read. A folder that is not there is likely a slip of the pen, and
 * is not made.
 * @throws Problem placeOfFolder, placeOfDatabase; fileExists, where it may not be overwritten; noFolder,
 *   folderNotWritable
 */
export function beginFile(path: string, { overwrite }: { overwrite: boolean }): SafeFile {
  if (existsSync(path)) {
    const there = statSync(path);
    if (there.isDirectory()) throw new Problem('placeOfFolder', { file: path });
    if (!there.isFile()) return onDevice(path);
    if (isDatabase(path)) throw new Problem('placeOfDatabase', { file: path });
    if (!overwrite) throw new Problem('fileExists', { file: path });
  }
  const folder = dirname(path);
  const beside = join(folder, `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}`);
  const file = opened(beside, folder);
  const close = once(() => closeSync(file));
  const settle = once(() => {
    fsyncSync(file);
    close();
  });
  return {
    write: (piece) => writeWhole(file, Buffer.from(piece)),
    settle,
    commit: () => {
      settle();
      renameSync(beside, path);
      syncFolder(folder);
    },
    discard: () => {
      close();
      rmSync(beside, { force: true });
    },
  };
}

/** What is no file, a device or a pipe with a name, is written to as it stands: nothing may take its place. */
function onDevice(path: string): SafeFile {
  const device = openSync(path, 'w');
  const close = once(() => closeSync(device));
  return {
    write: (piece) => writeWhole(device, Buffer.from(piece)),
    settle: close,
    commit: close,
    discard: close,
  };
}

/** What is done only the first time that it is asked for. */
function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}

/** Whether a file is an SQLite database, or the log of one: of the school, or a copy of it. */
export function isDatabase(path: string): boolean {
  const beginning = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, beginning);
  } finally {
    closeSync(file);
  }
  const isLog = [0x377f0682, 0x377f0683].includes(beginning.readUInt32BE());
  return isLog || beginning.toString('latin1') === 'SQLite format 3\0';
}

function opened(path: string, folder: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Problem('noFolder', { folder }, undefined, { cause: error });
    if (code === 'ENOTDIR')
      throw new Problem('notAFolder', { folder }, undefined, { cause: error });
    if (!notWritable.includes(code)) throw error;
    throw new Problem('folderNotWritable', { folder }, undefined, { cause: error });
  }
}

const notWritable = ['EACCES', 'EPERM', 'EROFS'];

/**
 * Writes a file whole or not at all.
 * @throws Problem those of beginFile
 */
export function writeFileSafely(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  options: { overwrite: boolean },
): void {
  writeFilesSafely([{ path, pieces }], options);
}

/**
 * Writes files, all of them or none: each place is looked at before anything is written, and they get their
 * names when all are on the disk.
 * @throws Problem those of beginFile
 */
export function writeFilesSafely(
  files: readonly { path: string; pieces: Iterable<string | Uint8Array> }[],
  options: { overwrite: boolean },
): void {
  const begun: SafeFile[] = [];
  try {
    for (const { path } of files) begun.push(beginFile(path, options));
    for (const [at, { pieces }] of files.entries()) {
      for (const piece of pieces) begun[at]?.write(piece);
      begun[at]?.settle();
    }
    for (const file of begun) file.commit();
  } catch (error) {
    for (const file of begun) file.discard();
    throw error;
  }
}

/** A write may take only a part of what it is given, on a disk that is nearly full. */
export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written, bytes.length - written);
  }
}

/** The new name is on the disk only when the folder is. */
function syncFolder(folder: string): void {
  const file = openSync(folder, 'r');
  fsyncSync(file);
  closeSync(file);
}
