import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { Movement } from '../rules/enrolment.js';
import type { TimetableRow } from '../rules/expected-lessons.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** A group with the keys of what belongs to it. */
export interface PlannedGroup {
  teaching_group_id: number;
  name: string;
  subject: string;
  whole: boolean;
  classes: readonly string[];
  grades: readonly number[];
  /** The staff codes in their order; the first owes the entries. */
  teachers: readonly string[];
}

/** From one day to another, both included; null is open. */
export interface Dated {
  from: CivilDate | null;
  until: CivilDate | null;
}

/** A row of the timetable with the room in which its lessons are. */
export interface PlacedRow extends TimetableRow {
  room: string | null;
}

export interface TeacherChange extends Dated {
  group: string;
  teacher: string;
}

export interface ListedMember extends Dated {
  group: string;
  student_id: number;
}

/** A student of a school year, with all that decides in which class they are on a day. */
export interface PlannedStudent {
  student_id: number;
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
  programme: string | null;
  sex: 'S' | 'V' | null;
  enrolled_on: CivilDate | null;
  left_on: CivilDate | null;
}

export interface StudentMovement extends Movement {
  student_id: number;
}

export interface ProgrammeSubject {
  programme: string;
  grade: number;
  subject: string;
}

interface GroupRow {
  teaching_group_id: number;
  name: string;
  subject: string;
  whole: number;
  classes: string;
  teachers: string;
}

/** Of a school year everything, or only what concerns some classes (a list of names as JSON). */
interface Part {
  year: number;
  classes: string | null;
}

const chosenClasses = `
  SELECT class_id FROM class
   WHERE school_year_id = :year AND name IN (SELECT value FROM json_each(:classes))`;
const chosenGroups = `
  SELECT teaching_group_id FROM group_class WHERE class_id IN (${chosenClasses})`;

const sql = statements((db) => ({
  groups: db.prepare<Part, GroupRow>(`
    SELECT teaching_group_id, teaching_group.name, subject.code AS subject, whole,
           (SELECT json_group_array(json_array(class.name, grade) ORDER BY position)
              FROM group_class JOIN class USING (class_id)
             WHERE group_class.teaching_group_id = teaching_group.teaching_group_id) AS classes,
           (SELECT json_group_array(staff.code ORDER BY position)
              FROM group_teacher JOIN staff USING (staff_id)
             WHERE group_teacher.teaching_group_id = teaching_group.teaching_group_id) AS teachers
      FROM teaching_group
      JOIN subject USING (subject_id)
     WHERE school_year_id = :year
       AND (:classes IS NULL OR teaching_group_id IN (${chosenGroups}))
     ORDER BY teaching_group.name`),
  teacherChanges: db.prepare<[number], TeacherChange>(`
    SELECT teaching_group.name AS "group", staff.code AS teacher,
           group_teacher_change."from", group_teacher_change.until
      FROM group_teacher_change
      JOIN teaching_group USING (teaching_group_id)
      JOIN staff USING (staff_id)
     WHERE school_year_id = ?
     ORDER BY group_teacher_change_id`),
  members: db.prepare<Part, ListedMember>(`
    SELECT teaching_group.name AS "group", student_id, group_member."from", group_member.until
      FROM teaching_group
      JOIN group_member USING (teaching_group_id)
     WHERE school_year_id = :year
       AND (:classes IS NULL OR teaching_group_id IN (${chosenGroups}))`),
  timetable: db.prepare<Part, PlacedRow>(`
    SELECT teaching_group.name AS "group", weekday, period, week,
           timetable_slot."from", timetable_slot.until, room
      FROM teaching_group
      JOIN timetable_slot USING (teaching_group_id)
     WHERE school_year_id = :year
       AND (:classes IS NULL OR teaching_group_id IN (${chosenGroups}))`),
  students: db.prepare<Part, PlannedStudent>(`
    SELECT student_id, register_no, last_name, first_name, class.name AS class,
           programme.code AS programme, sex, enrolled_on, left_on
      FROM enrolment
      JOIN student USING (student_id)
      JOIN class USING (class_id)
      LEFT JOIN programme USING (programme_id)
     WHERE enrolment.school_year_id = :year
       AND (:classes IS NULL OR enrolment.class_id IN (${chosenClasses})
            OR student_id IN (SELECT movement.student_id FROM movement
                               WHERE movement.class_id IN (${chosenClasses})))
     ORDER BY register_no`),
  movements: db.prepare<[number], StudentMovement>(`
    SELECT movement.student_id, date, kind, class.name AS class
      FROM enrolment
      JOIN movement USING (student_id)
      LEFT JOIN class ON class.class_id = movement.class_id
     WHERE enrolment.school_year_id = ?
     ORDER BY movement.student_id, date, movement_id`),
  classesOfGroup: db
    .prepare<[number, string], string>(`
      SELECT class.name
        FROM teaching_group
        JOIN group_class USING (teaching_group_id)
        JOIN class USING (class_id)
       WHERE teaching_group.school_year_id = ? AND teaching_group.name = ?`)
    .pluck(),
  classesOfStudent: db
    .prepare<{ year: number; registerNo: string }, string>(`
      SELECT class.name FROM student
        JOIN enrolment USING (student_id) JOIN class USING (class_id)
       WHERE register_no = :registerNo AND enrolment.school_year_id = :year
       UNION
      SELECT class.name FROM student
        JOIN movement USING (student_id) JOIN class USING (class_id)
       WHERE register_no = :registerNo AND class.school_year_id = :year`)
    .pluck(),
  classesOfTeacher: db
    .prepare<{ year: number; code: string; from: string; until: string }, string>(`
      SELECT DISTINCT class.name
        FROM teaching_group
        JOIN group_class USING (teaching_group_id)
        JOIN class USING (class_id)
       WHERE teaching_group.school_year_id = :year
         AND teaching_group_id IN (
               SELECT teaching_group_id FROM group_teacher JOIN staff USING (staff_id) WHERE code = :code
                UNION ALL
               SELECT teaching_group_id FROM group_teacher_change JOIN staff USING (staff_id)
                WHERE code = :code
                UNION ALL
               SELECT lesson.teaching_group_id
                 FROM staff
                 CROSS JOIN teaching_group AS any_group ON any_group.school_year_id = :year
                 CROSS JOIN lesson ON lesson.teaching_group_id = any_group.teaching_group_id
                                  AND date BETWEEN :from AND :until
                                  AND lesson.staff_id = staff.staff_id
                WHERE code = :code)`)
    .pluck(),
  programmeSubjects: db.prepare<[number], ProgrammeSubject>(`
    SELECT programme.code AS programme, grade, subject.code AS subject
      FROM programme_subject
      JOIN programme USING (programme_id)
      JOIN subject USING (subject_id)
     WHERE school_year_id = ?`),
}));

