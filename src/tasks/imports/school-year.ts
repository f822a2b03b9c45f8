import type { Database } from 'better-sqlite3';
import {
  addSchoolYear,
  newestSchoolYear,
  type SchoolYearRow,
  schoolYear,
} from '../../db/school-years.js';
import { Problem } from '../../problem.js';

/**
 * The school year that was asked for, else the newest in the database.
 * @throws Problem noSchoolYear, unknownSchoolYear
 */
export function yearOf(db: Database, year: number | undefined): SchoolYearRow {
  const found = year === undefined ? newestSchoolYear(db) : schoolYear(db, year);
  if (found) return found;
  if (year === undefined) throw new Problem('noSchoolYear', undefined);
  throw new Problem('unknownSchoolYear', { year }, { field: 'year' });
}

/**
 * The same, but a school year that was asked for by number is opened where it is not there yet.
 * @throws Problem noSchoolYear
 */
export function openedYear(db: Database, year: number | undefined): SchoolYearRow {
  if (year === undefined) return yearOf(db, undefined);
  return schoolYear(db, year) ?? addSchoolYear(db, year);
}
