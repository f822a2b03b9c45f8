import { Problem } from '../problem.js';
import type { Language } from '../text/words.js';
import { problemOfFault } from './fault-problem.js';
import { renderFile } from './render-file.js';
import { samplePaper } from './sample-paper.js';
import { strayProblems } from './stray-problems.js';
import { loadTemplate } from './template.js';
import { FaultyTemplate } from './template-fault.js';

/**
 * Tries a template with its sample: fills it, looks for what would be printed and is wrong all the same,
 * and renders it. What is wrong comes as problems with file and line; the first fault ends the trial.
 */
export async function checkTemplate(
  name: string,
  language: Language,
  ownFolder: string,
): Promise<Problem[]> {
  try {
    const template = await loadTemplate(name, language, ownFolder);
    const stray = await strayProblems(template, ownFolder);
    if (stray.length > 0) return stray;
    const { paper, school, date } = await samplePaper(name, ownFolder);
    const rendered = await renderFile({ template, school, date, papers: [paper] });
    return 'fault' in rendered ? [await problemOfFault(rendered.fault, ownFolder)] : [];
  } catch (error) {
    if (error instanceof FaultyTemplate) return [await problemOfFault(error.fault, ownFolder)];
    if (error instanceof Problem) return [error];
    throw error;
  }
}
