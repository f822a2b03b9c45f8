import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import {
  date,
  doneAt,
  identifier,
  listOf,
  moment,
  text,
  time,
  yesNo,
} from '../../src/csv/cells.js';
import type { Read } from '../../src/csv/columns.js';
import { columnsOf } from '../../src/csv/files.js';
import { readTable } from '../../src/csv/reader.js';
import { openSource } from '../../src/csv/source.js';
import { civilDate, daysInMonth } from '../../src/rules/civil-date.js';

const folder = mkdtempSync(join(tmpdir(), 'ejournal-cells-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What one cell of a file gives: its value, or the finding as `!finding`. */
function cell(read: Read<unknown>, written: string, required?: 'always') {
  const path = join(folder, 'file.csv');
  writeFileSync(path, `a;b\n"${written.replaceAll('"', '""')}";x\n`);
  const column = required ? { lv: 'aa', read, required } : { lv: 'aa', read };
  const source = openSource(path, {});
  const table = readTable(
    source,
    { a: column, b: { lv: 'bb', read: text } },
    { zone: 'Europe/Riga' },
  );
  const [row] = [...table.rows()];
  source.close();
  expect(row?.values.b).toBe('x');
  const bad = row?.bad[0];
  if (!bad) return row?.values.a;
  expect(bad.column).toBe('a');
  const facts = bad.wrong as { finding: string; fault?: string };
  return `!${facts.finding}`;
}

const { students, marks, groups, bells, absences, calendar } = columnsOf;
const termMarks = columnsOf['term-marks'];

describe('a cell', () => {
  test('that is empty leaves the value, and \\N clears it', () => {
    for (const read of [text, identifier, date, time, moment, yesNo, listOf(identifier)]) {
      expect(cell(read, '')).toBeUndefined();
      expect(cell(read, ' \u00a0\t')).toBeUndefined();
      expect(cell(read, '\\N')).toBeNull();
      expect(cell(read, ' \\N ')).toBeNull();
    }
  });

  test('that must be filled may be neither empty nor cleared', () => {
    expect(cell(text, '', 'always')).toBe('!required');
    expect(cell(text, '\\N', 'always')).toBe('!required');
  });

  test('is trimmed, its white space made one blank, its letters put together', () => {
    expect(cell(text, '  Anna \t\u00a0 Marija\r\n Kalnin\u0327a ')).toBe('Anna Marija Kalniņa');
    expect(cell(text, 'a\u0304bols')).toBe('ābols');
    expect(cell(text, '\\n')).toBe('\\n');
    expect(cell(text, "'apostrophe")).toBe("'apostrophe");
  });

  test('of a code keeps its leading zeros', () => {
    expect(cell(students.register_no.read, '00123')).toBe('00123');
    expect(cell(students.phone.read, '+371 26 000 000')).toBe('+371 26 000 000');
  });
});

describe('a date', () => {
  test.each([
    ['2015-09-01', '2015-09-01'],
    ['01.09.2015', '2015-09-01'],
    ['1.9.2015.', '2015-09-01'],
    ['29.02.2016', '2016-02-29'],
  ])('is read: %s', (written, value) => {
    expect(cell(date, written)).toBe(value);
  });

  test.each([
    ...['29.02.2015', '2015-02-30', '31.04.2015', '2015-13-01', '00.01.2015', '01.09.15'],
    ...['1.9.', '2015', '09/01/2015', '01.feb', '42248', '2015-09-01x', 'today'],
  ])('is none: %s', (written) => {
    expect(cell(date, written)).toBe('!notADate');
  });

  test('is the same day in each of its forms', () => {
    const anyDay = fc
      .record({
        year: fc.integer({ min: 1900, max: 2100 }),
        month: fc.integer({ min: 1, max: 12 }),
      })
      .chain(({ year, month }) =>
        fc.tuple(
          fc.constant(year),
          fc.constant(month),
          fc.integer({ min: 1, max: daysInMonth(year, month) }),
        ),
      );
    fc.assert(
      fc.property(anyDay, ([year, month, day]) => {
        const two = (n: number) => String(n).padStart(2, '0');
        const iso = `${year}-${two(month)}-${two(day)}`;
        expect(civilDate(year, month, day)).toBe(iso);
        for (const form of [
          iso,
          `${two(day)}.${two(month)}.${year}`,
          `${day}.${month}.${year}`,
          `${day}.${month}.${year}.`,
        ]) {
          expect(cell(date, form)).toBe(iso);
        }
      }),
    );
  });
});

describe('a time', () => {
  test.each([
    ['08:30', '08:30'],
    ['8.30', '08:30'],
    ['00:00', '00:00'],
    ['23.59', '23:59'],
  ])('is read: %s', (written, value) => {
    expect(cell(bells.starts.read, written)).toBe(value);
  });

  test.each(['24:00', '8.60', '8', '830', '8.3', '08:30 no rīta', '-8:30', '0,354166667'])(
    'is none: %s',
    (written) => {
      expect(cell(time, written)).toBe('!notATime');
    },
  );
});

describe('a moment', () => {
  test.each([
    ['2015-09-01T14:45:00Z', '2015-09-01T14:45:00Z'],
    ['2015-09-01T17:45:00+03:00', '2015-09-01T14:45:00Z'],
    ['2015-09-01T23:30:00-02:00', '2015-09-02T01:30:00Z'],
    ['2015-09-01T17:45:00', '2015-09-01T14:45:00Z'],
    ['2015-09-01T17:45', '2015-09-01T14:45:00Z'],
    ['01.09.2015 17:45', '2015-09-01T14:45:00Z'],
    ['01.09.2015 17:45:30', '2015-09-01T14:45:30Z'],
    ['15.01.2016 17:45', '2016-01-15T15:45:00Z'],
    ['2016-01-15T01:00:00', '2016-01-14T23:00:00Z'],
    ['25.10.2015 03:30', '2015-10-25T00:30:00Z'],
    ['2015-10-25T03:00:00', '2015-10-25T00:00:00Z'],
    ['2015-10-25T04:00:00', '2015-10-25T02:00:00Z'],
  ])('is read: %s', (written, value) => {
    expect(cell(moment, written)).toBe(value);
  });

  test.each([
    ...['2015-09-01', '01.09.2015', '17:45', '01.09.2015 24:30', '01.09.2015 17:60'],
    ...['2015-02-29T10:00:00Z', '31.04.2015 10:00', '2015-09-01T10:00:00+99:00', 'now'],
  ])('is none: %s', (written) => {
    expect(cell(moment, written)).toBe('!notAMoment');
  });
});

describe('yes and no', () => {
  test.each([
    ...['yes', 'jā', '1', 'ja\u0304'].map((written) => [written, true] as const),
    ...['no', 'nē', '0', ' no '].map((written) => [written, false] as const),
  ])('are read: %s', (written, value) => {
    expect(cell(yesNo, written)).toBe(value);
  });

  test.each(['maybe', 'y', '2', '-', 'true', '01'])('are not %s', (written) => {
    expect(cell(yesNo, written)).toBe('!notYesOrNo');
  });

  test('may be a moment where absences were checked', () => {
    expect(cell(doneAt, 'jā')).toBe('yes');
    expect(cell(doneAt, 'no')).toBe('no');
    expect(cell(doneAt, '01.09.2015 17:45')).toBe('2015-09-01T14:45:00Z');
    expect(cell(doneAt, 'later')).toBe('!notYesNoOrMoment');
  });
});

describe('a list', () => {
  test('is joined by +', () => {
    expect(cell(groups.classes.read, '10.a+10.b')).toEqual(['10.a', '10.b']);
    expect(cell(groups.teacher.read, 'AB + CD')).toEqual(['AB', 'CD']);
    expect(cell(groups.classes.read, '10.a')).toEqual(['10.a']);
  });

  test.each(['10.a+', '+10.a', '10.a++10.b', '10.a+xx', '10.a,10.b'])(
    'is bad when one of it is: %s',
    (written) => {
      expect(cell(groups.classes.read, written)).toMatch(/^!/);
    },
  );
});

test('weekdays are joined by commas or as other lists, and told in one way', () => {
  for (const written of ['1-3,5', '1+2+3+5', '5, 1-3', '1-3 + 5']) {
    expect(cell(bells.weekdays.read, written)).toBe('1-3,5');
  }
  for (const written of ['1+', '+1', '1++2', '5-1', '8']) {
    expect(cell(bells.weekdays.read, written)).toBe('!notNumbersBetween');
  }
});

describe('a word of a list of values', () => {
  test('is known in English and in the Latvian beside it', () => {
    expect(cell(students.sex.read, 'sieviete')).toBe(cell(students.sex.read, 'F'));
    expect(cell(students.sex.read, 'vīrietis')).toBe(cell(students.sex.read, 'M'));
    expect(cell(marks.kind.read, 'pārbaudes darbs')).toBe('test');
    expect(cell(calendar.kind.read, 'brīvlaiks')).toBe('holiday');
    expect(cell(absences.mark.read, '-')).toBe('-');
    expect(cell(absences.mark.read, 'x')).toBe('!notOneOf');
  });
});

describe('what spreadsheets break is recognised:', () => {
  test.each(['4.45E+09', '4,45E+09', '4E+10', '1.23457E+11'])('a long number as %s', (written) => {
    for (const read of [
      students.register_no.read,
      students.phone.read,
      students.personal_code.read,
      groups.subject.read,
    ]) {
      expect(cell(read, written)).toBe('!spreadsheetNumber');
    }
  });

  test('a long number in a list, though it has a + inside', () => {
    expect(cell(groups.teacher.read, '4.45E+09')).toBe('!spreadsheetNumber');
  });

  test.each(['01.feb', '02.jan', '1-Feb', '01.feb.2015', '2015-02-01', '01.02.2015'])(
    'a day for 1.2: %s',
    (written) => {
      expect(cell(students.class.read, written)).toBe('!spreadsheetDay');
      expect(cell(groups.group.read, written)).toBe('!spreadsheetDay');
      expect(cell(groups.classes.read, written)).toBe('!spreadsheetDay');
      expect(cell(marks.value.read, written)).toBe('!spreadsheetDay');
      expect(cell(bells.weekdays.read, written)).toBe('!spreadsheetDay');
    },
  );

  test.each(['jan', 'feb', 'mar', 'apr', 'mai', 'jūn', 'jūl', 'aug', 'sep', 'okt', 'nov', 'dec'])(
    'a day in the Latvian month %s',
    (month) => {
      expect(cell(groups.group.read, `01.${month}`)).toBe('!spreadsheetDay');
    },
  );

  test('a day and a time for a class', () => {
    expect(cell(students.class.read, '2026-02-01 00:00:00')).toBe('!spreadsheetDay');
  });

  test('a personal code without its first zero, or without its hyphen', () => {
    const fault = (written: string) => {
      const read = students.personal_code.read(written, { zone: 'Europe/Riga' });
      return 'wrong' in read ? read.wrong : read.value;
    };
    expect(fault('010203-20015')).toBe('010203-20015');
    expect(fault('10203-20015')).toMatchObject({ finding: 'personalCode' });
    expect(fault('01020320015')).toMatchObject({ finding: 'personalCode' });
    expect(JSON.stringify(fault('10203-20015'))).toContain('lostZero');
    expect(JSON.stringify(fault('1020320015'))).toContain('lostZero');
    expect(JSON.stringify(fault('01020320015'))).toContain('lostHyphen');
  });

  test.each(['7,5', '7.5', '10,0'])('a decimal mark: %s', (written) => {
    expect(cell(marks.value.read, written)).toBe('!decimalMark');
    expect(cell(termMarks.value.read, written)).toBe('!decimalMark');
  });

  test.each(['1', '10', 'i', 'ni', 'nv', 'n'])('but %s is a good mark', (written) => {
    expect(cell(marks.value.read, written)).toBe(written);
  });

  test.each(['0', '11', '-1', 'x', '07'])('and %s is none', (written) => {
    expect(cell(marks.value.read, written)).toBe('!notOneOf');
  });

  test.each(['7.a', '10.DIT', '1.a', '12.b'])('but %s is a good class', (written) => {
    expect(cell(students.class.read, written)).toBe(written);
  });

  test.each(['1.a mat', '10.a vācu 2', 'Mar-1 koris 2015', '7.b/1'])(
    'but %s is a good group',
    (written) => {
      expect(cell(groups.group.read, written)).toBe(written);
    },
  );
});
