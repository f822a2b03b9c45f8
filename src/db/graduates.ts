import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { Entry } from '../rules/entries.js';
import type { TermValue } from '../rules/final-marks.js';
import type { Decision } from '../rules/readiness.js';
import type { Term } from '../rules/term-marks.js';
import { statements } from './statements.js';

/** What a certificate needs to know of a student of a school year, besides the marks. */
export interface GraduateRow {
  student_id: number;
  personal_code: string | null;
  birth_date: CivilDate | null;
  programme_name: string | null;
  decision: Decision | null;
  decided_on: CivilDate | null;
}

/** A mark of a term, in any school year, as it was entered at its moment. */
export interface TermEntry extends Entry {
  student_id: number;
  school_year_id: number;
  subject: string;
  term: Term;
  value: TermValue;
}

/** The number of the State's certificate of an exam. */
export interface ExamCertificateRow {
  student_id: number;
  school_year_id: number;
  subject: string;
  number: string;
  date: CivilDate | null;
  percent: string | null;
  parts: string | null;
  level: string | null;
}

/** A school year that a student spent in a grade. */
export interface StudyYear {
  student_id: number;
  school_year_id: number;
  year: number;
  grade: number;
}

const sql = statements((db) => ({
  graduates: db.prepare<[number], GraduateRow>(`
    SELECT student_id, personal_code, birth_date, programme.name AS programme_name,
           decision.decision, decision.date AS decided_on
      FROM enrolment
      JOIN student USING (student_id)
      LEFT JOIN programme USING (programme_id)
      LEFT JOIN decision USING (student_id, school_year_id)
     WHERE enrolment.school_year_id = ?`),
  terms: db.prepare<[string], TermEntry>(`
    SELECT student_id, school_year_id, subject.code AS subject, term, term_mark.value, recorded_at,
           term_mark_id AS "order"
      FROM json_each(?) AS asked
      JOIN term_mark ON term_mark.student_id = asked.value
      JOIN subject USING (subject_id)`),
  examCertificates: db.prepare<[string], ExamCertificateRow>(`
    SELECT student_id, school_year_id, subject.code AS subject, number, date, percent, parts, level
      FROM json_each(?) AS asked
      JOIN exam_certificate ON exam_certificate.student_id = asked.value
      JOIN subject USING (subject_id)
     ORDER BY student_id, date, exam_certificate_id`),
  studyYears: db.prepare<[string, number], StudyYear>(`
    SELECT student_id, enrolment.school_year_id, year, grade
      FROM json_each(?) AS asked
      JOIN enrolment ON enrolment.student_id = asked.value
      JOIN school_year USING (school_year_id)
      JOIN class USING (class_id)
     WHERE year < ?
     ORDER BY student_id, year`),
}));

/** Everybody who is enrolled in a school year. */
export function graduateRows(db: Database, schoolYear: number): GraduateRow[] {
  return sql(db).graduates.all(schoolYear);
}

/** Every entry of term marks of these students, in every school year. */
export function termEntries(db: Database, students: readonly number[]): TermEntry[] {
  return sql(db).terms.all(JSON.stringify(students));
}

export function examCertificateRows(
  db: Database,
  students: readonly number[],
): ExamCertificateRow[] {
  return sql(db).examCertificates.all(JSON.stringify(students));
}

/** The school years of these students before one, in their order. */
export function studyYearsBefore(
  db: Database,
  students: readonly number[],
  year: number,
): StudyYear[] {
  return sql(db).studyYears.all(JSON.stringify(students), year);
}
