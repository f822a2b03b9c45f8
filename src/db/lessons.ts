import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { FullLessonEntry } from '../rules/lesson-content.js';
import type { LessonEntry } from '../rules/lesson-duty.js';
import type { Moment } from '../rules/school-time.js';
import { statements } from './statements.js';

/** An entry of a lesson with the group and the day to which it belongs. */
export interface GroupLessonEntry extends LessonEntry {
  group: string;
  date: CivilDate;
}

/** The same with all that the entry says. */
export interface FullGroupLessonEntry extends GroupLessonEntry, FullLessonEntry {}

type FullRow = Omit<FullGroupLessonEntry, 'held'> & { held: number };

const sql = statements((db) => ({
  ofDay: db.prepare<{ groups: string; date: string; asOf: string }, FullRow>(`
    SELECT teaching_group.name AS "group", date, period, topic, homework, staff.code AS teacher, held,
           reason, kind, absences_checked_at, recorded_at, lesson_id AS "order"
      FROM json_each(:groups) AS asked
      JOIN teaching_group ON teaching_group.teaching_group_id = asked.value
      JOIN lesson ON lesson.teaching_group_id = asked.value AND date = :date
      LEFT JOIN staff USING (staff_id)
     WHERE recorded_at <= :asOf`),
  times: db
    .prepare<{ groups: string; days: string; asOf: string }, [number, string, number]>(`
      SELECT teaching_group_id, date, period
        FROM json_each(:groups) AS asked
        JOIN lesson ON lesson.teaching_group_id = asked.value
       WHERE date IN (SELECT value FROM json_each(:days)) AND recorded_at <= :asOf`)
    .raw(),
}));

/** The entries of the lessons of some groups on one day. */
export function lessonEntriesOn(
  db: Database,
  groups: readonly number[],
  date: CivilDate,
  asOf: Moment,
): FullGroupLessonEntry[] {
  return sql(db)
    .ofDay.all({ groups: JSON.stringify(groups), date, asOf })
    .map((row) => ({ ...row, held: row.held === 1 }));
}

/**
 * When lessons of groups were entered for some days up to a moment: by group, each as its day and its
 * lesson, `2015-09-14 3`.
 */
export function lessonsEntered(
  db: Database,
  groups: readonly number[],
  days: readonly CivilDate[],
  asOf: Moment,
): Map<number, Set<string>> {
  const times = new Map<number, Set<string>>();
  const asked = { groups: JSON.stringify(groups), days: JSON.stringify(days), asOf };
  for (const [group, date, period] of sql(db).times.iterate(asked)) {
    times.set(group, (times.get(group) ?? new Set()).add(`${date} ${period}`));
  }
  return times;
}
