import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { columnsOf } from '../../csv/files.js';
import { writeFilesSafely } from '../../csv/safe-file.js';
import { makeFolder } from '../../documents/staging.js';
import '../../csv/small-heap.js';
import { csvText, type Dialect } from '../../csv/writer.js';
import { exportRows, filtersOf } from '../../db/exports.js';
import { leaversOf } from '../../db/movements.js';
import { Problem } from '../../problem.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { type FileKind, fileKinds, optionalFileKinds } from '../../rules/file-kinds.js';
import { checkDays, checkNames } from '../journal/narrowing.js';
import { rowsTold } from '../rows-told.js';
import { yearOf } from '../school-year.js';

export interface ExportFilters {
  year?: number | undefined;
  class?: string | undefined;
  group?: string | undefined;
  from?: CivilDate | undefined;
  until?: CivilDate | undefined;
}

/** The columns of a file, in its order. */
export function exportColumns(kind: FileKind): string[] {
  return Object.keys(columnsOf[kind]);
}

/** The Latvian names of the columns, as spreadsheets show them. */
export function latvianColumns(kind: FileKind): string[] {
  return Object.values(columnsOf[kind]).map((column) => column.lv);
}

/**
 * The rows of a file as its import reads them, sorted by key, read one by one.
 * @throws Problem noSchoolYear, unknownSchoolYear, noSuchFilter, and those of checkNames and checkDays
 */
export function exportFile(
  db: Database,
  kind: FileKind,
  filters: ExportFilters,
): IterableIterator<(string | number | null)[]> {
  const { year, ...narrow } = filters;
  const known = filtersOf(kind);
  for (const [field, value] of Object.entries(narrow)) {
    if (value !== undefined && !known.includes(field)) {
      throw new Problem('noSuchFilter', { kind, known }, { field });
    }
  }
  const schoolYear = yearOf(db, year);
  const { school_year_id } = schoolYear;
  const { first, last } = schoolYearBounds(schoolYear.year);
  checkDays(schoolYear, narrow);
  checkNames(db, schoolYear, { class: narrow.class, group: narrow.group });
  const { class: className = null, group = null, from = null, until = null } = narrow;
  const filter = { class: className, group, from, until };
  const { from: leavers_from, until: leavers_until } = leaversOf(db, schoolYear);
  const days = { first_day: first, last_day: last, leavers_from, leavers_until };
  return exportRows(db, kind, { ...filter, school_year_id, ...days });
}

export interface ExportedFile {
  file: string;
  rows: number;
}

/**
 * Writes every file of a school year into a folder, from which `setup` makes the same school again; where
 * one of them cannot be written, none is.
 * @throws Problem those of makeFolder, writeFilesSafely and exportFile
 */
export function exportAll(
  { db, progress }: Pick<Context, 'db' | 'progress'>,
  folder: string,
  { dialect, overwrite, ...filters }: ExportFilters & { dialect: Dialect; overwrite: boolean },
): ExportedFile[] {
  const kinds = fileKinds.filter((kind) => !isLeftOut(db, kind, filters));
  const exported = new Map<FileKind, number>(kinds.map((kind) => [kind, 0]));
  const bar = progress?.('rows');
  const step = rowsTold(bar);
  const counted = function* (kind: FileKind) {
    let rows = 0;
    for (const row of exportFile(db, kind, knownFilters(kind, filters))) {
      rows += 1;
      step();
      yield row;
    }
    exported.set(kind, rows);
  };
  const headings = dialect === 'excel' ? latvianColumns : exportColumns;
  const files = kinds.map((kind) => ({
    path: join(folder, `${kind}.csv`),
    pieces: csvText(headings(kind), counted(kind), dialect),
  }));
  makeFolder(folder, 'out');
  try {
    writeFilesSafely(files, { overwrite });
  } finally {
    bar?.done();
  }
  return [...exported].map(([kind, rows]) => ({ file: `${kind}.csv`, rows }));
}

/** Of what a school need not have there is no empty file. */
function isLeftOut(db: Database, kind: FileKind, filters: ExportFilters): boolean {
  if (!optionalFileKinds.includes(kind)) return false;
  // A loop, not `next`: what is left half read would keep the connection busy.
  for (const _row of exportFile(db, kind, knownFilters(kind, filters))) return false;
  return true;
}

/** Of all files each is narrowed by what it knows. */
function knownFilters(kind: FileKind, { year, ...narrow }: ExportFilters): ExportFilters {
  const known = filtersOf(kind);
  const kept = Object.entries(narrow).filter(([name]) => known.includes(name));
  return { year, ...Object.fromEntries(kept) };
}
