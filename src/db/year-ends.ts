import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** A subject that ends with an exam or a credit in a grade of a programme. */
export interface YearEnd {
  programme: string;
  grade: number;
  subject: string;
  year_end: 'exam' | 'credit';
}

const sql = statements((db) => ({
  all: db.prepare<[number], YearEnd>(`
    SELECT programme.code AS programme, grade, subject.code AS subject, year_end
      FROM programme_subject
      JOIN programme USING (programme_id)
      JOIN subject USING (subject_id)
     WHERE school_year_id = ? AND year_end IS NOT NULL`),
}));

/** What the programmes of a school year end with (clause 4.3). */
export function yearEnds(db: Database, year: SchoolYearRow): YearEnd[] {
  return sql(db).all.all(year.school_year_id);
}
