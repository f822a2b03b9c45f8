import type { Database } from 'better-sqlite3';

/** What a file of the school year is narrowed to; a filter that a kind cannot answer is refused by the task. */
export interface ExportFilter {
  school_year_id: number;
  class: string | null;
  group: string | null;
  from: string | null;
  until: string | null;
}

/** SQL for a group with students of the class that is asked for, where one is. */
const groupIsOfClass = `(:class IS NULL OR EXISTS (
             SELECT 1 FROM group_class JOIN class USING (class_id)
              WHERE group_class.teaching_group_id = teaching_group.teaching_group_id
                AND class.name = :class))`;

/** SQL for a row of a table about a student of the class that is asked for, where one is. */
const studentIsOfClass = (table: string) => `(:class IS NULL OR EXISTS (
             SELECT 1 FROM enrolment JOIN class USING (class_id)
              WHERE enrolment.student_id = ${table}.student_id
                AND enrolment.school_year_id = :school_year_id AND class.name = :class))`;

/**
 * One query for each kind of file: its columns in the order of the file, sorted by its key. The file of
 * justifications has no word for one that was withdrawn: those are left out, so that what a reader of
 * the file decides of each absence is what was decided here. For the same reason those of one moment that
 * may contradict each other change places among themselves, so that the one entered last comes last.
 */
