import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import { statements } from './statements.js';

/** What is known for the personal file of a student, parents included. */
export interface PersonalFileRow {
  student_id: number;
  personal_code: string | null;
  birth_date: CivilDate | null;
  sex: 'S' | 'V' | null;
  birth_certificate_no: string | null;
  birth_certificate_date: CivilDate | null;
  birth_certificate_issuer: string | null;
  address: string | null;
  actual_address: string | null;
  previous_school: string | null;
  /** How many parents or guardians are known, and how many of them by telephone. */
  parents: number;
  parents_with_phone: number;
}

/** What the school knows of a student besides the class. */
export interface StudentRecordRow {
  student_id: number;
  personal_code: string | null;
  birth_date: CivilDate | null;
  sex: 'S' | 'V' | null;
  address: string | null;
  actual_address: string | null;
  phone: string | null;
  email: string | null;
  programme: string | null;
  programme_name: string | null;
  birth_certificate_no: string | null;
  birth_certificate_date: CivilDate | null;
  birth_certificate_issuer: string | null;
  previous_school: string | null;
}

const sql = statements((db) => ({
  files: db.prepare<[number], PersonalFileRow>(`
    SELECT student.student_id, personal_code, birth_date, sex, birth_certificate_no,
           birth_certificate_date, birth_certificate_issuer, address, actual_address, previous_school,
           (SELECT count(*) FROM student_parent
             WHERE student_parent.student_id = student.student_id) AS parents,
           (SELECT count(phone) FROM student_parent JOIN parent USING (parent_id)
             WHERE student_parent.student_id = student.student_id) AS parents_with_phone
      FROM enrolment
      JOIN student USING (student_id)
      LEFT JOIN personal_file USING (student_id)
     WHERE enrolment.school_year_id = ?`),
  records: db.prepare<[number], StudentRecordRow>(`
    SELECT student.student_id, personal_code, birth_date, sex, address, actual_address, phone, email,
           programme.code AS programme, programme.name AS programme_name,
           birth_certificate_no, birth_certificate_date, birth_certificate_issuer, previous_school
      FROM enrolment
      JOIN student USING (student_id)
      LEFT JOIN programme USING (programme_id)
      LEFT JOIN personal_file USING (student_id)
     WHERE enrolment.school_year_id = ?`),
}));

/** The personal file of every student of a school year, by the student's number. */
export function personalFiles(db: Database, schoolYear: number): Map<number, PersonalFileRow> {
  return new Map(
    sql(db)
      .files.all(schoolYear)
      .map((file) => [file.student_id, file]),
  );
}

/** What is known of every student of a school year, by the student's number. */
export function studentRecords(db: Database, schoolYear: number): Map<number, StudentRecordRow> {
  const rows = sql(db).records.all(schoolYear);
  return new Map(rows.map((row) => [row.student_id, row]));
}
