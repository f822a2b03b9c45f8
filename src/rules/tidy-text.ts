/** Text as it is kept: composed letters, no white space around it, one blank for each run of it inside. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
