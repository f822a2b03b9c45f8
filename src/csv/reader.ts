import { remembered } from '../rules/remembered.js';
import { tidyText } from '../rules/tidy-text.js';
import { type Wrong, wrong } from '../text/findings.js';
import { type Batch, type BatchColumn, batches, type CellReader } from './batches.js';
import type { Column, Columns, Header, Row, Where } from './columns.js';
import { textOf } from './encoding.js';
import { FileFault } from './fault.js';
import { unescapedFormula } from './formulas.js';
import { readHeader, sniff } from './header.js';
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

/** The table of a file in batches of records, as they go from one thread to another. */
export interface BatchedTable {
  readonly header: Header;
  batches(): Iterable<Batch>;
}

/**
 * Opens the table of a file: finds its columns and then reads row by row.
 * @throws FileFault where the file as a whole cannot be read
 */
export function readTable<C extends Columns>(source: Source, columns: C, where: Where): Table<C> {
  return rowsOfBatches(readBatches(source, columns, where));
}

/**
 * The same in batches.
 * @throws FileFault where the file as a whole cannot be read
 */
export function readBatches(
  source: Omit<Source, 'close'>,
  columns: Columns,
  where: Where,
): BatchedTable {
  const text = textOf(source.chunks(), source.detected);
  const first = text.next();
  const beginning = first.done ? '' : first.value;
  const { delimiter, skip } = sniff(beginning.slice(0, 65_536).toString());
  const rest =
    typeof beginning === 'string'
      ? beginning.slice(skip.length)
      : beginning.subarray(Buffer.byteLength(skip));
  const used = source.delimiter ?? delimiter;
  const all = records(joined(rest, text), used, 1 + (skip.match(/\r\n|\n|\r/g)?.length ?? 0));

  const head = all.next();
  if (head.done) throw new FileFault(1, wrong('noHeader'));
  // As we write for spreadsheets, and as Latvian Excel saves it again.
  const isMarked = source.detected.mark === 3 || source.detected.encoding === 'windows-1257';
  const dialect = isMarked && used === ';' ? 'excel' : 'csv';
  const header = readHeader(head.value.cells, columns, { line: head.value.line, dialect });
  const rows = dialect === 'excel' ? unescaped(all) : all;
  return {
    header,
    batches: () => batches(rows, cellReaders(header, columns, where)),
  };
}

/** The records with their cells as they were before they were written for a spreadsheet. */
function* unescaped(all: Iterable<RawRecord>): Generator<RawRecord> {
  for (const { line, cells } of all) yield { line, cells: cells.map(unescapedFormula) };
}

function* joined(first: Buffer | string, rest: Iterable<Buffer | string>) {
  yield first;
  yield* rest;
}

/** The rows of a table that comes in batches. */
export function rowsOfBatches<C extends Columns>({ header, batches }: BatchedTable): Table<C> {
  return {
    header,
    rows: function* () {
      for (const batch of batches()) {
        const rowAt = rowsOf<C>(header, batch);
        for (let at = 0; at < batch.lines.length; at += 1) yield rowAt(at);
      }
    },
  };
}

/** A class, since an object with an accessor of its own takes longer to make than all the rest of a row. */
class RowOfBatch<C extends Columns> implements TableRow<C> {
  readonly line: number;
  readonly values: Row<C>;
  readonly bad: readonly BadCell[];
  readonly #batch: Batch;
  readonly #at: number;

  constructor(values: Row<C>, bad: readonly BadCell[], batch: Batch, at: number) {
    this.line = batch.lines[at] ?? 0;
    this.values = values;
    this.bad = bad;
    this.#batch = batch;
    this.#at = at;
  }

  get cells(): readonly string[] {
    const { columns, ragged } = this.#batch;
    const cellOf = ({ cells, numbers }: BatchColumn) => cells[numbers[this.#at] ?? 0] ?? '';
    return ragged.get(this.#at) ?? columns.map(cellOf);
  }
}

function rowsOf<C extends Columns>(header: Header, batch: Batch): (at: number) => TableRow<C> {
  const { columns, ragged } = batch;
  const faulty = columns.some(({ faults }) => faults.size > 0) || ragged.size > 0;
  const named = columns.flatMap(({ cells, numbers, read, faults }, place) => {
    const name = header.places[place];
    if (name === undefined) return [];
    const values: unknown[] = [...cells];
    for (const [number, value] of read) values[number] = value;
    return [{ name, numbers, values, faults }];
  });

  return (at) => {
    const bad = faulty ? faultsOf(header, batch, at) : nothingBad;
    const row: Record<string, unknown> = {};
    for (const { name, numbers, values, faults } of ragged.has(at) ? [] : named) {
      const number = numbers[at] ?? 0;
      if (bad.length === 0 || !faults.has(number)) row[name] = values[number];
    }
    return new RowOfBatch(row as Row<C>, bad, batch, at);
  };
}

const nothingBad: readonly BadCell[] = [];

function faultsOf({ places }: Header, { columns, ragged }: Batch, at: number): BadCell[] {
  const cells = ragged.get(at);
  if (cells) {
    const counts = { cells: cells.length, columns: places.length };
    return [{ column: '', wrong: wrong('raggedRow', counts) }];
  }
  return columns.flatMap(({ numbers, faults }, place) => {
    const fault = faults.get(numbers[at] ?? 0);
    return fault ? [{ column: places[place] ?? '', wrong: fault }] : [];
  });
}

function cellReaders(header: Header, columns: Columns, where: Where): CellReader[] {
  return header.places.map((name, place) => {
    const column = name === undefined ? undefined : columns[name];
    if (!column) return header.cells[place]?.trim() === '' ? nameless : unknown;
    return remembered((cell) => readCell(column, cell, where), mostCells);
  });
}

/** The cells of a list repeat: a look into a map is cheaper than cleaning and reading them again. */
const mostCells = 4_000;

/** What stands in a column without a name would be lost silently. */
const nameless: CellReader = (cell) =>
  cell.trim() === '' ? { value: undefined } : { wrong: wrong('namelessColumn') };

/** A column with a name that is not ours is passed over; the header was warned of. */
const unknown: CellReader = () => ({ value: undefined });

function readCell(column: Column, raw: string, where: Where): ReturnType<CellReader> {
  const cell = tidyText(raw);
  if (cell === '' || cell === '\\N') {
    const { required, clearable } = column;
    const isMissing = required === 'always' || (required && cell !== '' && !clearable);
    if (isMissing) return { wrong: wrong('required') };
    return { value: cell === '' ? undefined : null };
  }
  if (cell.includes('\ufffd')) return { wrong: wrong('unreadableLetter') };
  return column.read(cell, where);
}
