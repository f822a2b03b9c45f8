import { type Wrong, wrong } from '../text/findings.js';
import type { Column, Columns, Row, Where } from './columns.js';
import { textOf } from './encoding.js';
import { FileFault } from './fault.js';
import { type Header, readHeader, sniff } from './header.js';
import { type RawRecord, records } from './records.js';
import type { Source } from './source.js';

/** A cell that cannot be read. */
export interface BadCell {
  readonly column: string;
  readonly wrong: Wrong;
}

/** A row of a file: its values, or what is wrong with its cells. */
export interface TableRow<C extends Columns> extends RawRecord {
  readonly values: Row<C>;
  readonly bad: readonly BadCell[];
}

export interface Table<C extends Columns> {
  readonly header: Header;
  rows(): Generator<TableRow<C>>;
}

/**
 * Opens the table of a file: finds its columns and then reads row by row.
 * @throws FileFault where the file as a whole cannot be read
 */
export function readTable<C extends Columns>(source: Source, columns: C, where: Where): Table<C> {
  const text = textOf(source.chunks(), source.detected);
  const first = text.next();
  const beginning = first.done ? '' : first.value;
  const { delimiter, skip } = sniff(beginning.slice(0, 65_536).toString());
  const rest = beginning.slice(skip.length);
  const used = source.delimiter ?? delimiter;
  const all = records(joined(rest, text), used, 1 + (skip.match(/\r\n|\n|\r/g)?.length ?? 0));

  const head = all.next();
  if (head.done) throw new FileFault(1, wrong('noHeader'));
  const header = readHeader(head.value.cells, columns, head.value.line);
  const isExcel = source.detected.mark === 3 && used === ';';
  return {
    header,
    rows: () => rowsOf<C>(all, header, cellReaders(header, columns, where, isExcel)),
  };
}

function* joined(first: Buffer | string, rest: Iterable<Buffer | string>) {
  yield first;
  yield* rest;
}

type ReadCell = (cell: string) => { value: unknown } | { wrong: Wrong };

function* rowsOf<C extends Columns>(
  all: Iterable<RawRecord>,
  header: Header,
  readers: readonly (ReadCell | undefined)[],
): Generator<TableRow<C>> {
  const { places } = header;
  for (const { line, cells } of all) {
    const values: Record<string, unknown> = {};
    const bad: BadCell[] = [];
    if (cells.length !== places.length) {
      bad.push({
        column: '',
        wrong: wrong('raggedRow', { cells: cells.length, columns: places.length }),
      });
    } else {
      for (let place = 0; place < places.length; place += 1) {
        const [name, read] = [places[place], readers[place]];
        if (name === undefined || read === undefined) {
          const isLost = header.cells[place]?.trim() === '' && cells[place]?.trim() !== '';
          if (isLost) bad.push({ column: '', wrong: wrong('namelessColumn') });
          continue;
        }
        const result = read(cells[place] ?? '');
        if ('value' in result) values[name] = result.value;
        else bad.push({ column: name, wrong: result.wrong });
      }
    }
    yield { line, cells, values: values as Row<C>, bad };
  }
}

function cellReaders(header: Header, columns: Columns, where: Where, isExcel: boolean) {
  return header.places.map((name) => {
    const column = name === undefined ? undefined : columns[name];
    return (
      column && remembered((cell) => readCell(column, isExcel ? unescaped(cell) : cell, where))
    );
  });
}

/** Rows repeat their cells: a look into a map is cheaper than cleaning and reading them again. */
function remembered(read: ReadCell): ReadCell {
  const known = new Map<string, ReturnType<ReadCell>>();
  return (cell) => {
    let result = known.get(cell);
    if (result === undefined) {
      result = read(cell);
      if (known.size >= mostRemembered) known.clear();
      known.set(cell, result);
    }
    return result;
  };
}

const mostRemembered = 4_000;

function readCell(column: Column, raw: string, where: Where): ReturnType<ReadCell> {
  const cell = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (cell === '' || cell === '\\N') {
    if (column.required === 'always') return { wrong: wrong('required') };
    return { value: cell === '' ? undefined : null };
  }
  if (cell.includes('\ufffd')) return { wrong: wrong('unreadableLetter') };
  return column.read(cell, where);
}

/** In a file of our Excel dialect a cell that would be taken for a formula begins with an apostrophe. */
const unescaped = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
