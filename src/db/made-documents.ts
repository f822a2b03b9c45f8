import type { Database } from 'better-sqlite3';
import type { Moment } from '../rules/school-time.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** What of the register of documents decides whether a duty to hand out papers was met. */
export interface MadeDocument {
  kind: string;
  /** A month, or a term. */
  period: string;
  class: string | null;
  /** null: of the whole class. */
  student_id: number | null;
  /** When it was printed: once more each time that it is entered again unchanged. */
  made_at: Moment;
}

const sql = statements((db) => ({
  made: db.prepare<{ year: number; asOf: string }, MadeDocument>(`
    SELECT document.kind, document.period, class.name AS class, document.student_id,
           document_file.made_at
      FROM document
      JOIN document_in_file USING (document_id)
      JOIN document_file USING (document_file_id)
      LEFT JOIN class USING (class_id)
     WHERE document.school_year_id = :year
       AND document.kind IN ('monthly-extract', 'report-card', 'certificate',
                             'certificate-form-basic', 'certificate-form-secondary',
                             'summary-journal')
       AND document_file.made_at <= :asOf
     ORDER BY document_file.made_at`),
}));

/** The documents of a school year that were made up to a moment, the first first. */
export function madeDocuments(db: Database, year: SchoolYearRow, asOf: Moment): MadeDocument[] {
  return sql(db).made.all({ year: year.school_year_id, asOf });
}
