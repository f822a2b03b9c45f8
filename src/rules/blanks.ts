/** Which document: the certificate of basic education (apliecība) or of secondary education (atestāts). */
export const certificateKinds = ['basic', 'secondary'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** The grade that ends with each, and the first grade of its stage (General Education Law). */
export const stages = {
  basic: { first: 1, last: 9 },
  secondary: { first: 10, last: 12 },
} as const satisfies Record<CertificateKind, { first: number; last: number }>;

/** The kind of certificate that a grade ends with; undefined where it ends with none. */
export function certificateOf(grade: number): CertificateKind | undefined {
  return certificateKinds.find((kind) => stages[kind].last === grade);
}

/** More blanks than any school gets at a time: a longer run is a slip of the hand. */
export const longestRun = 10_000;

/**
 * The numbers of the blanks from one to another, both included, their leading zeros kept. Undefined
 * where they are no run: not digits, of different length, backwards, or longer than `longestRun`.
 */
export function blankNumbers(from: string, until: string): string[] | undefined {
  if (!/^\d{1,15}$/.test(from) || !/^\d{1,15}$/.test(until)) return undefined;
  const count = Number(until) - Number(from) + 1;
  if (from.length !== until.length || count < 1 || count > longestRun) return undefined;
  return Array.from({ length: count }, (_, place) =>
    String(Number(from) + place).padStart(from.length, '0'),
  );
}
