import { expect, test } from 'vitest';
import { unprintable } from '../../src/documents/characters.js';
import { fonts } from '../../src/documents/fonts.js';

test('what is taken for printable without asking is in every style of the font', () => {
  const { has } = fonts();
  for (let codePoint = 0x20; codePoint < 0x2100; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    const isThere = unprintable(character) === undefined;
    expect([character, isThere]).toEqual([character, has(codePoint)]);
  }
  expect(unprintable('Jānis\nĶērsta 李')).toBe('李');
});
