import type { Wrong } from '../text/findings.js';
import type { RawRecord } from './records.js';

/** Reads a cell, filled or not. */
export type CellReader = (cell: string) => { value: unknown } | { wrong: Wrong };

/**
 * Some records of a file that follow each other, column by column. A cell that repeats stands in its
 * column once: so it is read once, crosses to another thread once, and is in memory once.
 */
export interface Batch {
  /** The line of each record. */
  readonly lines: Uint32Array;
  /** In the order of the header. */
  readonly columns: readonly BatchColumn[];
  /** The cells of the records that have more or fewer of them than the header. */
  readonly ragged: ReadonlyMap<number, readonly string[]>;
}

export interface BatchColumn {
  /** The different cells. */
  readonly cells: readonly string[];
  /** Of each record the number of its cell. */
  readonly numbers: Uint16Array;
  /** The values of the cells by number, where they are not the cell as it stands. */
  readonly read: ReadonlyMap<number, unknown>;
  /** What is wrong with cells, by number. */
  readonly faults: ReadonlyMap<number, Wrong>;
}

const batchSize = 250;

/** What was read before an error is handed over before it is thrown. */
export function* batches(
  records: Iterable<RawRecord>,
  readers: readonly CellReader[],
): Generator<Batch> {
  let filling = emptyBatch(readers);
  try {
    for (const record of records) {
      filling.add(record);
      if (filling.size() === batchSize) {
        yield filling.taken();
        filling = emptyBatch(readers);
      }
    }
  } catch (error) {
    yield filling.taken();
    throw error;
  }
  yield filling.taken();
}

function emptyBatch(readers: readonly CellReader[]) {
  const lines = new Uint32Array(batchSize);
  const columns = readers.map(emptyColumn);
  const ragged = new Map<number, readonly string[]>();
  let size = 0;
  return {
    size: () => size,
    add: ({ line, cells }: RawRecord) => {
      lines[size] = line;
      if (cells.length !== columns.length) ragged.set(size, cells);
      else
        for (let place = 0; place < cells.length; place += 1)
          columns[place]?.add(size, cells[place] ?? '');
      size += 1;
    },
    taken: (): Batch => ({
      lines: lines.subarray(0, size),
      columns: columns.map(({ column }) => column),
      ragged,
    }),
  };
}

function emptyColumn(reader: CellReader) {
  const numbers = new Uint16Array(batchSize);
  const cells: string[] = [];
  const read = new Map<number, unknown>();
  const faults = new Map<number, Wrong>();
  const known = new Map<string, number>();
  const entered = (cell: string): number => {
    const number = cells.push(cell) - 1;
    known.set(cell, number);
    const result = reader(cell);
    if ('wrong' in result) faults.set(number, result.wrong);
    else if (result.value !== cell) read.set(number, result.value);
    return number;
  };
  return {
    column: { cells, numbers, read, faults } satisfies BatchColumn,
    add: (at: number, cell: string) => {
      numbers[at] = known.get(cell) ?? entered(cell);
    },
  };
}
