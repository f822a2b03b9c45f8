import type { Database } from 'better-sqlite3';
import { everyJustification, type JustificationRow } from '../../db/justifications.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import type { AbsenceReason, DecidedStatus } from '../../rules/absence.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import type { Moment } from '../../rules/school-time.js';
import { yearAsOf } from '../school-year.js';
import { type AbsenceFilter, absencesIn, askedStudents, spanOf } from './absences.js';
import { membersDuring } from './student-groups.js';
import { type YearBook, yearBook } from './year-book.js';

/** A decision that was recorded; the names are an interface of the output. */
export interface DecisionRow {
  /** Its number, for `--withdraw` and `--move`. */
  justification: number;
  /** null where it is of a group. */
  register_no: string | null;
  last_name: string | null;
  first_name: string | null;
  group: string | null;
  from: CivilDate;
  until: CivilDate;
  first_period: number | null;
  last_period: number | null;
  status: DecidedStatus;
  reason: AbsenceReason;
  document: string | null;
  note: string | null;
  recorded_at: Moment;
  /** How many missed lessons it decides. */
  lessons: number;
  withdrawn_at: Moment | null;
  /** The number of the justification to which it was moved. */
  moved_to: number | null;
}

/**
 * The decisions that were recorded up to a moment about these days, the withdrawn too, as they were
 * recorded. Of a class or a student also those of the groups in which they were on one of its days.
 * @throws Problem noSchoolYear, unknownSchoolYear, those of checkNames and checkDays
 */
export function justifications(db: Database, asOf: Date, filter: AbsenceFilter): DecisionRow[] {
  const year = yearAsOf(db, filter.year, asOf);
  const book = yearBook(db, year);
  const span = spanOf(year, filter, asOf);
  const students = askedStudents(db, year, book, filter);
  const asked = new Set(students);
  const concerned = new Map<JustificationRow, readonly PlannedStudent[]>();
  const own = groupedBy(students, (student) => student.student_id);
  const numbers = students.map((student) => student.student_id);
  for (const row of everyJustification(db, span, numbers)) {
    if (filter.group !== undefined && row.group !== filter.group) continue;
    const of = row.group === null ? (own.get(row.student_id ?? 0) ?? []) : membersIn(book, row);
    const isAsked = row.group === null || of.some((student) => asked.has(student));
    const isNarrow = filter.class !== undefined || filter.student !== undefined;
    if (isAsked || !isNarrow) concerned.set(row, of);
  }
  const everybody = [...new Set([...concerned.values()].flat())];
  const whole = spanOf(year, {}, asOf);
  const decided = groupedBy(absencesIn(db, book, whole, everybody), (row) => row.justification);
  return [...concerned]
    .map(([row, of]) => rowOf(row, of[0], decided.get(row.justification_id)?.length ?? 0))
    .sort(inOrder);
}

function membersIn(book: YearBook, { group: name, from, until }: JustificationRow) {
  const group = book.plan.groups.get(name ?? '');
  return membersDuring(book.membership, group, { from, until: until ?? from });
}

function rowOf(
  row: JustificationRow,
  student: PlannedStudent | undefined,
  lessons: number,
): DecisionRow {
  const { from, first_period, last_period, status, reason, document, note, recorded_at } = row;
  const person = row.group === null ? student : undefined;
  return {
    justification: row.justification_id,
    register_no: person?.register_no ?? null,
    last_name: person?.last_name ?? null,
    first_name: person?.first_name ?? null,
    group: row.group,
    ...{ from, until: row.until ?? from, first_period, last_period, status, reason },
    ...{ document, note, recorded_at, lessons },
    withdrawn_at: row.withdrawn_at,
    moved_to: row.moved_to,
  };
}

function inOrder(a: DecisionRow, b: DecisionRow): number {
  if (a.recorded_at !== b.recorded_at) return a.recorded_at < b.recorded_at ? -1 : 1;
  return a.justification - b.justification;
}
