import { foldLatvian } from './latvian-order.js';

/** What tells one person from another, where the register number may be a second one of the same. */
export interface Described {
  readonly last_name: string;
  readonly first_name: string;
  readonly birth_date: string | null;
}

export type Likeness =
  | 'same-name-and-birth-date'
  | 'same-name'
  | 'names-swapped'
  | 'letters-without-marks';

/** In which way two people may be one; undefined where nothing speaks for it, or their birth dates differ. */
export function likelyTheSame(a: Described, b: Described): Likeness | undefined {
  const areKnown = a.birth_date !== null && b.birth_date !== null;
  if (areKnown && a.birth_date !== b.birth_date) return undefined;
  if (a.last_name === b.last_name && a.first_name === b.first_name) {
    return areKnown ? 'same-name-and-birth-date' : 'same-name';
  }
  const swapped = folded(a.last_name, a.first_name) === folded(b.first_name, b.last_name);
  if (swapped) return 'names-swapped';
  const withoutMarks = folded(a.last_name, a.first_name) === folded(b.last_name, b.first_name);
  return withoutMarks ? 'letters-without-marks' : undefined;
}

/**
 * People whose names may be those of one share this key, so that candidates are found by a map. Names come
 * back often in a list: `fold` may remember what `foldLatvian` makes of them.
 */
export function namesKey(
  { last_name, first_name }: Omit<Described, 'birth_date'>,
  fold: (name: string) => string = foldLatvian,
): string {
  const [one, other] = [fold(last_name), fold(first_name)];
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}

const folded = (last: string, first: string) => `${foldLatvian(last)}|${foldLatvian(first)}`;
