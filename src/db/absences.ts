import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import type { Entry } from '../rules/entries.js';
import type { AbsenceMark } from './absences-of-day.js';
import type { EntrySpan } from './month-entries.js';
import { statements } from './statements.js';

export interface AbsenceEntry extends Entry {
  student_id: number;
  date: CivilDate;
  period: number;
  mark: AbsenceMark;
}

type Parameters = { students: string; from: string; until: string; asOf: string };

const sql = statements((db) => ({
  absences: db.prepare<Parameters, AbsenceEntry>(`
    SELECT student_id, date, period, mark, recorded_at, absence_id AS "order"
      FROM json_each(:students) AS asked
      JOIN absence ON absence.student_id = asked.value
     WHERE date BETWEEN :from AND :until AND recorded_at <= :asOf`),
}));

/** What was entered about the absences of students on these days, every entry. */
export function absenceEntries(
  db: Database,
  { from, until, asOf }: EntrySpan,
  students: readonly number[],
): AbsenceEntry[] {
  return sql(db).absences.all({ students: JSON.stringify(students), from, until, asOf });
}
