import { basename } from 'node:path';
import { sha256 } from '../db/digests.js';
import type { PaperStudent } from './paper.js';

/** Names that Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** So many bytes fit on every file system, with room for an ending. */
const longest = 120;

/**
 * A name that every file system takes: no control, direction or reserved characters, no dot or blank at
 * its end, no device of Windows, no more than 120 bytes. It names a file of one folder, never a path.
 * Two are told apart by `ending`, before which the name is cut, or by the name where there is none: what
 * had to be changed of that bears a checksum of it, so that no two get one file.
 */
export function safeFileName(name: string, ending = ''): string {
  const telling = (ending || name).normalize('NFC');
  const safe = fitting(name, ending, longest);
  if (ending === '' ? safe === telling : safe.endsWith(telling)) return safe;
  const mark = ` ${sha256(telling).slice(0, 6)}`;
  return fitting(name, ending, longest - mark.length) + mark;
}

/** `Bērziņa Anna (1001)` and what follows, as a safe name. */
export function fileNameOf({ last_name, first_name, register_no }: PaperStudent, ending: string) {
  return safeFileName(`${last_name} ${first_name}`, ` (${register_no})${ending}`);
}

function fitting(name: string, ending: string, most: number): string {
  const tail = shortened(cleaned(ending), most);
  const head = cleaned(name).replace(/^\.+/, '_');
  const named = reserved.test(head) ? `_${head}` : head;
  const whole = `${shortened(named, most - Buffer.byteLength(tail))}${tail}`;
  return basename(whole.replace(/[. ]+$/, '') || '_');
}

/** A text without what file systems refuse; two may become one. */
export function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '_');
}

function shortened(name: string, bytes: number): string {
  let short = name;
  while (short !== '' && Buffer.byteLength(short) > bytes) short = [...short].slice(0, -1).join('');
  return short;
}
