import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { Entry } from '../rules/entries.js';
import type { Moment } from '../rules/school-time.js';
import { statements } from './statements.js';

/** What an entry says of a student in a lesson: absent, late, present after all. */
export type AbsenceMark = 'n' | 'k' | '-';

export interface LessonAbsence extends Entry {
  student_id: number;
  period: number;
  mark: AbsenceMark;
}

const sql = statements((db) => ({
  ofDay: db.prepare<{ students: string; date: string; asOf: string }, LessonAbsence>(`
    SELECT absence.student_id, period, mark, recorded_at, absence_id AS "order"
      FROM json_each(:students) AS asked
      JOIN absence ON absence.student_id = asked.value AND date = :date
     WHERE recorded_at <= :asOf`),
}));

/** Every entry about some students on one day. */
export function absencesOfDay(
  db: Database,
  students: readonly number[],
  date: CivilDate,
  asOf: Moment,
): LessonAbsence[] {
  return sql(db).ofDay.all({ students: JSON.stringify(students), date, asOf });
}
