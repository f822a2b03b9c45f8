import type { Database } from 'better-sqlite3';
import { schoolZone } from '../db/school-settings.js';
import {
  addSchoolYear,
  newestSchoolYear,
  type SchoolYearRow,
  schoolYear,
  schoolYears,
} from '../db/school-years.js';
import { Problem } from '../problem.js';
import { type CivilDate, schoolYearBounds, schoolYearOf } from '../rules/civil-date.js';
import { dateOf } from '../rules/school-time.js';

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
 * The school year that was asked for, for a question about a moment: else the one in which it lies, and
 * the newest where that is not in the database. The next year may be set up before this one is over.
 * @throws Problem noSchoolYear, unknownSchoolYear
 */
export function yearAsOf(db: Database, year: number | undefined, asOf: Date): SchoolYearRow {
  const own = year === undefined && schoolYear(db, schoolYearOf(dateOf(asOf, schoolZone(db))));
  return own || yearOf(db, year);
}

/**
 * The school year whose set-up a moment is about, where none was asked for: the newest that begins in the
 * calendar year of the moment or before, since a year is set up from the spring on; else the newest.
 * @throws Problem noSchoolYear, unknownSchoolYear
 */
export function yearSetUpAt(db: Database, year: number | undefined, asOf: Date): SchoolYearRow {
  const calendarYear = Number(dateOf(asOf, schoolZone(db)).slice(0, 4));
  const begun = schoolYears(db).filter((one) => one.year <= calendarYear);
  return yearOf(db, year ?? begun.at(-1)?.year);
}

/**
 * The school year in which a day lies, for a question about that day; `field` says it, a month as one.
 * @throws Problem unknownSchoolYear, which tells which days the database has
 */
export function yearOfDay(db: Database, date: CivilDate, field = 'date'): SchoolYearRow {
  const year = schoolYearOf(date);
  const found = schoolYear(db, year);
  if (found) return found;
  const [oldest, newest] = [schoolYears(db)[0], newestSchoolYear(db)];
  const shown = (day: CivilDate) => (field === 'month' ? day.slice(0, 7) : day);
  const days = oldest &&
    newest && {
      first: shown(schoolYearBounds(oldest.year).first),
      last: shown(schoolYearBounds(newest.year).last),
    };
  throw new Problem('unknownSchoolYear', { year, ...days }, { field });
}

/**
 * The year asked for or the newest, but one that was asked for by number is opened where it is not there yet.
 * @throws Problem noSchoolYear
 */
export function openedYear(db: Database, year: number | undefined): SchoolYearRow {
  if (year === undefined) return yearOf(db, undefined);
  return schoolYear(db, year) ?? addSchoolYear(db, year);
}
