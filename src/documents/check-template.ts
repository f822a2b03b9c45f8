import { Problem } from '../problem.js';
import { parseCivilDate } from '../rules/civil-date.js';
import type { Language } from '../text/words.js';
import { renderFile } from './render-file.js';
import { strayProblems } from './stray-problems.js';
import { strayWords } from './stray-words.js';
import { loadTemplate, problemOfFault, readSample, templateFile } from './template.js';
import { FaultyTemplate } from './template-fault.js';

/**
 * Tries a template with its sample: fills it, looks for words, keys and styles that nobody knows, and
 * renders it. What is wrong comes as problems with file and line; the first fault ends the trial.
 */
export async function checkTemplate(
  name: string,
  language: Language,
  ownFolder: string,
): Promise<Problem[]> {
  const date = parseCivilDate('2015-10-31');
  if (!date) throw new Error('no day');
  try {
    const template = await loadTemplate(name, language, ownFolder);
    const sample = await readSample(name, ownFolder);
    const school = sampleSchool;
    const paper = { data: sample, code: '00000-00000' };
    const stray = [
      ...(await strayWords(name, language, ownFolder)),
      ...(await strayProblems(template, paper, { ownFolder, school, date })),
    ];
    if (stray.some(({ problem }) => fatal.includes(problem))) return stray;
    const rendered = await renderFile({ template, school, date, papers: [paper] });
    if ('fault' in rendered) return [...stray, await problemOfFault(rendered.fault, ownFolder)];
    const lacking = rendered.leftOut.map(({ character }) => {
      const file = templateFile(ownFolder, name, `words.${language}.yaml`);
      return new Problem('fontLacks', { character }, { file });
    });
    return [...stray, ...lacking];
  } catch (error) {
    if (error instanceof FaultyTemplate) return [await problemOfFault(error.fault, ownFolder)];
    if (error instanceof Problem) return [error];
    throw error;
  }
}

/** Of these pdfmake tells nothing that helps. */
const fatal: readonly string[] = ['tableUneven', 'pieceValueWrong'];

/** A school that says everything of itself. */
const sampleSchool = {
  name: 'Paraugpilsētas 1. valsts ģimnāzija',
  municipality: 'Paraugpilsētas pilsētas dome',
  registration_no: '0000000000',
  address: 'Skolas iela 1, Paraugpilsēta, LV-0000',
  phone: '+371 60000000',
  email: 'skola@example.org',
  website: 'www.example.org',
  head: 'Anna Kalniņa',
  deputy: 'Jānis Ozols',
  terms_url: '',
  timezone: 'Europe/Riga',
  language: 'lv',
};
