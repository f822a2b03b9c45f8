import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import { monthSpan } from '../../rules/civil-date.js';
import type { Session } from '../../session.js';
import { monthlyExtracts, type Span } from '../../tasks/documents/monthly-extracts.js';
import { printExtracts } from '../../tasks/documents/print-extracts.js';
import { date, month } from '../../terminal/date-options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { monthlyExtract } from '../../text/monthly-extract.js';
import { print, printOptions } from '../printing.js';

export const topic = monthlyExtract;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(monthlyExtract);
  const from = command.createOption('--from <date>', say.from).argParser(date(text));
  const own = command
    .option('--month <month>', say.month, month(text))
    .addOption(from.conflicts('month'))
    .option('--until <date>', say.until, date(text))
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student);
  return printOptions(own, { text });
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const span = spanAskedFor(options);
  const classes = monthlyExtracts(session.db, session.asOf, { ...span, ...filterOf(options) });
  const students = classes.flatMap((each) => each.students);
  if (session.out.format.startsWith('json')) {
    await session.out.tree(students, () => []);
    if (options.out === undefined && options.merge === undefined) return exit.done;
  }
  return print(session, options, students.length, (printing) =>
    printExtracts(session, span, classes, printing),
  );
}

function filterOf({ class: className, student }: OptionsOf<typeof define>) {
  return { class: className, student };
}

/** @throws Problem optionNeeded */
function spanAskedFor({ month, from, until }: OptionsOf<typeof define>): Span {
  const span = month === undefined ? undefined : monthSpan(month);
  if (span) return span;
  if (from === undefined) throw new Problem('optionNeeded', { option: '--month' });
  if (until === undefined) throw new Problem('optionNeeded', { option: '--until' });
  return { from, until };
}
