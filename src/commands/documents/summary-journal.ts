import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { printSummaries } from '../../tasks/documents/print-summaries.js';
import { summaryJournals } from '../../tasks/documents/summary-journals.js';
import { type ArchiveRow, verifyArchive } from '../../tasks/documents/verify-archive.js';
import { yearOf } from '../../tasks/school-year.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { summaryJournal } from '../../text/summary-journal.js';
import {
  classPaperOptions,
  expectPrinting,
  namesOfClassPaperOptions,
  print,
  shownAsJson,
} from '../printing.js';

export const topic = summaryJournal;

const columns: (keyof ArchiveRow)[] = ['file', 'class', 'state', 'expected', 'found'];
const forPeople = columns.slice(0, 3);

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(summaryJournal);
  const verify = command.createOption('--verify <folder>', say.verify);
  const own = command
    .option('--year <year>', say.year, schoolYear(text))
    .option('--class <class>', say.class)
    .option('--no-data', say.noData)
    .addOption(verify.conflicts(['year', 'class', 'data', ...namesOfClassPaperOptions]));
  return classPaperOptions(own, { text });
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { verify, class: className, data: withData } = options;
  if (verify !== undefined) return verified(session, verify);
  expectPrinting(options);
  const year = yearOf(session.db, options.year);
  const journals = summaryJournals(session.db, year, session.asOf, className);
  if (await shownAsJson(session, options, journals)) return exit.done;
  return print(session, options, journals.length, ({ arrangement, ...printing }) => {
    const wishes = { ...printing, year, arrangement, withData };
    return printSummaries(session, journals, wishes);
  });
}

async function verified({ db, out, text }: Session, folder: string) {
  const say = text(summaryJournal);
  const rows = verifyArchive(db, folder);
  await out.rows(out.format === 'table' ? forPeople : columns, rows);
  const bad = rows.filter(({ state }) => state !== 'intact');
  out.say(say.verified(rows.length - bad.length, bad.length));
  return bad.length > 0 ? exit.found : exit.done;
}
