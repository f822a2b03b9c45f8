import { basename } from 'node:path';

/** Names that Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** So many bytes fit on every file system, with room for an ending. */
const longest = 120;

/**
 * A name that every file system takes: no control, direction or reserved characters, no dot or blank at
 * its end, no device of Windows, no more than 120 bytes. It names a file of one folder, never a path.
 */
export function safeFileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '_')
    .replace(/^\.+/, '_');
  const named = reserved.test(clean) ? `_${clean}` : clean;
  return basename(shortened(named).replace(/[. ]+$/, '') || '_');
}

function shortened(name: string): string {
  let short = name;
  while (Buffer.byteLength(short) > longest) short = [...short].slice(0, -1).join('');
  return short;
}
