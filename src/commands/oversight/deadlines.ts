import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { comingDeadlines, type DeadlineRow } from '../../tasks/oversight/deadlines.js';
import { clause } from '../../terminal/condition-options.js';
import { schoolYear, wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import type { ColumnName } from '../../text/columns.js';
import { deadlines } from '../../text/deadlines.js';
import { dutyWords } from '../../text/duties.js';

export const topic = deadlines;

const columns: (keyof DeadlineRow)[] = [
  'due_at',
  'clause',
  'owed_by',
  'owed_by_name',
  'open',
  'about',
  'working_days_left',
  'hours_left',
];
/** The moment tells the hours. */
const forPeople: ColumnName[] = [
  'due',
  'clause',
  'what',
  'owed_by_name',
  'open',
  'working_days_left',
];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(deadlines);
  return command
    .option('--year <year>', say.year, schoolYear(text))
    .option('--days <count>', say.days, wholeNumber(text, 0, 400), 7)
    .option('--teacher <code>', say.teacher)
    .option('--class <class>', say.class)
    .option('--clause <clause>', say.clause, clause(text))
    .option('--ics <file>', say.ics);
}

export async function run(session: Session, { ics, ...filter }: OptionsOf<typeof define>) {
  const rows = comingDeadlines(session.db, session.asOf, filter);
  const say = session.text(deadlines);
  if (ics !== undefined) {
    const { deadlineCalendar, writeDeadlineCalendar } = await import(
      '../../tasks/oversight/write-deadline-calendar.js'
    );
    const { asOf, language, yes } = session;
    if (ics === '-') await session.out.text(deadlineCalendar(rows, { asOf, language }));
    else {
      writeDeadlineCalendar(rows, { path: ics, overwrite: yes, asOf, language });
      session.out.say(say.written(ics, rows.length));
    }
    return exit.done;
  }
  await show(session, rows);
  session.out.say(rows.length === 0 ? say.nothing : say.found(rows.length));
  return exit.done;
}

async function show({ out, text }: Session, rows: readonly DeadlineRow[]) {
  const { duties } = text(dutyWords);
  return out.listed(
    columns,
    forPeople,
    rows.map((row) => ({ ...row, what: duties[row.clause] })),
  );
}
