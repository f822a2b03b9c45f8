import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { type HistoryRow, historyOf } from '../../tasks/oversight/history.js';
import { wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { history } from '../../text/history.js';

export const topic = history;

const columns: (keyof HistoryRow)[] = [
  'operation',
  'at',
  'actor',
  'command',
  'changes',
  'undone_by',
  'undoes',
  'files',
  'words',
  'version',
  'hash',
];
const forPeople = columns.slice(0, 8);

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  return command.option('--last <count>', text(history).last, wholeNumber(text, 1, 1_000_000));
}

export async function run(session: Session, { last }: OptionsOf<typeof define>) {
  const shown = session.out.format === 'table' ? forPeople : columns;
  await session.out.rows(shown, historyOf(session.db, last));
  return exit.done;
}
