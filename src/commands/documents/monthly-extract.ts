import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import { monthlyExtracts } from '../../tasks/documents/monthly-extracts.js';
import { type PrintedFile, printExtracts } from '../../tasks/documents/print-extracts.js';
import { month } from '../../terminal/date-options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { monthlyExtract } from '../../text/monthly-extract.js';
import { languages } from '../../text/words.js';

export const topic = monthlyExtract;

const columns: (keyof PrintedFile)[] = ['file', 'class', 'students', 'state', 'sha256'];
const forPeople = columns.slice(0, 4);

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(monthlyExtract);
  const language = command.createOption('--document-language <language>', say.language);
  return command
    .requiredOption('--month <month>', say.month, month(text))
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student)
    .option('--out <folder>', say.out)
    .option('--separate', say.separate)
    .addOption(language.choices(languages).default('lv' as const));
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { out, separate = false, documentLanguage: language, ...filter } = options;
  const batches = monthlyExtracts(session.db, session.asOf, filter);
  const students = batches.flatMap((batch) => batch.students);
  const asJson = session.out.format.startsWith('json');
  if (asJson) await session.out.tree(students, () => []);
  if (asJson && out === undefined) return exit.done;
  if (out === undefined) throw new Problem('optionNeeded', { option: '--out' });

  const say = session.text(monthlyExtract);
  const bar = session.out.progress(students.length, say.students);
  const wanted = { month: filter.month, folder: out, separate, language };
  const printed = await printExtracts(session, batches, wanted, bar.step).finally(bar.done);
  if (!asJson) {
    await session.out.rows(session.out.format === 'table' ? forPeople : columns, printed);
  }
  const written = printed.filter((file) => file.state === 'written').length;
  session.out.say(say.done(written, printed.length - written, students.length));
  return exit.done;
}
