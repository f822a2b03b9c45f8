import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { text } from '../../src/csv/cells.js';
import { readTable } from '../../src/csv/reader.js';
import { writeFileSafely } from '../../src/csv/safe-file.js';
import { openSource } from '../../src/csv/source.js';
import { type CsvValue, csvText, type Dialect, dialects } from '../../src/csv/writer.js';

const folder = mkdtempSync(join(tmpdir(), 'ejournal-writer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const columns = {
  code: { lv: 'kods', read: text },
  name: { lv: 'nosaukums', read: text },
  note: { lv: 'piezīme', read: text },
};
const headings = {
  csv: Object.keys(columns),
  excel: Object.values(columns).map(({ lv }) => lv),
};

function readBack(rows: Iterable<readonly CsvValue[]>, dialect: Dialect) {
  const path = join(folder, 'file.csv');
  writeFileSafely(path, csvText(headings[dialect], rows, dialect), { overwrite: true });
  const source = openSource(path, {});
  try {
    return [...readTable(source, columns, { zone: 'Europe/Riga' }).rows()].map((row) => {
      expect(row.bad).toEqual([]);
      return [row.values.code, row.values.name, row.values.note];
    });
  } finally {
    source.close();
  }
}

const written = (rows: readonly (readonly CsvValue[])[], dialect: Dialect) =>
  [...csvText(['a', 'b'], rows, dialect)].join('');

describe('CSV that is written', () => {
  test('has commas and LF, quotes where they are needed, and nothing is escaped', () => {
    const rows = [
      ['x', 1],
      ['=1+1', null],
      ['a,b', 'say "so"'],
      ['-', undefined],
      ['é;', 'x\ny'],
    ];
    expect(written(rows, 'csv')).toBe('a,b\nx,1\n=1+1,\n"a,b","say ""so"""\n-,\né;,"x\ny"\n');
  });

  test('has a mark, semicolons, CRLF and safe cells for spreadsheets', () => {
    const rows = [
      ['x', -5],
      ['=1+1', '+371'],
      ['-', '@x'],
      ['a;b', "it's"],
      ['\tx', 'a=b'],
      ['＝1', '＋1'],
      ['－1', "'＠1"],
    ];
    expect(written(rows, 'excel')).toBe(
      "\ufeffa;b\r\nx;-5\r\n'=1+1;'+371\r\n'-;'@x\r\n\"a;b\";it's\r\n'\tx;a=b\r\n" +
        "'＝1;'＋1\r\n'－1;''＠1\r\n",
    );
  });

  test.each(dialects)('without rows is a header that we read (%s)', (dialect) => {
    expect(readBack([], dialect)).toEqual([]);
  });

  test.each(dialects)('keeps many rows and their order (%s)', (dialect) => {
    const rows = Array.from({ length: 12_345 }, (_, n) => [`${n}`, 'Ķēniņš', '-']);
    expect(readBack(rows, dialect)).toEqual(rows);
  });

  const ends = ['\n', '\r\n', '\r'].flatMap((end) => dialects.map((it) => [end, it] as const));
  test.each(ends)('keeps a cell with the line break %j in one row (%s)', (end, dialect) => {
    expect(readBack([[`a${end}b`, 'c', 'd']], dialect)).toEqual([['a b', 'c', 'd']]);
  });
});

/** A cell as formats.md reads it: trimmed, white space as one blank, NFC; nothing, or what clears. */
function asRead(cell: string): string | null | undefined {
  const clean = cell.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return clean === '' ? undefined : clean === '\\N' ? null : clean;
}

/** A row without any content is as good as a blank line. */
const isFilled = (row: readonly unknown[]) => row.some((cell) => cell !== undefined);

const pieces = [
  ...['"', "'", '""', ';', ',', '\t', '\n', '\r\n', '\r', '=', '+', '-', '@', '\\N', '\\', '|'],
  ...['a', 'ā', 'Ž', 'ķ', 'n\u0327', ' ', '\u00a0', '\u2028', '\ufeff', '😀', '0', 'sep=;'],
  ...['＝', '＋', '－', '＠'],
];
const anyCell = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }).filter((it) => !/[\0\ufffd]/.test(it)),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((it) => !/[\0\ufffd]/.test(it)),
);

describe('what is written is read back the same', () => {
  test.each(dialects)('whatever stands in the cells (%s)', (dialect) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell, anyCell), { maxLength: 8 }), (rows) => {
        const read = rows.map((row) => row.map(asRead));
        expect(readBack(rows, dialect).filter(isFilled)).toEqual(read.filter(isFilled));
      }),
      { numRuns: 1_000 },
    );
  });

  test('and for spreadsheets no cell begins like a formula', () => {
    fc.assert(
      fc.property(anyCell, anyCell, (first, second) => {
        const file = written([[first, second]], 'excel');
        const body = file.slice('\ufeffa;b\r\n'.length);
        expect(body).not.toMatch(/^"?[=+\-@\t\r＝＋－＠]/);
        if (!first.includes(';')) {
          const rest = body.slice(body.indexOf(';') + 1);
          expect(rest).not.toMatch(/^"?[=+\-@\t＝＋－＠]/);
        }
      }),
    );
  });
});