const queries = {
  school: `
    SELECT key, value FROM school_setting ORDER BY key`,
  calendar: `
    SELECT "from", until, kind, grades, replaces, schedule, name
      FROM calendar_day
     WHERE school_year_id = :school_year_id
       AND (:until IS NULL OR "from" <= :until)
       AND (:from IS NULL OR coalesce(until, "from") >= :from)
     ORDER BY "from", coalesce(until, ''), kind, coalesce(grades, '')`,
  subjects: `
    SELECT code, name, certificate_name, scale, "order" FROM subject ORDER BY code`,
  programmes: `
    SELECT programme.code, programme.name, grade, subject.code, lessons_per_week, year_end
      FROM programme_subject
      JOIN programme USING (programme_id)
      JOIN subject USING (subject_id)
     WHERE school_year_id = :school_year_id
     ORDER BY programme.code, grade, subject.code`,
  staff: `
    SELECT code, last_name, first_name,
           (SELECT group_concat(role, '+' ORDER BY position) FROM staff_role WHERE staff_id = staff.staff_id),
           (SELECT class.name FROM class_teacher JOIN class USING (class_id)
             WHERE class_teacher.staff_id = staff.staff_id AND class.school_year_id = :school_year_id),
           phone, email, "from", until
      FROM staff ORDER BY code`,
  students: `
    SELECT class.name, last_name, first_name, register_no, personal_code, birth_date, sex,
           programme.code, address, phone, email,
           iif(enrolled_on > :last_day, NULL, enrolled_on),
           coalesce(left_on, ${leftBefore()})
      FROM student
      JOIN enrolment ON enrolment.student_id = student.student_id
                    AND enrolment.school_year_id = :school_year_id
      JOIN class USING (class_id)
      LEFT JOIN programme USING (programme_id)
     WHERE (:class IS NULL OR class.name = :class)
     ORDER BY register_no`,
  movements: `
    SELECT register_no, date, kind, class.name, reason, order_no
      FROM movement
      JOIN student USING (student_id)
      LEFT JOIN class ON class.class_id = movement.class_id
     WHERE EXISTS (SELECT 1 FROM enrolment JOIN class AS own USING (class_id)
                    WHERE enrolment.student_id = movement.student_id
                      AND enrolment.school_year_id = :school_year_id
                      AND (:class IS NULL OR own.name = :class))
       AND iif(kind = 'left', date BETWEEN :leavers_from AND :leavers_until,
               class.school_year_id = :school_year_id)
       AND (:from IS NULL OR date >= :from) AND (:until IS NULL OR date <= :until)
     ORDER BY register_no, date, kind`,
  parents: `
    SELECT register_no, parent.last_name, parent.first_name, relation, parent.phone, parent.email, contact
      FROM student_parent
      JOIN parent USING (parent_id)
      JOIN student USING (student_id)
     WHERE EXISTS (SELECT 1 FROM enrolment JOIN class USING (class_id)
                    WHERE enrolment.student_id = student_parent.student_id
                      AND enrolment.school_year_id = :school_year_id
                      AND (:class IS NULL OR class.name = :class))
     ORDER BY register_no, parent.phone, parent.last_name, parent.first_name`,
  'personal-files': `
    SELECT register_no, birth_certificate_no, birth_certificate_date, birth_certificate_issuer,
           actual_address, previous_school
      FROM personal_file
      JOIN student USING (student_id)
     WHERE EXISTS (SELECT 1 FROM enrolment JOIN class USING (class_id)
                    WHERE enrolment.student_id = personal_file.student_id
                      AND enrolment.school_year_id = :school_year_id
                      AND (:class IS NULL OR class.name = :class))
     ORDER BY register_no`,
  bells: `
    SELECT schedule, period, starts, ends, weekdays, "from", until
      FROM bell_period
     WHERE school_year_id = :school_year_id
     ORDER BY schedule, period, coalesce(weekdays, ''), coalesce("from", '')`,
  groups: `
    SELECT teaching_group.name, subject.code,
           coalesce((SELECT group_concat(staff.code, '+' ORDER BY position)
                       FROM group_teacher JOIN staff USING (staff_id)
                      WHERE group_teacher.teaching_group_id = teaching_group.teaching_group_id), '\\N'),
           (SELECT group_concat(class.name, '+' ORDER BY position)
              FROM group_class JOIN class USING (class_id)
             WHERE group_class.teaching_group_id = teaching_group.teaching_group_id),
           iif(whole, 'yes', 'no')
      FROM teaching_group
      JOIN subject USING (subject_id)
     WHERE teaching_group.school_year_id = :school_year_id
       AND (:group IS NULL OR teaching_group.name = :group)
       AND ${groupIsOfClass}
     ORDER BY teaching_group.name`,
  'group-teachers': `
    SELECT teaching_group.name, staff.code, group_teacher_change."from", group_teacher_change.until
      FROM group_teacher_change
      JOIN teaching_group USING (teaching_group_id)
      JOIN staff USING (staff_id)
     WHERE teaching_group.school_year_id = :school_year_id
       AND (:group IS NULL OR teaching_group.name = :group)
       AND ${groupIsOfClass}
     ORDER BY teaching_group.name, staff.code, coalesce(group_teacher_change."from", '')`,
  'group-members': `
    SELECT teaching_group.name, register_no, group_member."from", group_member.until
      FROM group_member
      JOIN teaching_group USING (teaching_group_id)
      JOIN student USING (student_id)
     WHERE teaching_group.school_year_id = :school_year_id
       AND (:group IS NULL OR teaching_group.name = :group)
       AND ${groupIsOfClass} AND ${studentIsOfClass('group_member')}
     ORDER BY teaching_group.name, register_no, coalesce(group_member."from", '')`,
  timetable: `
    SELECT teaching_group.name, weekday, period, room, week, timetable_slot."from", timetable_slot.until
      FROM timetable_slot
      JOIN teaching_group USING (teaching_group_id)
     WHERE teaching_group.school_year_id = :school_year_id
       AND (:group IS NULL OR teaching_group.name = :group)
       AND ${groupIsOfClass}
     ORDER BY teaching_group.name, weekday, period, coalesce(week, ''), coalesce(timetable_slot."from", '')`,
  lessons: `
    SELECT date, period, teaching_group.name,
           iif(topic = '', '\\N', topic), iif(homework = '', '\\N', homework), staff.code,
           iif(held, NULL, 'no'), iif(reason = '', '\\N', reason), kind,
           CASE WHEN absences_checked_at IS NULL THEN 'no'
                WHEN absences_checked_at <> recorded_at THEN absences_checked_at
           END,
           recorded_at
      FROM teaching_group
      JOIN lesson USING (teaching_group_id)
      LEFT JOIN staff USING (staff_id)
     WHERE teaching_group.school_year_id = :school_year_id
       AND (:group IS NULL OR teaching_group.name = :group)
       AND ${groupIsOfClass}
       AND (:from IS NULL OR date >= :from) AND (:until IS NULL OR date <= :until)
     ORDER BY date, period, teaching_group.name, recorded_at, lesson_id`,
  absences: `
    SELECT date, period, register_no, mark, recorded_at
      FROM enrolment
      JOIN class USING (class_id)
      JOIN student USING (student_id)
      JOIN absence USING (student_id)
     WHERE enrolment.school_year_id = :school_year_id
       AND date BETWEEN :first_day AND :last_day
       AND (:class IS NULL OR class.name = :class)
       AND (:from IS NULL OR date >= :from) AND (:until IS NULL OR date <= :until)
     ORDER BY date, period, register_no, recorded_at, absence_id`,
  justifications: `
    WITH exported AS (
    SELECT register_no, teaching_group.name AS "group", justification."from", justification.until,
           first_period, last_period, status, reason, document, note, recorded_at, justification_id,
           -- Of equal moments the later row decides, among those that may concern the same student.
           recorded_at || iif(max(student_id IS NULL) OVER (PARTITION BY recorded_at), '', register_no)
             AS rivals
      FROM justification
      LEFT JOIN student USING (student_id)
      LEFT JOIN teaching_group USING (teaching_group_id)
     WHERE justification."from" BETWEEN :first_day AND :last_day
       AND justification_id NOT IN (SELECT justification_id FROM justification_withdrawal)
       AND (:group IS NULL OR teaching_group.name = :group)
       AND (${studentIsOfClass('justification')} OR ${groupIsOfClass})
       AND (:from IS NULL OR coalesce(justification.until, justification."from") >= :from)
       AND (:until IS NULL OR justification."from" <= :until)
    ), placed AS (
    SELECT *, row_number() OVER (ORDER BY register_no, "group", "from", until, first_period,
                                          last_period, recorded_at, justification_id) AS place
      FROM exported
    ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY rivals ORDER BY place) AS nth_place,
              row_number() OVER (PARTITION BY rivals ORDER BY justification_id) AS nth_entry
      FROM placed
    )
    SELECT entry.register_no, entry."group", entry."from", entry.until, entry.first_period,
           entry.last_period, entry.status, entry.reason, entry.document, entry.note,
           entry.recorded_at
      FROM ranked AS entry
      JOIN ranked AS seat ON seat.rivals = entry.rivals AND seat.nth_place = entry.nth_entry
     ORDER BY seat.place`,
  works: `
    SELECT date, teaching_group.name, work, kind,
           coalesce(scale, iif(${announcedBefore('scale')} IS NULL, NULL, '\\N')),
           coalesce(retest_of, iif(${announcedBefore('retest_of')} IS NULL, NULL, '\\N')),
           recorded_at
      FROM teaching_group
      JOIN assessed_work USING (teaching_group_id)
      JOIN work_announcement USING (assessed_work_id)
     WHERE teaching_group.school_year_id = :school_year_id
       AND (:group IS NULL OR teaching_group.name = :group)
       AND ${groupIsOfClass}
       AND (:from IS NULL OR date >= :from) AND (:until IS NULL OR date <= :until)
     ORDER BY teaching_group.name, date, work, recorded_at, work_announcement_id`,
  marks: `
    SELECT date, teaching_group.name, work, kind, register_no, value, reason, recorded_at
      FROM teaching_group
      JOIN assessed_work USING (teaching_group_id)
      JOIN mark USING (assessed_work_id)
      JOIN student USING (student_id)
     WHERE teaching_group.school_year_id = :school_year_id
       AND (:group IS NULL OR teaching_group.name = :group)
       AND ${studentIsOfClass('mark')}
       AND (:from IS NULL OR date >= :from) AND (:until IS NULL OR date <= :until)
     ORDER BY teaching_group.name, date, work, register_no, recorded_at, mark_id`,
  'term-marks': `
    SELECT register_no, subject.code, term, value, recorded_at
      FROM student
      CROSS JOIN term_mark USING (student_id)
      JOIN subject USING (subject_id)
     WHERE school_year_id = :school_year_id
       AND ${studentIsOfClass('term_mark')}
     ORDER BY register_no, subject.code, term, recorded_at, term_mark_id`,
  decisions: `
    SELECT register_no, decision, order_no, date
      FROM decision
      JOIN student USING (student_id)
     WHERE school_year_id = :school_year_id
       AND ${studentIsOfClass('decision')}
     ORDER BY register_no`,
  blanks: `
    SELECT kind, series, number, NULL, received_on
      FROM blank ORDER BY kind, series, length(number), number`,
  'exam-certificates': `
    SELECT register_no, subject.code, number, date, percent, parts, level
      FROM exam_certificate
      JOIN student USING (student_id)
      JOIN subject USING (subject_id)
     WHERE school_year_id = :school_year_id
       AND ${studentIsOfClass('exam_certificate')}
     ORDER BY register_no, subject.code`,
} as const;

