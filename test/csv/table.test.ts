import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { text } from '../../src/csv/cells.js';
import type { Columns } from '../../src/csv/columns.js';
import { FileFault } from '../../src/csv/fault.js';
import { columnsOf } from '../../src/csv/files.js';
import { readTable } from '../../src/csv/reader.js';
import { openSource, type SourceOptions } from '../../src/csv/source.js';

const folder = mkdtempSync(join(tmpdir(), 'ejournal-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read<C extends Columns>(file: string, columns: C, options: SourceOptions = {}) {
  const path = join(folder, 'file.csv');
  writeFileSync(path, file);
  const source = openSource(path, options);
  try {
    const { header, rows } = readTable(source, columns, { zone: 'Europe/Riga' });
    return { header, rows: [...rows()] };
  } finally {
    source.close();
  }
}

function faultOf(file: string, columns: Columns = pair): string {
  try {
    read(file, columns);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const column = error.column && `:${error.column}`;
    return `${error.wrong.finding}@${error.line}${column}`;
  }
  return 'none';
}

const pair = { code: { lv: 'kods', read: text }, name: { lv: 'nosaukums', read: text } };
const pairs = (file: string, options?: SourceOptions) =>
  read(file, pair, options).rows.map(({ line, values }) => [line, values.code, values.name]);

describe('the delimiter', () => {
  test.each([
    ['semicolon', ';'],
    ['comma', ','],
    ['tab', '\t'],
  ])('%s is found out by the header', (_, sign) => {
    const other = sign === ',' ? ';' : ',';
    expect(pairs(`code${sign}name\nA${sign}x${other}${other}y\n`)).toEqual([
      [2, 'A', `x${other}${other}y`],
    ]);
  });

  test('is found out by the header also where quotes hold others', () => {
    expect(pairs('"code";"name";"a,b,c,d"\nA;b;c\n')).toEqual([[2, 'A', 'b']]);
  });

  test.each([';', ',', '\t'])('of a first line sep= is obeyed: %j', (sign) => {
    expect(pairs(`sep=${sign}\ncode${sign}name\nA${sign}b\n`)).toEqual([[3, 'A', 'b']]);
    expect(pairs(`\ufeffsep=${sign}\r\ncode${sign}name\r\nA${sign}b\r\n`)).toEqual([[3, 'A', 'b']]);
  });

  test('of the option is stronger than what is found out', () => {
    const { header, rows } = read('code;name,x\n1,2\n', { x: { lv: 'y', read: text } } as const, {
      delimiter: ',',
    });
    expect(header.unknown.map(({ cell }) => cell)).toEqual(['code;name']);
    expect(rows[0]?.values).toEqual({ x: '2' });
  });
});

describe('the header', () => {
  const { students } = columnsOf;
  const full = 'class;last_name;first_name;register_no';

  test.each([
    'class;last_name;first_name;register_no',
    'klase;uzvārds;vārds;lietas nr',
    'KLASE;UZVĀRDS;VĀRDS;LIETAS NR',
    'Class;Last Name;first-name;REGISTER_NO',
    ' klase ;"uzvārds";v\u0061\u0304rds;lietasnr',
    'Class;LastName;first name;Lietas-Nr',
  ])('knows its columns by both names, however they are written: %s', (header) => {
    expect(read(`${header}\n7.a;Bērziņa;Anna;1042\n`, students).rows[0]).toMatchObject({
      line: 2,
      values: { class: '7.a', last_name: 'Bērziņa', first_name: 'Anna', register_no: '1042' },
      bad: [],
    });
  });

  test('knows every column of every file by its English and its Latvian name', () => {
    for (const columns of Object.values<Columns>(columnsOf)) {
      const names = Object.keys(columns);
      const latvian = names.map((name) => columns[name]?.lv ?? '');
      expect(read(`${names.join(';')}\n`, columns).header.places).toEqual(names);
      expect(read(`${latvian.join(';')}\n`, columns).header.places).toEqual(names);
    }
  });

  test('may have its columns in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(full.split(';'), { minLength: 4 }), (names) => {
        const value = { class: '7.a', last_name: 'X', first_name: 'Y', register_no: '1' };
        const cells = names.map((name) => value[name as keyof typeof value]);
        const { rows } = read(`${names.join(';')}\n${cells.join(';')}\n`, students);
        expect(rows[0]?.values).toEqual(value);
      }),
    );
  });

  test('reports an unknown column with the nearest known one, and reads the others', () => {
    const { header, rows } = read(`${full};Persoans kods;adress\n7.a;X;Y;1;zzz;Rīga\n`, students);
    expect(header.unknown).toEqual([
      { cell: 'Persoans kods', nearest: 'personal_code' },
      { cell: 'adress', nearest: 'address' },
    ]);
    expect(rows[0]?.values).toEqual({
      class: '7.a',
      last_name: 'X',
      first_name: 'Y',
      register_no: '1',
    });
  });

  test('is refused without a required column', () => {
    expect(faultOf('class;last_name;first_name\n7.a;X;Y\n', students)).toBe(
      'missingColumn@1:register_no',
    );
    expect(faultOf('\n\nklase;vārds;lietas nr\n', students)).toBe('missingColumn@3:last_name');
  });

  test('is refused with a column that stands there twice, by whichever name', () => {
    expect(faultOf(`${full};class\n`, students)).toBe('columnTwice@1:class');
    expect(faultOf(`${full};Klase\n`, students)).toBe('columnTwice@1:class');
    expect(faultOf(`${full};phone;Tālrunis\n`, students)).toBe('columnTwice@1:phone');
  });

  test('is enough for a good file', () => {
    for (const file of [
      'code;name',
      'code;name\n',
      '\ufeffcode;name\r\n\r\n',
      'sep=;\ncode;name',
    ]) {
      expect(pairs(file)).toEqual([]);
    }
  });

  test.each(['', '\n', '\n \r\n\n', '\ufeff', '\ufeff\n', 'sep=;', 'sep=;\n'])(
    'is missed in an empty file: %j',
    (file) => {
      expect(faultOf(file)).toMatch(/^noHeader@/);
    },
  );

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'takes %s for an unknown column',
    (name) => {
      const { header, rows } = read(`code;name;${name}\nA;b;c\n`, pair);
      expect(header.unknown.map(({ cell }) => cell)).toEqual([name]);
      expect(rows[0]?.values).toEqual({ code: 'A', name: 'b' });
    },
  );
});

