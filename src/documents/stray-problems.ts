import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.js';
import { likelyMeant } from '../rules/word-distance.js';
import { filler, type PaperValues } from './fill.js';
import { type Stray, strayColumnKeys, strayPieces } from './stray-pieces.js';
import { placeOfTable, placeOfWord, sharedName, type Template } from './template.js';
import { FaultyTemplate } from './template-fault.js';

/**
 * What is wrong in a template that would be printed all the same: keys and styles that nobody knows, as
 * problems with file and line.
 * @throws FaultyTemplate
 */
export async function strayProblems(
  template: Template,
  paper: PaperValues,
  { ownFolder, school, date }: Circumstances,
): Promise<Problem[]> {
  const { page, fill } = await filler(template, school, date);
  const { content, footer } = fill(paper);
  const { name, layout } = template;
  const styles = Object.keys(page['styles'] as object);
  const strays = [
    ...strayPieces([content, footer, Object.values(page['styles'] as object)], styles),
    ...strayColumnKeys([layout.columns, layout.content]),
  ];
  return strays.map((stray) => problemOf(stray, name, ownFolder));
}

/**
 * Refuses to print with a template of the school's own that is wrong in a way in which it would be printed
 * all the same. Its other faults are told when it is filled.
 * @throws Problem pieceKeyUnknown, styleUnknown, pieceValueWrong, tableUneven
 */
export async function refuseStray(
  template: Template,
  paper: PaperValues,
  circumstances: Circumstances,
): Promise<void> {
  const { ownFolder } = circumstances;
  const folders = [template.name, sharedName].map((name) => join(ownFolder, name, 'layout.yaml'));
  if (!folders.some((file) => existsSync(file))) return;
  const [first] = await strayProblems(template, paper, circumstances).catch((error: unknown) => {
    if (error instanceof FaultyTemplate) return [];
    throw error;
  });
  if (first) throw first;
}

interface Circumstances {
  readonly ownFolder: string;
  readonly school: Readonly<Record<string, string>>;
  readonly date: string;
}

function problemOf(stray: Stray, name: string, ownFolder: string): Problem {
  if (stray.what === 'table') {
    const { begins, widths, row, cells, place, tables } = stray.table;
    const where = placeOfTable(place, tables, name, ownFolder);
    return new Problem('tableUneven', { begins, widths, row, cells }, where);
  }
  const { what, word, known } = stray;
  const where = placeOfWord(word, what === 'key' ? 'key' : 'value', name, ownFolder);
  const near = likelyMeant(word, known);
  if (what === 'key') return new Problem('pieceKeyUnknown', { key: word, near }, where);
  if (what === 'style') return new Problem('styleUnknown', { style: word, near, known }, where);
  return new Problem('pieceValueWrong', { key: stray.key, value: word, known }, where);
}
