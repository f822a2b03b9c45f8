import { type CivilDate, parseCivilDate } from '../rules/civil-date.js';
import { readClassName } from '../rules/class-name.js';
import { readPercent } from '../rules/percent.js';
import { readPersonalCode } from '../rules/personal-code.js';
import { parseMoment } from '../rules/school-time.js';
import { wrong } from '../text/findings.js';
import type { Read } from './columns.js';

export const text: Read<string> = (cell) => ({ value: cell });

/** A code or a number that is a name: what a spreadsheet made of a long one is refused. */
export const identifier: Read<string> = (cell) =>
  scientific.test(cell) ? { wrong: wrong('spreadsheetNumber') } : { value: cell };

/** The name of something that is written like `1.2`: what a spreadsheet took for a day is refused. */
const named: Read<string> = (cell, where) =>
  isSpreadsheetDay(cell) ? { wrong: wrong('spreadsheetDay') } : identifier(cell, where);

export const groupName = named;

export const date: Read<CivilDate> = (cell) => {
  const day = parseCivilDate(cell);
  return day === undefined ? { wrong: wrong('notADate') } : { value: day };
};

/** `08:30` or `8.30` */
export const time: Read<string> = (cell) => {
  const parts = /^(\d{1,2})[:.](\d{2})(?::00)?$/.exec(cell);
  const [hours, minutes] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!parts || hours > 23 || minutes > 59) return { wrong: wrong('notATime') };
  return { value: `${String(hours).padStart(2, '0')}:${parts[2]}` };
};

export const moment: Read<string> = (cell, { zone }) => {
  const value = parseMoment(cell, zone);
  return value === undefined ? { wrong: wrong('notAMoment') } : { value };
};

const yes = ['yes', 'jā', '1'];
const no = ['no', 'nē', '0'];

export const yesNo: Read<boolean> = (cell) => {
  const said = cell.toLowerCase();
  if (yes.includes(said)) return { value: true };
  return no.includes(said) ? { value: false } : { wrong: wrong('notYesOrNo') };
};

/** `yes`, `no`, or the moment at which it was done. */
export const doneAt: Read<string> = (cell, where) => {
  const said = yesNo(cell, where);
  if ('value' in said) return { value: said.value ? 'yes' : 'no' };
  const at = parseMoment(cell, where.zone);
  return at === undefined ? { wrong: wrong('notYesNoOrMoment') } : { value: at };
};

export function integer(least: number, most: number): Read<number> {
  return (cell) => {
    if (isSpreadsheetDay(cell)) return { wrong: wrong('spreadsheetDay') };
    if (scientific.test(cell)) return { wrong: wrong('spreadsheetNumber') };
    const value = Number(cell);
    if (/^\d{1,9}$/.test(cell) && value >= least && value <= most) return { value };
    return { wrong: wrong('notANumberBetween', { least, most }) };
  };
}

/** `78`, `78,5` */
export const percent: Read<string> = (cell) => {
  const value = readPercent(cell);
  return value === undefined ? { wrong: wrong('notAPercentage') } : { value };
};

/** One of a list of words, in English or in the Latvian beside it, whatever the case. */
export function oneOf<T extends string>(
  words: readonly T[],
  latvian: Readonly<Record<string, T>> = {},
): Read<T> {
  const known = new Map<string, T>(words.map((word) => [word.toLowerCase(), word]));
  for (const [word, value] of Object.entries(latvian)) known.set(word.toLowerCase(), value);
  return (cell) => {
    const value = known.get(cell.toLowerCase());
    return value === undefined
      ? { wrong: wrong('notOneOf', { words: [...known.keys()].join(', ') }) }
      : { value };
  };
}

/** Points and signs of a journal cell. */
export function markOf<T extends string>(
  values: readonly T[],
  latvian: Readonly<Record<string, T>> = {},
): Read<T> {
  const read = oneOf(values, latvian);
  return (cell, where) => {
    if (/^\d+[.,]\d+$/.test(cell)) return { wrong: wrong('decimalMark') };
    return isSpreadsheetDay(cell) ? { wrong: wrong('spreadsheetDay') } : read(cell, where);
  };
}

/** Values joined by `+`; the same one twice is one. */
export function listOf<T>(read: Read<T>): Read<readonly T[]> {
  return (cell, where) => {
    if (scientific.test(cell)) return { wrong: wrong('spreadsheetNumber') };
    const values = new Set<T>();
    for (const part of cell.split('+')) {
      const item = part.trim();
      const one = item === '' ? { wrong: wrong('emptyInList') } : read(item, where);
      if ('wrong' in one) return one;
      values.add(one.value);
    }
    return { value: [...values] };
  };
}

/** Numbers and runs of numbers, `1-5`, `1,3` or, as other lists, `1+3`, written in one way: sorted, runs joined. */
export function numberSet(least: number, most: number): Read<string> {
  return (cell) => {
    if (isSpreadsheetDay(cell)) return { wrong: wrong('spreadsheetDay') };
    const numbers = new Set<number>();
    for (const part of cell.split(/[,+]/)) {
      const run = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part.trim());
      const [first, last] = [Number(run?.[1]), Number(run?.[2] ?? run?.[1])];
      if (!run || first < least || last > most || last < first) {
        return { wrong: wrong('notNumbersBetween', { least, most }) };
      }
      for (let number = first; number <= last; number += 1) numbers.add(number);
    }
    return { value: runsOf([...numbers].sort((a, b) => a - b)) };
  };
}

function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}

export const className: Read<string> = (cell) => {
  if (isSpreadsheetDay(cell)) return { wrong: wrong('spreadsheetDay') };
  const name = readClassName(cell)?.name;
  return name === undefined ? { wrong: wrong('notAClass') } : { value: name };
};

export const personalCode: Read<string> = (cell) => {
  if (scientific.test(cell)) return { wrong: wrong('spreadsheetNumber') };
  const read = readPersonalCode(cell);
  return 'code' in read ? { value: read.code } : { wrong: wrong('personalCode', read) };
};

/** `4.45E+09`: a spreadsheet's way of showing a long number. */
const scientific = /^\d([.,]\d+)?E\+\d+$/i;

/** `01.feb`, `1-Feb`, `feb.01`: what a spreadsheet makes of `1.2` or of `1-2`. */
const monthName = /^(\d{1,2}[.\- ]+\p{L}{3,9}\.?(?:[.\- ]+\d{2,4})?|\p{L}{3,9}[.\- ]+\d{1,4})$/u;
const months = /jan|feb|mar|apr|ma[iyj]|j[uū]n|j[uū]l|aug|se[pr]|okt|oct|no[vr]|de[ck]/i;

function isSpreadsheetDay(cell: string): boolean {
  if (parseCivilDate(cell) !== undefined || /^\d{4}-\d{2}-\d{2}[ T]/.test(cell)) return true;
  return monthName.test(cell) && months.test(cell);
}
