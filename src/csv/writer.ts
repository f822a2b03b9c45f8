import { stringify } from 'csv-stringify/sync';
import { remembered } from '../rules/remembered.js';
import { escapedFormula } from './formulas.js';

export const dialects = ['csv', 'excel'] as const;
export type Dialect = (typeof dialects)[number];

export type CsvValue = string | number | null | undefined;

/** So many characters are collected before they are handed over. */
const largePiece = 262_144;

/**
 * Rows as CSV text, in large pieces: `csv` is UTF-8, `,` and LF; `excel` has a byte order mark, `;`,
 * CRLF, and an apostrophe before what a spreadsheet would take for a formula.
 */
export function* csvText(
  headings: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  dialect: Dialect,
): Generator<string> {
  const written = rowWriter(dialect);
  let text = (dialect === 'excel' ? '\ufeff' : '') + written(headings);
  for (const row of rows) {
    text += written(row);
    if (text.length >= largePiece) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/** Cells repeat down a column. */
const mostCells = 1_000;

/**
 * Writes a row: its cells joined. Those that need quotes are few, and csv-stringify writes them; it looks
 * at every cell in several ways, which takes five times as long for those that need none.
 */
function rowWriter(dialect: Dialect): (row: readonly CsvValue[]) => string {
  const isExcel = dialect === 'excel';
  const delimiter = isExcel ? ';' : ',';
  const record_delimiter = isExcel ? '\r\n' : '\n';
  // A line break of either kind is quoted, not only the one that ends a record.
  const options = { quoted_match: /[\r\n]/, delimiter, record_delimiter, eof: false };
  const special = isExcel ? /[";\r\n]/ : /[",\r\n]/;
  const quoted = remembered((cell: CsvValue) => stringify([[cell]], options), mostCells);
  const written = (cell: CsvValue) => (special.test(String(cell)) ? quoted(cell) : cell);
  return (row) => {
    const cells = isExcel ? row.map(forSpreadsheet) : row;
    const all = special.test(cells.join('')) ? cells.map(written) : cells;
    return all.join(delimiter) + record_delimiter;
  };
}

const forSpreadsheet = (value: CsvValue) =>
  typeof value === 'string' ? escapedFormula(value) : value;
