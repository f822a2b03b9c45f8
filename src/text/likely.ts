/** The name that is likely meant, where one is near what was written. */
export interface Near {
  readonly near?: string | undefined;
}

/** Asks whether the near name is meant; where none is near, the other advice. */
export const orLikelyEn = ({ near }: Near, advice: string) =>
  near ? `Did you mean “${near}”?` : advice;
export const orLikelyLv = ({ near }: Near, advice: string) =>
  near ? `Vai domājāt „${near}”?` : advice;
