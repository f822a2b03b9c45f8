import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { Moment } from '../rules/school-time.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** What a line of the output is about; the rows behind it are found by these. */
export interface LineKeys {
  readonly clause: string;
  readonly group: string;
  readonly class: string;
  readonly date: CivilDate;
  /** The weekday whose timetable held that day. */
  readonly weekday: number;
  readonly period: number | null;
  readonly work: string | null;
  readonly students: readonly string[] | null;
  readonly owed_by: readonly string[];
}

/** A row of the school on which a line rests. */
export type EvidenceRow = [line: number, table: string, row: number];

const sql = statements((db) => ({
  rows: db
    .prepare<{ lines: string; year: number; asOf: string }, EvidenceRow>(`
      WITH line AS MATERIALIZED (
             SELECT key AS line, value ->> 'clause' AS clause, value ->> 'group' AS group_name,
                    value ->> 'class' AS class_names, value ->> 'date' AS date,
                    value ->> 'weekday' AS weekday, value ->> 'period' AS period,
                    value ->> 'work' AS work, value -> 'students' AS students,
                    value -> 'owed_by' AS owed_by
               FROM json_each(:lines)),
           in_group AS MATERIALIZED (
             SELECT line.*, teaching_group_id
               FROM line CROSS JOIN teaching_group
                 ON teaching_group.school_year_id = :year AND teaching_group.name = group_name),
           with_work AS MATERIALIZED (
             SELECT line, assessed_work_id
               FROM in_group CROSS JOIN assessed_work USING (teaching_group_id, date, work)
              WHERE clause LIKE '4.2%'),
           with_student AS MATERIALIZED (
             SELECT line.*, student_id
               FROM line CROSS JOIN json_each(students) AS named
               CROSS JOIN student ON register_no = named.value)
      SELECT line, 'teaching_group', teaching_group_id FROM in_group
      UNION ALL SELECT line, 'group_teacher', group_teacher_id
        FROM in_group CROSS JOIN group_teacher USING (teaching_group_id)
      UNION ALL SELECT line, 'group_teacher_change', group_teacher_change_id
        FROM in_group CROSS JOIN group_teacher_change USING (teaching_group_id)
      UNION ALL SELECT line, 'timetable_slot', timetable_slot_id
        FROM in_group CROSS JOIN timetable_slot USING (teaching_group_id, weekday, period)
      UNION ALL SELECT line, 'bell_period', bell_period_id
        FROM line CROSS JOIN bell_period USING (period)
       WHERE school_year_id = :year
      UNION ALL SELECT line, 'calendar_day', calendar_day_id
        FROM line CROSS JOIN calendar_day
          ON school_year_id = :year AND "from" <= line.date AND coalesce(until, "from") >= line.date
      UNION ALL SELECT line, 'lesson', lesson_id
        FROM in_group CROSS JOIN lesson USING (teaching_group_id, date)
       WHERE recorded_at <= :asOf AND clause LIKE '4._%' AND clause <> '4.3'
      UNION ALL SELECT line, 'assessed_work', assessed_work_id FROM with_work
      UNION ALL SELECT line, 'work_announcement', work_announcement_id
        FROM with_work CROSS JOIN work_announcement USING (assessed_work_id)
       WHERE recorded_at <= :asOf
      UNION ALL SELECT line, 'mark', mark_id
        FROM with_work CROSS JOIN mark USING (assessed_work_id)
       WHERE recorded_at <= :asOf
      UNION ALL SELECT line, 'enrolment', enrolment_id
        FROM with_student CROSS JOIN enrolment USING (student_id)
       WHERE enrolment.school_year_id = :year
      UNION ALL SELECT line, 'movement', movement_id
        FROM with_student CROSS JOIN movement USING (student_id)
      UNION ALL SELECT with_student.line, 'group_member', group_member_id
        FROM with_student
        CROSS JOIN teaching_group ON teaching_group.school_year_id = :year AND teaching_group.name = group_name
        CROSS JOIN group_member USING (teaching_group_id, student_id)
      UNION ALL SELECT line, 'absence', absence_id
        FROM with_student CROSS JOIN absence USING (student_id, date)
       WHERE recorded_at <= :asOf AND clause LIKE '4.2%'
      UNION ALL SELECT with_student.line, 'term_mark', term_mark_id
        FROM with_student
        CROSS JOIN teaching_group ON teaching_group.school_year_id = :year AND teaching_group.name = group_name
        CROSS JOIN term_mark
          ON term_mark.student_id = with_student.student_id AND term_mark.school_year_id = :year
         AND term_mark.subject_id = teaching_group.subject_id AND term = with_student.work
       WHERE recorded_at <= :asOf AND clause = '4.3'
      UNION ALL SELECT line, 'class', class_id
        FROM line CROSS JOIN class ON class.school_year_id = :year AND class.name = class_names
      UNION ALL SELECT line, 'class_teacher', class_teacher_id
        FROM line CROSS JOIN class ON class.school_year_id = :year AND class.name = class_names
        CROSS JOIN class_teacher USING (class_id)
       WHERE clause LIKE '3.%'
      UNION ALL SELECT line, 'document', document_id
        FROM with_student CROSS JOIN document USING (student_id)
       WHERE document.school_year_id = :year AND made_at <= :asOf
      UNION ALL SELECT line, 'staff', staff_id
        FROM line CROSS JOIN json_each(owed_by) AS named CROSS JOIN staff ON staff.code = named.value
      UNION ALL SELECT line, 'staff_role', staff_role_id
        FROM line CROSS JOIN json_each(owed_by) AS named CROSS JOIN staff ON staff.code = named.value
        CROSS JOIN staff_role USING (staff_id)
       WHERE clause LIKE '2.%' OR clause LIKE '1.%'`)
    .raw(),
}));

/**
 * The rows on which lines of `overdue` rest: timetable, bells, calendar, group and its teachers, what
 * was entered of the lesson or the work up to a moment, the students and their absences, who holds the
 * office. A line is known by its place in the list.
 */
export function evidenceOf(
  db: Database,
  year: SchoolYearRow,
  lines: readonly LineKeys[],
  asOf: Moment,
): EvidenceRow[] {
  return sql(db).rows.all({ lines: JSON.stringify(lines), year: year.school_year_id, asOf });
}
