import { basename } from 'node:path';

/** Names that Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** So many bytes fit on every file system, with room for an ending. */
const longest = 120;

/**
 * A name that every file system takes: no control, direction or reserved characters, no dot or blank at
 * its end, no device of Windows, no more than 120 bytes. It names a file of one folder, never a path.
 * What is too long is cut before `ending`, which tells two of one name apart.
 */
export function safeFileName(name: string, ending = ''): string {
  const tail = cleaned(ending);
  const head = cleaned(name).replace(/^\.+/, '_');
  const named = reserved.test(head) ? `_${head}` : head;
  const short = shortened(named, longest - Buffer.byteLength(tail));
  const whole = shortened(`${short}${tail}`, longest);
  return basename(whole.replace(/[. ]+$/, '') || '_');
}

function cleaned(text: string): string {
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
