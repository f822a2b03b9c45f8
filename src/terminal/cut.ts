import width from 'fast-string-width';

/**
 * A text that is no wider than so many columns of the terminal; what is left out shows as `…`.
 * fast-string-truncated-width 3.0 would cut letters such as ē and š too late: its rows stood out.
 */
export function cut(text: string, limit: number): string {
  if (width(text) <= limit) return text;
  let kept = '';
  let used = 1;
  for (const letter of text) {
    used += width(letter);
    if (used > limit) break;
    kept += letter;
  }
  return `${kept}…`;
}
