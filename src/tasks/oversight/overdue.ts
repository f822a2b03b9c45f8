import type { Database } from 'better-sqlite3';
import { staffNames } from '../../db/staff-names.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { type Condition, holds } from '../../rules/conditions.js';
import { type SchoolClock, workingDaysLate } from '../../rules/deadline.js';
import {
  type Clause,
  type Duty,
  type Extent,
  isPartOf,
  type LateExtent,
  lateAt,
  overdueAt,
} from '../../rules/duties/duty.js';
import { remembered } from '../../rules/remembered.js';
import { type Moment, toMoment } from '../../rules/school-time.js';
import { yearOf } from '../imports/school-year.js';
import { dutiesOfYear } from './duties/duties-of-year.js';
import { checkNames } from './known-names.js';

/** What is asked for; what is not said is not narrowed. */
export interface OverdueFilter {
  readonly year?: number | undefined;
  readonly teacher?: string | undefined;
  readonly class?: string | undefined;
  readonly group?: string | undefined;
  /** A clause, or the beginning of several: `4.2`. */
  readonly clause?: string | undefined;
  readonly missing?: string | undefined;
  readonly from?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
  readonly where?: readonly Condition[] | undefined;
}

/** One duty that is late; the names are an interface of the output. */
export interface OverdueRow {
  clause: Clause;
  missing: string;
  owed_by: string;
  owed_by_name: string;
  class: string;
  group: string;
  date: CivilDate;
  period: number | null;
  work: string | null;
  students: readonly string[] | null;
  due_at: Moment;
  working_days_late: number;
}

/** What was done, but late. */
export interface LateRow extends OverdueRow {
  met_at: Moment;
  /** Begun minutes count. */
  minutes_late: number;
}

export const overdueColumns = [
  'clause',
  'missing',
  'owed_by',
  'owed_by_name',
  'class',
  'group',
  'date',
  'period',
  'work',
  'students',
  'due_at',
  'working_days_late',
] as const satisfies readonly (keyof OverdueRow)[];

export const lateColumns = [
  ...overdueColumns,
  'met_at',
  'minutes_late',
] as const satisfies readonly (keyof LateRow)[];

/**
 * Everything that is late at a moment, by day, lesson and group.
 * @throws Problem noSchoolYear, unknownSchoolYear, unknownColumns, those of checkNames
 */
export function overdueEntries(db: Database, asOf: Date, filter: OverdueFilter): OverdueRow[] {
  const at = toMoment(asOf);
  const { clock, duties } = dutiesAsked(db, asOf, filter, overdueColumns);
  const rowOf = rowsOf(db, clock);
  const rows: OverdueRow[] = [];
  for (const duty of duties) {
    const extent = overdueAt(duty, at);
    const row = extent && rowOf(duty, extent, at);
    if (row && isAskedFor(row, filter)) rows.push(row);
  }
  return rows.sort(inOrder);
}

/**
 * Everything that was done up to a moment, but late, in the same order.
 * @throws Problem noSchoolYear, unknownSchoolYear, unknownColumns, those of checkNames
 */
export function lateEntries(db: Database, asOf: Date, filter: OverdueFilter): LateRow[] {
  const at = toMoment(asOf);
  const { clock, duties } = dutiesAsked(db, asOf, filter, lateColumns);
  const rowOf = rowsOf(db, clock);
  const rows: LateRow[] = [];
  for (const duty of duties) {
    const late = lateAt(duty, at);
    const row = late && lateRow(rowOf(duty, late, late.met_at), late);
    if (row && isAskedFor(row, filter)) rows.push(row);
  }
  return rows.sort(inOrder);
}

function lateRow(row: OverdueRow, { met_at }: LateExtent): LateRow {
  const milliseconds = Date.parse(met_at) - Date.parse(row.due_at);
  return { ...row, met_at, minutes_late: Math.ceil(milliseconds / 60_000) };
}

function dutiesAsked(
  db: Database,
  asOf: Date,
  { year: asked, clause, where = [], ...named }: OverdueFilter,
  columns: readonly string[],
) {
  const unknown = where.map(({ column }) => column).filter((name) => !columns.includes(name));
  if (unknown.length > 0) {
    throw new Problem('unknownColumns', { unknown, known: columns }, { field: 'where' });
  }
  const isAsked = (one: Clause) => clause === undefined || isPartOf(one, clause);
  const year = yearOf(db, asked);
  checkNames(db, year, named);
  return dutiesOfYear(db, year, { asOf, until: asOf, isAsked });
}

/** Makes rows; how late something is, is reckoned once for each pair of days. */
function rowsOf(db: Database, clock: SchoolClock) {
  const names = staffNames(db);
  const nameOf = (code: string) => names.get(code) ?? '';
  const late = remembered((span: string) => {
    const [dueAt = '', at = ''] = span.split(' ');
    return workingDaysLate(clock, dueAt, at);
  });
  return (duty: Duty, { missing, students }: Extent, at: Moment): OverdueRow => ({
    clause: duty.clause,
    missing,
    owed_by: duty.owed_by,
    owed_by_name: duty.owed_by.split('+').map(nameOf).join('+'),
    class: duty.class,
    group: duty.group,
    date: duty.date,
    period: duty.period,
    work: duty.work,
    students,
    due_at: duty.due_at,
    working_days_late: late(`${duty.due_at} ${at}`),
  });
}

function isAskedFor(row: OverdueRow, filter: OverdueFilter): boolean {
  const has = (list: string, one: string | undefined) =>
    one === undefined || list.split('+').includes(one);
  return (
    has(row.owed_by, filter.teacher) &&
    has(row.class.toLowerCase(), filter.class?.toLowerCase()) &&
    has(row.missing, filter.missing) &&
    (filter.group === undefined || row.group === filter.group) &&
    (filter.from === undefined || row.date >= filter.from) &&
    (filter.until === undefined || row.date <= filter.until) &&
    (filter.where ?? []).every((condition) => holds({ ...row }, condition))
  );
}

const order = ['date', 'period', 'group', 'class', 'clause', 'work'] as const;

function inOrder(a: OverdueRow, b: OverdueRow): number {
  for (const name of order) {
    const [one, other] = [a[name] ?? '', b[name] ?? ''];
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return one < other ? -1 : 1;
  }
  return 0;
}
