import { type AccessRecord, accessColumns } from '../../csv/access-file.js';
import { FileFault } from '../../csv/fault.js';
import { readTable } from '../../csv/reader.js';
import { createReport, type Report } from '../../csv/report.js';
import { openSource, type SourceOptions } from '../../csv/source.js';
import { unprintable } from '../../documents/characters.js';
import { wrong } from '../../text/findings.js';
import type { Refusal } from '../imports/importing.js';
import { unknownStudent } from '../imports/unknown-names.js';

interface Checked extends SourceOptions {
  readonly zone: string;
  /** Whether a register number is that of a student. */
  readonly isKnown: (registerNo: string) => boolean;
}

/**
 * Reads the rows of a file of accounts. What is wrong is told without the value of the password, and where
 * a whole row is wrong, without any of its cells, since one of them is a password.
 * @throws Problem fileNotFound
 */
export function readAccessFile(
  path: string,
  { zone, isKnown, ...look }: Checked,
): { records: AccessRecord[]; report: Report } {
  const report = createReport();
  const records: AccessRecord[] = [];
  const source = openSource(path, look);
  try {
    const table = readTable(source, accessColumns, { zone });
    for (const { cell, nearest } of table.header.unknown) {
      const finding = wrong('unknownColumn', { nearest });
      const place = { file: source.name, line: 1, column: cell, value: cell };
      report.warnings.push({ ...place, wrong: finding });
    }
    for (const { line, values, cells, bad } of table.rows()) {
      const refusals = bad.length > 0 ? bad : refused(values, isKnown);
      if (refusals.length === 0) records.push(values);
      for (const { column, wrong: why } of refusals) {
        const value = mayBeTold(column) ? (cells[table.header.places.indexOf(column)] ?? '') : '';
        report.rejections.push({ file: source.name, line, column, value, wrong: why });
      }
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { line, wrong: why } = error;
    // In a file without a header its first row stands there, and a password may be called a column.
    const column = Object.hasOwn(accessColumns, error.column) ? error.column : '';
    report.rejections.push({ file: source.name, line, column, value: '', wrong: why });
  } finally {
    source.close();
  }
  return { records, report };
}

const mayBeTold = (column: string) => column !== '' && column !== 'password';

function refused(
  { register_no, name, user_name, password }: AccessRecord,
  isKnown: (registerNo: string) => boolean,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (!register_no && !name) refusals.push({ column: 'name', wrong: wrong('required') });
  if (register_no && !isKnown(register_no)) {
    refusals.push(unknownStudent(register_no));
  }
  for (const [column, cell] of Object.entries({ user_name, password })) {
    if (!cell) refusals.push({ column, wrong: wrong('required') });
    else if (!isPrintable(cell)) refusals.push({ column, wrong: wrong('notInTheFont') });
  }
  return refusals;
}

/** The printer of papers would say which character the font lacks; here it would be one of a password. */
const isPrintable = (text: string) => unprintable(text) === undefined;
