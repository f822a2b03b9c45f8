import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import { type DaySpan, monthSpan } from '../../rules/civil-date.js';
import type { Session } from '../../session.js';
import { type ClassExtracts, monthlyExtracts } from '../../tasks/documents/monthly-extracts.js';
import { overviews } from '../../tasks/documents/overview-papers.js';
import { printExtracts, printOverviews } from '../../tasks/documents/print-extracts.js';
import { date, month } from '../../terminal/date-options.js';
import { needed } from '../../terminal/needed.js';
import type { OptionsOf } from '../../terminal/program.js';
import { monthlyExtract } from '../../text/monthly-extract.js';
import { expectPrinting, print, printOptions, shownAsJson } from '../printing.js';

export const topic = monthlyExtract;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(monthlyExtract);
  const from = command.createOption('--from <date>', say.from).argParser(date(text));
  const until = command.createOption('--until <date>', say.until).argParser(date(text));
  const overview = command.createOption('--overview', say.overview);
  const own = command
    .option('--month <month>', say.month, month(text))
    .addOption(from.conflicts('month'))
    .addOption(until.conflicts('month'))
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student)
    .addOption(overview.conflicts('student'));
  return printOptions(own, { text });
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const span = spanAskedFor(options);
  expectPrinting(options);
  const classes = monthlyExtracts(session.db, session.asOf, { ...span, ...filterOf(options) });
  if (options.overview) return printedOverviews(session, options, span, classes);
  const students = classes.flatMap((each) => each.students);
  if (await shownAsJson(session, options, students)) return exit.done;
  return print(session, options, students.length, (printing) =>
    printExtracts(session, span, classes, printing),
  );
}

async function printedOverviews(
  session: Session,
  options: OptionsOf<typeof define>,
  span: DaySpan,
  classes: readonly ClassExtracts[],
) {
  const of = overviews(session.db, span, classes);
  if (await shownAsJson(session, options, of)) return exit.done;
  return print(session, options, of.length, (printing) =>
    printOverviews(session, span, of, printing),
  );
}

function filterOf({ month, class: className, student }: OptionsOf<typeof define>) {
  return { month, class: className, student };
}

/** @throws Problem optionNeeded */
function spanAskedFor({ month, from, until }: OptionsOf<typeof define>): DaySpan {
  const span = month === undefined ? undefined : monthSpan(month);
  return span ?? { from: needed(from, '--month'), until: needed(until, '--until') };
}
