import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../problem.js';

/**
 * Refuses what is other than that to which somebody agreed; where nobody was asked, all may stand.
 * @throws Problem otherThanAgreed
 */
export function refuseOther<T>(planned: T, agreed: T | undefined): void {
  if (agreed === undefined || isDeepStrictEqual(planned, agreed)) return;
  throw new Problem('otherThanAgreed', undefined);
}
