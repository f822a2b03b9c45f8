import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

const sql = statements((db) => ({
  graded: db
    .prepare<[number], string>(`
      SELECT teaching_group.name
        FROM teaching_group
        JOIN subject USING (subject_id)
       WHERE school_year_id = ?
         AND (scale = 'points' OR EXISTS (
                SELECT 1 FROM assessed_work
                 WHERE assessed_work.teaching_group_id = teaching_group.teaching_group_id))`)
    .pluck(),
}));

/** The groups that end a term with marks: all but those of pass or fail in which nothing was assessed. */
export function gradedGroups(db: Database, year: SchoolYearRow): ReadonlySet<string> {
  return new Set(sql(db).graded.all(year.school_year_id));
}
