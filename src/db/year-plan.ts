import type { Database } from 'better-sqlite3';
import type { CivilDate, DaySpan, Weekday } from '../rules/civil-date.js';
import type { Movement } from '../rules/enrolment.js';
import type { TimetableRow } from '../rules/expected-lessons.js';
import { leaversOf } from './movements.js';
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
  year_end: 'exam' | 'credit' | null;
}

interface GroupRow {
  teaching_group_id: number;
  name: string;
  subject: string;
  whole: number;
  classes: string;
  teachers: string;
}

/** A school year, and the numbers to which its rows are narrowed, as JSON; null: all of them. */
interface Part {
  year: number;
  only: string | null;
}

const sql = statements((db) => ({
  groups: db.prepare<[Part], GroupRow>(`
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
       AND (:only IS NULL OR teaching_group_id IN (SELECT value FROM json_each(:only)))
     ORDER BY teaching_group.name`),
  teacherChanges: db.prepare<[Part], TeacherChange>(`
    SELECT teaching_group.name AS "group", staff.code AS teacher,
           group_teacher_change."from", group_teacher_change.until
      FROM group_teacher_change
      JOIN teaching_group USING (teaching_group_id)
      JOIN staff USING (staff_id)
     WHERE school_year_id = :year
       AND (:only IS NULL OR teaching_group_id IN (SELECT value FROM json_each(:only)))
     ORDER BY teaching_group.name,
              julianday(group_teacher_change.until) - julianday(group_teacher_change."from") NULLS LAST,
              group_teacher_change."from" DESC, group_teacher_change.until NULLS LAST, staff.code`),
  members: db.prepare<[Part], ListedMember>(`
    SELECT teaching_group.name AS "group", student_id, group_member."from", group_member.until
      FROM group_member
      JOIN teaching_group USING (teaching_group_id)
     WHERE school_year_id = :year
       AND (:only IS NULL OR teaching_group_id IN (SELECT value FROM json_each(:only)))`),
  timetable: db.prepare<[Part], PlacedRow>(`
    SELECT teaching_group.name AS "group", weekday, period, week,
           timetable_slot."from", timetable_slot.until, room
      FROM timetable_slot
      JOIN teaching_group USING (teaching_group_id)
     WHERE school_year_id = :year
       AND (:only IS NULL OR teaching_group_id IN (SELECT value FROM json_each(:only)))`),
  weekdays: db
    .prepare<[number], Weekday>(`
      SELECT DISTINCT weekday
        FROM timetable_slot
        JOIN teaching_group USING (teaching_group_id)
       WHERE school_year_id = ?
       ORDER BY weekday`)
    .pluck(),
  students: db.prepare<[Part], PlannedStudent>(`
    SELECT student_id, register_no, last_name, first_name, class.name AS class,
           programme.code AS programme, sex, enrolled_on, left_on
      FROM enrolment
      JOIN student USING (student_id)
      JOIN class USING (class_id)
      LEFT JOIN programme USING (programme_id)
     WHERE enrolment.school_year_id = :year
       AND (:only IS NULL OR student_id IN (SELECT value FROM json_each(:only)))
     ORDER BY register_no`),
  movements: db.prepare<[Part & DaySpan], StudentMovement>(`
    SELECT movement.student_id, date, kind, class.name AS class
      FROM enrolment
      JOIN movement USING (student_id)
      LEFT JOIN class ON class.class_id = movement.class_id
     WHERE enrolment.school_year_id = :year
       AND iif(kind = 'left', date BETWEEN :from AND :until, class.school_year_id = :year)
       AND (:only IS NULL OR movement.student_id IN (SELECT value FROM json_each(:only)))
     ORDER BY movement.student_id, date, movement_id`),
  programmeSubjects: db.prepare<[number], ProgrammeSubject>(`
    SELECT programme.code AS programme, grade, subject.code AS subject, year_end
      FROM programme_subject
      JOIN programme USING (programme_id)
      JOIN subject USING (subject_id)
     WHERE school_year_id = ?`),
}));

/** The numbers of groups or students to which a plan is narrowed; none given: all of the year. */
type Only = readonly number[] | undefined;

export function plannedGroups(db: Database, year: SchoolYearRow, only?: Only): PlannedGroup[] {
  return sql(db)
    .groups.all(partOf(year, only))
    .map(({ classes, teachers, whole, ...group }) => {
      const named = JSON.parse(classes) as [string, number][];
      return {
        ...group,
        whole: whole === 1,
        classes: named.map(([name]) => name),
        grades: [...new Set(named.map(([, grade]) => grade))],
        teachers: JSON.parse(teachers) as string[],
      };
    });
}

/**
 * Who had groups for some days; of those who had one on the same day the one who owes is first: whose time
 * is the shortest, then who began last, then by the code. The order of the rows in a file decides nothing:
 * an export has another one.
 */
export function teacherChanges(db: Database, year: SchoolYearRow, groups?: Only): TeacherChange[] {
  return sql(db).teacherChanges.all(partOf(year, groups));
}

export function listedMembers(db: Database, year: SchoolYearRow, groups?: Only): ListedMember[] {
  return sql(db).members.all(partOf(year, groups));
}

export function timetableRows(db: Database, year: SchoolYearRow, groups?: Only): PlacedRow[] {
  return sql(db).timetable.all(partOf(year, groups));
}

/** The weekdays on which the timetable has lessons. */
export function taughtWeekdays(db: Database, year: SchoolYearRow): Weekday[] {
  return sql(db).weekdays.all(year.school_year_id);
}

export function plannedStudents(
  db: Database,
  year: SchoolYearRow,
  students?: Only,
): PlannedStudent[] {
  return sql(db).students.all(partOf(year, students));
}

/** What tells the classes of a school year: the movements of other years do not. */
export function studentMovements(
  db: Database,
  year: SchoolYearRow,
  students?: Only,
): StudentMovement[] {
  return sql(db).movements.all({ ...partOf(year, students), ...leaversOf(db, year) });
}

export function programmeSubjects(db: Database, year: SchoolYearRow): ProgrammeSubject[] {
  return sql(db).programmeSubjects.all(year.school_year_id);
}

const partOf = ({ school_year_id: year }: SchoolYearRow, only: Only): Part => ({
  year,
  only: only ? JSON.stringify(only) : null,
});
