/** Reads `78`, `78,5` or `78.5 %`: from 0 to 100 with at most two decimals, written with a point. */
export function readPercent(text: string): string | undefined {
  const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?\s?%?$/.exec(text);
  const value = parts?.[2] === undefined ? parts?.[1] : `${parts[1]}.${parts[2]}`;
  return value !== undefined && Number(value) <= 100 ? value : undefined;
}
