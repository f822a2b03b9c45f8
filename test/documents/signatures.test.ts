import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderFile } from '../../src/documents/render-file.js';
import { loadTemplate, readSample } from '../../src/documents/template.js';
import { lettersOf, type Page, pagesOf } from '../support/printed-pages.js';
import { aSchool, day, folder } from '../support/school.js';

type Data = Readonly<Record<string, unknown>>;

/** The pages of the sample of a template with other data, and what its words are. */
async function printed(kind: string, changed: (sample: Data) => Data) {
  const template = await loadTemplate(kind, 'lv', '/nonexistent');
  const sample = await readSample(kind, '/nonexistent');
  const papers = [{ data: { ...sample, ...changed(sample) }, code: '7QK2F-M9DX4' }];
  const rendered = await renderFile({ template, school: aSchool, date: day('2015-10-31'), papers });
  if (!('bytes' in rendered && rendered.bytes)) throw new Error(JSON.stringify(rendered));
  const path = join(folder(), 'a.pdf');
  writeFileSync(path, rendered.bytes);
  return { pages: pagesOf(path), say: template.say as Readonly<Record<string, string>> };
}

const times = <T>(count: number, make: (place: number) => T) =>
  Array.from({ length: count }, (_, place) => make(place));

const has = ({ letters }: Page, text = '') => letters.includes(lettersOf(text));

test.each([1, 12, 20, 22, 24, 25, 28, 29, 33, 40, 60, 90])(
  'the lines to sign on of a summary journal stand under teachers, of whom it has %i rows',
  async (count) => {
    const { pages, say } = await printed('summary-journal', ({ teachers, movements }) => ({
      teachers: times(count, (place) => ({
        ...(teachers as object[])[0],
        name: `Priekšmets-${place + 1}.`,
        teachers: [{ name: 'Aija Kalniņa', from: null, until: null }],
      })),
      movements: times(7, () => (movements as object[])[0]),
    }));
    const signed = pages.filter((page) => has(page, say['date_line']));
    expect(signed).toHaveLength(1);
    expect(signed[0] && has(signed[0], `Priekšmets-${count}.`)).toBe(true);
    expect(signed[0] && has(signed[0], say['teachers'])).toBe(true);
    expect(signed[0]?.words.filter(({ bottom }) => bottom > 595 - 20)).toEqual([]);
    for (const place of times(count, (one) => one + 1)) {
      expect(pages.filter((page) => has(page, `Priekšmets-${place}.`))).toHaveLength(1);
    }
  },
);

const months = times(14, (place) => place + 17).flatMap((count) =>
  [1, 2].map((lines) => ({ count, lines })),
);

test.each(months)(
  'a monthly extract of $count subjects and a name of $lines lines is signed where its note stands',
  async ({ count, lines }) => {
    const { pages, say } = await printed('monthly-extract', ({ subjects }) => ({
      last_name: 'Šļahtenko-Žīgure '.repeat(lines * 2 - 1).trim(),
      subjects: times(count, () => (subjects as object[])[1]),
    }));
    const signed = pages.filter((page) => has(page, say['parent']));
    expect(signed).toHaveLength(1);
    expect(signed[0] && has(signed[0], say['legend'])).toBe(true);
    if (count < 28) expect(pages).toHaveLength(1);
  },
);

test.each([2, 20, 21, 28, 29, 30, 31, 32, 33, 34, 36, 40])(
  'the line to sign on of a sheet for %i signatures stands under some of them, up to 31 on one sheet',
  async (count) => {
    const { pages, say } = await printed('signature-sheet', () => ({
      of: 'class',
      students: times(count, (place) => ({ no: place + 1, name: `Skolēns-${place + 1}.` })),
    }));
    const signed = pages.filter((page) => has(page, say['held_by']));
    expect(signed).toHaveLength(1);
    expect(signed[0] && has(signed[0], `Skolēns-${count}.`)).toBe(true);
    for (const page of pages) {
      expect(
        page.words.filter(({ text }) => text === lettersOf(say['signature'] ?? '')),
      ).toHaveLength(1);
    }
    if (count < 32) expect(pages).toHaveLength(1);
    for (const place of times(count, (one) => one + 1)) {
      expect(pages.filter((page) => has(page, `Skolēns-${place}.`))).toHaveLength(1);
    }
  },
);
