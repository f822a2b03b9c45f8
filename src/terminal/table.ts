import width from 'fast-string-width';
import { cut } from './cut.js';
import { filled } from './folded-table.js';
import { printable } from './printable.js';

interface Look {
  /** How wide the terminal is; undefined where nothing is cut. */
  readonly columns: number | undefined;
  readonly heading: (text: string) => string;
  /** Whether what stands in the last column goes on below where it has no room, instead of being cut. */
  readonly wraps?: boolean | undefined;
}

/** No column is made narrower than this. */
const narrowest = 6;
/** Nor one that goes on below, as long as another can give way. */
const narrowestWrapped = 24;

/** The lines of a table without borders; where it is wider than the terminal, the widest columns give way. */
export function* tableLines(
  headings: readonly string[],
  rows: readonly (readonly unknown[])[],
  { columns, heading, wraps = false }: Look,
): Generator<string> {
  const cells = rows.map((row) => row.map(shown));
  const numeric = headings.map(
    (_, at) => rows.some(isNumber(at)) && rows.every(isNumberOrEmpty(at)),
  );
  const widths = headings.map((head, at) => widest(head, cells, at));
  if (columns !== undefined) narrow(widths, cells, columns, wraps ? narrowestWrapped : narrowest);
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0, numeric[at] ?? false))
      .join('  ')
      .trimEnd();
  yield heading(line(headings));
  for (const row of cells) {
    if (wraps) for (const part of wrapped(row, widths.at(-1) ?? 0)) yield line(part);
    else yield line(row);
  }
}

/** The row, and below it what had no room in the last column. */
function wrapped(row: readonly string[], room: number): string[][] {
  const [first = '', ...more] = filled(row.at(-1)?.split(' ') ?? [], room);
  const others = row.slice(0, -1);
  return [[...others, first], ...more.map((text) => [...others.map(() => ''), text])];
}

const isNumber = (at: number) => (row: readonly unknown[]) => typeof row[at] === 'number';
const isNumberOrEmpty = (at: number) => (row: readonly unknown[]) =>
  typeof row[at] === 'number' || row[at] === null || row[at] === undefined || row[at] === '';

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return printable(Array.isArray(value) ? value.join('+') : String(value));
}

function widest(heading: string, cells: readonly (readonly string[])[], at: number): number {
  let most = width(heading);
  for (const row of cells) most = Math.max(most, width(row[at] ?? ''));
  return most;
}

/** What gives way first: headings that are wider than what stands below them, then words, dates and numbers last. */
function narrow(
  widths: number[],
  cells: readonly (readonly string[])[],
  columns: number,
  leastOfLast: number,
): void {
  const floors = widths.map((_, at) => (at === widths.length - 1 ? leastOfLast : narrowest));
  const needed = floors.map((floor, at) => Math.max(floor, widest('', cells, at)));
  const isOfFigures = widths.map((_, at) => cells.every((row) => figures.test(row[at] ?? '')));
  giveWay(widths, needed, columns);
  const least = needed.map((own, at) => (isOfFigures[at] ? own : (floors[at] ?? narrowest)));
  giveWay(widths, least, columns);
  giveWay(widths, floors, columns);
}

const figures = /^[\d.:+TZ -]*$/;

/** Makes the widest column narrower until all fit, or none is wider than it must be. */
function giveWay(widths: number[], least: readonly number[], columns: number): void {
  const total = () => widths.reduce((sum, one) => sum + one, 2 * (widths.length - 1));
  while (total() > columns) {
    const free = widths.map((own, at) => (own > (least[at] ?? 0) ? own : 0));
    const most = Math.max(...free);
    if (most === 0) return;
    widths[free.indexOf(most)] = most - 1;
  }
}

function padded(cell: string, to: number, right: boolean): string {
  const fits = cut(cell, to);
  const space = ' '.repeat(Math.max(0, to - width(fits)));
  return right ? space + fits : fits + space;
}
