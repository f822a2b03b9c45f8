import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../package-files.js';
import { Problem } from '../problem.js';
import { likelyMeant } from '../rules/word-distance.js';
import type { Language } from '../text/words.js';
import { readWords, sharedName, templateFile, templateNames } from './template.js';

/**
 * The words in a school's own files that nobody says: the files that come with the program do not have
 * them, and no layout asks for them.
 * @throws Problem badTemplate, templateNotMapping
 */
export async function strayWords(
  name: string,
  language: Language,
  ownFolder: string,
): Promise<Problem[]> {
  const words = `words.${language}.yaml`;
  const known: string[] = [];
  const strays: Problem[] = [];
  for (const folder of [sharedName, name]) {
    known.push(...(await readWords(packageFile(`templates/${folder}/${words}`))).keys);
    const file = join(ownFolder, folder, words);
    if (!existsSync(file)) continue;
    const { keys, lineAt } = await readWords(file);
    for (const key of keys.filter((one) => !isSaid(one, known, ownFolder))) {
      const facts = { key, near: likelyMeant(key, known) };
      strays.push(new Problem('wordUnknown', facts, { file, line: lineAt(key.split('.')) }));
    }
  }
  return strays;
}

/** What stands under a word of the school's own is its own too. */
function isSaid(key: string, known: readonly string[], ownFolder: string): boolean {
  if (known.includes(key)) return true;
  const [word = '', ...under] = key.split('.');
  return under.length > 0 ? !known.includes(word) : isAskedFor(word, ownFolder);
}

function isAskedFor(word: string, ownFolder: string): boolean {
  const asked = new RegExp(`\\bsay\\.${word}\\b`);
  return templateNames().some((name) =>
    asked.test(readFileSync(templateFile(ownFolder, name, 'layout.yaml'), 'utf8')),
  );
}
