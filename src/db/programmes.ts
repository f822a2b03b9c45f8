import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

const sql = statements((db) => ({
  subjects: db
    .prepare<{ year: number; programme: string; grade: number }, number>(`
      SELECT EXISTS (
               SELECT 1 FROM programme_subject JOIN programme USING (programme_id)
                WHERE school_year_id = :year AND programme.code = :programme AND grade = :grade)`)
    .pluck(),
  any: db
    .prepare<[number], number>(
      'SELECT EXISTS (SELECT 1 FROM programme_subject WHERE school_year_id = ?)',
    )
    .pluck(),
  names: db.prepare<[], [string, string | null]>('SELECT code, name FROM programme').raw(),
}));

/** Whether a programme has subjects in a grade; also true as long as no programme of the year has any. */
export function programmeHasSubjects(
  db: Database,
  year: number,
  programme: string,
  grade: number,
): boolean {
  return sql(db).subjects.get({ year, programme, grade }) === 1 || sql(db).any.get(year) === 0;
}

/** What each programme is called, by code. */
export function programmeNames(db: Database): ReadonlyMap<string, string | null> {
  return new Map(sql(db).names.all());
}
