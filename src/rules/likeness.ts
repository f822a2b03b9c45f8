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
  if (a.birth_date && b.birth_date && a.birth_date !== b.birth_date) return undefined;
  const sameDay = a.birth_date !== null && a.birth_date === b.birth_date;
  const same = a.last_name === b.last_name && a.first_name === b.first_name;
  if (same) return sameDay ? 'same-name-and-birth-date' : undefined;
  const swapped = folded(a.last_name, a.first_name) === folded(b.first_name, b.last_name);
  if (swapped && sameDay) return 'names-swapped';
  const withoutMarks = folded(a.last_name, a.first_name) === folded(b.last_name, b.first_name);
  return withoutMarks && sameDay ? 'letters-without-marks' : undefined;
}

/** People who may be one share this key, so that candidates are found by a map. */
export function likenessKey({ last_name, first_name }: Described): string {
  return [foldLatvian(last_name), foldLatvian(first_name)].sort().join('|');
}

const folded = (last: string, first: string) => `${foldLatvian(last)}|${foldLatvian(first)}`;
