import { existsSync } from 'node:fs';
import { Problem } from '../problem.js';
import { likelyMeant } from '../rules/word-distance.js';
import { problemOfFault } from './fault-problem.js';
import { filler, type PaperValues, type Trial } from './fill.js';
import { placeOfTable, placeOfValue, placeOfWord } from './layout-places.js';
import { samplePaper } from './sample-paper.js';
import { strayFiles } from './stray-files.js';
import { type Stray, strayColumnKeys, strayPieces, strayWrittenValues } from './stray-pieces.js';
import { strayWords } from './stray-words.js';
import type { Template } from './template.js';
import { FaultyTemplate } from './template-fault.js';

/**
 * What is wrong in a template that would be printed all the same, or that pdfmake tells without saying
 * where: files, words, keys, styles and values, as problems with file and line.
 * @throws FaultyTemplate
 */
export async function strayProblems(template: Template, ownFolder: string): Promise<Problem[]> {
  const { name, language } = template;
  const unheard = [
    ...strayFiles(name, ownFolder),
    ...(await strayWords(name, language, ownFolder)),
  ];
  if (unheard.length > 0) return unheard;
  const { paper, school, date } = await samplePaper(name, ownFolder);
  return straysOf(template, paper, { ownFolder, school, date, hasEverything: true });
}

/**
 * Refuses to print with a template of the school's own that is wrong by its sample or by a paper that is
 * to be printed.
 * @throws Problem badTemplate and the others of templates
 */
export async function refuseStray(
  template: Template,
  paper: PaperValues,
  circumstances: Circumstances,
): Promise<void> {
  const { ownFolder } = circumstances;
  if (!existsSync(ownFolder)) return;
  try {
    const bySample = await strayProblems(template, ownFolder);
    const [first] = [...bySample, ...(await straysOf(template, paper, circumstances))];
    if (first) throw first;
  } catch (error) {
    if (error instanceof FaultyTemplate) throw await problemOfFault(error.fault, ownFolder);
    throw error;
  }
}

interface Circumstances extends Trial {
  readonly ownFolder: string;
  readonly school: Readonly<Record<string, string>>;
  readonly date: string;
}

async function straysOf(
  template: Template,
  paper: PaperValues,
  { ownFolder, school, date, ...trial }: Circumstances,
): Promise<Problem[]> {
  const { page, fill } = await filler(template, school, date, trial);
  const { content, footer } = fill(paper);
  const { name, layout, shared } = template;
  const written = [layout.content, layout.footer, shared.footer, Object.values(shared.parts)];
  const strays = [
    ...strayPieces([content, footer], page),
    ...strayWrittenValues(written, page),
    ...strayColumnKeys([layout.columns, layout.content]),
  ];
  const different = new Map(strays.map((stray) => [JSON.stringify(stray), stray])).values();
  return [...different].map((stray) => problemOf(stray, name, ownFolder));
}

function problemOf(stray: Stray, name: string, ownFolder: string): Problem {
  if (stray.what === 'table') {
    const { begins, widths, row, cells, place, tables } = stray.table;
    const where = placeOfTable(place, tables, name, ownFolder);
    return new Problem('tableUneven', { begins, widths, row, cells }, where);
  }
  if (stray.what === 'value') {
    const { wrong } = stray;
    return new Problem('pieceValueWrong', wrong, placeOfValue(wrong, name, ownFolder));
  }
  const { what, word, known } = stray;
  const where = placeOfWord(word, what === 'key' ? 'key' : 'value', name, ownFolder);
  const near = likelyMeant(word, known);
  if (what === 'key') return new Problem('pieceKeyUnknown', { key: word, near }, where);
  return new Problem('styleUnknown', { style: word, near, known }, where);
}
