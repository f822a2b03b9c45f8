import type { Database } from 'better-sqlite3';
import type { CivilDate, DaySpan } from '../rules/civil-date.js';
import type { Entry } from '../rules/entries.js';
import type { MarkValue, WorkKind } from '../rules/marks.js';
import type { Moment } from '../rules/school-time.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';
import { kindOfFirstMark } from './works-of-group.js';

/** The days of which the entries are asked, both included, and up to when they were recorded. */
export interface EntrySpan extends DaySpan {
  readonly year: SchoolYearRow;
  readonly asOf: Moment;
}

/** A work of these days. */
export interface MarkedWork {
  assessed_work_id: number;
  date: CivilDate;
  group: string;
  work: string;
  /** As it was announced, else as the first mark tells it, whose ever that is. */
  kind: WorkKind | null;
}

export interface MarkEntry extends Entry {
  work: MarkedWork;
  student_id: number;
  value: MarkValue;
}

type Parameters = { year: number; from: string; until: string; asOf: string };
type RawMark = [number, number, MarkValue, Moment, number];

const sql = statements((db) => ({
  works: db.prepare<Parameters, MarkedWork>(`
    SELECT assessed_work_id, date, teaching_group.name AS "group", work,
           coalesce(
           (SELECT work_announcement.kind FROM work_announcement
             WHERE work_announcement.assessed_work_id = assessed_work.assessed_work_id
               AND work_announcement.recorded_at <= :asOf
             ORDER BY recorded_at DESC, work_announcement_id DESC LIMIT 1),
           ${kindOfFirstMark('assessed_work.assessed_work_id')}) AS kind
      FROM teaching_group
      JOIN assessed_work USING (teaching_group_id)
     WHERE school_year_id = :year AND date BETWEEN :from AND :until`),
  marks: db
    .prepare<Parameters, RawMark>(`
    SELECT assessed_work_id, mark.student_id, value, recorded_at, mark_id
      FROM teaching_group
      JOIN assessed_work USING (teaching_group_id)
      JOIN mark USING (assessed_work_id)
     WHERE school_year_id = :year AND date BETWEEN :from AND :until AND recorded_at <= :asOf`)
    .raw(),
}));

const parametersOf = ({ year, from, until, asOf }: EntrySpan): Parameters => ({
  year: year.school_year_id,
  from,
  until,
  asOf,
});

/** The marks of works of these days, every entry; what is known of a work is read once for all its marks. */
export function markEntries(db: Database, span: EntrySpan): MarkEntry[] {
  const parameters = parametersOf(span);
  const works = new Map(
    sql(db)
      .works.all(parameters)
      .map((work) => [work.assessed_work_id, work]),
  );
  return sql(db)
    .marks.all(parameters)
    .flatMap(([work_id, student_id, value, recorded_at, order]) => {
      const work = works.get(work_id);
      return work ? { work, student_id, value, recorded_at, order } : [];
    });
}
