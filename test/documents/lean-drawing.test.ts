import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderPdf } from '../../src/documents/pdf.js';
import type { CivilDate } from '../../src/rules/civil-date.js';

interface Pdfmake {
  readonly virtualfs: object;
  addFonts(fonts: object): void;
  addTableLayouts(layouts: object): void;
  setUrlAccessPolicy(allows: () => boolean): void;
  setLocalAccessPolicy(allows: () => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'ejournal-drawing-'));

/** pdfmake as it comes, with the fonts from their files, beside the quickened one of the program. */
function ownPdfmake(): Pdfmake {
  const pdfmake = require('pdfmake') as Pdfmake;
  const loaded = Object.keys(require.cache).filter((path) => /[\\/]pdfmake[\\/]/.test(path));
  for (const path of loaded) delete require.cache[path];
  const file = (style: string) =>
    require.resolve(`@expo-google-fonts/pt-serif/${style}/PTSerif_${style}.ttf`);
  pdfmake.addFonts({
    Text: {
      normal: file('400Regular'),
      bold: file('700Bold'),
      italics: file('400Regular_Italic'),
      bolditalics: file('700Bold_Italic'),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return pdfmake;
}

const own = ownPdfmake();
const day = '2015-10-31' as CivilDate;
const page = {
  pageSize: 'A4',
  defaultStyle: { font: 'Text', fontSize: 10, lineHeight: 1.1, color: '#222222' },
  styles: {
    head: { fontSize: 13, bold: true, characterSpacing: 0.4 },
    note: { fontSize: 7, color: '#777777', italics: true },
  },
};

async function bothFiles(content: readonly unknown[]): Promise<[string, string]> {
  const copy = () => structuredClone(content);
  const about = { title: 'Tests', author: 'Skola', language: 'lv', date: day, codes: [] };
  const lean = await renderPdf(
    { page, papers: [{ content: copy(), footer: '', continued: '' }] },
    about,
  );
  const whole = await own.createPdf({ ...page, content: copy(), version: '1.7' }).getBuffer();
  const [leanFile, wholeFile] = [join(folder, 'lean.pdf'), join(folder, 'whole.pdf')];
  writeFileSync(leanFile, lean);
  writeFileSync(wholeFile, whole);
  return [leanFile, wholeFile];
}

/** Every word with its box, in points. */
function words(file: string): { word: string; box: number[] }[] {
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  return [...html.matchAll(/<word xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">(.*)<\/word>/g)]
    .map(([, x1, y1, x2, y2, word]) => ({ word: word ?? '', box: [x1, y1, x2, y2].map(Number) }))
    .sort((a, b) =>
      inOrder([a.word, ...a.box.map(Math.round)], [b.word, ...b.box.map(Math.round)]),
    );
}

function inOrder(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((one, place) => one !== b[place]);
  return at < 0 || (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

/** The dots of the first page, three bytes each, at 100 to the inch. */
const [wide, high] = [827, 1170];
function dots(file: string): Buffer {
  const picture = execFileSync('pdftoppm', ['-r', '100', '-f', '1', '-l', '1', file], {
    maxBuffer: 10_000_000,
  });
  return picture.subarray(picture.length - wide * high * 3);
}

/**
 * The mean colours of squares of two millimetres: a letter that falls one dot lower, since its place was
 * rounded otherwise, hardly changes them.
 */
function colors(file: string): Float64Array {
  const [side, squares] = [8, Math.ceil(wide / 8)];
  const means = new Float64Array(squares * Math.ceil(high / side) * 3);
  for (const [at, value] of dots(file).entries()) {
    const dot = Math.floor(at / 3);
    const square = Math.floor(dot / wide / side) * squares + Math.floor((dot % wide) / side);
    const place = square * 3 + (at % 3);
    means[place] = (means[place] ?? 0) + value / (side * side);
  }
  return means;
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0);
}

async function expectAlike(content: readonly unknown[]): Promise<void> {
  const [lean, whole] = await bothFiles(content);
  const [drawn, asked] = [words(lean), words(whole)];
  expect(drawn.map(({ word }) => word)).toEqual(asked.map(({ word }) => word));
  for (const [at, { word, box }] of drawn.entries()) {
    for (const [side, place] of box.entries()) {
      expect(place, `${word}, side ${side}`).toBeCloseTo(asked[at]?.box[side] ?? Number.NaN, 1);
    }
  }
  expect(largestDifference(colors(lean), colors(whole))).toBeLessThan(45);
}

const word = fc
  .array(fc.constantFrom(...'AVTWĀČĢĶĻŅŠŪŽfilāčģķļņšūž0179.,-–()/'), {
    minLength: 1,
    maxLength: 9,
  })
  .map((letters) => letters.join(''));
const text = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.constantFrom(' ', ' ', ' ', '\n'))
  .map(([words, between]) => words.join(between));
const look = fc.record(
  {
    style: fc.constantFrom('head', 'note', 'nowhere'),
    bold: fc.boolean(),
    italics: fc.boolean(),
    fontSize: fc.constantFrom(6.5, 9, 12),
    color: fc.constantFrom('#112233', 'red', '#ccc'),
    characterSpacing: fc.constantFrom(0, 0.3),
    decoration: fc.constantFrom('underline', 'lineThrough'),
    background: fc.constantFrom('#eeeeee'),
    sup: fc.boolean(),
    opacity: fc.constantFrom(0.5, 1),
    noWrap: fc.boolean(),
    preserveLeadingSpaces: fc.boolean(),
  },
  { requiredKeys: [] },
);
const piece = fc.tuple(text, look).map(([text, look]) => ({ text, ...look }));
const paragraph = fc
  .record({
    text: fc.oneof(text, fc.array(fc.oneof(text, piece), { maxLength: 4 })),
    look,
    alignment: fc.constantFrom('left', 'right', 'center', 'justify'),
    leadingIndent: fc.constantFrom(0, 12),
  })
  .map(({ text, look, ...more }) => ({ text, ...look, noWrap: false, ...more }));
const stroke = fc
  .record(
    {
      lineWidth: fc.constantFrom(0.3, 2),
      lineColor: fc.constantFrom('#666666', 'blue'),
      dash: fc.constant({ length: 3 }),
      strokeOpacity: fc.constantFrom(0.4, 1),
      lineCap: fc.constantFrom('round', 'butt'),
    },
    { requiredKeys: [] },
  )
  .map((more) => ({ type: 'line', x1: 0, y1: 2, x2: 200, y2: 2, ...more }));
const box = fc
  .record(
    {
      color: fc.constantFrom('#dddddd', 'green'),
      lineColor: fc.constant('#000000'),
      fillOpacity: fc.constantFrom(0.3, 1),
      r: fc.constantFrom(0, 4),
    },
    { requiredKeys: [] },
  )
  .map((more) => ({ type: 'rect', x: 10, y: 4, w: 90, h: 12, ...more }));
const drawing = fc
  .array(fc.oneof(stroke, box), { minLength: 1, maxLength: 3 })
  .map((canvas) => ({ canvas }));
const table = fc.array(fc.tuple(text, paragraph), { minLength: 1, maxLength: 3 }).map((rows) => ({
  table: { widths: [150, 300], body: rows },
  fillColor: '#f1f1f1',
  layout: 'lightHorizontalLines',
}));

test('what is drawn and measured quicker stands where pdfmake itself puts it, and looks the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(paragraph, paragraph, drawing, table), { minLength: 1, maxLength: 5 }),
      expectAlike,
    ),
    { numRuns: 15, endOnFailure: true },
  );
}, 120_000);
