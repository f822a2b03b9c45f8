import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

interface Asked {
  year: number;
  key: string;
}

const sql = statements((db) => ({
  group: db
    .prepare<[Asked], string>(`
      SELECT class.name
        FROM teaching_group
        JOIN group_class USING (teaching_group_id)
        JOIN class USING (class_id)
       WHERE teaching_group.school_year_id = :year AND teaching_group.name = :key`)
    .pluck(),
  student: db
    .prepare<[Asked], string>(`
      SELECT class.name FROM student
        JOIN enrolment USING (student_id) JOIN class USING (class_id)
       WHERE register_no = :key AND enrolment.school_year_id = :year
       UNION
      SELECT class.name FROM student
        JOIN movement USING (student_id) JOIN class USING (class_id)
       WHERE register_no = :key AND class.school_year_id = :year
       UNION
      SELECT class.name FROM student
        JOIN group_member USING (student_id)
        JOIN group_class USING (teaching_group_id)
        JOIN class USING (class_id)
       WHERE register_no = :key AND class.school_year_id = :year`)
    .pluck(),
  teacher: db
    .prepare<[Asked & { from: string; until: string }], string>(`
      SELECT DISTINCT class.name
        FROM teaching_group
        JOIN group_class USING (teaching_group_id)
        JOIN class USING (class_id)
       WHERE teaching_group.school_year_id = :year
         AND teaching_group_id IN (
               SELECT teaching_group_id FROM group_teacher JOIN staff USING (staff_id) WHERE code = :key
                UNION ALL
               SELECT teaching_group_id FROM group_teacher_change JOIN staff USING (staff_id)
                WHERE code = :key
                UNION ALL
               SELECT lesson.teaching_group_id
                 FROM staff
                 CROSS JOIN teaching_group AS any_group ON any_group.school_year_id = :year
                 CROSS JOIN lesson ON lesson.teaching_group_id = any_group.teaching_group_id
                                  AND date BETWEEN :from AND :until
                                  AND lesson.staff_id = staff.staff_id
                WHERE code = :key)`)
    .pluck(),
}));

/** The names of a group's classes; none where there is no such group. */
export function classesOfGroup(db: Database, year: SchoolYearRow, name: string): string[] {
  return sql(db).group.all({ year: year.school_year_id, key: name });
}

/**
 * The names of all classes in which a student is in the year, or with which they are in a group; none where
 * there is no such student.
 */
export function classesOfStudent(db: Database, year: SchoolYearRow, registerNo: string): string[] {
  return sql(db).student.all({ year: year.school_year_id, key: registerNo });
}

/** The names of the classes that a teacher has, or had as a substitute on some days. */
export function classesOfTeacher(
  db: Database,
  year: SchoolYearRow,
  code: string,
  { from, until }: { from: CivilDate; until: CivilDate },
): string[] {
  return sql(db).teacher.all({ year: year.school_year_id, key: code, from, until });
}
