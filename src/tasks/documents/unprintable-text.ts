import { unprintable } from '../../documents/characters.js';
import { Problem } from '../../problem.js';

/**
 * Refuses what would stand in the register of certificates, but cannot be printed on them or in its book.
 * @throws Problem fontLacks
 */
export function refuseUnprintable(text: string, field: string): void {
  const character = unprintable(text);
  if (character !== undefined) throw new Problem('fontLacks', { character }, { field });
}
