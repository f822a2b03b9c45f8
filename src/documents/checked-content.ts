import { wrongValues } from './piece-values.js';
import type { Template } from './template.js';
import { FaultyTemplate } from './template-fault.js';

/** Keys of pdfmake that lead out of the document. */
export const forbiddenKeys: ReadonlySet<string> = new Set([
  'link',
  'linkToPage',
  'linkToDestination',
  'svg',
  'attachment',
  'files',
  'attachments',
  'images',
]);

/** Keys under which a plain string is written on the paper: by itself, in a list, or in a list of lists. */
const writtenKeys: ReadonlySet<string> = new Set([
  'text',
  'stack',
  'columns',
  'ul',
  'ol',
  'separator',
  'body',
  'section',
]);

/**
 * A copy of what a filled template says, fit for pdfmake, which writes into what it is given: text is
 * text in its composed form, nothing is no word, and nothing leads out of the document. Tells every
 * character to `see`.
 * @throws FaultyTemplate where a key is not allowed, or what stands behind it
 */
export function checkedContent(
  content: unknown,
  { name: template, logo }: Pick<Template, 'name' | 'logo'>,
  see: (text: string) => void,
): unknown {
  const checked = (value: unknown, key = 'stack'): unknown => {
    const isWritten = writtenKeys.has(key);
    if (typeof value === 'string') {
      const text = value.normalize('NFC');
      if (isWritten) see(text);
      return text;
    }
    if (value === null && isWritten) return '';
    if (typeof value === 'number' && key === 'text') return String(value);
    if (Array.isArray(value)) {
      const items = key === 'body' && value.some(isText) ? value.map(emptyCell) : value;
      return items.map((item) => checked(item, key));
    }
    if (typeof value !== 'object' || value === null) return value;
    const copy: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) {
      if (forbiddenKeys.has(name) || (name === 'image' && item !== 'logo')) {
        throw new FaultyTemplate({ template, path: [], why: name, forbidden: name });
      }
      if (name === 'image' && !logo) {
        const image = { key: name, value: 'logo' };
        throw new FaultyTemplate({ template, path: [], why: 'no logo', said: image });
      }
      const [wrong] = wrongValues(name, item);
      if (wrong) {
        throw new FaultyTemplate({ template, path: [], why: wrong.value, value: wrong });
      }
      copy[name] = checked(item, name);
    }
    return copy;
  };
  return checked(content);
}

/** A cell of a row with something in it. */
const isText = (cell: unknown) => typeof cell === 'object' && cell !== null && !Array.isArray(cell);

/** pdfmake measures empty text like any other; most cells are empty, and an empty stack costs nothing. */
const emptyCell = (cell: unknown) => (cell === '' ? { stack: [] } : cell);
