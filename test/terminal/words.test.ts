import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { counted } from '../../src/text/words.js';

test('a noun stands in the form that its number asks for, as the Unicode plural rules have it', () => {
  const latvian = new Intl.PluralRules('lv');
  const english = new Intl.PluralRules('en');
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), (n) => {
      const lv = { zero: 'zero', one: 'one', other: 'other' };
      expect(counted('lv', n, lv)).toBe(`${n} ${latvian.select(n)}`);
      expect(counted('en', n, { one: 'one', other: 'other' })).toBe(`${n} ${english.select(n)}`);
    }),
  );
});

/** Every sentence of a topic or of the words of a template; of one that needs facts its source. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [words.toString()];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentences) : [];
}

test('quotes are „so” in Latvian and “so” in English, three dots are one character', async () => {
  const wrong: string[] = [];
  for (const file of readdirSync('src/text')) {
    const name = file.replace('.ts', '');
    const module: Record<string, unknown> = await import(`../../src/text/${name}.ts`);
    for (const topic of Object.values(module)) {
      if (typeof topic !== 'object' || topic === null || !('lv' in topic) || !('en' in topic))
        continue;
      wrong.push(...sentences(topic.lv).filter((text) => /“/.test(text)));
      wrong.push(...sentences(topic.en).filter((text) => /„/.test(text)));
    }
  }
  for (const template of readdirSync('templates')) {
    const read = (language: string) =>
      sentences(parse(readFileSync(`templates/${template}/words.${language}.yaml`, 'utf8')));
    wrong.push(...read('lv').filter((text) => /["“]|\.\.\./.test(text)));
    wrong.push(...read('en').filter((text) => /["„]|\.\.\./.test(text)));
  }
  expect(wrong).toEqual([]);
});

test('the words of a template are there in both languages', () => {
  for (const template of readdirSync('templates')) {
    const keys = (language: string) =>
      Object.keys(parse(readFileSync(`templates/${template}/words.${language}.yaml`, 'utf8')));
    expect(keys('lv'), template).toEqual(keys('en'));
  }
});
