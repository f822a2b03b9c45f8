import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { type StatusRow, setUpStatus } from '../../tasks/setup/status.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { status } from '../../text/status.js';
import { showListed } from '../listed.js';

export const topic = status;

const columns = [
  'clause',
  'duty',
  'done',
  'of',
  'missing',
  'due_at',
  'met_at',
  'state',
] as const satisfies readonly (keyof StatusRow)[];

const forPeople = ['clause', 'duty', 'done', 'of', 'state', 'missing'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  return command.option('--year <year>', text(status).year, schoolYear(text));
}

export async function run(session: Session, { year }: OptionsOf<typeof define>) {
  const rows = setUpStatus(session.db, session.asOf, year);
  const say = session.text(status);
  if (session.out.format !== 'table') {
    await session.out.rows(columns, rows);
    return exit.done;
  }
  const shown = rows.map((row) => ({
    ...row,
    duty: say.duties[row.duty],
    state: say.states[row.state],
    missing: row.missing.join(', '),
  }));
  await showListed(session, columns, forPeople, shown);
  const [first] = rows;
  if (first) session.out.say(say.due(first.due_on));
  return exit.done;
}
