import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Clause } from '../../rules/duties/duty.js';
import type { Session } from '../../session.js';
import {
  lateColumns,
  lateEntries,
  type OverdueFilter,
  overdueColumns,
  overdueEntries,
} from '../../tasks/oversight/overdue.js';
import {
  type LateSum,
  lateBy,
  type OverdueSum,
  overdueBy,
  type SummedBy,
  summedBy,
} from '../../tasks/oversight/overdue-sums.js';
import { clause, conditions } from '../../terminal/condition-options.js';
import { date } from '../../terminal/date-options.js';
import { wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { dutyWords } from '../../text/duties.js';
import { overdue } from '../../text/overdue.js';

export const topic = overdue;

const sumColumns: (keyof OverdueSum)[] = [
  'who',
  'name',
  'lessons',
  'topics',
  'absences',
  'oldest',
  'working_days_late',
  'marks',
  'other',
];
/** The same, oldest last. */
const sumsForPeople: (keyof OverdueSum)[] = [
  'who',
  'name',
  'lessons',
  'topics',
  'absences',
  'marks',
  'other',
  'oldest',
  'working_days_late',
];
const lateSumColumns: (keyof LateSum)[] = [
  'who',
  'name',
  'entries',
  'lessons',
  'topics',
  'absences',
  'marks',
  'other',
  'median_minutes_late',
  'most_minutes_late',
];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(overdue);
  return command
    .option('--year <year>', say.year, wholeNumber(text, 1990, 2200))
    .option('--teacher <code>', say.teacher)
    .option('--class <class>', say.class)
    .option('--group <group>', say.group)
    .option('--clause <clause>', say.clause, clause(text))
    .option('--missing <what>', say.missing)
    .option('--from <date>', say.from, date(text))
    .option('--until <date>', say.until, date(text))
    .option('--where <condition>', say.where, conditions(text))
    .addOption(command.createOption('--by <whom>', say.by).choices(summedBy))
    .option('--history', say.history);
}

/** What a person needs to see; the rest is the same in every row, or long. */
const forPeople = (columns: readonly string[]) =>
  columns.filter((name) => !['students', 'due_at'].includes(name));

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { by, history, ...filter } = options;
  return history ? showLate(session, by, filter) : showOverdue(session, by, filter);
}

async function showOverdue(session: Session, by: SummedBy | undefined, filter: OverdueFilter) {
  const rows = overdueEntries(session.db, session.asOf, filter);
  const isTable = session.out.format === 'table';
  if (by) {
    const sums = named(session, by, overdueBy(rows, by));
    await session.out.rows(isTable ? sumsForPeople : sumColumns, sums);
  } else await session.out.rows(isTable ? forPeople(overdueColumns) : overdueColumns, rows);
  const say = session.text(overdue);
  session.out.say(rows.length === 0 ? say.nothing : say.found(rows.length));
  return rows.length === 0 ? exit.done : exit.found;
}

async function showLate(session: Session, by: SummedBy | undefined, filter: OverdueFilter) {
  const rows = lateEntries(session.db, session.asOf, filter);
  const isTable = session.out.format === 'table';
  if (by) await session.out.rows(lateSumColumns, named(session, by, lateBy(rows, by)));
  else await session.out.rows(isTable ? forPeople(lateColumns) : lateColumns, rows);
  const say = session.text(overdue);
  session.out.say(rows.length === 0 ? say.noneLate : say.foundLate(rows.length));
  return rows.length === 0 ? exit.done : exit.found;
}

/** Clauses are told in words. */
function named<S extends { who: string; name: string }>(
  { text }: Session,
  by: SummedBy,
  sums: readonly S[],
): readonly S[] {
  if (by !== 'clause') return sums;
  const { duties } = text(dutyWords);
  return sums.map((sum) => ({ ...sum, name: duties[sum.who as Clause] }));
}
