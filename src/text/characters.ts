/** A character with its number in Unicode, since two may look alike: `“李” (U+674E)`. */
export function shownCharacter(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `“${character}” (U+${number})`;
}
