import type { Database } from 'better-sqlite3';
import type { Entry } from '../rules/entries.js';
import type { TermValue } from '../rules/final-marks.js';
import type { Moment } from '../rules/school-time.js';
import type { Term } from '../rules/term-marks.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** A term mark as it was entered at its moment. */
export interface TermMarkEntry extends Entry {
  term_mark_id: number;
  student_id: number;
  /** The code of the subject. */
  subject: string;
  term: Term;
  value: TermValue;
}

const sql = statements((db) => ({
  ofStudents: db.prepare<{ students: string; year: number; asOf: string }, TermMarkEntry>(`
    SELECT term_mark_id, student_id, subject.code AS subject, term, term_mark.value, recorded_at,
           term_mark_id AS "order"
      FROM json_each(:students) AS asked
      CROSS JOIN term_mark ON student_id = asked.value AND school_year_id = :year
      JOIN subject USING (subject_id)
     WHERE recorded_at <= :asOf`),
}));

/** Every entry of a term mark of the students (by their numbers) in a school year. */
export function termMarkEntries(
  db: Database,
  year: SchoolYearRow,
  students: readonly number[],
  asOf: Moment,
): TermMarkEntry[] {
  const asked = { students: JSON.stringify(students), year: year.school_year_id, asOf };
  return sql(db).ofStudents.all(asked);
}
