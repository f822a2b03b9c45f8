import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { forPerson, type HistoryRow, historyOf } from '../../tasks/oversight/history.js';
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
/** Only where there is something in them. */
const seldom: readonly (keyof HistoryRow)[] = ['undone_by', 'undoes'];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  return command.option('--last <count>', text(history).last, wholeNumber(text, 1, 1_000_000));
}

export async function run(session: Session, { last }: OptionsOf<typeof define>) {
  const rows = historyOf(session.db, last);
  const isEmpty = (name: keyof HistoryRow) =>
    rows.every((row) => [row[name] ?? []].flat().length === 0);
  const shown = forPeople.filter((name) => !seldom.includes(name) || !isEmpty(name));
  const { format, listed } = session.out;
  await listed(columns, shown, format === 'table' ? forPerson(session.db, rows) : rows);
  return exit.done;
}
