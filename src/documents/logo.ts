import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Problem } from '../problem.js';
import { contentOf } from './yaml-file.js';

/** The names that the file of a logo may have. */
export const logoNames = ['logo.png', 'logo.jpg', 'logo.jpeg'];

export const logoFileIn = (ownFolder: string): string | undefined =>
  logoNames.map((name) => join(ownFolder, name)).find((path) => existsSync(path));

/**
 * The bytes of a logo, which is a whole picture: of half a one pdfmake tells in its own words, or prints
 * half of it.
 * @throws Problem badLogo
 */
export function readLogo(file: string): Uint8Array {
  const bytes = contentOf(file);
  if (!isWholePng(bytes) && !isWholeJpeg(bytes)) throw new Problem('badLogo', undefined, { file });
  return new Uint8Array(bytes);
}

const jpegBegins = Buffer.from('ffd8ff', 'hex');
const jpegEnds = Buffer.from('ffd9', 'hex');
/** Before the data of the picture itself; a small one for a preview may stand before it. */
const jpegScan = Buffer.from('ffda', 'hex');

const isWholeJpeg = (bytes: Buffer) =>
  bytes.subarray(0, 3).equals(jpegBegins) &&
  bytes.includes(jpegScan) &&
  bytes.lastIndexOf(jpegEnds) > bytes.lastIndexOf(jpegScan);

/** Its chunks (PNG, section 5.3) go on to the end, and the data in them unpack to rows of dots. */
function isWholePng(bytes: Buffer): boolean {
  if (bytes.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') return false;
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return hasRows(bytes, unpacked(Buffer.concat(data)));
    at += 12 + length;
  }
  return false;
}

function unpacked(data: Buffer): Buffer {
  try {
    return inflateSync(data);
  } catch {
    return Buffer.alloc(0);
  }
}

/** How many values a dot has, by the type of colour (PNG, section 11.2.2). */
const valuesOfDot: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Where the dots of each pass begin, and how far apart they are (PNG, section 8.2). */
const inOnePass = [[0, 0, 1, 1]] as const;
const interlaced = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Whether every row that the head of a picture promises is there, each with one of the five filters. */
function hasRows(png: Buffer, data: Buffer): boolean {
  const [width, height, depth] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24] ?? 0];
  const bits = depth * (valuesOfDot[png[25] ?? -1] ?? 0);
  if (bits === 0 || width === 0 || height === 0) return false;
  let at = 0;
  for (const [left, upper, across, down] of png[28] === 1 ? interlaced : inOnePass) {
    const dots = Math.ceil((width - left) / across);
    const rows = dots > 0 ? Math.ceil((height - upper) / down) : 0;
    for (let row = 0; row < rows; row += 1) {
      if ((data[at] ?? 5) > 4) return false;
      at += 1 + Math.ceil((dots * bits) / 8);
    }
  }
  return at <= data.length;
}
