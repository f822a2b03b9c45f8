import width from 'fast-string-width';
import type { Line } from '../session.js';
import { cut } from './cut.js';
import { giveWay } from './give-way.js';
import { printable } from './printable.js';

/** A wide table of which every row has a name, like a page of the class register. */
export interface WideTable {
  /** What stands over the names. */
  readonly corner: string;
  /** Over each column one text for every line of the heading. */
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/**
 * The lines of a wide table: where it is wider than the terminal, it is folded into blocks of columns
 * that each begin with the names. Without a width it is not folded.
 */
export function* foldedLines(
  { corner, ...table }: WideTable,
  columns: number | undefined,
): Generator<Line> {
  const headings = table.headings.map(asSeen);
  const rows = table.rows.map(({ name, cells }) => ({
    name: printable(name),
    cells: asSeen(cells),
  }));
  const room = columns ?? Number.POSITIVE_INFINITY;
  const longest = Math.max(width(corner), ...rows.map((row) => width(row.name)));
  const names = Math.min(longest, Math.max(narrowest, Math.floor(room / 2)));
  const widths = headings.map((heading, at) =>
    Math.max(
      ...heading.map((text) => width(text)),
      ...rows.map((row) => width(row.cells[at] ?? '')),
    ),
  );
  let isFirst = true;
  for (const block of blocksOf(widths, room - names)) {
    if (!isFirst) yield '';
    isFirst = false;
    const line = (name: string, cells: readonly string[]) =>
      [padded(name, names), ...block.map((at) => padded(cells[at] ?? '', widths[at] ?? 0))]
        .join(between)
        .trimEnd();
    const depth = Math.max(1, ...headings.map((heading) => heading.length));
    for (let level = 0; level < depth; level += 1) {
      const texts = headings.map((heading) => heading[level] ?? '');
      const heading = line(level === depth - 1 ? corner : '', texts);
      if (heading !== '') yield { heading };
    }
    for (const { name, cells } of rows) yield line(name, cells);
  }
}

/**
 * The lines of a table whose last column holds many words: they go on below each other where the
 * terminal is not wide enough, and below the row where there is hardly room for them beside it.
 */
export function* wrappedLines(
  headings: readonly string[],
  cells: readonly (readonly string[])[],
  last: { readonly heading: string; readonly words: readonly (readonly string[])[] },
  columns: number | undefined,
): Generator<Line> {
  const rows = cells.map(asSeen);
  const widths = headings.map((heading, at) =>
    Math.max(width(heading), ...rows.map((row) => width(row[at] ?? ''))),
  );
  const all = columns ?? Number.POSITIVE_INFINITY;
  const least = widths.map((own) => Math.min(own, narrowest));
  giveWay(widths, least, all);
  const left = (cells: readonly string[]) =>
    widths.map((own, at) => padded(cells[at] ?? '', own)).join(between) + between;
  const beside = all - width(left([]));
  if (beside < narrowestLast) {
    yield { heading: left(headings).trimEnd() };
    yield { heading: below + last.heading };
    for (const [at, row] of rows.entries()) {
      yield left(row).trimEnd();
      for (const text of filled(asSeen(last.words[at] ?? []), all - below.length)) {
        if (text !== '') yield below + text;
      }
    }
    return;
  }
  yield { heading: left(headings) + last.heading };
  for (const [at, row] of rows.entries()) {
    const lines = filled(asSeen(last.words[at] ?? []), beside);
    for (const [place, text] of lines.entries())
      yield (left(place === 0 ? row : []) + text).trimEnd();
  }
}

/** Where words would have less room than this beside the other columns they stand below them, */
const narrowestLast = 20;
/** a little further in. */
const below = '    ';

/** Words put together into lines that are not longer than there is room; one empty line where there are none. */
export function filled(words: readonly string[], room: number): string[] {
  const lines: string[] = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (width(line) + 1 + width(word) <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** What takes room is what is seen: texts are made printable before they are measured. */
const asSeen = (texts: readonly string[]) => texts.map(printable);

const between = '  ';
/** Names are not cut below this. */
const narrowest = 12;

/** As many columns in each block as there is room for, one at least; one empty block where there are none. */
export function blocksOf(widths: readonly number[], room: number): number[][] {
  const blocks: number[][] = [[]];
  let used = 0;
  for (const [at, own] of widths.entries()) {
    const needed = own + between.length;
    if (used + needed > room && blocks.at(-1)?.length) {
      blocks.push([]);
      used = 0;
    }
    blocks.at(-1)?.push(at);
    used += needed;
  }
  return blocks;
}

function padded(text: string, to: number): string {
  const fits = cut(text, to);
  return fits + ' '.repeat(Math.max(0, to - width(fits)));
}
