import type { Database } from 'better-sqlite3';
import type { LessonTime } from '../rules/absence.js';
import type { CivilDate } from '../rules/civil-date.js';
import type { FullLessonEntry } from '../rules/lesson-content.js';
import type { LessonEntry } from '../rules/lesson-duty.js';
import type { Moment } from '../rules/school-time.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** An entry of a lesson with the group and the day to which it belongs. */
export interface GroupLessonEntry extends LessonEntry {
  group: string;
  date: CivilDate;
}

/** Of which group a lesson was entered, and when it was. */
export interface GroupLesson extends LessonTime {
  group: string;
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
  times: db.prepare<{ year: number; days: string; asOf: string }, GroupLesson>(`
    SELECT DISTINCT teaching_group.name AS "group", date, period
      FROM teaching_group
      JOIN lesson USING (teaching_group_id)
     WHERE school_year_id = :year AND date IN (SELECT value FROM json_each(:days))
       AND recorded_at <= :asOf
     ORDER BY teaching_group.name, date, period`),
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

/** The lessons that were entered for some days up to a moment, each once, by group. */
export function lessonsEntered(
  db: Database,
  year: SchoolYearRow,
  days: readonly CivilDate[],
  asOf: Moment,
): GroupLesson[] {
  return sql(db).times.all({ year: year.school_year_id, days: JSON.stringify(days), asOf });
}
