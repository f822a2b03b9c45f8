import type { Command } from '@commander-js/extra-typings';
import { looking } from '../../context.js';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { createJournals } from '../../tasks/setup/create-journals.js';
import type { JournalGap } from '../../tasks/setup/journal-gaps.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { creatingJournals } from '../../text/creating-journals.js';
import { summaryColumns } from '../show-imported.js';
import { sayWritten } from '../written.js';

export const topic = creatingJournals;

const columns: (keyof JournalGap)[] = ['gap', 'class', 'subject', 'group', 'register_no'];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(creatingJournals);
  return command
    .option('--missing', say.missing)
    .option('--year <year>', say.year, schoolYear(text));
}

export async function run(session: Session, { missing, year }: OptionsOf<typeof define>) {
  const say = session.text(creatingJournals);
  if (missing) {
    const { gaps } = createJournals(looking(session), { year });
    await session.out.rows(columns, gaps);
    return gaps.length > 0 ? exit.found : exit.done;
  }
  const { summary, gaps } = createJournals(session, { year });
  await session.out.rows(summaryColumns, [summary]);
  sayWritten(session);
  for (const gap of gaps.slice(0, 20)) session.out.say(say.gaps[gap.gap](gap));
  if (gaps.length > 20) session.out.say(say.more(gaps.length - 20));
  return exit.done;
}
