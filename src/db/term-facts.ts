import type { Database } from 'better-sqlite3';
import type { Moment } from '../rules/school-time.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

const sql = statements((db) => ({
  first: db
    .prepare<{ year: number; asOf: string }, [number, string, string, Moment]>(`
      SELECT student_id, subject.code, term, min(recorded_at)
        FROM enrolment
        CROSS JOIN term_mark USING (student_id, school_year_id)
        JOIN subject USING (subject_id)
       WHERE enrolment.school_year_id = :year AND recorded_at <= :asOf
       GROUP BY student_id, subject_id, term`)
    .raw(),
  marked: db
    .prepare<{ year: number }, string>(`
      SELECT DISTINCT class.name || ' ' || subject.code
        FROM enrolment
        JOIN class USING (class_id)
        CROSS JOIN term_mark
          ON term_mark.student_id = enrolment.student_id
         AND term_mark.school_year_id = enrolment.school_year_id
        JOIN subject USING (subject_id)
       WHERE enrolment.school_year_id = :year`)
    .pluck(),
  graded: db
    .prepare<{ year: number; asOf: string }, string>(`
      SELECT teaching_group.name
        FROM teaching_group
        JOIN subject USING (subject_id)
       WHERE school_year_id = :year
         AND (scale = 'points'
              OR EXISTS (
                SELECT 1 FROM assessed_work AS work
                 WHERE work.teaching_group_id = teaching_group.teaching_group_id
                   AND (EXISTS (SELECT 1 FROM work_announcement AS announced
                                 WHERE announced.assessed_work_id = work.assessed_work_id
                                   AND announced.recorded_at <= :asOf)
                        OR EXISTS (SELECT 1 FROM mark
                                    WHERE mark.assessed_work_id = work.assessed_work_id
                                      AND mark.recorded_at <= :asOf)))
              OR EXISTS (
                SELECT 1 FROM group_class
                  JOIN class USING (class_id)
                  JOIN programme_subject AS planned ON planned.grade = class.grade
                 WHERE group_class.teaching_group_id = teaching_group.teaching_group_id
                   AND planned.subject_id = teaching_group.subject_id
                   AND planned.school_year_id = teaching_group.school_year_id
                   AND planned.year_end IS NOT NULL))`)
    .pluck(),
}));

/** When a student first got a mark of a subject for a term. */
export function firstTermMarks(db: Database, year: SchoolYearRow, asOf: Moment) {
  const first = new Map<string, Moment>();
  for (const [student, subject, term, at] of sql(db).first.all({
    year: year.school_year_id,
    asOf,
  })) {
    first.set(`${student} ${subject} ${term}`, at);
  }
  return (student: number, subject: string, term: string): Moment | undefined =>
    first.get(`${student} ${subject} ${term}`);
}

/** The subjects in which anybody of a class of the list has a mark of a term, as `9.a DE`. */
export function markedSubjects(db: Database, year: SchoolYearRow): ReadonlySet<string> {
  return new Set(sql(db).marked.all({ year: year.school_year_id }));
}

/**
 * The groups that end a term with marks, as is known at a moment: all but those of pass or fail in which
 * nothing was assessed, unless a programme ends the year in the subject with a credit or an exam.
 */
export function gradedGroups(db: Database, year: SchoolYearRow, asOf: Moment): ReadonlySet<string> {
  return new Set(sql(db).graded.all({ year: year.school_year_id, asOf }));
}
