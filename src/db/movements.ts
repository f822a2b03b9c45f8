import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import { statements } from './statements.js';

export interface ClassSince {
  date: CivilDate;
  class_id: number;
}

const sql = statements((db) => ({
  classes: db.prepare<[number, string, string], ClassSince>(`
    SELECT date, class_id FROM movement
     WHERE student_id = ? AND kind IN ('joined', 'class') AND date BETWEEN ? AND ?
     ORDER BY date, kind DESC`),
}));

/** The classes that movements give a student between two days, both included, in their order. */
export function classesByMovement(
  db: Database,
  student: number,
  { first, last }: { first: CivilDate; last: CivilDate },
): ClassSince[] {
  return sql(db).classes.all(student, first, last);
}
