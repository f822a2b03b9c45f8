import type { Database } from 'better-sqlite3';
import type { Justification } from '../rules/absence.js';
import type { CivilDate } from '../rules/civil-date.js';
import type { LessonEntry } from '../rules/lesson-duty.js';
import type { Moment } from '../rules/school-time.js';
import type { GroupSpan } from './group-works.js';
import type { AbsenceEntry } from './month-entries.js';
import { statements } from './statements.js';

/** An entry of a lesson with all that it says. */
export interface LessonRow extends LessonEntry {
  lesson_id: number;
  group: string;
  date: CivilDate;
  homework: string | null;
  reason: string | null;
}

/** An entry of an absence with its number. */
export interface AbsenceRow extends AbsenceEntry {
  absence_id: number;
}

export type JustificationReason =
  | 'illness'
  | 'doctor'
  | 'family'
  | 'school'
  | 'transport'
  | 'other';

/** A justification of a student, or of a group that was away together. */
export interface JustificationRow extends Justification {
  justification_id: number;
  student_id: number | null;
  group: string | null;
  reason: JustificationReason;
  document: string | null;
}

/** The days of some students of which the entries are asked, and up to when they were recorded. */
export interface StudentSpan {
  readonly students: readonly number[];
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly asOf: Moment;
}

type Asked = Record<'asked' | 'from' | 'until' | 'asOf', string>;

const sql = statements((db) => ({
  lessons: db.prepare<Asked, Omit<LessonRow, 'held'> & { held: number }>(`
    SELECT lesson_id, teaching_group.name AS "group", date, period, topic, homework, reason,
           staff.code AS teacher, held, kind, absences_checked_at, recorded_at, lesson_id AS "order"
      FROM json_each(:asked) AS asked
      CROSS JOIN teaching_group ON teaching_group_id = asked.value
      CROSS JOIN lesson USING (teaching_group_id)
      LEFT JOIN staff USING (staff_id)
     WHERE date BETWEEN :from AND :until AND recorded_at <= :asOf`),
  absences: db.prepare<Asked, AbsenceRow>(`
    SELECT absence_id, student_id, date, period, mark, recorded_at, absence_id AS "order"
      FROM json_each(:asked) AS asked
      CROSS JOIN absence ON student_id = asked.value
     WHERE date BETWEEN :from AND :until AND recorded_at <= :asOf`),
  ofStudents: db.prepare<Asked, JustificationRow>(`
    SELECT justification_id, student_id, NULL AS "group", "from", until, first_period, last_period,
           status, reason, document, recorded_at, justification_id AS "order"
      FROM json_each(:asked) AS asked
      CROSS JOIN justification ON student_id = asked.value
     WHERE "from" <= :until AND coalesce(until, "from") >= :from AND recorded_at <= :asOf`),
  ofGroups: db.prepare<Asked, JustificationRow>(`
    SELECT justification_id, student_id, teaching_group.name AS "group", "from", until, first_period,
           last_period, status, reason, document, recorded_at, justification_id AS "order"
      FROM json_each(:asked) AS asked
      CROSS JOIN teaching_group ON teaching_group_id = asked.value
      CROSS JOIN justification USING (teaching_group_id)
     WHERE "from" <= :until AND coalesce(until, "from") >= :from AND recorded_at <= :asOf`),
}));

const askedOf = (
  asked: readonly number[],
  { from, until, asOf }: Pick<GroupSpan, 'from' | 'until' | 'asOf'>,
): Asked => ({ asked: JSON.stringify(asked), from, until, asOf });

/** Every entry of the lessons of some groups. */
export function lessonsOfGroups(db: Database, span: GroupSpan): LessonRow[] {
  return sql(db)
    .lessons.all(askedOf(span.groups, span))
    .map((row) => ({ ...row, held: row.held === 1 }));
}

/** Every entry of the absences of some students. */
export function absencesOfStudents(db: Database, span: StudentSpan): AbsenceRow[] {
  return sql(db).absences.all(askedOf(span.students, span));
}

/** The justifications of some students and of some groups that concern these days. */
export function justificationsOf(
  db: Database,
  span: StudentSpan & Pick<GroupSpan, 'groups'>,
): JustificationRow[] {
  return [
    ...sql(db).ofStudents.all(askedOf(span.students, span)),
    ...sql(db).ofGroups.all(askedOf(span.groups, span)),
  ];
}
