import type { Command } from '@commander-js/extra-typings';
import { looking } from '../../context.js';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { setUpYear } from '../../tasks/setup/set-up.js';
import { date } from '../../terminal/date-options.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { imports } from '../../text/imports.js';
import { setUp } from '../../text/set-up.js';
import { lookOptions, sourceOptions } from '../importing.js';
import { showImported } from '../show-imported.js';

export const topic = setUp;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(setUp);
  const common = text(imports);
  return lookOptions(command, text)
    .argument('<folder>', say.folder)
    .option('--year <year>', say.year, schoolYear(text))
    .option('--check', say.check)
    .option('--on <date>', common.on, date(text));
}

export async function run(session: Session, options: OptionsOf<typeof define>, folder: string) {
  const { year, on, check = false } = options;
  const context = check ? looking(session) : session;
  const result = setUpYear(context, { folder, year, on, ...sourceOptions(options) });
  const status = await showImported({ ...session, ...(check && { mode: 'write' }) }, result);
  if (check && status === exit.done) session.out.say(session.text(setUp).checked);
  return status;
}
