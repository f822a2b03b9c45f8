import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../package-files.js';
import { Problem } from '../problem.js';
import { likelyMeant } from '../rules/word-distance.js';
import type { WordShape } from '../text/word-shapes.js';
import type { Language } from '../text/words.js';
import { readWords, sharedName, templateFile, templateNames } from './template.js';

/** Lists whose words are said by their places: each must be there. */
const listsByPlace = ['months', 'months_in', 'absence_heads'];

/**
 * The words in a school's own files that nobody says: the files that come with the program do not have
 * them, and no layout asks for them; those that are a text, a list or a map where ours are not, and lists
 * that lack a word, or have one too many.
 * @throws Problem badTemplate, templateNotMapping
 */
export async function strayWords(
  name: string,
  language: Language,
  ownFolder: string,
): Promise<Problem[]> {
  const words = `words.${language}.yaml`;
  const known = new Map<string, WordShape>();
  const strays: Problem[] = [];
  for (const folder of [sharedName, name]) {
    const ours = await readWords(packageFile(`templates/${folder}/${words}`));
    for (const [key, shape] of ours.shapes) known.set(key, shape);
    const file = join(ownFolder, folder, words);
    if (!existsSync(file)) continue;
    const { shapes, lengths, lineAt } = await readWords(file);
    for (const key of listsByPlace) {
      const [count, needed] = [lengths.get(key), ours.lengths.get(key)];
      if (count === undefined || needed === undefined || count === needed) continue;
      const where = { file, line: lineAt([key]) };
      strays.push(new Problem('wordListLength', { key, count, needed }, where));
    }
    for (const [key, own] of shapes) {
      const where = { file, line: lineAt(key.split('.')) };
      const shape = known.get(key) ?? own;
      if (shape !== own) strays.push(new Problem('wordShape', { key, shape }, where));
      if (isSaid(key, known, ownFolder)) continue;
      const near = likelyMeant(key, known.keys());
      strays.push(new Problem('wordUnknown', { key, near }, where));
    }
  }
  return strays;
}

/** What stands under a word of the school's own is its own too. */
function isSaid(key: string, known: ReadonlyMap<string, unknown>, ownFolder: string): boolean {
  if (known.has(key)) return true;
  const [word = '', ...under] = key.split('.');
  return under.length > 0 ? known.get(word) !== 'map' : isAskedFor(word, ownFolder);
}

function isAskedFor(word: string, ownFolder: string): boolean {
  const asked = new RegExp(`\\b(say\\.|words:\\s*['"]?)${word}\\b`);
  return templateNames().some((name) =>
    asked.test(readFileSync(templateFile(ownFolder, name, 'layout.yaml'), 'utf8')),
  );
}
