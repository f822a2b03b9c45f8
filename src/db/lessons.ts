import type { Database } from 'better-sqlite3';
import type { LessonTime } from '../rules/absence.js';
import type { CivilDate } from '../rules/civil-date.js';
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

type Row = Omit<GroupLessonEntry, 'held'> & { held: number };

const sql = statements((db) => ({
  entries: db.prepare<{ year: number; from: string; until: string; asOf: string }, Row>(`
    SELECT teaching_group.name AS "group", date, period, topic, staff.code AS teacher, held, kind,
           absences_checked_at, recorded_at, lesson_id AS "order"
      FROM teaching_group
      JOIN lesson USING (teaching_group_id)
      LEFT JOIN staff USING (staff_id)
     WHERE school_year_id = :year AND date BETWEEN :from AND :until AND recorded_at <= :asOf`),
  times: db.prepare<{ year: number; days: string; asOf: string }, GroupLesson>(`
    SELECT DISTINCT teaching_group.name AS "group", date, period
      FROM teaching_group
      JOIN lesson USING (teaching_group_id)
     WHERE school_year_id = :year AND date IN (SELECT value FROM json_each(:days))
       AND recorded_at <= :asOf
     ORDER BY teaching_group.name, date, period`),
}));

/** The entries of lessons between two days, both included, that were recorded up to a moment. */
export function* lessonEntries(
  db: Database,
  year: SchoolYearRow,
  { from, until }: { from: CivilDate; until: CivilDate },
  asOf: Moment,
): Generator<GroupLessonEntry> {
  const span = { year: year.school_year_id, from, until, asOf };
  for (const row of sql(db).entries.iterate(span)) yield { ...row, held: row.held === 1 };
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
