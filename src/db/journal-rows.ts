import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { FullLessonEntry } from '../rules/lesson-content.js';
import type { GroupSpan } from './group-works.js';
import { statements } from './statements.js';

/** An entry of a lesson with all that it says. */
export interface LessonRow extends FullLessonEntry {
  lesson_id: number;
  group: string;
  date: CivilDate;
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
