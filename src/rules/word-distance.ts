import { foldLatvian } from './latvian-order.js';

/** How many letters must be added, taken away or changed (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known word that is likely meant, with no more than three letters wrong; undefined: none. */
export function likelyMeant(word: string, known: Iterable<string>): string | undefined {
  const far = (one: string) => distance(word.toLowerCase(), one.toLowerCase());
  const [nearest] = [...known].sort((a, b) => far(a) - far(b));
  return nearest !== undefined && far(nearest) < Math.min(4, word.length) ? nearest : undefined;
}

/**
 * The name of a class, a group, a subject or of somebody on the staff that is likely meant: the same but
 * for case, marks, blanks and dots, else the only nearest with one letter in three wrong, two at most.
 * Another number is another name: 7.a is not meant by 8.a. undefined: none.
 */
export function likelyName(name: string, known: readonly string[]): string | undefined {
  const asked = bare(name);
  const most = Math.min(2, Math.floor(asked.length / 3));
  const near = known
    .map((one) => ({ one, far: farFrom(asked, bare(one)) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far);
  const [first, second] = near;
  const isOnly = first?.far === 0 || first?.far !== second?.far;
  return isOnly ? first?.one : undefined;
}

const bare = (name: string) => foldLatvian(name).replace(/[\s.]/g, '');
const digits = (name: string) => name.replace(/\D/g, '');
const farFrom = (a: string, b: string) =>
  digits(a) === digits(b) ? distance(a, b) : Number.POSITIVE_INFINITY;
