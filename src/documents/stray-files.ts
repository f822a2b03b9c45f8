import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.js';
import { likelyMeant } from '../rules/word-distance.js';
import { languages } from '../text/words.js';
import { logoNames } from './logo.js';
import { sharedName, templateNames } from './template.js';

const filesOfTemplate = [
  'layout.yaml',
  'sample.yaml',
  ...languages.map((language) => `words.${language}.yaml`),
];

/**
 * What lies in a school's own folder, with a name much like one that a document reads, and is not read.
 * Where what is likely meant is there too, the other is a copy, which may lie there.
 */
export function strayFiles(name: string, ownFolder: string): Problem[] {
  const folders = [name, sharedName];
  return [
    ...misnamed(ownFolder, templateNames()).filter(({ facts }) => folders.includes(facts.near)),
    ...misnamed(ownFolder, logoNames),
    ...folders.flatMap((folder) => misnamed(join(ownFolder, folder), filesOfTemplate)),
  ];
}

function misnamed(folder: string, known: readonly string[]): Problem<'templateFileUnread'>[] {
  const entries = existsSync(folder) ? readdirSync(folder) : [];
  return entries.flatMap((entry) => {
    // Some editors write the ending .txt behind every name.
    const near = known.includes(entry)
      ? undefined
      : likelyMeant(entry.replace(/\.txt$/, ''), known);
    if (near === undefined || existsSync(join(folder, near))) return [];
    return [new Problem('templateFileUnread', { near }, { file: join(folder, entry) })];
  });
}
