import { type AccessRecord, accessColumns } from '../../csv/access-file.js';
import { FileFault } from '../../csv/fault.js';
import { readTable } from '../../csv/reader.js';
import { createReport, type Report } from '../../csv/report.js';
import { openSource, type SourceOptions } from '../../csv/source.js';
import { unprintable } from '../../documents/characters.js';
import { accessRole } from '../../rules/access-role.js';
import { foldLatvian } from '../../rules/latvian-order.js';
import { wrong } from '../../text/findings.js';
import type { Refusal } from '../imports/importing.js';
import { unknownStudent } from '../imports/unknown-names.js';

interface Checked extends SourceOptions {
  readonly zone: string;
  /** "First Last" of the student with a register number; undefined where there is none. */
  readonly nameOf: (registerNo: string) => string | undefined;
}

/**
 * Reads the rows of a file of accounts. What is wrong is told without the value of the password, and where
 * a whole row is wrong, without any of its cells, since one of them is a password.
 * @throws Problem fileNotFound
 */
export function readAccessFile(
  path: string,
  { zone, nameOf, ...look }: Checked,
): { records: AccessRecord[]; report: Report } {
  const report = createReport();
  const records: AccessRecord[] = [];
  const source = openSource(path, look);
  try {
    const table = readTable(source, accessColumns, { zone });
    for (const { cell, nearest } of table.header.unknown) {
      const finding = wrong('unknownColumn', { nearest });
      const place = { file: source.name, line: table.header.line, column: cell, value: cell };
      report.warnings.push({ ...place, wrong: finding });
    }
    const lineOf = new Map<string, number>();
    for (const { line, values, cells, bad } of table.rows()) {
      const refusals =
        bad.length > 0 ? bad : [...refused(values, nameOf), ...givenTwice(values, line, lineOf)];
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

function refused(record: AccessRecord, nameOf: Checked['nameOf']): Refusal[] {
  const { register_no, name, user_name, password } = record;
  const refusals: Refusal[] = [];
  if (!register_no && !name) refusals.push({ column: 'name', wrong: wrong('required') });
  if (register_no) refusals.push(...otherPerson(record, nameOf(register_no)));
  for (const [column, cell] of Object.entries({ user_name, password })) {
    if (!cell) refusals.push({ column, wrong: wrong('required') });
    else if (!isPrintable(cell)) refusals.push({ column, wrong: wrong('notInTheFont') });
  }
  return refusals;
}

/** The printer of papers would say which character the font lacks; here it would be one of a password. */
const isPrintable = (text: string) => unprintable(text) === undefined;

/** A role that is not that of the person would give a password to somebody else. */
function otherPerson(
  { register_no, name, role }: AccessRecord,
  own: string | undefined,
): Refusal[] {
  if (own === undefined) return [unknownStudent(register_no ?? '')];
  const whose = accessRole(role);
  if (whose === 'staff') return [{ column: 'role', wrong: wrong('roleOfStaff') }];
  if (whose === 'parent' && !name) return [{ column: 'name', wrong: wrong('parentWithoutName') }];
  if (whose === 'student' && name && !isSameName(name, own)) {
    return [{ column: 'name', wrong: wrong('studentNamed', { name: own }) }];
  }
  return [];
}

function givenTwice({ user_name }: AccessRecord, line: number, lineOf: Map<string, number>) {
  const key = (user_name ?? '').toLowerCase();
  const first = lineOf.get(key);
  if (first === undefined) lineOf.set(key, line);
  const isTwice = key !== '' && first !== undefined;
  return isTwice ? [{ column: 'user_name', wrong: wrong('userNameTwice', { line: first }) }] : [];
}

/** Whether two names are of one person; a name may be written with the last name first. */
export const isSameName = (a: string, b: string) => wordsOf(a) === wordsOf(b);
const wordsOf = (name: string) => foldLatvian(name).split(' ').sort().join(' ');
