import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { Entry } from '../rules/entries.js';
import type { MarkValue, Scale, WorkKind } from '../rules/marks.js';
import type { Moment } from '../rules/school-time.js';
import { statements } from './statements.js';

export interface Announcement extends Entry {
  kind: WorkKind;
  /** null: the subject's */
  scale: Scale | null;
  /** The title of the work that is written again. */
  retest_of: string | null;
  /** Why a test has no deadline any more. */
  reason: string | null;
}

export interface MarkOfWork extends Entry {
  student_id: number;
  kind: WorkKind | null;
  value: MarkValue;
  reason: string | null;
}

/** A work by the number of its group, its day and its title. */
export interface WorkKey {
  group: number;
  work: string;
  date: string;
}

/**
 * SQL for the kind of a work that was not announced up to `:asOf`: that of the first mark which tells one;
 * `work` is the column with its number.
 */
export const kindOfFirstMark = (work: string) => `
           (SELECT mark.kind FROM mark
             WHERE mark.assessed_work_id = ${work}
               AND mark.recorded_at <= :asOf AND mark.kind IS NOT NULL
             ORDER BY mark.recorded_at, mark_id LIMIT 1)`;

const sql = statements((db) => ({
  number: db
    .prepare<[WorkKey], number>(`
      SELECT assessed_work_id FROM assessed_work
       WHERE teaching_group_id = :group AND date = :date AND work = :work`)
    .pluck(),
  onDay: db.prepare<{ group: number; date: string }, { assessed_work_id: number; work: string }>(`
    SELECT assessed_work_id, work FROM assessed_work
     WHERE teaching_group_id = :group AND date = :date ORDER BY assessed_work_id`),
  putOn: db.prepare<[string, number]>(
    'UPDATE assessed_work SET date = ? WHERE assessed_work_id = ?',
  ),
  firstOf: db
    .prepare<[WorkKey & { title: string }], number>(`
      SELECT assessed_work_id FROM assessed_work AS first
       WHERE teaching_group_id = :group AND work = :title
         AND (date < :date OR (date = :date AND work <> :work AND coalesce((
               SELECT retest_of FROM work_announcement AS announced
                WHERE announced.assessed_work_id = first.assessed_work_id
                ORDER BY recorded_at DESC, work_announcement_id DESC LIMIT 1), '') = ''))
       ORDER BY date DESC LIMIT 1`)
    .pluck(),
  anyOf: db
    .prepare<[number, string], number>(
      'SELECT 1 FROM assessed_work WHERE teaching_group_id = ? AND work = ? LIMIT 1',
    )
    .pluck(),
  firstKind: db
    .prepare<{ work: number; before: string }, WorkKind>(`
      SELECT kind FROM mark
       WHERE assessed_work_id = :work AND recorded_at < :before AND kind IS NOT NULL
       ORDER BY recorded_at, mark_id LIMIT 1`)
    .pluck(),
  lastTitles: db
    .prepare<{ group: number; date: string }, string>(`
      SELECT work || ' (' || date || ')' FROM assessed_work
       WHERE teaching_group_id = :group AND date <= :date
       ORDER BY date DESC, assessed_work_id DESC LIMIT 5`)
    .pluck(),
  announcements: db.prepare<{ work: number; asOf: string }, Announcement>(`
    SELECT kind, scale, retest_of, reason, recorded_at, work_announcement_id AS "order"
      FROM work_announcement
     WHERE assessed_work_id = :work AND recorded_at <= :asOf`),
  marks: db.prepare<{ work: number; asOf: string }, MarkOfWork>(`
    SELECT student_id, kind, value, reason, recorded_at, mark_id AS "order"
      FROM mark
     WHERE assessed_work_id = :work AND recorded_at <= :asOf`),
}));

/** The number of a group's work of a day; undefined where there is none. */
export function workNumber(
  db: Database,
  group: number,
  date: CivilDate,
  work: string,
): number | undefined {
  return sql(db).number.get({ group, date, work });
}

/** The works of a group on a day, in the order in which they came. */
export function worksOn(db: Database, group: number, date: CivilDate) {
  return sql(db).onDay.all({ group, date });
}

/** Gives a work another day, with its announcements and marks. */
export function putWorkOn(db: Database, work: number, date: CivilDate): void {
  sql(db).putOn.run(date, work);
}

/**
 * The work that another one writes again: the last of that title up to its day. It is never the work
 * itself, nor a retest of the same day: two that write each other again would be owed to nobody.
 */
export function firstWorkOf(db: Database, again: WorkKey, title: string): number | undefined {
  return sql(db).firstOf.get({ ...again, title });
}

/** Whether the group has a work of that title on any day. */
export function hasWork(db: Database, group: number, title: string): boolean {
  return sql(db).anyOf.get(group, title) !== undefined;
}

/** The kind that the first marks of a work give it before a moment; undefined where none tells it. */
export function kindByMarks(db: Database, work: number, before: Moment): WorkKind | undefined {
  return sql(db).firstKind.get({ work, before });
}

/** The last works of a group up to a day, each as `title (day)`, the newest first. */
export function lastTitles(db: Database, group: number, date: CivilDate): string[] {
  return sql(db).lastTitles.all({ group, date });
}

export function announcementsOf(db: Database, work: number, asOf: Moment): Announcement[] {
  return sql(db).announcements.all({ work, asOf });
}

/** Every entry of the marks of a work. */
export function marksOfWork(db: Database, work: number, asOf: Moment): MarkOfWork[] {
  return sql(db).marks.all({ work, asOf });
}
