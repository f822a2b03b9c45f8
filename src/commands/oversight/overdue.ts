import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import { type Clause, missingThings } from '../../rules/duties/duty.js';
import type { Session } from '../../session.js';
import {
  lateColumns,
  lateEntries,
  type OverdueFilter,
  type OverdueRow,
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
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import type { ColumnName } from '../../text/columns.js';
import { dutyWords } from '../../text/duties.js';
import { overdue } from '../../text/overdue.js';
import { showListed } from '../listed.js';

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
    .option('--year <year>', say.year, schoolYear(text))
    .option('--teacher <code>', say.teacher)
    .option('--class <class>', say.class)
    .option('--group <group>', say.group)
    .option('--clause <clause>', say.clause, clause(text))
    .addOption(command.createOption('--missing <what>', say.missing).choices(missingThings))
    .option('--from <date>', say.from, date(text))
    .option('--until <date>', say.until, date(text))
    .option('--where <condition>', say.where, conditions(text))
    .addOption(command.createOption('--by <whom>', say.by).choices(summedBy))
    .option('--history', say.history)
    .addOption(command.createOption('--prove', say.prove).conflicts('by'))
    .addOption(command.createOption('--notify', say.notify).conflicts('history'));
}

/** What a person needs to see; the rest is the same in every row, long, or said by another column. */
const forPeople = (columns: readonly ColumnName[]) =>
  columns.filter((name) => !['owed_by', 'students', 'due_at', 'hashes', 'head'].includes(name));

interface Shape {
  readonly by?: SummedBy | undefined;
  readonly prove?: true | undefined;
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { by, prove, notify, history, ...filter } = options;
  const shape = { by, prove };
  return history
    ? showLate(session, shape, filter)
    : showOverdue(session, shape, filter, notify === true);
}

async function showOverdue(session: Session, shape: Shape, filter: OverdueFilter, notify: boolean) {
  const rows = overdueEntries(session.db, session.asOf, filter);
  if (shape.by) {
    const sums = named(session, shape.by, overdueBy(rows, shape.by));
    await session.out.listed(sumColumns, sumsForPeople, sums);
  } else await showRows(session, shape, filter, overdueColumns, rows);
  const say = session.text(overdue);
  session.out.say(rows.length === 0 ? say.nothing : say.found(rows.length));
  if (notify) {
    const { remind } = await import('../../tasks/oversight/remind.js');
    const { reminded, already } = remind(session, filter, session.language);
    const told = session.mode === 'write' ? say.reminded : say.wouldRemind;
    session.out.say(told(reminded, already));
  }
  return rows.length === 0 ? exit.done : exit.found;
}

async function showLate(session: Session, shape: Shape, filter: OverdueFilter) {
  const rows = lateEntries(session.db, session.asOf, filter);
  if (shape.by) {
    await session.out.rows(lateSumColumns, named(session, shape.by, lateBy(rows, shape.by)));
  } else await showRows(session, shape, filter, lateColumns, rows);
  const say = session.text(overdue);
  session.out.say(rows.length === 0 ? say.noneLate : say.foundLate(rows.length));
  return rows.length === 0 ? exit.done : exit.found;
}

async function showRows(
  session: Session,
  { prove }: Shape,
  { year }: OverdueFilter,
  columns: readonly ColumnName[],
  rows: readonly OverdueRow[],
) {
  if (!prove) return showListed(session, columns, forPeople(columns), rows);
  const { db, asOf, out, text } = session;
  const { proofColumns, proven } = await import('../../tasks/oversight/prove.js');
  const lines = proven(db, asOf, year, rows);
  const all = [...columns, ...proofColumns];
  await showListed(session, all, forPeople(all), lines);
  if (lines[0]) out.say(text(overdue).head(lines[0].head));
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
