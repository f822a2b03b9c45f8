import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

/** What the council decided about a student at the year's end. */
export interface Decision {
  decision: 'promoted' | 'repeats' | 'extended' | 'graduated' | 'left';
  order_no: string | null;
  date: CivilDate | null;
}

const sql = statements((db) => ({
  ofYear: db.prepare<[number], Decision & { student_id: number }>(
    'SELECT student_id, decision, order_no, date FROM decision WHERE school_year_id = ?',
  ),
}));

/** The council's decisions of a school year, by the number of the student. */
export function decisionsOf(db: Database, year: SchoolYearRow): ReadonlyMap<number, Decision> {
  const rows = sql(db).ofYear.all(year.school_year_id);
  return new Map(rows.map(({ student_id, ...decision }) => [student_id, decision]));
}
