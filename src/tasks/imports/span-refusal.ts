import type { Fields } from '../../db/fields.js';
import { wrong } from '../../text/findings.js';
import type { Refusal } from './importing.js';

/**
 * Refuses a span that would end before it begins, where an empty cell leaves the day that is there: to
 * blame is the day that the row gives, of both the last one.
 */
export function spanRefusal(
  given: Fields,
  existing: Fields | undefined,
  [first, last]: readonly [string, string],
): Refusal | undefined {
  const dayOf = (column: string) => {
    const day = given[column] === undefined ? existing?.[column] : given[column];
    return typeof day === 'string' ? day : undefined;
  };
  const [from, until] = [dayOf(first), dayOf(last)];
  if (from === undefined || until === undefined || from <= until) return undefined;
  return given[last] === undefined
    ? { column: first, wrong: wrong('fromAfterUntil', { until, column: last }) }
    : { column: last, wrong: wrong('untilBeforeFrom', { from }) };
}