describe('a record', () => {
  test('is ragged with too few or too many cells, and the others are read', () => {
    const { rows } = read('code;name\nA;a\nB\nC;c;c\nD;d\n', pair);
    expect(rows.map(({ line, bad }) => [line, bad.map(({ wrong }) => wrong.finding)])).toEqual([
      [2, []],
      [3, ['raggedRow']],
      [4, ['raggedRow']],
      [5, []],
    ]);
  });

  test('is quoted as RFC 4180 says', () => {
    expect(pairs('code;name\n"A";"say ""so""; or\nnot"\n"";""""\n')).toEqual([
      [2, 'A', 'say "so"; or not'],
      [4, undefined, '"'],
    ]);
  });

  test('with a quote that is never closed is a fault at its line', () => {
    expect(faultOf('code;name\nA;a\n"B\nb";b\nC;"c\nD;d\nE;e\n')).toBe('unclosedQuote@5');
    expect(faultOf('code;"name\n')).toBe('unclosedQuote@1');
  });

  test('with a stray quote is a fault at its line', () => {
    expect(faultOf('code;name\nA;a\n\nB;b"b\n')).toBe('strayQuote@4');
    expect(faultOf('code;name\n"A\nA";a\nB;"b"b\n')).toBe('strayQuote@4');
    expect(faultOf('code;na"me\n')).toBe('strayQuote@1');
  });

  test('may be large, but not over 1 MiB', () => {
    const large = 'x'.repeat(1_048_576 - 100);
    expect(pairs(`code;name\nA;a\nB;${large}\nC;c\n`)).toHaveLength(3);
    expect(faultOf(`code;name\nA;a\nB;${large}${'x'.repeat(200)}\nC;c\n`)).toBe('recordTooLarge@3');
    expect(faultOf(`code;name\nA;a\nB;"${'x\n'.repeat(600_000)}"\n`)).toBe('recordTooLarge@3');
    expect(faultOf(`code;name\nA;"a\n${'x;\n'.repeat(900_000)}`)).toBe('recordTooLarge@2');
    expect(faultOf('x'.repeat(3_000_000))).toBe('recordTooLarge@1');
  });

  test('counts its size in bytes', () => {
    expect(faultOf(`code;name\nA;${'ā'.repeat(600_000)}\n`)).toBe('recordTooLarge@2');
  });
});

describe('lines', () => {
  test('that are empty are passed over wherever they stand', () => {
    expect(pairs('\n\r\n  \ncode;name\n\n\nA;a\n\t\n \nB;b\n\n\n')).toEqual([
      [7, 'A', 'a'],
      [10, 'B', 'b'],
    ]);
    expect(pairs('\ncode,name\n\nA,a')).toEqual([[4, 'A', 'a']]);
  });

  test('are counted rightly where empty ones stand before sep=', () => {
    expect(pairs('\n\nsep=;\n\ncode;name\nA;a\n')).toEqual([[6, 'A', 'a']]);
    expect(pairs('\ufeff\ufeff\u00a0sep=;\r\ncode;name\r\nA;a\r\n')).toEqual([[3, 'A', 'a']]);
  });

  test('are counted rightly over quoted line breaks and mixed line ends', () => {
    const file = 'code;"name\r\n"\r\nA;"1\n2\r\n3"\nB;b\r\n\r\n\n"\n\n";c\nD;d';
    const { rows } = read(file, pair);
    expect(rows.map(({ line, values }) => [line, values.code, values.name])).toEqual([
      [3, 'A', '1 2 3'],
      [6, 'B', 'b'],
      [9, undefined, 'c'],
      [12, 'D', 'd'],
    ]);
  });

  test('are counted rightly whatever stands above', () => {
    const anyEnd = fc.constantFrom('\n', '\r\n');
    const anyBlock = fc.oneof(
      anyEnd,
      anyEnd.map((end) => `a;b${end}`),
      fc.tuple(anyEnd, anyEnd).map(([inner, end]) => `"a${inner}${inner}a";b${end}`),
      fc.tuple(anyEnd, anyEnd).map(([inner, end]) => `a;"${inner}"${end}`),
    );
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 30 }), (blocks) => {
        const before = `code;name\n${blocks.join('')}`;
        const rows = pairs(`${before}mark;it`);
        expect(rows.at(-1)).toEqual([before.split('\n').length, 'mark', 'it']);
      }),
    );
  });
});
