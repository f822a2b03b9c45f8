import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import { statements } from './statements.js';

/** The State's certificate of a centralised exam, as its file has it. */
export interface ExamCertificate {
  register_no: string;
  last_name: string;
  first_name: string;
  subject: string;
  number: string;
  date: CivilDate | null;
  percent: string | null;
  parts: string | null;
  level: string | null;
}

const sql = statements((db) => ({
  all: db.prepare<[number], ExamCertificate>(`
    SELECT register_no, last_name, first_name, subject.code AS subject, number, date, percent, parts, level
      FROM exam_certificate
      JOIN student USING (student_id)
      JOIN subject USING (subject_id)
     WHERE school_year_id = ?
     ORDER BY register_no, subject.code`),
}));

/** Those of a school year, by student and subject. */
export function examCertificates(db: Database, schoolYear: number): ExamCertificate[] {
  return sql(db).all.all(schoolYear);
}
