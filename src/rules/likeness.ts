import { foldLatvian } from './latvian-order.js';

/** What tells one person from another, where the register number may be a second one of the same. */
export interface Described {
  readonly last_name: string;
  readonly first_name: string;
  readonly birth_date: string | null;
}

export type Likeness = 'same-name-and-birth-date' | 'names-swapped' | 'letters-without-marks';

/** In which way two people may be one; undefined where nothing speaks for it. */
export function likelyTheSame(a: Described, b: Described): Likeness | undefined {
  if (a.birth_date === null || a.birth_date !== b.birth_date) return undefined;
  if (a.last_name === b.last_name && a.first_name === b.first_name) {
    return 'same-name-and-birth-date';
  }
  const swapped = folded(a.last_name, a.first_name) === folded(b.first_name, b.last_name);
  if (swapped) return 'names-swapped';
  const withoutMarks = folded(a.last_name, a.first_name) === folded(b.last_name, b.first_name);
  return withoutMarks ? 'letters-without-marks' : undefined;
}

/**
 * People who may be one share this key, so that candidates are found by a map; none = nobody is like
 * them. Names come back often in a list: `fold` may remember what `foldLatvian` makes of them.
 */
export function likenessKey(
  { last_name, first_name, birth_date }: Described,
  fold: (name: string) => string = foldLatvian,
): string | undefined {
  if (birth_date === null) return undefined;
  const [one, other] = [fold(last_name), fold(first_name)];
  return one < other ? `${birth_date}|${one}|${other}` : `${birth_date}|${other}|${one}`;
}

const folded = (last: string, first: string) => `${foldLatvian(last)}|${foldLatvian(first)}`;
