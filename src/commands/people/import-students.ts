import type { Command } from '@commander-js/extra-typings';
import type { Context } from '../../context.js';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  importStudents,
  type MissingStudent,
  type StudentsImported,
} from '../../tasks/people/import-students.js';
import { confirm } from '../../terminal/confirm.js';
import { date } from '../../terminal/date-options.js';
import { wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { importingStudents } from '../../text/importing-students.js';
import { imports } from '../../text/imports.js';
import { doneAsAgreed } from '../as-agreed.js';
import { oneFile, sourceOptions } from '../importing.js';
import { showImported, showWarnings } from '../show-imported.js';

export const topic = importingStudents;

const missingColumns: (keyof MissingStudent)[] = [
  'register_no',
  'last_name',
  'first_name',
  'class',
];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(importingStudents);
  return oneFile(command, text)
    .option('--on <date>', say.on, date(text))
    .option('--complete', say.complete)
    .option('--withdraw-missing', say.withdrawMissing)
    .option('--missing <count>', say.missing, wholeNumber(text, 0, 999_999));
}

type Options = OptionsOf<typeof define>;

export const acts = {
  withdrawMissing: ['complete', 'missing'],
  complete: [],
  CSV: [],
} as const satisfies Record<string, readonly (keyof Options)[]>;

export function actOf({ withdrawMissing, complete }: Options): keyof typeof acts {
  if (withdrawMissing) return 'withdrawMissing';
  return complete ? 'complete' : 'CSV';
}

export async function run(session: Session, options: Options, file: string) {
  const { year, errors, on, withdrawMissing = false } = options;
  const complete = options.complete === true || withdrawMissing;
  if (withdrawMissing && !on) throw new Problem('optionNeeded', { option: '--on' });
  const source = { file, year, on, ...sourceOptions(options) };
  if (!complete) {
    const { imported } = importStudents(session, { ...source, missing: 'ignore' });
    return showImported(session, imported, errors);
  }
  const wanted = {
    ...source,
    missing: withdrawMissing ? ('withdraw' as const) : ('list' as const),
    confirmed: options.missing,
  };
  const isAsked = withdrawMissing && session.interactive && session.mode === 'write';
  const work = (context: Context, agreed?: StudentsImported) =>
    importStudents(context, { ...wanted, agreed: agreed?.missing });
  const { imported, missing } = isAsked
    ? await doneAsAgreed(session, work, (planned) => isAgreed(session, planned.missing))
    : work(session);
  if (imported.outcome === 'rejected') return showImported(session, imported, errors);
  const say = session.text(importingStudents);
  showWarnings(session, imported.report);
  for (const { rows, new: added, changed } of imported.files) {
    session.out.say(say.imported(rows, added, changed));
  }
  const isWithdrawn = withdrawMissing && session.mode === 'write';
  session.out.say(isWithdrawn ? say.withdrawn(missing.length) : say.notInFile(missing.length));
  if (!isAsked) await session.out.rows(missingColumns, missing);
  if (session.mode !== 'write') session.out.say(session.text(imports).takenBack);
  return withdrawMissing || missing.length === 0 ? exit.done : exit.found;
}

async function isAgreed(session: Session, missing: readonly MissingStudent[]): Promise<boolean> {
  if (missing.length === 0) return true;
  await session.out.rows(missingColumns, missing);
  return confirm(session, session.text(importingStudents).withdraw(missing.length));
}
