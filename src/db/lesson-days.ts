import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import { groupedBy } from '../rules/grouping.js';
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
  ofDays: db
    .prepare<{ year: number; asked: string; asOf: string }, Values>(`
      SELECT teaching_group.name, date, period, topic, staff.code, held, kind, absences_checked_at,
             recorded_at, lesson_id
        FROM json_each(:asked) AS asked
        CROSS JOIN teaching_group ON school_year_id = :year AND teaching_group.name = asked.value ->> 0
        CROSS JOIN lesson ON lesson.teaching_group_id = teaching_group.teaching_group_id
                         AND date = asked.value ->> 1
        LEFT JOIN staff USING (staff_id)
       WHERE recorded_at <= :asOf`)
    .raw(),
}));

/**
 * The lessons of a school year up to a day that were recorded up to a moment, by group and day. One
 * day at a time: a year has more lessons than need be held at once.
 */
export function* lessonDays(
  db: Database,
  year: SchoolYearRow,
  until: CivilDate,
  asOf: Moment,
): Generator<LessonDay> {
  let day: { group: string; date: CivilDate; entries: LessonEntry[] } | undefined;
  for (const values of sql(db).entries.iterate({ year: year.school_year_id, until, asOf })) {
    const [group, date] = values;
    if (day?.group !== group || day.date !== date) {
      if (day) yield day;
      day = { group, date, entries: [] };
    }
    day.entries.push(entryOf(values));
  }
  if (day) yield day;
}

/** The lessons of some days of groups, recorded up to a moment. */
export function lessonsOfDays(
  db: Database,
  year: SchoolYearRow,
  asked: readonly (readonly [group: string, date: CivilDate])[],
  asOf: Moment,
): LessonDay[] {
  const all = sql(db).ofDays.all({
    year: year.school_year_id,
    asked: JSON.stringify(asked),
    asOf,
  });
  const days = groupedBy(all, ([group, date]) => `${date} ${group}`);
  return [...days.values()].map((rows) => ({
    group: rows[0]?.[0] ?? '',
    date: rows[0]?.[1] as CivilDate,
    entries: rows.map(entryOf),
  }));
}

function entryOf(values: Values): LessonEntry {
  const [, , period, topic, teacher, held, kind, absences_checked_at, recorded_at, order] = values;
  const told = { period, topic, teacher, held: held === 1, kind, absences_checked_at };
  return { ...told, recorded_at, order };
}