/** The days of the school year, and those whose leavers belong to it: see leaversOf. */
export interface YearDays {
  first_day: string;
  last_day: string;
  leavers_from: string;
  leavers_until: string;
}

export type ExportKind = keyof typeof queries;

/** The parameters that the query of a kind knows; the others would be a filter without effect. */
export function filtersOf(kind: ExportKind): string[] {
  return ['class', 'group', 'from', 'until'].filter((name) => queries[kind].includes(`:${name} `));
}

/** The rows of a file, its columns in their order, read one by one; nothing is asked before the first. */
export function* exportRows(
  db: Database,
  kind: ExportKind,
  filter: ExportFilter & YearDays,
): Generator<(string | number | null)[]> {
  const sql = queries[kind];
  const used = Object.entries(filter).filter(([name]) => sql.includes(`:${name}`));
  yield* db
    .prepare<[Record<string, unknown>], (string | number | null)[]>(sql)
    .raw()
    .iterate(Object.fromEntries(used));
}

/** SQL for the last day in the school year of somebody who came back in a later one. */
function leftBefore(): string {
  return `(SELECT gone.date FROM movement AS gone
             WHERE gone.student_id = student.student_id AND gone.kind = 'left'
               AND gone.date BETWEEN :leavers_from AND :leavers_until
               AND NOT EXISTS (SELECT 1 FROM movement AS later
                                WHERE later.student_id = gone.student_id AND later.kind = 'joined'
                                  AND later.date > gone.date AND later.date <= :last_day)
               AND EXISTS (SELECT 1 FROM enrolment AS again
                             JOIN school_year AS later ON later.school_year_id = again.school_year_id
                             JOIN school_year AS asked ON asked.school_year_id = :school_year_id
                            WHERE again.student_id = gone.student_id AND later.year > asked.year))`;
}

/** SQL for what the announcement before said in a column: an empty cell would leave it as it was. */
function announcedBefore(column: 'scale' | 'retest_of'): string {
  return `(SELECT before.${column} FROM work_announcement AS before
             WHERE before.assessed_work_id = work_announcement.assessed_work_id
               AND before.recorded_at < work_announcement.recorded_at
             ORDER BY before.recorded_at DESC, before.work_announcement_id DESC LIMIT 1)`;
}
