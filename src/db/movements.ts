import type { Database } from 'better-sqlite3';
import { addDays, type CivilDate, type DaySpan, schoolYearBounds } from '../rules/civil-date.js';
import { type SchoolYearRow, schoolYears } from './school-years.js';
import { statements } from './statements.js';

/** A movement as it was recorded, with its reason and the head's order. */
export interface MovementRecord {
  student_id: number;
  date: CivilDate;
  kind: 'joined' | 'left' | 'class';
  reason: string | null;
  order_no: string | null;
}

export interface ClassSince {
  date: CivilDate;
  class_id: number;
}

const sql = statements((db) => ({
  classes: db.prepare<[number, string, string], ClassSince>(`
    SELECT date, class_id FROM movement
     WHERE student_id = ? AND kind IN ('joined', 'class') AND date BETWEEN ? AND ?
     ORDER BY date, kind DESC`),
  leavings: db
    .prepare<[number, string, string], CivilDate>(`
      SELECT date FROM movement
       WHERE student_id = ? AND kind = 'left' AND date BETWEEN ? AND ? ORDER BY date`)
    .pluck(),
  returns: db.prepare<[], { register_no: string; left_on: CivilDate }>(`
    SELECT register_no, away.date AS left_on
      FROM movement AS away
      JOIN student USING (student_id)
     WHERE away.kind = 'left'
       AND EXISTS (SELECT 1 FROM movement AS back
                    WHERE back.student_id = away.student_id AND back.kind = 'joined'
                      AND back.date > away.date)`),
  ofYear: db.prepare<[number], MovementRecord>(`
    SELECT movement.student_id, date, kind, reason, order_no
      FROM enrolment
      JOIN movement USING (student_id)
     WHERE enrolment.school_year_id = ?
     ORDER BY movement.student_id, date, movement_id`),
}));

/** The classes that movements give a student between two days, both included, in their order. */
export function classesByMovement(
  db: Database,
  student: number,
  { first, last }: { first: CivilDate; last: CivilDate },
): ClassSince[] {
  return sql(db).classes.all(student, first, last);
}

/** The last days of a student between two days, both included, as the movements tell them, in their order. */
export function leavings(
  db: Database,
  student: number,
  { first, last }: { first: CivilDate; last: CivilDate },
): CivilDate[] {
  return sql(db).leavings.all(student, first, last);
}

/** Those who left and joined again later, each with the last day before it. */
export function returned(db: Database): { register_no: string; left_on: CivilDate }[] {
  return sql(db).returns.all();
}

/** All movements of the students of a school year, whenever they were. */
export function movementRecords(db: Database, year: SchoolYearRow): MovementRecord[] {
  return sql(db).ofYear.all(year.school_year_id);
}

/**
 * The days whose `left` rows belong to a school year: the other kinds name a class, and with it their
 * year. What lies before the first year of the database, or after its last one, belongs to the nearest.
 */
export function leaversOf(db: Database, { year }: SchoolYearRow): DaySpan {
  const years = schoolYears(db).map((known) => known.year);
  const next = years.find((known) => known > year);
  return {
    from: years.some((known) => known < year)
      ? schoolYearBounds(year).first
      : ('0000-01-01' as CivilDate),
    until: next ? addDays(schoolYearBounds(next).first, -1) : ('9999-12-31' as CivilDate),
  };
}
