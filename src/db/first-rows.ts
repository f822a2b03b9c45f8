import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from './school-years.js';

/** The first row of a school year in each list of the set-up. */
const firstRows = {
  enrolment: 'SELECT min(enrolment_id) FROM enrolment WHERE school_year_id = ?',
  teaching_group: 'SELECT min(teaching_group_id) FROM teaching_group WHERE school_year_id = ?',
  programme_subject:
    'SELECT min(programme_subject_id) FROM programme_subject WHERE school_year_id = ?',
  group_class: `
    SELECT min(group_class_id) FROM class JOIN group_class USING (class_id)
     WHERE school_year_id = ?`,
  bell_period: 'SELECT min(bell_period_id) FROM bell_period WHERE school_year_id = ?',
};
export type SetUpTable = keyof typeof firstRows;

/** The number of the first row that a school year has in a list of the set-up; null: it has none. */
export function firstRowOfYear(
  db: Database,
  table: SetUpTable,
  { school_year_id }: SchoolYearRow,
): number | null {
  return db.prepare<[number], number>(firstRows[table]).pluck().get(school_year_id) ?? null;
}
