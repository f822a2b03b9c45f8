import type { Database } from 'better-sqlite3';
import { classesWithTeacher } from '../../db/offices.js';
import { references } from '../../db/references.js';
import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { staffNames } from '../../db/staff-names.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import {
  type ColumnKind,
  type Condition,
  comparable,
  holds,
  kindName,
} from '../../rules/conditions.js';
import { type SchoolClock, workingDaysLate } from '../../rules/deadline.js';
import {
  type Clause,
  clauses,
  type Duty,
  type Extent,
  isPartOf,
  type LateExtent,
  lateAt,
  missingThings,
  overdueAt,
} from '../../rules/duties/duty.js';
import { rememberedOfTwo } from '../../rules/remembered.js';
import { type Moment, toMoment } from '../../rules/school-time.js';
import { checkDays, checkNames } from '../journal/narrowing.js';
import { yearAsOf } from '../school-year.js';
import { dutiesOfYear } from './duties/duties-of-year.js';

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
 * @throws Problem noSchoolYear, unknownSchoolYear, badCondition, unknownColumns, those of checkNames and checkDays
 */
export function overdueEntries(db: Database, asOf: Date, filter: OverdueFilter): OverdueRow[] {
  const at = toMoment(asOf);
  const { clock, duties, isAskedFor } = dutiesAsked(db, asOf, filter, overdueColumns);
  const rowOf = rowsOf(db, clock);
  const rows: OverdueRow[] = [];
  for (const duty of duties) {
    const extent = overdueAt(duty, at);
    const row = extent && rowOf(duty, extent, at);
    if (row && isAskedFor(row)) rows.push(row);
  }
  return rows.sort(inOrder);
}

/**
 * Everything that was done up to a moment, but late, in the same order.
 * @throws Problem noSchoolYear, unknownSchoolYear, badCondition, unknownColumns, those of checkNames and checkDays
 */
export function lateEntries(db: Database, asOf: Date, filter: OverdueFilter): LateRow[] {
  const at = toMoment(asOf);
  const { clock, duties, isAskedFor } = dutiesAsked(db, asOf, filter, lateColumns);
  const rowOf = rowsOf(db, clock);
  const rows: LateRow[] = [];
  for (const duty of duties) {
    const late = lateAt(duty, at);
    const row = late && lateRow(rowOf(duty, late, late.met_at), late);
    if (row && isAskedFor(row)) rows.push(row);
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
  filter: OverdueFilter,
  columns: readonly (keyof LateRow)[],
) {
  const { year: asked, clause, where = [] } = filter;
  const isAsked = (one: Clause) => clause === undefined || isPartOf(one, clause);
  const year = yearAsOf(db, asked, asOf);
  checkNames(db, year, filter);
  checkDays(year, filter);
  const conditions = where.map((condition) => comparedWith(db, year, columns, condition));
  return {
    ...dutiesOfYear(db, year, { asOf, until: asOf, isAsked }),
    isAskedFor: (row: OverdueRow) =>
      isNarrowedTo(row, filter) && conditions.every((condition) => holds({ ...row }, condition)),
  };
}

/** What stands in each column. */
const kinds: Readonly<Record<keyof LateRow, ColumnKind>> = {
  clause: clauses,
  missing: missingThings,
  owed_by: 'text',
  owed_by_name: 'text',
  class: 'text',
  group: 'text',
  date: 'day',
  period: 'number',
  work: 'text',
  students: 'text',
  due_at: 'moment',
  working_days_late: 'number',
  met_at: 'moment',
  minutes_late: 'number',
};

/** @throws Problem unknownColumns, badCondition, unknownStaff, unknownClass, unknownGroup */
function comparedWith(
  db: Database,
  year: SchoolYearRow,
  columns: readonly (keyof LateRow)[],
  condition: Condition,
): Condition {
  const { column, operator, value } = condition;
  const name = columns.find((one) => one === column);
  if (!name) {
    throw new Problem('unknownColumns', { unknown: [column], known: columns }, { field: 'where' });
  }
  const compared = comparable(condition, kinds[name], schoolZone(db));
  if (!compared) {
    const [kind, known] = [kindName(kinds[name]), [kinds[name]].flat()];
    throw new Problem('badCondition', { column, value, kind, known }, { field: 'where' });
  }
  const isEquality = operator === '=' || operator === '!=';
  if (isEquality && value !== '') checkNamesIn(db, year, name, value);
  return compared;
}

/** A value that names people, classes or a group must name those that there are. */
function checkNamesIn(db: Database, year: SchoolYearRow, column: keyof LateRow, value: string) {
  const where = { field: 'where' };
  const codes = staffNames(db);
  const classes = classesWithTeacher(db, year).map((one) => one.class);
  for (const one of value.split('+')) {
    if (column === 'owed_by' && !codes.has(one)) {
      throw new Problem('unknownStaff', { code: one }, where);
    }
    if (column === 'class' && !classes.includes(one)) {
      throw new Problem('unknownClass', { class: one }, where);
    }
  }
  if (column === 'group' && !references(db, year.school_year_id).group(value)) {
    throw new Problem('unknownGroup', { group: value }, where);
  }
}

/** Makes rows; how late something is, is reckoned once for each pair of days. */
function rowsOf(db: Database, clock: SchoolClock) {
  const names = staffNames(db);
  const nameOf = (code: string) => names.get(code) ?? '';
  const late = rememberedOfTwo((dueAt: Moment, at: Moment) => workingDaysLate(clock, dueAt, at));
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
    working_days_late: late(duty.due_at, at),
  });
}

function isNarrowedTo(row: OverdueRow, filter: OverdueFilter): boolean {
  const has = (list: string, wanted: string | undefined) =>
    wanted === undefined || wanted.split('+').every((one) => list.split('+').includes(one));
  return (
    has(row.owed_by, filter.teacher) &&
    has(row.class.toLowerCase(), filter.class?.toLowerCase()) &&
    has(row.missing, filter.missing) &&
    (filter.group === undefined || row.group === filter.group) &&
    (filter.from === undefined || row.date >= filter.from) &&
    (filter.until === undefined || row.date <= filter.until)
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
