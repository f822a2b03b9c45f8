import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { type Verified, verify } from '../../tasks/documents/verify-files.js';
import { verifying } from '../../text/verifying.js';
import { showListed } from '../listed.js';

export const topic = verifying;

const columns = [
  'what',
  'state',
  'kind',
  'period',
  'class',
  'papers',
  'made_at',
  'codes',
] as const satisfies readonly (keyof Verified)[];
const forPeople = columns.slice(0, -1);

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  return command.argument('<files...>', text(verifying).files);
}

export async function run(session: Session, _options: object, files: string[]) {
  const found = verify(session.db, session.asOf, files);
  await showListed(session, columns, forPeople, found);
  const say = session.text(verifying);
  const unreadable = found.filter(({ state }) => state === 'unreadable');
  for (const { what } of unreadable) session.out.warn(say.unreadable(what));
  const bad = found.filter(({ state }) => state !== 'valid');
  session.out.say(
    say.done(countsOf(found.filter(({ state }) => state === 'valid')), countsOf(bad)),
  );
  if (unreadable.length > 0) return exit.usage;
  return bad.length > 0 ? exit.found : exit.done;
}

function countsOf(found: readonly Verified[]) {
  const files = found.filter((one) => one.is === 'file').length;
  return { files, codes: found.length - files };
}
