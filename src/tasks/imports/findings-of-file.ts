import type { Header } from '../../csv/columns.js';
import type { RawRecord } from '../../csv/records.js';
import type { Rejection, Report } from '../../csv/report.js';
import type { FileKind } from '../../rules/file-kinds.js';
import { type FindingName, type Wrong, wrong } from '../../text/findings.js';
import type { Refusal } from './importing.js';

/** Collects what is found in one file. */
export interface Findings {
  header(header: Header): void;
  rejectRow(row: RawRecord, refusals: readonly Refusal[]): void;
  reject(found: Omit<Rejection, 'file'>): void;
  warn(line: number, column: string, value: string, wrong: Wrong): void;
}

/** Which file should have had what a finding did not find. */
const missedIn: Partial<Record<FindingName, FileKind>> = {
  unknownStudent: 'students',
  notInYear: 'students',
  unknownClass: 'students',
  unknownClassInList: 'students',
  unknownStaff: 'staff',
  unknownSubject: 'subjects',
  unknownGroup: 'groups',
};

/** The columns of those files by which others name their rows. */
const naming: Partial<Record<FileKind, readonly string[]>> = {
  students: ['register_no', 'class'],
  staff: ['code'],
  subjects: ['code'],
  groups: ['group'],
};

export function findingsOf(file: string, kind: FileKind, report: Report): Findings {
  let header: Header = { line: 1, dialect: 'csv', places: [], cells: [], unknown: [] };
  const cellOf = (row: RawRecord, column: string) => row.cells[header.places.indexOf(column)] ?? '';

  /** One mistake, one message: what refers to a rejected row of another file is not a second one. */
  const isConsequence = (row: RawRecord, { column, wrong: { finding } }: Refusal) => {
    const lost = report.lost.get(missedIn[finding] ?? '');
    const named = cellOf(row, column).split('+');
    return lost !== undefined && named.some((cell) => cell.trim() && lost.has(cell.trim()));
  };

  return {
    header: (found) => {
      header = found;
      for (const { cell, nearest } of found.unknown) {
        const finding = wrong('unknownColumn', { nearest });
        report.warnings.push({ file, line: found.line, column: cell, value: cell, wrong: finding });
      }
    },
    rejectRow: (row, refusals) => {
      const lost = report.lost.get(kind) ?? new Set();
      for (const column of naming[kind] ?? []) lost.add(cellOf(row, column).trim());
      report.lost.set(kind, lost);
      const own = refusals.filter((refusal) => !isConsequence(row, refusal));
      for (const { column, wrong: why } of own) {
        const value = cellOf(row, column);
        report.rejections.push({ file, line: row.line, column, value, wrong: why });
      }
      report.rows.push({ header, cells: row.cells, reasons: refusals });
    },
    reject: ({ line, column, value, wrong: why }) => {
      report.rejections.push({ file, line, column, value, wrong: why });
    },
    warn: (line, column, value, why) => {
      report.warnings.push({ file, line, column, value, wrong: why });
    },
  };
}
