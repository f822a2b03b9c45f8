import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

interface Asked {
  year: number;
  key: string;
}

const sql = statements((db) => ({
  name: db
    .prepare<[Asked], number>(
      'SELECT teaching_group_id FROM teaching_group WHERE school_year_id = :year AND name = :key',
    )
    .pluck(),
  class: db
    .prepare<[Asked], number>(`
      SELECT teaching_group_id
        FROM class
        JOIN group_class USING (class_id)
       WHERE class.school_year_id = :year AND class.name = :key
       UNION
      SELECT teaching_group_id
        FROM (SELECT student_id FROM class JOIN enrolment USING (class_id)
               WHERE class.school_year_id = :year AND class.name = :key
               UNION
              SELECT student_id FROM class JOIN movement USING (class_id)
               WHERE class.school_year_id = :year AND class.name = :key) AS been
        JOIN group_member USING (student_id)
        JOIN teaching_group USING (teaching_group_id)
       WHERE teaching_group.school_year_id = :year`)
    .pluck(),
  teacher: db
    .prepare<[Asked], number>(`
      SELECT teaching_group_id
        FROM teaching_group
        JOIN group_teacher USING (teaching_group_id)
        JOIN staff USING (staff_id)
       WHERE school_year_id = :year AND staff.code = :key
       UNION
      SELECT teaching_group_id
        FROM teaching_group
        JOIN group_teacher_change USING (teaching_group_id)
        JOIN staff USING (staff_id)
       WHERE school_year_id = :year AND staff.code = :key`)
    .pluck(),
  heldBy: db
    .prepare<Asked & { date: string }, number>(`
      SELECT DISTINCT teaching_group_id
        FROM teaching_group
        JOIN lesson USING (teaching_group_id)
        JOIN staff USING (staff_id)
       WHERE school_year_id = :year AND date = :date AND staff.code = :key`)
    .pluck(),
  students: db
    .prepare<{ year: number; students: string }, number>(`
      SELECT teaching_group_id
        FROM json_each(:students) AS asked
        JOIN group_member ON student_id = asked.value
        JOIN teaching_group USING (teaching_group_id)
       WHERE school_year_id = :year
       UNION
      SELECT teaching_group_id
        FROM (SELECT class_id
                FROM json_each(:students) AS asked
                JOIN enrolment ON student_id = asked.value AND school_year_id = :year
               UNION
              SELECT class_id
                FROM json_each(:students) AS asked
                JOIN movement ON student_id = asked.value) AS been
        JOIN group_class USING (class_id)
        JOIN teaching_group USING (teaching_group_id)
       WHERE whole AND school_year_id = :year`)
    .pluck(),
  candidates: db
    .prepare<{ year: number; groups: string }, number>(`
      SELECT student_id
        FROM group_class
        JOIN enrolment ON enrolment.school_year_id = :year AND enrolment.class_id = group_class.class_id
       WHERE teaching_group_id IN (SELECT value FROM json_each(:groups))
       UNION
      SELECT student_id
        FROM group_class
        JOIN movement USING (class_id)
       WHERE teaching_group_id IN (SELECT value FROM json_each(:groups))
       UNION
      SELECT student_id
        FROM group_member
       WHERE teaching_group_id IN (SELECT value FROM json_each(:groups))`)
    .pluck(),
}));

/** The number of a group of the school year; undefined where there is none of that name. */
export function groupNumber(db: Database, year: SchoolYearRow, name: string): number | undefined {
  return sql(db).name.get({ year: year.school_year_id, key: name });
}

/** The groups of a class, whole or in part, and those of others on whose lists its students stand. */
export function groupsOfClass(db: Database, year: SchoolYearRow, name: string): number[] {
  return sql(db).class.all({ year: year.school_year_id, key: name });
}

/** The groups that somebody teaches at some time of the year. */
export function groupsOfTeacher(db: Database, year: SchoolYearRow, code: string): number[] {
  return sql(db).teacher.all({ year: year.school_year_id, key: code });
}

/** The groups with an entry of a day that names somebody as who held the lesson. */
export function groupsHeldBy(
  db: Database,
  year: SchoolYearRow,
  code: string,
  date: CivilDate,
): number[] {
  return sql(db).heldBy.all({ year: year.school_year_id, key: code, date });
}

/** The groups in which students are at some time of the year, and some more: days and programme are not asked. */
export function groupsOfStudents(
  db: Database,
  year: SchoolYearRow,
  students: readonly number[],
): number[] {
  return sql(db).students.all({ year: year.school_year_id, students: JSON.stringify(students) });
}

/** Everybody who may be in one of the groups at some time of the year. */
export function possibleMembers(
  db: Database,
  year: SchoolYearRow,
  groups: readonly number[],
): number[] {
  return sql(db).candidates.all({ year: year.school_year_id, groups: JSON.stringify(groups) });
}
