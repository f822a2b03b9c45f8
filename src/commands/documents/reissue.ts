import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import { kindsOf, refuseUnknown } from '../../tasks/documents/register.js';
import { filesToReissue, reissue } from '../../tasks/documents/reissue.js';
import type { OptionsOf } from '../../terminal/program.js';
import { reissuing } from '../../text/reissuing.js';
import { printed } from '../printing.js';

export const topic = reissuing;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(reissuing);
  return command
    .option('--changed', say.changed)
    .option('--kind <document>', say.kind)
    .option('--period <period>', say.period)
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student);
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { changed, ...filter } = options;
  if (!changed) throw new Problem('nothingAsked', { options: '--changed' });
  refuseUnknown(session.db, filter);
  const found = filesToReissue(session, filter);
  const { files, inNoFile, byOwnCommand, nothingElse, handedOut, prepared } = found;
  const papers = files.reduce((sum, { file }) => sum + file.papers.length, 0);
  const status = await printed(session, papers, (waiting) => reissue(session, files, waiting));
  const say = session.text(reissuing);
  if (nothingElse.length > 0) session.out.say(say.nothingElse(nothingElse));
  if (handedOut > 0) session.out.say(say.handedOut(handedOut));
  if (prepared > 0) session.out.say(say.prepared(prepared));
  if (byOwnCommand.length > 0) {
    session.out.say(say.byOwnCommand(byOwnCommand.length, kindsOf(byOwnCommand)));
  }
  if (inNoFile.length === 0) return status;
  session.out.warn(say.inNoFile(inNoFile.length, kindsOf(inNoFile)));
  return status === exit.done ? exit.found : status;
}
