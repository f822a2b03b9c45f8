import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  type OverdueRow,
  type OverdueSum,
  overdueBy,
  overdueEntries,
} from '../../tasks/oversight/overdue.js';
import { date } from '../../terminal/date-options.js';
import { wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { overdue } from '../../text/overdue.js';

export const topic = overdue;

const columns: (keyof OverdueRow)[] = [
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
];
const sumColumns: (keyof OverdueSum)[] = [
  'who',
  'name',
  'lessons',
  'topics',
  'absences',
  'oldest',
  'working_days_late',
];
/** What a person needs to see; the rest is the same in every row, or empty. */
const forPeople = columns.filter((name) => !['work', 'students', 'due_at'].includes(name));

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(overdue);
  const by = command.createOption('--by <whom>', say.by).choices(['teacher', 'class'] as const);
  return command
    .option('--year <year>', say.year, wholeNumber(text, 1990, 2200))
    .option('--teacher <code>', say.teacher)
    .option('--class <class>', say.class)
    .option('--group <group>', say.group)
    .option('--from <date>', say.from, date(text))
    .option('--until <date>', say.until, date(text))
    .addOption(by);
}

export async function run(session: Session, { by, ...filter }: OptionsOf<typeof define>) {
  const rows = overdueEntries(session.db, session.asOf, filter);
  if (by) await session.out.rows(sumColumns, overdueBy(rows, by));
  else await session.out.rows(session.out.format === 'table' ? forPeople : columns, rows);
  const say = session.text(overdue);
  session.out.say(rows.length === 0 ? say.nothing : say.found(rows.length));
  return rows.length === 0 ? exit.done : exit.found;
}
