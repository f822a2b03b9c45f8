import { type CsvError, parse } from 'csv-parse';
import { wrong } from '../text/findings.js';
import { FileFault } from './fault.js';

/** A record of a file as it stands, with the line on which it begins. */
export interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A record may not be larger than this, in bytes: an unclosed quote would swallow the whole file. */
const largestRecord = 1_048_576;

/**
 * The records of a text. The parser is a stream, but writing to it parses at once and reading takes
 * what was parsed, so that no event is waited for and an import can stay inside one transaction.
 * Blank lines are passed over, wherever they stand, and so are those that a spreadsheet leaves of rows that
 * were emptied: delimiters and nothing else.
 * @throws FileFault where the quotes are wrong or a record is too large
 */
export function* records(
  text: Iterable<Buffer | string>,
  delimiter: string,
  firstLine: number,
): Generator<RawRecord> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: largestRecord,
  });
  let failed: CsvError | undefined;
  parser.on('error', () => undefined);
  let line = firstLine;

  const parsed = function* (): Generator<RawRecord> {
    for (let cells: string[] | null = parser.read(); cells !== null; cells = parser.read()) {
      if (cells.some(isFilled)) yield { line, cells };
      line += 1 + linesInside(cells);
    }
    failed = (parser.errored as CsvError | null) ?? undefined;
    if (failed) throw new FileFault(line, wrongOf(failed));
  };

  for (const piece of text) {
    parser.write(piece);
    yield* parsed();
  }
  parser.end();
  yield* parsed();
}

const isFilled = (cell: string) => cell !== '' && cell.trim() !== '';

function linesInside(cells: readonly string[]): number {
  let lines = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) lines += cell.split(/\r\n|\n|\r/).length - 1;
  }
  return lines;
}

function wrongOf(error: CsvError) {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return wrong('unclosedQuote');
  if (error.code === 'CSV_MAX_RECORD_SIZE') return wrong('recordTooLarge');
  return wrong('strayQuote');
}
