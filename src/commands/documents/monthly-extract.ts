import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import { monthlyExtracts } from '../../tasks/documents/monthly-extracts.js';
import { type PrintedFile, printExtracts } from '../../tasks/documents/print-extracts.js';
import { month } from '../../terminal/options.js';
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
  const { out, separate = false, documentLanguage, ...filter } = options;
  if (session.out.format.startsWith('json')) {
    const batches = monthlyExtracts(session.db, session.asOf, filter);
    await session.out.tree(
      batches.flatMap((batch) => batch.students),
      () => [],
    );
    if (out === undefined) return exit.done;
  }
  if (out === undefined) throw new Problem('optionNeeded', { option: '--out' });
  const total = monthlyExtracts(session.db, session.asOf, filter).flatMap(
    (batch) => batch.students,
  );
  const say = session.text(monthlyExtract);
  const bar = session.out.progress(total.length, say.students);
  const wanted = { ...filter, folder: out, separate, language: documentLanguage };
  const printed = await printExtracts(session, wanted, bar.step).finally(bar.done);
  if (!session.out.format.startsWith('json')) {
    await session.out.rows(session.out.format === 'table' ? forPeople : columns, printed);
  }
  const written = printed.filter((file) => file.state === 'written').length;
  session.out.say(say.done(written, printed.length - written, total.length));
  return exit.done;
}
