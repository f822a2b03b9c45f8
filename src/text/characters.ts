import { words } from './words.js';

const unicode = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A character with its number in Unicode, since two may look alike: `“李” (U+674E)`. */
export const shownCharacter = words({
  en: (character: string) => `“${character}” (${unicode(character)})`,
  lv: (character) => `„${character}” (${unicode(character)})`,
});
