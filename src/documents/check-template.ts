import { Problem } from '../problem.js';
import type { Language } from '../text/words.js';
import { renderFile } from './render-file.js';
import { samplePaper } from './sample-paper.js';
import { strayProblems } from './stray-problems.js';
import { loadTemplate, problemOfFault, templateFile } from './template.js';
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
    if ('fault' in rendered) return [await problemOfFault(rendered.fault, ownFolder)];
    return rendered.leftOut.map(({ character }) => {
      const file = templateFile(ownFolder, name, `words.${language}.yaml`);
      return new Problem('fontLacks', { character }, { file });
    });
  } catch (error) {
    if (error instanceof FaultyTemplate) return [await problemOfFault(error.fault, ownFolder)];
    if (error instanceof Problem) return [error];
    throw error;
  }
}
