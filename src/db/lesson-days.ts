import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { LessonEntry } from '../rules/lesson-duty.js';
import type { Moment } from '../rules/school-time.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** What was entered about the lessons of one day of a group, by period and time of entry. */
export interface LessonDay {
  readonly group: string;
  readonly date: CivilDate;
  readonly entries: readonly LessonEntry[];
}

type Values = [
  string,
  CivilDate,
  number,
  string | null,
  string | null,
  number,
  LessonEntry['kind'],
  Moment | null,
  Moment,
  number,
];

const sql = statements((db) => ({
  entries: db
    .prepare<{ year: number; until: string; asOf: string }, Values>(`
      SELECT teaching_group.name, date, period, topic, staff.code, held, kind, absences_checked_at,
             recorded_at, lesson_id
        FROM teaching_group
        CROSS JOIN lesson USING (teaching_group_id)
        LEFT JOIN staff USING (staff_id)
       WHERE school_year_id = :year AND date <= :until AND recorded_at <= :asOf
       ORDER BY teaching_group.name, date, period, recorded_at, lesson_id`)
    .raw(),
}));

/** The lessons of a school year up to a day that were recorded up to a moment, by group and day. */
export function lessonDays(
  db: Database,
  year: SchoolYearRow,
  until: CivilDate,
  asOf: Moment,
): LessonDay[] {
  const days: { group: string; date: CivilDate; entries: LessonEntry[] }[] = [];
  let day: (typeof days)[number] | undefined;
  for (const values of sql(db).entries.all({ year: year.school_year_id, until, asOf })) {
    const [group, date, period, topic, teacher, held, kind, absences_checked_at] = values;
    const [recorded_at, order] = [values[8], values[9]];
    if (day?.group !== group || day.date !== date) {
      day = { group, date, entries: [] };
      days.push(day);
    }
    const told = { period, topic, teacher, held: held === 1, kind, absences_checked_at };
    day.entries.push({ ...told, recorded_at, order });
  }
  return days;
}
