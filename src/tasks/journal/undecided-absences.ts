import type { Database } from 'better-sqlite3';
import { schoolZone } from '../../db/school-settings.js';
import type { Calendar } from '../../rules/calendar.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { dateOf } from '../../rules/school-time.js';
import { workingDaysBetween } from '../../rules/working-days.js';
import { yearAsOf } from '../school-year.js';
import { type AbsenceFilter, type AbsenceRow, absences } from './absences.js';
import { lessonPlan } from './lesson-plan.js';

/** A missed lesson about which nobody has decided; the names are an interface of the output. */
export interface UndecidedRow {
  date: CivilDate;
  period: number;
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
  group: string | null;
  subject: string | null;
  recorded_at: string;
  /** Working days after the day of the lesson, up to and with today. */
  working_days_waiting: number;
}

export interface UndecidedFilter extends AbsenceFilter {
  /** Only those that wait more working days than this. */
  readonly longerThan?: number | undefined;
}

/**
 * The missed lessons that are neither justified nor unjustified at a moment, the oldest first.
 * @throws Problem noSchoolYear, unknownSchoolYear, those of checkNames and checkDays
 */
export function undecidedAbsences(
  db: Database,
  asOf: Date,
  { longerThan = -1, ...filter }: UndecidedFilter,
): UndecidedRow[] {
  const { calendar } = lessonPlan(db, yearAsOf(db, filter.year, asOf));
  const rows = absences(db, asOf, filter).filter((row) => row.status === 'undecided');
  const today = dateOf(asOf, schoolZone(db));
  const waiting = waitingDays(calendar, rows, today);
  return rows
    .map((row) => undecidedRow(row, waiting.get(row.date) ?? 0))
    .filter((row) => row.working_days_waiting > longerThan);
}

function undecidedRow(row: AbsenceRow, working_days_waiting: number): UndecidedRow {
  const { date, period, register_no, last_name, first_name, group, subject, recorded_at } = row;
  return {
    ...{ date, period, register_no, last_name, first_name, class: row.class, group, subject },
    ...{ recorded_at, working_days_waiting },
  };
}

/** Counted once from each day to the next, the rows being in the order of the days. */
function waitingDays(calendar: Calendar, rows: readonly AbsenceRow[], today: CivilDate) {
  const waiting = new Map<CivilDate, number>();
  let [later, days] = [today, 0];
  for (const { date } of [...rows].reverse()) {
    // An absence that was told ahead does not wait yet.
    if (waiting.has(date) || date > today) continue;
    days += workingDaysBetween(calendar, date, later);
    waiting.set(date, days);
    later = date;
  }
  return waiting;
}
