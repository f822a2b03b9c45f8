import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { WorkKind } from '../rules/marks.js';
import type { Moment } from '../rules/school-time.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';
import { kindOfFirstMark } from './works-of-group.js';

/** An assessed work as it is known at a moment: as announced, else as its first mark says. */
export interface WorkRow {
  assessed_work_id: number;
  group: string;
  date: CivilDate;
  work: string;
  kind: WorkKind | null;
  scale: 'points' | 'pass';
  is_retest: number;
}

/** The marks of a work. */
export interface WorkMarks {
  /** When each student got the first. */
  readonly first: ReadonlyMap<number, Moment>;
  /** Whether one of them is `i` or `ni`. */
  readonly hasWords: boolean;
}

/** An entry of an absence; of equal places the later entry comes later. */
export interface AbsenceOfDay {
  student_id: number;
  date: CivilDate;
  period: number;
  mark: 'n' | 'k' | '-';
}

const sql = statements((db) => ({
  works: db.prepare<{ year: number; until: string; asOf: string }, WorkRow>(`
    SELECT assessed_work.assessed_work_id, teaching_group.name AS "group", date, work,
           coalesce(announced.kind, ${kindOfFirstMark('assessed_work.assessed_work_id')}) AS kind,
           coalesce(announced.scale, subject.scale) AS scale,
           announced.retest_of IS NOT NULL AND announced.retest_of <> '' AS is_retest
      FROM teaching_group
      JOIN subject USING (subject_id)
      CROSS JOIN assessed_work USING (teaching_group_id)
      LEFT JOIN work_announcement AS announced ON work_announcement_id = (
            SELECT work_announcement_id FROM work_announcement
             WHERE work_announcement.assessed_work_id = assessed_work.assessed_work_id
               AND recorded_at <= :asOf
             ORDER BY recorded_at DESC, work_announcement_id DESC LIMIT 1)
     WHERE school_year_id = :year AND date <= :until`),
  firstMarks: db
    .prepare<{ works: string; asOf: string }, [number, number, Moment, number]>(`
      SELECT assessed_work_id, student_id, min(recorded_at), max(mark.value = 'i' OR mark.value = 'ni')
        FROM json_each(:works) AS asked
        CROSS JOIN mark ON assessed_work_id = asked.value
       WHERE recorded_at <= :asOf
       GROUP BY assessed_work_id, student_id`)
    .raw(),
  absences: db.prepare<{ asked: string; asOf: string }, AbsenceOfDay>(`
    SELECT student_id, date, period, mark
      FROM json_each(:asked) AS asked
      CROSS JOIN absence ON student_id = asked.value ->> 0 AND date = asked.value ->> 1
     WHERE recorded_at <= :asOf
     ORDER BY recorded_at, absence_id`),
}));

/** The works of a school year up to a day, as they are known at a moment; also those that nobody knew then. */
export function worksKnown(
  db: Database,
  year: SchoolYearRow,
  until: CivilDate,
  asOf: Moment,
): WorkRow[] {
  return sql(db).works.all({ year: year.school_year_id, until, asOf });
}

/** The marks of works that were recorded up to a moment, by the number of the work. */
export function marksOfWorks(
  db: Database,
  works: readonly number[],
  asOf: Moment,
): ReadonlyMap<number, WorkMarks> {
  const found = new Map<number, { first: Map<number, Moment>; hasWords: boolean }>();
  const rows = sql(db).firstMarks.iterate({ works: JSON.stringify(works), asOf });
  for (const [work, student, at, words] of rows) {
    let marks = found.get(work);
    if (!marks) {
      marks = { first: new Map(), hasWords: false };
      found.set(work, marks);
    }
    marks.first.set(student, at);
    if (words === 1) marks.hasWords = true;
  }
  return found;
}

/** The absences of students on days, each asked once, in the order in which they were recorded. */
export function absencesOf(
  db: Database,
  asked: readonly (readonly [student: number, date: CivilDate])[],
  asOf: Moment,
): AbsenceOfDay[] {
  return sql(db).absences.all({ asked: JSON.stringify(asked), asOf });
}
