import { fonts } from './fonts.js';

/** What Latvian names are written with is in the font: it need not be read for asking. */
const surelyThere = /^[\n\u0020-\u007e\u00a0-\u00ffĀāČčĒēĢģĪīĶķĻļŅņŌōŖŗŠšŪūŽž–—‘’“”„]*$/u;

/** The first character that the font of documents does not have; a line break needs none. */
export function unprintable(text: string): string | undefined {
  if (surelyThere.test(text)) return undefined;
  const { has } = fonts();
  return [...text].find((character) => character !== '\n' && !has(character.codePointAt(0) ?? 0));
}
