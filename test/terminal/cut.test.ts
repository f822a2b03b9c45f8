import fc from 'fast-check';
import width from 'fast-string-width';
import { expect, test } from 'vitest';
import { cut } from '../../src/terminal/cut.js';

const letters = fc.string({ unit: fc.constantFrom('ē', 'š', 'Ķ', 'a', ' ', '語', 'ā') });

test('a text that is cut is as wide as it may be, and Latvian letters count as one', () => {
  expect(cut('Ķērsta Bērziņa', 6)).toBe('Ķērst…');
  expect(cut('Pārbaudes darbs', 7)).toBe('Pārbau…');
  expect(cut('Anna', 4)).toBe('Anna');
  fc.assert(
    fc.property(letters, fc.integer({ min: 2, max: 20 }), (text, limit) => {
      const fits = cut(text, limit);
      expect(width(fits)).toBeLessThanOrEqual(limit);
      if (width(text) <= limit) expect(fits).toBe(text);
      else expect(text.startsWith(fits.slice(0, -1))).toBe(true);
    }),
  );
});
