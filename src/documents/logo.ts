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

/** Its chunks (PNG, section 5.3) go on to the end, and the data in them unpack. */
function isWholePng(bytes: Buffer): boolean {
  if (bytes.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') return false;
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return isPacked(Buffer.concat(data));
    at += 12 + length;
  }
  return false;
}

function isPacked(data: Buffer): boolean {
  try {
    return inflateSync(data).length > 0;
  } catch {
    return false;
  }
}
