import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

/** A row whose days overlap with those of another row of its key, which begins no later. */
export interface Overlap {
  id: number;
  from: string | null;
  other: number;
  other_from: string | null;
}

const overlapping = (table: string, sameKey: string) => `
  SELECT later.${table}_id AS id, later."from", earlier.${table}_id AS other,
         earlier."from" AS other_from
    FROM ${table} AS later
    JOIN ${table} AS earlier ON ${sameKey} AND earlier.${table}_id <> later.${table}_id
     AND coalesce(earlier."from", '') <= coalesce(later."from", '')
     AND coalesce(earlier.until, '9999') >= coalesce(later."from", '')`;

const sql = statements((db) => ({
  group_teacher_change: db.prepare<[], Overlap>(
    overlapping(
      'group_teacher_change',
      'earlier.teaching_group_id = later.teaching_group_id AND earlier.staff_id = later.staff_id',
    ),
  ),
  group_member: db.prepare<[], Overlap>(
    overlapping(
      'group_member',
      'earlier.teaching_group_id = later.teaching_group_id AND earlier.student_id = later.student_id',
    ),
  ),
  timetable_slot: db.prepare<[], Overlap>(
    overlapping(
      'timetable_slot',
      `earlier.teaching_group_id = later.teaching_group_id AND earlier.weekday = later.weekday
         AND earlier.period = later.period AND earlier.week IS later.week`,
    ),
  ),
  bell_period: db.prepare<[], Overlap>(
    overlapping(
      'bell_period',
      `earlier.school_year_id = later.school_year_id AND earlier.schedule = later.schedule
         AND earlier.period = later.period AND earlier.weekdays IS later.weekdays`,
    ),
  ),
}));

export type DatedTable = 'group_teacher_change' | 'group_member' | 'timetable_slot' | 'bell_period';

/** The rows of a table that overlap in time with another row of the same key. */
export function overlaps(db: Database, table: DatedTable): Overlap[] {
  return sql(db)[table].all();
}
