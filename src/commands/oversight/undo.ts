import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { type UndoneRow, undoOperation } from '../../tasks/oversight/undo-operation.js';
import { wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { undo } from '../../text/undo.js';

export const topic = undo;

const columns: (keyof UndoneRow)[] = ['operation', 'at', 'actor', 'command', 'changes'];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(undo);
  return command
    .argument('[operation]', say.operation, wholeNumber(text, 1, 999_999_999))
    .option('--with-later', say.withLater);
}

export async function run(session: Session, options: OptionsOf<typeof define>, operation?: number) {
  const undone = undoOperation(session, { operation, withLater: options.withLater === true });
  await session.out.rows(columns, undone);
  const say = session.text(undo);
  session.out.say(session.mode === 'write' ? say.done(undone.length) : say.tried);
  return exit.done;
}
