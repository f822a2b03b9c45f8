import width from 'fast-string-width';
import { cut } from './cut.js';
import { blocksOf, filled } from './folded-table.js';
import { giveWay, totalOf } from './give-way.js';
import { printable } from './printable.js';

interface Look {
  /** How wide the terminal is; undefined where nothing is cut. */
  readonly columns: number | undefined;
  readonly heading: (text: string) => string;
  /** Whether what stands in the last column goes on below where it has no room, instead of being cut. */
  readonly wraps?: boolean | undefined;
  /** Whether somebody asked for just these columns: none is left out. */
  readonly chosen?: boolean | undefined;
}

interface Column {
  readonly heading: string;
  readonly cells: readonly string[];
  readonly isNumeric: boolean;
  /** The width of its widest cell. */
  readonly widest: number;
}

/** No heading is made narrower than this, */
const narrowestHeading = 5;
/** no words are, */
const narrowestWords = 8;
/** nor those that go on below, as long as another column can give way. */
const narrowestWrapped = 24;

/**
 * The lines of a table without borders. Where it is wider than the terminal, columns in which nothing
 * stands are left out, then headings and words give way; figures are never cut. Where even that is not
 * enough, each row goes on below itself, a little further in, and so do the headings.
 */
export function* tableLines(
  headings: readonly string[],
  rows: readonly (readonly unknown[])[],
  { columns: room = Number.POSITIVE_INFINITY, heading, wraps = false, chosen = false }: Look,
): Generator<string> {
  const all = headings.map((head, at) => columnOf(head, rows, at));
  const full = all.filter(({ widest }) => widest > 0);
  const isWide = totalOf(all.map(natural)) > room;
  const columns = isWide && !chosen && full.length > 0 ? full : all;
  const { widths, blocks } = laidOut(columns, room, wraps);
  const line = (block: readonly number[], texts: readonly string[]) => {
    const indent = block === blocks[0] ? '' : further;
    const cells = block.map((at) => {
      return padded(texts[at] ?? '', widths[at] ?? 0, columns[at]?.isNumeric ?? false);
    });
    return (indent + cells.join('  ')).trimEnd();
  };
  const heads = columns.map((column) => column.heading);
  for (const block of blocks) yield heading(line(block, heads));
  for (let row = 0; row < rows.length; row += 1) {
    const texts = columns.map(({ cells }) => cells[row] ?? '');
    const parts = wraps ? wrapped(texts, widths.at(-1) ?? 0) : [texts];
    for (const block of blocks) {
      for (const part of block === blocks.at(-1) ? parts : parts.slice(0, 1)) {
        const text = line(block, part);
        if (text !== '' || block === blocks[0]) yield text;
      }
    }
  }
}

/** How far the lines of a row below its first stand in. */
const further = '  ';

function columnOf(heading: string, rows: readonly (readonly unknown[])[], at: number): Column {
  const cells = rows.map((row) => shown(row[at]));
  const isNumeric = rows.some(isNumber(at)) && rows.every(isNumberOrEmpty(at));
  let widest = 0;
  for (const cell of cells) widest = Math.max(widest, width(cell));
  return { heading, cells, isNumeric, widest };
}

const natural = ({ heading, widest }: Column) => Math.max(width(heading), widest);

/** How wide each column is, and which of them stand beside each other. */
function laidOut(columns: readonly Column[], room: number, wraps: boolean) {
  const widths = columns.map(natural);
  const places = [...columns.keys()];
  const needed = columns.map((column) =>
    Math.max(Math.min(width(column.heading), narrowestHeading), column.widest),
  );
  giveWay(widths, needed, room);
  const least = columns.map((column, at) => {
    if (wraps && at === columns.length - 1) return narrowestWrapped;
    return column.cells.every((cell) => figures.test(cell)) ? (needed[at] ?? 0) : narrowestWords;
  });
  giveWay(widths, least, room);
  if (totalOf(widths) <= room) return { widths, blocks: [places] };
  const below = room - further.length;
  const folded = needed.map((own) => Math.min(own, below));
  return { widths: folded, blocks: blocksOf(folded, below + further.length) };
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

const figures = /^[\d.:+TZ -]*$/;

function padded(cell: string, to: number, right: boolean): string {
  const fits = cut(cell, to);
  const space = ' '.repeat(Math.max(0, to - width(fits)));
  return right ? space + fits : fits + space;
}
