import type { Database } from 'better-sqlite3';
import type { CivilDate, DaySpan } from '../rules/civil-date.js';
import type { Entry } from '../rules/entries.js';
import type { MarkValue, Scale, WorkKind } from '../rules/marks.js';
import type { Moment } from '../rules/school-time.js';
import { statements } from './statements.js';
import { kindOfFirstMark } from './works-of-group.js';

/** The days of some groups of which the entries are asked, and up to when they were recorded. */
export interface GroupSpan extends DaySpan {
  /** Numbers of teaching groups. */
  readonly groups: readonly number[];
  readonly asOf: Moment;
}

/**
 * A work of a group as it was announced last; where it was not announced the scale is null, and the kind
 * is that of the first mark that tells one.
 */
export interface WorkRow {
  assessed_work_id: number;
  teaching_group_id: number;
  group: string;
  date: CivilDate;
  work: string;
  work_announcement_id: number | null;
  kind: WorkKind | null;
  scale: Scale | null;
  retest_of: string | null;
  announced_at: Moment | null;
}

/** A mark as it was entered at its moment. */
export interface MarkRow extends Entry {
  mark_id: number;
  assessed_work_id: number;
  student_id: number;
  value: MarkValue;
  reason: string | null;
}

interface Parameters {
  groups: string;
  from: string;
  until: string;
  asOf: string;
}

const sql = statements((db) => ({
  works: db.prepare<Parameters, WorkRow>(`
    SELECT assessed_work.assessed_work_id, teaching_group_id, teaching_group.name AS "group", date, work,
           work_announcement_id,
           coalesce(work_announcement.kind, ${kindOfFirstMark('assessed_work.assessed_work_id')}) AS kind,
           work_announcement.scale, retest_of,
           work_announcement.recorded_at AS announced_at
      FROM json_each(:groups) AS asked
      CROSS JOIN teaching_group ON teaching_group_id = asked.value
      CROSS JOIN assessed_work USING (teaching_group_id)
      LEFT JOIN work_announcement ON work_announcement_id = (
             SELECT later.work_announcement_id FROM work_announcement AS later
              WHERE later.assessed_work_id = assessed_work.assessed_work_id
                AND later.recorded_at <= :asOf
              ORDER BY later.recorded_at DESC, later.work_announcement_id DESC LIMIT 1)
     WHERE date BETWEEN :from AND :until
     ORDER BY date, assessed_work.assessed_work_id`),
  marks: db.prepare<Parameters, MarkRow>(`
    SELECT mark_id, assessed_work_id, student_id, mark.value, reason, recorded_at,
           mark_id AS "order"
      FROM json_each(:groups) AS asked
      CROSS JOIN assessed_work ON teaching_group_id = asked.value
      CROSS JOIN mark USING (assessed_work_id)
     WHERE date BETWEEN :from AND :until AND recorded_at <= :asOf`),
  marksOfStudent: db.prepare<Parameters & { student: number }, MarkRow>(`
    SELECT mark_id, assessed_work_id, student_id, mark.value, reason, recorded_at,
           mark_id AS "order"
      FROM json_each(:groups) AS asked
      CROSS JOIN assessed_work ON teaching_group_id = asked.value
      CROSS JOIN mark USING (assessed_work_id)
     WHERE date BETWEEN :from AND :until AND student_id = :student AND recorded_at <= :asOf`),
}));

const parametersOf = ({ groups, from, until, asOf }: GroupSpan): Parameters => ({
  groups: JSON.stringify(groups),
  from,
  until,
  asOf,
});

/** The works of groups by their day; also one that nobody had announced or marked by then. */
export function worksOfGroups(db: Database, span: GroupSpan): WorkRow[] {
  return sql(db).works.all(parametersOf(span));
}

/** Every entry of a mark in groups. */
export function marksOfGroups(db: Database, span: GroupSpan): MarkRow[] {
  return sql(db).marks.all(parametersOf(span));
}

/** Every entry of a mark of one student in groups. */
export function marksOfStudent(db: Database, span: GroupSpan, student: number): MarkRow[] {
  return sql(db).marksOfStudent.all({ ...parametersOf(span), student });
}
