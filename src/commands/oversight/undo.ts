import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  mustBeAgreed,
  type PlannedUndoing,
  plannedUndoing,
  type UndoneRow,
  undoOperation,
} from '../../tasks/oversight/undo-operation.js';
import { confirm } from '../../terminal/confirm.js';
import { wholeNumber } from '../../terminal/options.js';
import { printable } from '../../terminal/printable.js';
import type { OptionsOf } from '../../terminal/program.js';
import { undo } from '../../text/undo.js';
import { showListed } from '../listed.js';

export const topic = undo;

const columns: (keyof UndoneRow)[] = ['operation', 'at', 'actor', 'command', 'changes'];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(undo);
  return command
    .argument('[operation]', say.operation, wholeNumber(text, 1, 999_999_999))
    .option('--with-later', say.withLater)
    .addHelpText('after', `\n${say.asks}`);
}

export async function run(session: Session, options: OptionsOf<typeof define>, operation?: number) {
  const undoing = { operation, withLater: options.withLater === true };
  const agreed =
    session.mode === 'write'
      ? await agreedTo(session, plannedUndoing(session.db, undoing))
      : undefined;
  const { operations, strangers } = undoOperation(session, { ...undoing, agreed });
  await showListed(session, columns, columns, operations);
  const say = session.text(undo);
  session.out.say(session.mode === 'write' ? say.done(operations.length) : say.tried);
  if (session.mode === 'write' && strangers.length > 0) {
    const files = strangers.slice(0, mostShown);
    session.out.warn(printable(say.strangers({ files, more: strangers.length - files.length })));
  }
  return exit.done;
}

/** On a terminal all is shown and asked; a script is held up only by what must be agreed to. */
async function agreedTo(session: Session, planned: readonly PlannedUndoing[]): Promise<number[]> {
  if (session.interactive || mustBeAgreed(planned)) {
    if (session.interactive && !session.yes) showPlan(session, planned);
    if (!(await confirm(session, session.text(undo).question(planned)))) {
      throw new Problem('notConfirmed', undefined);
    }
  }
  return planned.map((row) => row.operation);
}

/** More lines would scroll away. */
const mostShown = 12;

function showPlan({ out, text }: Session, planned: readonly PlannedUndoing[]) {
  const say = text(undo);
  for (const row of planned.slice(0, mostShown)) out.warn(printable(say.planned(row)));
  if (planned.length > mostShown) out.warn(say.more(planned.length - mostShown));
}
