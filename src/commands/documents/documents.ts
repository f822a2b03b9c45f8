import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  type ChangedField,
  changedFields,
  changedPapers,
  kindsOf,
  type RegisterRow,
  refuseUnknown,
  register,
} from '../../tasks/documents/register.js';
import type { OptionsOf } from '../../terminal/program.js';
import { documentRegister } from '../../text/document-register.js';
import { showListed } from '../listed.js';

export const topic = documentRegister;

const columns: (keyof RegisterRow)[] = [
  'code',
  'kind',
  'period',
  'class',
  'register_no',
  'last_name',
  'first_name',
  'receiver',
  'language',
  'made_at',
  'state',
  'file',
];
const changeColumns: (keyof ChangedField)[] = [
  'code',
  'kind',
  'period',
  'class',
  'register_no',
  'last_name',
  'first_name',
  'field',
  'before',
  'after',
  'state',
];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(documentRegister);
  const history = command.createOption('--history', say.history);
  return command
    .option('--kind <document>', say.kind)
    .option('--period <period>', say.period)
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student)
    .addOption(history.conflicts('outOfDate'))
    .option('--out-of-date', say.outOfDate);
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { outOfDate = false, history = false, ...filter } = options;
  refuseUnknown(session.db, filter);
  if (!outOfDate) {
    const papers = register(session.db, filter, { history });
    await showListed(session, columns, columns, papers);
    if (papers.length === 0) session.out.say(session.text(documentRegister).none);
    return exit.done;
  }
  const changed = changedPapers(session.db, session.asOf, filter);
  await session.out.rows(changeColumns, changedFields(changed));
  const papers = (state: ChangedField['state']) =>
    changed.filter((one) => one.state === state && !one.byOwnCommand).length;
  const byOwnCommand = changed.filter((one) => one.byOwnCommand).map(({ issued }) => issued);
  const say = session.text(documentRegister);
  const counts = {
    outOfDate: papers('out_of_date'),
    withdrawn: papers('withdrawn'),
    afterIssuing: papers('changed_after_issuing'),
    afterPreparing: papers('changed_after_preparing'),
    byOwnCommand: byOwnCommand.length,
    kinds: kindsOf(byOwnCommand),
  };
  for (const sentence of say.changed(counts)) session.out.say(sentence);
  return changed.length > 0 ? exit.found : exit.done;
}
