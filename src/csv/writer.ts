import { stringify } from 'csv-stringify/sync';

export const dialects = ['csv', 'excel'] as const;
export type Dialect = (typeof dialects)[number];

export type CsvValue = string | number | null | undefined;

/** So many rows are made into text at once: the quickest way of csv-stringify, in little memory. */
const batchSize = 5_000;

/**
 * Rows as CSV text, in large pieces: `csv` is UTF-8, `,` and LF; `excel` has a byte order mark, `;`,
 * CRLF, and an apostrophe before what a spreadsheet would take for a formula.
 */
export function* csvText(
  headings: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  dialect: Dialect,
): Generator<string> {
  const isExcel = dialect === 'excel';
  // A line break of either kind is quoted, not only the one that ends a record.
  const options = {
    quoted_match: /[\r\n]/,
    delimiter: isExcel ? ';' : ',',
    record_delimiter: isExcel ? '\r\n' : '\n',
  };
  const written = (batch: (readonly CsvValue[])[]) =>
    stringify(isExcel ? batch.map((row) => row.map(escaped)) : batch, options);
  let batch: (readonly CsvValue[])[] = [headings];
  yield isExcel ? '\ufeff' : '';
  for (const row of rows) {
    batch.push(row);
    if (batch.length === batchSize) {
      yield written(batch);
      batch = [];
    }
  }
  yield written(batch);
}

/** A cell that begins like a formula, or like one that was escaped already, so that reading undoes it exactly. */
function escaped(value: CsvValue): CsvValue {
  return typeof value === 'string' && /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
