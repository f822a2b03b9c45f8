import type { Context } from '../context.js';
import { Problem } from '../problem.js';
import type { Session } from '../session.js';
import { failureOf } from '../terminal/failure.js';

/**
 * Tries a work, asks whether it is to be done, and does only what was agreed to. Nothing is locked while the
 * question waits: where the work would be another by then, that is shown and asked again. Where nothing is to
 * be kept, nobody is asked.
 * @throws Problem notConfirmed
 */
export async function doneAsAgreed<T>(
  session: Session,
  work: (context: Context, agreed?: T) => T,
  agree: (planned: T) => Promise<boolean>,
): Promise<T> {
  if (session.mode !== 'write') return work(session);
  for (;;) {
    const planned = work({ ...session, mode: 'dry-run' });
    if (!(await agree(planned))) throw new Problem('notConfirmed', undefined);
    try {
      return work(session, planned);
    } catch (error) {
      if (!(error instanceof Problem) || error.problem !== 'otherThanAgreed') throw error;
      session.out.urge(failureOf(error, session.text).what);
    }
  }
}
