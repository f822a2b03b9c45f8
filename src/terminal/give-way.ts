/** How wide columns are together, two blanks between them. */
export const totalOf = (widths: readonly number[]) =>
  widths.reduce((sum, one) => sum + one, 2 * (widths.length - 1));

/** Makes the widest column narrower until all fit, or none is wider than it must be. */
export function giveWay(widths: number[], least: readonly number[], room: number): void {
  while (totalOf(widths) > room) {
    const free = widths.map((own, at) => (own > (least[at] ?? 0) ? own : 0));
    const most = Math.max(...free);
    if (most === 0) return;
    widths[free.indexOf(most)] = most - 1;
  }
}
