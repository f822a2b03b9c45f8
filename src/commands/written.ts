import type { Session } from '../session.js';
import { imports } from '../text/imports.js';

/** Says what was done; of what was only tried, that it was taken back. */
export function sayWritten(
  { mode, out, text }: Pick<Session, 'mode' | 'out' | 'text'>,
  ...sentences: readonly string[]
): void {
  if (mode === 'write') for (const sentence of sentences) out.say(sentence);
  else out.say(text(imports).takenBack);
}
