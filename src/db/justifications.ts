import type { Database } from 'better-sqlite3';
import type { AbsenceReason, Justification } from '../rules/absence.js';
import type { Moment } from '../rules/school-time.js';
import type { EntrySpan } from './month-entries.js';
import { statements } from './statements.js';

/** A decision about absences: of one student, or of a group that was away together. */
export interface JustificationEntry extends Justification {
  justification_id: number;
  student_id: number | null;
  group: string | null;
  reason: AbsenceReason;
  document: string | null;
  note: string | null;
}

/** A justification with what became of it. */
export interface JustificationRow extends JustificationEntry {
  teaching_group_id: number | null;
  withdrawn_at: Moment | null;
  /** The justification to which it was moved. */
  moved_to: number | null;
}

export type NewJustification = Omit<JustificationEntry, 'justification_id' | 'group' | 'order'> & {
  teaching_group_id: number | null;
};

export interface Withdrawal {
  justification_id: number;
  moved_to: number | null;
  note: string | null;
  recorded_at: Moment;
}

type Parameters = { students: string; year: number; from: string; until: string; asOf: string };

const columns = `
  justification.justification_id, justification.student_id, justification.teaching_group_id,
  teaching_group.name AS "group", justification."from", justification.until, first_period,
  last_period, status, reason, document, justification.note, justification.recorded_at,
  justification.justification_id AS "order", justification_withdrawal.recorded_at AS withdrawn_at,
  moved_to`;

const withdrawal = `
  LEFT JOIN justification_withdrawal
         ON justification_withdrawal.justification_id = justification.justification_id
        AND justification_withdrawal.recorded_at <= :asOf`;

const concerning = `
  justification."from" <= :until
  AND coalesce(justification.until, justification."from") >= :from
  AND justification.recorded_at <= :asOf`;

const sql = statements((db) => ({
  concerning: db.prepare<Parameters, JustificationRow>(`
    SELECT ${columns}
      FROM json_each(:students) AS asked
      JOIN justification ON justification.student_id = asked.value
      LEFT JOIN teaching_group USING (teaching_group_id)
      ${withdrawal}
     WHERE ${concerning}
     UNION ALL
    SELECT ${columns}
      FROM teaching_group
      JOIN justification USING (teaching_group_id)
      ${withdrawal}
     WHERE teaching_group.school_year_id = :year AND ${concerning}`),
  one: db.prepare<{ id: number; asOf: string }, JustificationRow>(`
    SELECT ${columns}
      FROM justification
      LEFT JOIN teaching_group USING (teaching_group_id)
      ${withdrawal}
     WHERE justification.justification_id = :id`),
  insert: db.prepare<NewJustification>(`
    INSERT INTO justification (student_id, teaching_group_id, "from", until, first_period,
                               last_period, status, reason, document, note, recorded_at)
    VALUES (:student_id, :teaching_group_id, :from, :until, :first_period,
            :last_period, :status, :reason, :document, :note, :recorded_at)`),
  withdraw: db.prepare<Withdrawal>(`
    INSERT INTO justification_withdrawal (justification_id, moved_to, note, recorded_at)
    VALUES (:justification_id, :moved_to, :note, :recorded_at)`),
}));

/** The justifications of students, and of every group, that concern these days; the withdrawn too. */
export function everyJustification(
  db: Database,
  { year, from, until, asOf }: EntrySpan,
  students: readonly number[],
): JustificationRow[] {
  const asked = JSON.stringify(students);
  return sql(db).concerning.all({
    students: asked,
    year: year.school_year_id,
    from,
    until,
    asOf,
  });
}

/** The same without those that were withdrawn. */
export function justificationEntries(
  db: Database,
  span: EntrySpan,
  students: readonly number[],
): JustificationRow[] {
  return everyJustification(db, span, students).filter(isStanding);
}

/** A justification that was taken back or moved decides nothing any more. */
export function isStanding({ withdrawn_at }: JustificationRow): boolean {
  return withdrawn_at === null;
}

/** A justification by its number, with whether it was withdrawn up to a moment. */
export function justificationByNumber(
  db: Database,
  id: number,
  asOf: Moment,
): JustificationRow | undefined {
  return sql(db).one.get({ id, asOf });
}

/** Enters a justification and gives its number. */
export function insertJustification(db: Database, row: NewJustification): number {
  return Number(sql(db).insert.run(row).lastInsertRowid);
}

/** Takes a justification back; its row stays. */
export function withdrawJustification(db: Database, row: Withdrawal): void {
  sql(db).withdraw.run(row);
}
