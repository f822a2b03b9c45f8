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
