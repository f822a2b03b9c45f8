import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { text } from '../../src/csv/cells.js';
import { detectEncoding } from '../../src/csv/encoding.js';
import { FileFault } from '../../src/csv/fault.js';
import { readTable } from '../../src/csv/reader.js';
import { openSource, type Source, type SourceOptions } from '../../src/csv/source.js';
import { Problem } from '../../src/problem.js';

const folder = mkdtempSync(join(tmpdir(), 'ejournal-encoding-'));
afterAll(() => rmSync(folder, { recursive: true }));

const columns = { code: { lv: 'kods', read: text }, name: { lv: 'nosaukums', read: text } };
const zone = 'Europe/Riga';

/** The rows of a source as `[line, code, name]`, or the fault as `finding@line`. */
function rowsOf(source: Source): string | unknown[][] {
  try {
    const rows = [...readTable(source, columns, { zone }).rows()];
    return rows.map(({ line, values, bad }) =>
      bad.length > 0 ? [line, bad] : [line, values.code, values.name],
    );
  } catch (error) {
    if (error instanceof FileFault) return `${error.wrong.finding}@${error.line}`;
    throw error;
  }
}

function read(bytes: Buffer | string, options: SourceOptions = {}) {
  const path = join(folder, 'file.csv');
  writeFileSync(path, bytes);
  const source = openSource(path, options);
  try {
    return rowsOf(source);
  } finally {
    source.close();
  }
}

const letters1257: Record<string, number> = {
  ...{ ā: 0xe2, č: 0xe8, ē: 0xe7, ģ: 0xec, ī: 0xee, ķ: 0xed, ļ: 0xef, ņ: 0xf2, š: 0xf0 },
  ...{ ū: 0xfb, ž: 0xfe, Ā: 0xc2, Č: 0xc8, Š: 0xd0, Ž: 0xde },
};
const windows1257 = (written: string) =>
  Buffer.from([...written].map((letter) => letters1257[letter] ?? letter.charCodeAt(0)));
const utf16le = (written: string) => Buffer.from(`\ufeff${written}`, 'utf16le');
const utf16be = (written: string) => utf16le(written).swap16();

const latvian = 'code;name\nA1;Āboltiņa Žanete\nB2;glāžšķūņa čigāniete ēģīļūķ\n';
const latvianRows = [
  [2, 'A1', 'Āboltiņa Žanete'],
  [3, 'B2', 'glāžšķūņa čigāniete ēģīļūķ'],
];

