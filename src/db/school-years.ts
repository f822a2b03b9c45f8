import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

export interface SchoolYearRow {
  school_year_id: number;
  /** 2015 is the school year 2015/2016. */
  year: number;
}

const sql = statements((db) => ({
  all: db.prepare<[], SchoolYearRow>('SELECT school_year_id, year FROM school_year ORDER BY year'),
  newest: db.prepare<[], SchoolYearRow>(
    'SELECT school_year_id, year FROM school_year ORDER BY year DESC LIMIT 1',
  ),
  one: db.prepare<[number], SchoolYearRow>(
    'SELECT school_year_id, year FROM school_year WHERE year = ?',
  ),
  add: db.prepare<[number]>('INSERT INTO school_year (year) VALUES (?)'),
}));

/** The newest school year in the database; undefined where there is none. */
export function newestSchoolYear(db: Database): SchoolYearRow | undefined {
  return sql(db).newest.get();
}

export function schoolYear(db: Database, year: number): SchoolYearRow | undefined {
  return sql(db).one.get(year);
}

/** All school years, from the first on. */
export function schoolYears(db: Database): SchoolYearRow[] {
  return sql(db).all.all();
}

/** Opens a school year. */
export function addSchoolYear(db: Database, year: number): SchoolYearRow {
  const { lastInsertRowid } = sql(db).add.run(year);
  return { school_year_id: Number(lastInsertRowid), year };
}
