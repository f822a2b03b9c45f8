import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Columns } from '../../src/csv/columns.js';
import { FileFault } from '../../src/csv/fault.js';
import { columnsOf } from '../../src/csv/files.js';
import { readTable } from '../../src/csv/reader.js';
import { openSource } from '../../src/csv/source.js';

const folder = mkdtempSync(join(tmpdir(), 'ejournal-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

// The same files in every run of the suite; `FUZZ=100000` tries as many others.
const given = process.env['FUZZ'];
const tried = given ? { numRuns: Number(given) } : { numRuns: 3_000, seed: 1 };

const good: readonly [Columns, string][] = [
  [
    columnsOf.students,
    'klase;uzvārds;vārds;lietas nr;personas kods;dzimšanas datums;uzņemts\n' +
      '7.a;Bērziņa;Anna Marija;1042;010203-20015;01.02.2003;2015-09-01\n' +
      '"10.DIT";"Kalniņš ""Jr""";"Jā\nnis";1043;;\\N;1.9.2015.\n',
  ],
  [
    columnsOf.lessons,
    'date,period,group,topic,held,absences_checked,recorded_at\n' +
      '2015-09-14,1,7.a mat,"Darbības, daļas",yes,01.09.2015 17:45,2015-09-14T10:00:00+03:00\n' +
      '14.09.2015,2,7.a mat,,nē,jā,25.10.2015 03:30:10\n',
  ],
  [
    columnsOf.marks,
    'sep=\t\r\nDate\tGroup\tWork\tRegister No\tValue\r\n2015-09-14\t7.a\tDarbs\t1042\t10\r\n',
  ],
  [
    columnsOf.bells,
    'saraksts;stunda;sākums;beigas;dienas\nparastā;1;8.30;09:10;1-5\n\nīsā;2;9:20;10:00;1,3\n',
  ],
  [columnsOf.groups, 'group;subject;teacher;classes;whole\nG1;MAT;AB+CD;10.a+10.b;1\n'],
];

const encoded: readonly ((file: string) => Buffer)[] = [
  (file) => Buffer.from(file),
  (file) => Buffer.from(`\ufeff${file}`),
  (file) => Buffer.from(`\ufeff${file}`, 'utf16le'),
  (file) => Buffer.from(`\ufeff${file}`, 'utf16le').swap16(),
  (file) => Buffer.from(file.replace(/[^\0-\x7f]/g, '\xe2'), 'latin1'),
];

const tokens = [
  ...[
    '"',
    '""',
    ';',
    ',',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\ufeff',
    '\ufffd',
    '\\N',
    "'",
    '=',
    '+',
  ],
  ...[
    'sep=;\n',
    '4.45E+09',
    '01.feb',
    '7,5',
    '__proto__',
    'constructor',
    'klase',
    'group',
    '\ud7ff',
  ],
  ...['9999-12-31T23:59:59-12:00', '0000-00-00', '99999999999999999999', '2016-03-27 03:30', '+++'],
].map((token) => Buffer.from(token));
const anyPiece = fc.oneof(
  fc.constantFrom(...tokens),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
);
const anyMutation = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ weight: 8, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) }),
  piece: anyPiece,
  times: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(50) }),
});

function mutated(file: Buffer, mutations: readonly MutationOf<typeof anyMutation>[]): Buffer {
  let bytes = file;
  for (const { place, cut, piece, times } of mutations) {
    const at = Math.floor(place * bytes.length);
    const added = Array.from({ length: times }, () => piece);
    bytes = Buffer.concat([bytes.subarray(0, at), ...added, bytes.subarray(at + cut)]);
  }
  return bytes;
}

type MutationOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

test('a damaged file is read or refused by a FileFault, and no column is lost silently', () => {
  const path = join(folder, 'file.csv');
  let [read, refused] = [0, 0];
  fc.assert(
    fc.property(
      fc.constantFrom(...good),
      fc.constantFrom(...encoded),
      fc.array(anyMutation, { minLength: 1, maxLength: 6 }),
      ([columns, file], toBytes, mutations) => {
        const bytes = mutated(toBytes(file), mutations);
        writeFileSync(path, bytes);
        const source = openSource(path, {});
        try {
          const { header, rows } = readTable(source, columns, { zone: 'Europe/Riga' });
          const reported = header.unknown.map(({ cell }) => cell);
          const lost = header.cells.filter(
            (cell, place) =>
              !header.places[place] && cell.trim() !== '' && !reported.includes(cell),
          );
          expect(lost).toEqual([]);
          for (const { nearest } of header.unknown) expect(Object.keys(columns)).toContain(nearest);
          const lines = bytes.toString('latin1').split(/\r\n|\n|\r/).length;
          let before = 0;
          for (const { line, cells, values, bad } of rows()) {
            expect(line).toBeGreaterThan(before);
            before = line;
            const known = header.places.filter((name) => name !== undefined);
            // What stands under no name is a fault of its own, of no column.
            const faults = bad.map(({ column }) => column).filter((column) => column !== '');
            const told = [...Object.keys(values), ...faults];
            if (cells.length === header.cells.length) expect(told.sort()).toEqual(known.sort());
            else expect(bad.map(({ wrong }) => wrong.finding)).toEqual(['raggedRow']);
          }
          if (source.detected.encoding === 'utf-8') expect(before).toBeLessThanOrEqual(lines);
          read += 1;
        } catch (error) {
          if (!(error instanceof FileFault)) throw error;
          expect(error.line).toBeGreaterThan(0);
          refused += 1;
        } finally {
          source.close();
        }
      },
    ),
    tried,
  );
  expect(Math.min(read, refused)).toBeGreaterThan(tried.numRuns / 100);
});
