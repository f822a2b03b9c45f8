import type { WrongValue } from './piece-values.js';
import { sharedName, templateFile } from './template.js';
import { contentOf } from './yaml-file.js';

/** Where the widths of a table stand; without a line where tables may come and go with the data. */
export function placeOfTable(
  place: number,
  tables: number,
  name: string,
  ownFolder: string,
): { file: string; line?: number } {
  const file = templateFile(ownFolder, name, 'layout.yaml');
  const lines = contentOf(file).toString().split('\n');
  const written = lines.flatMap((line, at) => (/\bwidths\s*:/.test(line) ? [at + 1] : []));
  const line = written.length === tables ? written[place] : undefined;
  return line === undefined ? { file } : { file, line };
}

/** Where in the layouts a key or the name of a style is written: the first place that has it. */
export function placeOfWord(
  word: string,
  what: 'key' | 'value',
  name: string,
  ownFolder: string,
): Place {
  return firstPlace([what === 'key' ? asKey(word) : asValue(word)], name, ownFolder);
}

/** Where a value is written behind its key; else where its word is first, or the key. */
export function placeOfValue(
  { key, value }: Pick<WrongValue, 'key' | 'value'>,
  name: string,
  ownFolder: string,
): Place {
  const behind = asKey(key, 's?');
  const alone = /\p{L}/u.test(value) ? [asValue(value)] : [];
  return firstPlace([`${behind}.*${asValue(value)}`, ...alone, behind], name, ownFolder);
}

interface Place {
  readonly file: string;
  readonly line?: number;
}

const escaped = (word: string) => word.replace(/[^\w]/g, '\\$&');
const asKey = (word: string, ending = '') => `['"]?\\b${escaped(word)}${ending}['"]?\\s*:`;
const asValue = (word: string) => `(?<![\\w.])${escaped(word)}(?![\\w.])`;

/** The first line of the layouts on which the first of the patterns is found that is found at all. */
function firstPlace(patterns: readonly string[], name: string, ownFolder: string): Place {
  const files = [name, sharedName].map((folder) => templateFile(ownFolder, folder, 'layout.yaml'));
  const lines = files.flatMap((file) =>
    contentOf(file)
      .toString()
      .split('\n')
      .map((line, at) => ({ file, line: at + 1, text: line.replace(/(^|\s)#.*/, '') })),
  );
  for (const pattern of patterns) {
    const found = lines.find(({ text }) => new RegExp(pattern).test(text));
    if (found) return { file: found.file, line: found.line };
  }
  return { file: files[0] ?? '' };
}
