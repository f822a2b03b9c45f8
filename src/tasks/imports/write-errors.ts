import { existsSync, readFileSync, statSync } from 'node:fs';
import { errorColumn } from '../../csv/header.js';
import type { Reason } from '../../csv/report.js';
import { writeFileSafely } from '../../csv/safe-file.js';
import { csvText, type Dialect } from '../../csv/writer.js';
import { Problem } from '../../problem.js';
import { realPath } from '../real-path.js';
import type { Imported } from './import-files.js';

/** Where the rejected rows go, and how they are written: those of a spreadsheet for a spreadsheet in any case. */
export interface ErrorsFile {
  readonly path: string;
  readonly dialect: Dialect;
  readonly overwrite: boolean;
  phrase(reason: Reason): string;
}

/**
 * Writes the rejected rows as they stand in their file, with a column that says what is wrong; what it
 * said of them before is gone. Cells beyond the header's stay, behind it. Without `overwrite` only rejected
 * rows of an earlier run are written over.
 * @throws Problem errorsOverInput, and those of writeFileSafely
 */
export function writeErrors(
  { inputs, report: { rows } }: Imported,
  { path, dialect, overwrite, phrase }: ErrorsFile,
): void {
  const place = realPath(path);
  if (place !== undefined && inputs.some((input) => realPath(input) === place)) {
    throw new Problem('errorsOverInput', { file: path }, { field: 'errors' });
  }
  const { header } = rows[0] ?? {};
  const names = header?.cells ?? [];
  const kept = names.flatMap((name, at) => (name === errorColumn ? [] : [at]));
  const written = rows.map((row) => [
    ...kept.map((at) => row.cells[at] ?? ''),
    row.reasons.map(phrase).join(' '),
    ...row.cells.slice(names.length),
  ]);
  const columns = [...kept.map((at) => names[at] ?? ''), errorColumn];
  // Who mends them opens them with what the file was written with.
  const asRead = dialect === 'csv' ? (header?.dialect ?? dialect) : dialect;
  writeFileSafely(path, csvText(columns, written, asRead), {
    overwrite: overwrite || isReplaceable(path),
  });
}

/** Whether a file holds nothing, or begins with a header as it is written here. */
function isReplaceable(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const [header = ''] = readFileSync(path, 'utf8').split(/\r?\n/, 1);
  return header === '' || header.split(/[;,]/).at(-1) === errorColumn;
}
