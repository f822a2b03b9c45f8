import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import { groupedBy } from '../rules/grouping.js';
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
  otherHolder: db
    .prepare<{ number: string; student_id: number }, string>(`
    SELECT register_no FROM exam_certificate JOIN student USING (student_id)
     WHERE number = :number AND student_id <> :student_id
     ORDER BY exam_certificate_id LIMIT 1`)
    .pluck(),
  holders: db.prepare<[], Holder & { number: string }>(`
    SELECT number, student_id, register_no FROM exam_certificate JOIN student USING (student_id)
     ORDER BY exam_certificate_id`),
  isBeside: db
    .prepare<ExamOfStudent, 0 | 1>(`
    SELECT max(learned.subject_id = :subject_id) = 0
      FROM enrolment
      JOIN class USING (class_id)
      JOIN programme_subject AS learned
        ON learned.school_year_id = enrolment.school_year_id
       AND learned.programme_id = enrolment.programme_id AND learned.grade = class.grade
     WHERE enrolment.student_id = :student_id AND enrolment.school_year_id = :school_year_id`)
    .pluck(),
}));

/** Under whom a number is recorded. */
interface Holder {
  student_id: number;
  register_no: string;
}

/** Whose exam in what, and when. */
interface ExamOfStudent {
  student_id: number;
  school_year_id: number;
  subject_id: number;
}

/** Those of a school year, by student and subject. */
export function examCertificates(db: Database, schoolYear: number): ExamCertificate[] {
  return sql(db).all.all(schoolYear);
}

/** The register number of another student under whom a number is recorded, in any school year. */
export function otherHolder(db: Database, number: string, student: number): string | undefined {
  return sql(db).otherHolder.get({ number, student_id: student });
}

/** Under whom every number is recorded, in any school year, the first one first. */
export function holdersOfNumbers(db: Database): ReadonlyMap<string, readonly Holder[]> {
  return groupedBy(sql(db).holders.all(), ({ number }) => number);
}

/** Whether the programme of a student is known, and does not have a subject in the grade of that year. */
export function isBesideProgramme(db: Database, exam: ExamOfStudent): boolean {
  return sql(db).isBeside.get(exam) === 1;
}
