import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import { printReportCards } from '../../tasks/documents/print-report-cards.js';
import { type CardGap, cardTerms, type ReportCard } from '../../tasks/documents/report-card.js';
import { reportCards as compose } from '../../tasks/documents/report-cards.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { reportCards } from '../../text/report-cards.js';
import {
  expectPrinting,
  namesOfPrintOptions,
  print,
  printOptions,
  shownAsJson,
} from '../printing.js';

export const topic = reportCards;

const gapColumns: (keyof (Pick<ReportCard, 'class' | 'register_no' | 'last_name' | 'first_name'> &
  CardGap))[] = ['class', 'register_no', 'last_name', 'first_name', 'subject', 'missing'];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(reportCards);
  const term = command.createOption('--term <term>', say.term).choices(cardTerms);
  const check = command.createOption('--check', say.check);
  const own = command
    .addOption(term.makeOptionMandatory())
    .option('--year <year>', say.year, schoolYear(text))
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student)
    .option('--except-graduates', say.exceptGraduates)
    .addOption(check.conflicts([...namesOfPrintOptions]));
  return printOptions(own, { text });
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { db, asOf, out, text } = session;
  const { term, year, student, exceptGraduates, check } = options;
  if (exceptGraduates && term !== 'year') {
    throw new Problem('graduatesAtYearOnly', undefined, { field: 'except-graduates' });
  }
  expectPrinting(options);
  const asked = { term, year, class: options.class, student };
  const cards = compose(db, asOf, { ...asked, exceptGraduates });
  if (cards.length === 0) {
    const say = text(reportCards);
    const areGraduates = exceptGraduates && compose(db, asOf, asked).length > 0;
    out.warn(areGraduates ? say.onlyGraduates : say.nobody);
  }
  if (check) return showGaps(session, cards);
  if (await shownAsJson(session, options, cards)) return exit.done;
  const status = await print(session, options, cards.length, (printing) =>
    printReportCards(session, cards, { ...printing, exceptGraduates }),
  );
  const lacking = cards.filter((card) => card.missing.length > 0).length;
  if (lacking > 0) out.warn(text(reportCards).lacking(lacking, cards.length));
  return status;
}

/** What the cards lack, mark by mark. */
async function showGaps({ out, text }: Session, cards: readonly ReportCard[]) {
  const say = text(reportCards);
  const gaps = cards.flatMap(({ missing, ...card }) => missing.map((gap) => ({ ...card, ...gap })));
  await out.rows(gapColumns, gaps);
  const lacking = cards.filter((card) => card.missing.length > 0).length;
  if (lacking === 0) {
    out.say(say.complete(cards.length));
    return exit.done;
  }
  out.say(say.found(lacking, cards.length, gaps.length));
  return exit.found;
}
