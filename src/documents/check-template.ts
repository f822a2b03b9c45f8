import { Problem } from '../problem.js';
import { parseCivilDate } from '../rules/civil-date.js';
import type { Language } from '../text/words.js';
import { forbiddenKeys } from './checked-content.js';
import { filler } from './fill.js';
import { renderFile } from './render-file.js';
import {
  loadTemplate,
  placeOfWord,
  problemOfFault,
  readSample,
  type Template,
  templateFile,
} from './template.js';
import { FaultyTemplate } from './template-fault.js';

/** What pdfmake and the styles know of a piece of a document; it passes over any other key in silence. */
const knownKeys = new Set([
  ...['text', 'stack', 'columns', 'table', 'canvas', 'image', 'ul', 'ol', 'qr', 'section'],
  ...['style', 'font', 'fontSize', 'fontFeatures', 'bold', 'italics', 'color', 'background'],
  ...['alignment', 'lineHeight', 'characterSpacing', 'decoration', 'decorationStyle', 'opacity'],
  ...[
    'decorationColor',
    'decorationThickness',
    'noWrap',
    'wordBreak',
    'sup',
    'sub',
    'leadingIndent',
  ],
  ...['margin', 'marginLeft', 'marginTop', 'marginRight', 'marginBottom', 'width', 'height'],
  ...['minWidth', 'maxWidth', 'minHeight', 'maxHeight', 'fit', 'cover', 'columnGap', 'layout'],
  ...['colSpan', 'rowSpan', 'border', 'borderColor', 'fillColor', 'fillOpacity'],
  ...['verticalAlignment', 'unbreakable', 'pageBreak', 'pageOrientation', 'pageSize'],
  ...['pageMargins', 'headlineLevel', 'absolutePosition', 'relativePosition', 'id', 'type'],
  ...['start', 'reversed', 'separator', 'markerColor', 'listType', 'preserveLeadingSpaces'],
  ...['preserveTrailingSpaces', 'eccLevel', 'foreground', 'snakingColumns'],
]);
/** What has keys of its own. */
const ownKeys = new Set(['table', 'canvas', 'margin', 'fit', 'absolutePosition']);

/**
 * Tries a template with its sample: fills it, looks for keys and styles that nobody knows, and renders
 * it. What is wrong comes as problems with file and line; the first fault ends the trial.
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
    const stray = await strayKeys(template, paper, ownFolder, date);
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

async function strayKeys(
  template: Template,
  paper: Parameters<Awaited<ReturnType<typeof filler>>['fill']>[0],
  ownFolder: string,
  date: string,
): Promise<Problem[]> {
  const { page, fill } = await filler(template, sampleSchool, date);
  const styles = new Set(Object.keys(page['styles'] as object));
  const { content, footer } = fill(paper);
  const stray = new Map<string, 'key' | 'value'>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [key, part] of Object.entries(value)) {
      if (!knownKeys.has(key) && !forbiddenKeys.has(key)) stray.set(key, 'key');
      if (key === 'style') {
        for (const style of [part].flat()) {
          if (!styles.has(String(style))) stray.set(String(style), 'value');
        }
      } else if (key === 'table') look((part as { body?: unknown } | null)?.body);
      else if (!ownKeys.has(key)) look(part);
    }
  };
  look(content);
  look(footer);
  return [...stray].map(([word, what]) => {
    const where = placeOfWord(word, what, template.name, ownFolder);
    return what === 'key'
      ? new Problem('pieceKeyUnknown', { key: word }, where)
      : new Problem('styleUnknown', { style: word, known: [...styles] }, where);
  });
}

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
