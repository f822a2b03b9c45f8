import { isAscii, isUtf8 } from 'node:buffer';
import { wrong } from '../text/findings.js';
import { FileFault } from './fault.js';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1257'] as const;
export type Encoding = (typeof encodings)[number];

/** How the text of a file is written. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** The bytes of the byte order mark at its beginning. */
  readonly mark: number;
  readonly fault: FileFault | undefined;
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * By its mark; else UTF-8 where all of it is that, else Windows-1257, which Latvian Excel writes. A file
 * that has lines of the one and lines of the other is a fault, and so is a NUL, which no text has.
 */
export function detectEncoding(
  chunks: () => Iterable<Buffer>,
  said: Encoding | undefined,
): DetectedEncoding {
  try {
    return lookedThrough(chunks, said);
  } catch (error) {
    if (error instanceof FileFault) return { encoding: said ?? 'utf-8', mark: 0, fault: error };
    throw error;
  }
}

function lookedThrough(
  chunks: () => Iterable<Buffer>,
  said: Encoding | undefined,
): DetectedEncoding {
  let utf8Lines = false;
  let firstOther: number | undefined;
  for (const { bytes, line } of linesOf(chunks())) {
    if (line === 1) {
      const marked = marks.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte));
      if (marked?.[0].startsWith('utf-16')) {
        return { encoding: said ?? marked[0], mark: 2, fault: undefined };
      }
    }
    const nul = bytes.indexOf(0);
    if (nul >= 0 && !said?.startsWith('utf-16')) {
      return faulty(said, line + newlines(bytes.subarray(0, nul)), wrong('nulByte'));
    }
    if (!isUtf8(bytes)) firstOther ??= line + firstBadLine(bytes);
    if (hasUtf8Line(bytes, firstOther === undefined)) utf8Lines = true;
  }
  const mark = startsWithMark(chunks()) ? 3 : 0;
  if (said) return { encoding: said, mark: said === 'utf-8' ? mark : 0, fault: undefined };
  if (firstOther === undefined) return { encoding: 'utf-8', mark, fault: undefined };
  return utf8Lines
    ? faulty('utf-8', firstOther, wrong('mixedEncoding'))
    : { encoding: 'windows-1257', mark: 0, fault: undefined };
}

function faulty(said: Encoding | undefined, line: number, why: FileFault['wrong']) {
  return { encoding: said ?? ('utf-8' as const), mark: 0, fault: new FileFault(line, why) };
}

function startsWithMark(chunks: Iterable<Buffer>): boolean {
  for (const chunk of chunks) return chunk.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  return false;
}

/** A line of so many bytes is no record of ours; the parser refuses records of a quarter of it. */
const longestLine = 4_194_304;

/** The bytes in blocks that end where a line ends, each with the number of its first line. */
function* linesOf(chunks: Iterable<Buffer>): Generator<{ bytes: Buffer; line: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end > 0) {
      const block = bytes.subarray(0, end);
      yield { bytes: block, line };
      line += newlines(block);
    }
    rest = bytes.subarray(end);
    if (rest.length > longestLine) throw new FileFault(line, wrong('recordTooLarge'));
  }
  if (rest.length > 0) yield { bytes: rest, line };
}

/** Whether a block has a line with letters beyond ASCII that is good UTF-8. */
function hasUtf8Line(bytes: Buffer, allGood: boolean): boolean {
  if (allGood) return !isAscii(bytes);
  return split(bytes).some((line) => !isAscii(line) && isUtf8(line));
}

const firstBadLine = (bytes: Buffer) => split(bytes).findIndex((line) => !isUtf8(line));

function split(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, next));
    start = next;
  }
  return lines;
}

function newlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

/**
 * The text of a file, piece by piece. UTF-8 stays in bytes, since the parser reads those; what was
 * detected as UTF-8 is known to be good.
 * @throws FileFault where bytes are not of the encoding
 */
export function* textOf(
  chunks: Iterable<Buffer>,
  { encoding, mark, fault }: DetectedEncoding,
): Generator<Buffer | string> {
  if (fault) throw fault;
  let left = mark;
  if (encoding === 'utf-8') {
    for (const { bytes, line } of linesOf(chunks)) {
      if (!isUtf8(bytes))
        throw new FileFault(line + firstBadLine(bytes), wrong('notInEncoding', { encoding }));
      yield bytes.subarray(left);
      left = 0;
    }
    return;
  }
  yield* decoded(chunks, encoding);
}

/** What is no text: bytes that the encoding does not know, a NUL, and the controls of Windows-1257's gaps. */
const noText = /[\ufffd\u0000\u0080-\u009f]/;

function* decoded(chunks: Iterable<Buffer>, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  let line = 1;
  const checked = (text: string): string => {
    const bad = text.search(noText);
    if (bad >= 0) {
      const why = text[bad] === '\0' ? wrong('nulByte') : wrong('notInEncoding', { encoding });
      throw new FileFault(line + linesIn(text.slice(0, bad)), why);
    }
    line += linesIn(text);
    return text;
  };
  for (const chunk of chunks) yield checked(decoder.decode(chunk, { stream: true }));
  yield checked(decoder.decode());
}

const linesIn = (text: string) => text.split('\n').length - 1;