describe('the encoding of a file', () => {
  test.each([
    ['UTF-8', Buffer.from(latvian)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${latvian}`)],
    ['UTF-16 LE with a mark', utf16le(latvian)],
    ['UTF-16 BE with a mark', utf16be(latvian)],
    ['Windows-1257', windows1257(latvian)],
  ])('%s is found out', (_, bytes) => {
    expect(read(bytes)).toEqual(latvianRows);
  });

  test.each([
    ['utf-8', Buffer.from(latvian)],
    ['utf-8', Buffer.from(`\ufeff${latvian}`)],
    ['windows-1257', windows1257(latvian)],
    ['utf-16le', utf16le(latvian)],
    ['utf-16le', utf16le(latvian).subarray(2)],
    ['utf-16be', utf16be(latvian)],
    ['utf-16be', utf16be(latvian).subarray(2)],
  ] as const)('%s is taken when it is said', (encoding, bytes) => {
    expect(read(bytes, { encoding })).toEqual(latvianRows);
  });

  test('what is said is stronger than what is found out', () => {
    expect(read('code;name\nA;\xc4\x81\n', { encoding: 'windows-1257' })).not.toEqual([
      [2, 'A', 'ā'],
    ]);
    expect(read(windows1257(latvian), { encoding: 'utf-8' })).toBe('notInEncoding@2');
    expect(read(utf16le(latvian), { encoding: 'utf-8' })).toBe('notInEncoding@1');
  });

  test('a plain file is UTF-8, and its first letter beyond ASCII may come late', () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => `${n};plain`).join('\n');
    expect(read(`code;name\n${rows}\nZ;ž`)).toHaveLength(60_001);
    const late = read(Buffer.concat([Buffer.from(`code;name\n${rows}\n`), windows1257('Z;ž')]));
    expect(late.at(-1)).toEqual([60_002, 'Z', 'ž']);
  });

  test('UTF-8 and Windows-1257 in one file are refused, with the line', () => {
    const utf8 = Buffer.from('code;name\nA;ā\n\nB;plain\n');
    expect(read(Buffer.concat([utf8, windows1257('C;š\n')]))).toBe('mixedEncoding@5');
    expect(read(Buffer.concat([windows1257('code;name\nC;š\n'), Buffer.from('A;ā\n')]))).toBe(
      'mixedEncoding@2',
    );
  });

  test('a NUL is refused with its line', () => {
    expect(read('code;name\nA;a\nB;b\0b\n')).toBe('nulByte@3');
    expect(read('code;name\nA;a\nB;b\0b\n', { encoding: 'utf-8' })).toBe('nulByte@3');
    expect(read('code;name\nA;a\nB;b\0b\n', { encoding: 'windows-1257' })).toBe('nulByte@3');
    expect(read('\0')).toBe('nulByte@1');
  });

  test.each([
    ['LE', utf16le],
    ['BE', utf16be],
  ])('a NUL in UTF-16 %s is refused with its line', (_, written) => {
    expect(read(written('code;name\nA;a\nB;b\0b\n'))).toBe('nulByte@3');
  });

  test.each([0xa1, 0xa5])('a byte that Windows-1257 does not have is refused: %i', (byte) => {
    const bytes = Buffer.concat([windows1257('code;name\nA;š\nB;'), Buffer.from([byte, 0x0a])]);
    expect(read(bytes)).toBe('notInEncoding@3');
    expect(read(bytes, { encoding: 'windows-1257' })).toBe('notInEncoding@3');
  });

  test.each([
    ['LE', utf16le],
    ['BE', utf16be],
  ])('half a letter in UTF-16 %s is refused with its line', (_, written) => {
    expect(read(written('code;name\nA;a\nB;b\ud800b\nC;c\n'))).toBe('notInEncoding@3');
  });

  test.each([
    ['LE', utf16le],
    ['BE', utf16be],
  ])('a file in UTF-16 %s that ends in the middle of a letter is refused', (_, written) => {
    expect(read(written('code;name\nA;a\nB;bā').subarray(0, -1))).toBe('notInEncoding@3');
  });

  test('a file in UTF-8 that ends in the middle of a letter is refused', () => {
    const bytes = Buffer.from('code;name\nA;ā\nB;bā').subarray(0, -1);
    expect(read(bytes)).toBe('mixedEncoding@3');
    expect(read(bytes, { encoding: 'utf-8' })).toBe('notInEncoding@3');
  });

  test('the sign of a letter that was lost already is refused in its cell', () => {
    expect(read('code;name\nA;J\ufffdnis\nB;b\n')).toEqual([
      [2, [{ column: 'name', wrong: expect.objectContaining({ finding: 'unreadableLetter' }) }]],
      [3, 'B', 'b'],
    ]);
  });
});

describe('a file', () => {
  test('has a size and a hash', () => {
    const path = join(folder, 'hash.csv');
    writeFileSync(path, latvian);
    const source = openSource(path, {});
    expect(source.bytes).toBe(Buffer.byteLength(latvian));
    expect(source.sha256).toBe(createHash('sha256').update(latvian).digest('hex'));
    source.close();
  });

  test('that is not there, or is a folder, is the problem of the user', () => {
    mkdirSync(join(folder, 'folder.csv'));
    for (const name of ['none.csv', 'folder.csv']) {
      expect(() => openSource(join(folder, name), {})).toThrow(
        expect.objectContaining({ problem: 'fileNotFound' }),
      );
      expect(() => openSource(join(folder, name), {})).toThrow(Problem);
    }
  });
});

const written = { utf8: (it: string) => Buffer.from(it), windows1257, utf16le, utf16be };
const anyCell = fc
  .array(fc.constantFrom('a', 'ā', 'Ž', 'š', '""', ';', '\n', '\r\n', ' '), { maxLength: 6 })
  .map((parts) => `"${parts.join('')}"`);
const anyTail = fc
  .array(
    fc.tuple(anyCell, anyCell, fc.constantFrom('\n', '\r\n', '\n\n')).map(([a, b, end]) => {
      return `${a};${b}${end}`;
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => rows.join(''));
const anyEncoding = fc.constantFrom(...(Object.keys(written) as (keyof typeof written)[]));

describe('a file is read in pieces', () => {
  test('and wherever a piece ends on the disk, the rows are the same', () => {
    fc.assert(
      fc.property(anyTail, anyEncoding, fc.nat(200), (tail, encoding, before) => {
        const toBytes = written[encoding];
        const marked = encoding.startsWith('utf16') ? 2 : 0;
        const width = marked || 1;
        const header = 'code;name\nš;ā\n';
        const end = Math.floor((262_144 - toBytes(header).length) / width) - before;
        const filler = `${'x'.repeat(end - 3)};y\n`;

        const alone = read(toBytes(header + tail)) as unknown[][];
        const far = read(toBytes(header + filler + tail)) as unknown[][];
        expect(alone).toBeInstanceOf(Array);
        const moved = alone.slice(1).map(([line, ...cells]) => [Number(line) + 1, ...cells]);
        expect([far[0], ...far.slice(2)]).toEqual([alone[0], ...moved]);
      }),
      { numRuns: 150 },
    );
  });

  test('and whatever the pieces are after the header, the rows or the fault are the same', () => {
    const path = join(folder, 'pieces.csv');
    fc.assert(
      fc.property(
        anyTail,
        fc.constantFrom('', '"open', 'a"b;c\n', 'only one\n', 'x;\0\n', 'š;'),
        anyEncoding,
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (tail, ending, encoding, sizes) => {
          const header = 'code;name\nš;ā\n';
          const bytes = written[encoding](header + tail + ending);
          writeFileSync(path, bytes);
          const whole = openSource(path, {});
          const cuts = [written[encoding](header).length];
          while ((cuts.at(-1) ?? 0) < bytes.length) {
            cuts.push((cuts.at(-1) ?? 0) + (sizes.next().value as number));
          }
          const chunks = function* () {
            for (const [place, cut] of cuts.entries()) {
              yield bytes.subarray(place === 0 ? 0 : cuts[place - 1], cut);
            }
          };
          const cut = { ...whole, chunks, detected: detectEncoding(chunks, undefined) };
          const [expected, actual] = [rowsOf(whole), rowsOf(cut)];
          whole.close();
          expect(actual).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
