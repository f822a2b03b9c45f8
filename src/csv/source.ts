import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './small-heap.js';
import { Problem } from '../problem.js';
import { detectEncoding, type Encoding } from './encoding.js';
import { writeWhole } from './safe-file.js';

export const delimiters = [';', ',', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What is said of a file instead of being detected. */
export interface SourceOptions {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
}

/** An opened file: what it is, and its bytes, which may be read several times. */
export interface Source extends SourceOptions {
  readonly name: string;
  readonly sha256: string;
  /** Its size. */
  readonly bytes: number;
  /** Of the opened file; another thread reads by it. */
  readonly descriptor: number;
  /** What it is written in; a fault of the encoding shows when the text is read. */
  readonly detected: ReturnType<typeof detectEncoding>;
  chunks(): Generator<Buffer>;
  close(): void;
}

/** 64 KiB: large enough that reading costs nothing, small enough for any memory. */
const chunkSize = 65_536;

/**
 * Opens a file for reading and looks through its bytes once; `-` is standard input.
 * @throws Problem fileNotFound
 */
export function openSource(path: string, options: SourceOptions): Source {
  const isInput = path === '-';
  const file = isInput ? spooled() : opened(path);
  const hash = createHash('sha256');
  let bytes = 0;
  const chunks = () => chunksOf(file);
  for (const chunk of chunks()) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  const detected = detectEncoding(chunks, options.encoding);
  // What was tried is done afterwards: standard input is read for both.
  const close = () => (isInput ? undefined : closeSync(file));
  const sha256 = hash.digest('hex');
  return { ...options, name: path, sha256, bytes, descriptor: file, detected, chunks, close };
}

function opened(path: string): number {
  try {
    // A device may never end.
    if (statSync(path).isCharacterDevice()) throw new Error('a device is no file');
    const file = openSync(path, 'r');
    readSync(file, Buffer.alloc(1), 0, 1, 0);
    return file;
  } catch (error) {
    throw new Problem('fileNotFound', { file: path }, { field: 'file' }, { cause: error });
  }
}

let input: number | undefined;

/**
 * Standard input can be read only once: it is kept in a file without a name that only we can read, until the
 * program ends.
 */
function spooled(): number {
  if (input !== undefined) return input;
  const folder = mkdtempSync(join(tmpdir(), 'ejournal-'));
  try {
    const file = openSync(join(folder, 'input'), 'wx+', 0o600);
    for (const chunk of chunksOf(0, null)) writeWhole(file, chunk);
    input = file;
    return file;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The bytes of an opened file, piece by piece. */
export function* chunksOf(file: number, from: number | null = 0): Generator<Buffer> {
  for (let position = from; ; ) {
    const chunk = Buffer.allocUnsafe(chunkSize);
    const read = readNext(file, chunk, position);
    if (read === 0) return;
    if (position !== null) position += read;
    yield chunk.subarray(0, read);
  }
}

/** A terminal or a pipe that has nothing yet says EAGAIN; one that is closed says EOF. */
function readNext(file: number, chunk: Buffer, position: number | null): number {
  for (;;) {
    try {
      return readSync(file, chunk, 0, chunk.length, position);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