/** Names of classes to which a question is narrowed; undefined is the whole school. */
export type Classes = readonly string[] | undefined;

const partOf = (year: SchoolYearRow, classes: Classes): Part => ({
  year: year.school_year_id,
  classes: classes === undefined ? null : JSON.stringify(classes),
});

/** The groups that have one of the classes. */
export function plannedGroups(
  db: Database,
  year: SchoolYearRow,
  classes?: Classes,
): PlannedGroup[] {
  return sql(db)
    .groups.all(partOf(year, classes))
    .map(({ classes: list, teachers, whole, ...group }) => {
      const named = JSON.parse(list) as [string, number][];
      return {
        ...group,
        whole: whole === 1,
        classes: named.map(([name]) => name),
        grades: [...new Set(named.map(([, grade]) => grade))],
        teachers: JSON.parse(teachers) as string[],
      };
    });
}

export function teacherChanges(db: Database, year: SchoolYearRow): TeacherChange[] {
  return sql(db).teacherChanges.all(year.school_year_id);
}

export function listedMembers(
  db: Database,
  year: SchoolYearRow,
  classes?: Classes,
): ListedMember[] {
  return sql(db).members.all(partOf(year, classes));
}

export function timetableRows(db: Database, year: SchoolYearRow, classes?: Classes): PlacedRow[] {
  return sql(db).timetable.all(partOf(year, classes));
}

/** The students who are in one of the classes at some time. */
export function plannedStudents(
  db: Database,
  year: SchoolYearRow,
  classes?: Classes,
): PlannedStudent[] {
  return sql(db).students.all(partOf(year, classes));
}

export function studentMovements(db: Database, year: SchoolYearRow): StudentMovement[] {
  return sql(db).movements.all(year.school_year_id);
}

export function programmeSubjects(db: Database, year: SchoolYearRow): ProgrammeSubject[] {
  return sql(db).programmeSubjects.all(year.school_year_id);
}

/** The names of a group's classes; none where there is no such group. */
export function classesOfGroup(db: Database, year: SchoolYearRow, name: string): string[] {
  return sql(db).classesOfGroup.all(year.school_year_id, name);
}

/** The names of all classes in which a student is in the year; none where there is no such student. */
export function classesOfStudent(db: Database, year: SchoolYearRow, registerNo: string): string[] {
  return sql(db).classesOfStudent.all({ year: year.school_year_id, registerNo });
}

/** The names of the classes that a teacher has, or had as a substitute on some days. */
export function classesOfTeacher(
  db: Database,
  year: SchoolYearRow,
  code: string,
  { from, until }: { from: CivilDate; until: CivilDate },
): string[] {
  return sql(db).classesOfTeacher.all({ year: year.school_year_id, code, from, until });
}
