import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { Decision } from '../rules/readiness.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** What the council decided about a student at the year's end. */
export interface DecisionRow {
  student_id: number;
  decision: Decision;
  order_no: string | null;
  date: CivilDate | null;
}

const sql = statements((db) => ({
  ofYear: db.prepare<[number], DecisionRow>(
    'SELECT student_id, decision, order_no, date FROM decision WHERE school_year_id = ?',
  ),
}));

/** What the council decided about students in a school year, by the number of the student. */
export function decisionsOf(db: Database, year: SchoolYearRow): ReadonlyMap<number, DecisionRow> {
  return new Map(
    sql(db)
      .ofYear.all(year.school_year_id)
      .map((row) => [row.student_id, row]),
  );
}
