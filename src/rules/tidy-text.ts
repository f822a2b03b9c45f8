/** Text as it is kept: composed letters, no white space around it, one blank for each run of it inside. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The same of what may be left out: nothing, and the sign by which a file clears a cell, are none. */
export function textOrNone(text: string | null | undefined): string | null {
  const tidy = tidyText(text ?? '');
  return tidy === '\\N' ? null : tidy || null;
}
