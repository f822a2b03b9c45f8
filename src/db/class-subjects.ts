import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** A class and a subject of its students' programmes: whether a group of the class learns it, with a teacher. */
export interface ClassSubject {
  class: string;
  subject: string;
  has_group: number;
  has_teacher: number;
}

/** SQL for the groups of a class that learn a subject. */
const groupsOfSubject = `FROM group_class
                     JOIN teaching_group USING (teaching_group_id)
                    WHERE group_class.class_id = class.class_id
                      AND teaching_group.subject_id = subject.subject_id`;

const sql = statements((db) => ({
  subjects: db.prepare<{ year: number }, ClassSubject>(`
    SELECT DISTINCT class.name AS class, subject.code AS subject,
           EXISTS (SELECT 1 ${groupsOfSubject}) AS has_group,
           EXISTS (SELECT 1 ${groupsOfSubject}
                      AND (EXISTS (SELECT 1 FROM group_teacher AS teacher
                                    WHERE teacher.teaching_group_id = teaching_group.teaching_group_id)
                           OR EXISTS (SELECT 1 FROM group_teacher_change AS teacher
                                       WHERE teacher.teaching_group_id = teaching_group.teaching_group_id)))
             AS has_teacher
      FROM (SELECT DISTINCT class_id, programme_id FROM enrolment WHERE school_year_id = :year) AS followed
      JOIN class USING (class_id)
      JOIN programme_subject ON programme_subject.school_year_id = :year
                            AND programme_subject.programme_id = followed.programme_id
                            AND programme_subject.grade = class.grade
      JOIN subject USING (subject_id)
     ORDER BY class.grade, class.name, subject.code`),
  unfilled: db.prepare<{ year: number }, { name: string; combined: number; unfilled: number }>(`
    SELECT name,
           (SELECT count(*) FROM group_class
             WHERE group_class.teaching_group_id = teaching_group.teaching_group_id) > 1 AS combined,
           NOT EXISTS (SELECT 1 FROM group_teacher
                        WHERE group_teacher.teaching_group_id = teaching_group.teaching_group_id)
           OR (whole = 0 AND NOT EXISTS (
                 SELECT 1 FROM group_member
                  WHERE group_member.teaching_group_id = teaching_group.teaching_group_id)) AS unfilled
      FROM teaching_group
     WHERE school_year_id = :year
     ORDER BY name`),
}));

/** The subjects that the students of each class learn by their programmes (clauses 2.1.2, 2.1.3). */
export function classSubjects(db: Database, year: SchoolYearRow): ClassSubject[] {
  return sql(db).subjects.all({ year: year.school_year_id });
}

/** Every group: whether it is of several classes, and whether it lacks a teacher or members (clause 2.1.4). */
export function groupStates(db: Database, year: SchoolYearRow) {
  return sql(db).unfilled.all({ year: year.school_year_id });
}
