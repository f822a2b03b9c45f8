import type { Database } from 'better-sqlite3';
import type { Entry } from '../rules/absence.js';
import type { CivilDate, DaySpan } from '../rules/civil-date.js';
import type { MarkValue, WorkKind } from '../rules/marks.js';
import type { Moment } from '../rules/school-time.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** The days of which the entries are asked, both included, and up to when they were recorded. */
export interface EntrySpan extends DaySpan {
  readonly year: SchoolYearRow;
  readonly asOf: Moment;
}

export interface MarkEntry extends Entry {
  assessed_work_id: number;
  student_id: number;
  date: CivilDate;
  group: string;
  work: string;
  /** What the mark's own row says; the announcement's kind stands before it. */
  kind: WorkKind | null;
  announced_kind: WorkKind | null;
  value: MarkValue;
}

type Parameters = { year: number; from: string; until: string; asOf: string };

const sql = statements((db) => ({
  marks: db.prepare<Parameters, MarkEntry>(`
    SELECT assessed_work_id, mark.student_id, date, teaching_group.name AS "group", work, mark.kind,
           (SELECT work_announcement.kind FROM work_announcement
             WHERE work_announcement.assessed_work_id = assessed_work.assessed_work_id
               AND work_announcement.recorded_at <= :asOf
             ORDER BY recorded_at DESC, work_announcement_id DESC LIMIT 1) AS announced_kind,
           value, recorded_at, mark_id AS "order"
      FROM teaching_group
      JOIN assessed_work USING (teaching_group_id)
      JOIN mark USING (assessed_work_id)
     WHERE school_year_id = :year AND date BETWEEN :from AND :until AND recorded_at <= :asOf`),
}));

const parametersOf = ({ year, from, until, asOf }: EntrySpan): Parameters => ({
  year: year.school_year_id,
  from,
  until,
  asOf,
});

/** The marks of works of these days, every entry. */
export function markEntries(db: Database, span: EntrySpan): MarkEntry[] {
  return sql(db).marks.all(parametersOf(span));
}
