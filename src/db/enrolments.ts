import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** A programme that students of a grade follow, and whether it has subjects there. */
export interface FollowedProgramme {
  programme: string;
  grade: number;
  has_subjects: number;
}

const sql = statements((db) => ({
  count: db
    .prepare<[number], number>('SELECT count(*) FROM enrolment WHERE school_year_id = ?')
    .pluck(),
  isEnrolled: db
    .prepare<[number, string], number>(`
      SELECT EXISTS (SELECT 1 FROM enrolment
                       JOIN student USING (student_id)
                      WHERE school_year_id = ? AND register_no = ?)`)
    .pluck(),
  withoutProgramme: db
    .prepare<[number], string>(`
      SELECT register_no
        FROM enrolment
        JOIN student USING (student_id)
       WHERE school_year_id = ? AND programme_id IS NULL
       ORDER BY register_no`)
    .pluck(),
  followed: db.prepare<{ year: number }, FollowedProgramme>(`
    SELECT programme.code AS programme, grade,
           EXISTS (SELECT 1 FROM programme_subject
                    WHERE programme_subject.school_year_id = :year
                      AND programme_subject.programme_id = followed.programme_id
                      AND programme_subject.grade = followed.grade) AS has_subjects
      FROM (SELECT DISTINCT programme_id, grade
              FROM enrolment
              JOIN class USING (class_id)
             WHERE enrolment.school_year_id = :year) AS followed
      JOIN programme USING (programme_id)
     ORDER BY programme, grade`),
}));

/** How many students a school year has. */
export function enrolledCount(db: Database, year: SchoolYearRow): number {
  return sql(db).count.get(year.school_year_id) ?? 0;
}

/** Whether a student is or was at the school in a school year. */
export function isEnrolled(db: Database, year: SchoolYearRow, registerNo: string): boolean {
  return sql(db).isEnrolled.get(year.school_year_id, registerNo) === 1;
}

/** The register numbers of the students of a year that follow no programme. */
export function studentsWithoutProgramme(db: Database, year: SchoolYearRow): string[] {
  return sql(db).withoutProgramme.all(year.school_year_id);
}

/** The programmes that students of a year follow, grade by grade. */
export function followedProgrammes(db: Database, year: SchoolYearRow): FollowedProgramme[] {
  return sql(db).followed.all({ year: year.school_year_id });
}
