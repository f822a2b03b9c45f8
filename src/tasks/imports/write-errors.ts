import type { RejectedRow } from '../../csv/report.js';
import { writeFileSafely } from '../../csv/safe-file.js';
import { csvText } from '../../csv/writer.js';
import type { Wrong } from '../../text/findings.js';

/** Writes the rejected rows as they stand in their file, with a column that says what is wrong. */
export function writeErrors(
  path: string,
  rows: readonly RejectedRow[],
  phrase: (wrong: Wrong) => string,
): void {
  const header = rows[0]?.header ?? [];
  const written = rows.map(({ cells, reasons }) => {
    const row = header.map((_, place) => cells[place] ?? '');
    return [...row, reasons.map(phrase).join(' ')];
  });
  writeFileSafely(path, csvText([...header, 'error'], written, 'csv'), { overwrite: true });
}
