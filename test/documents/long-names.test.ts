import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderFile } from '../../src/documents/render-file.js';
import { loadTemplate, readSample } from '../../src/documents/template.js';
import { aSchool, day, folder } from '../support/school.js';

const nowhere = '/nonexistent';
/** What lies at a place of a form is measured there. */
const withPlaces = ['certificate-form', 'certificate-calibration'];
const templates = readdirSync('templates', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name)
  .filter((name) => !withPlaces.includes(name));

const long = 'Šļahtenkožīgureķērsta'.repeat(3).slice(0, 60);
const named = ['name', 'last_name', 'first_name', 'class_teacher', 'teacher', 'receiver'];

/** The sample of a template in which every name is one word of 60 letters. */
function withLongNames(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withLongNames(item, key));
  if (typeof value === 'string') return named.includes(key) ? long : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withLongNames(part, name)]),
  );
}

interface Box {
  readonly word: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Page {
  readonly width: number;
  readonly words: readonly Box[];
}

function pagesOf(bytes: Uint8Array): Page[] {
  const path = join(folder(), 'a.pdf');
  writeFileSync(path, bytes);
  const text = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' });
  return text.split('<page ').flatMap((page, place) => {
    if (place === 0) return [];
    const width = Number(/width="([\d.]+)"/.exec(page)?.[1]);
    const found = page.matchAll(
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g,
    );
    const words = [...found].map(([, left, top, right, bottom, word = '']) => {
      return {
        word,
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      };
    });
    return [{ width, words }];
  });
}

/** Whether two words lie on each other by more than the hair that boxes of one line share. */
const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;

test.each(templates)(
  '%s: words of 60 letters stay on the page and off each other',
  async (name) => {
    const data = withLongNames(await readSample(name, nowhere)) as Record<string, unknown>;
    const rendered = await renderFile({
      template: await loadTemplate(name, 'lv', nowhere),
      school: { ...aSchool, name: long, head: long },
      date: day('2015-10-31'),
      papers: [{ data, code: '7QK2F-M9DX4' }],
    });
    const pages = 'bytes' in rendered && rendered.bytes ? pagesOf(rendered.bytes) : [];
    expect(pages.length).toBeGreaterThan(0);
    for (const { width, words } of pages) {
      expect(words.filter(({ left, right }) => left < 0 || right > width - 25)).toEqual([]);
      const pairs = words.flatMap((one, place) =>
        words.slice(place + 1).flatMap((other) => (overlap(one, other) ? [[one, other]] : [])),
      );
      expect(pairs).toEqual([]);
    }
  },
);

test('the pages after the first say whose paper they are, and the first does not say it twice', async () => {
  const template = await loadTemplate('monthly-extract', 'lv', nowhere);
  const sample = await readSample('monthly-extract', nowhere);
  const [subject] = sample['subjects'] as object[];
  const subjects = Array.from({ length: 60 }, () => subject);
  const rendered = await renderFile({
    template,
    school: aSchool,
    date: day('2015-10-31'),
    papers: [
      { data: { ...sample, subjects }, code: '7QK2F-M9DX4' },
      { data: { ...sample, last_name: '{page} "\\Bērziņa"', subjects }, code: '7QK2F-M9DX5' },
    ],
  });
  const pages = 'bytes' in rendered && rendered.bytes ? pagesOf(rendered.bytes) : [];
  const feet = pages.map(({ words }) =>
    words
      .filter(({ top }) => top > 790)
      .map(({ word }) => word)
      .join(' '),
  );
  expect(feet).toHaveLength(4);
  expect(feet[0]).not.toContain('Žīgure');
  expect(feet[1]).toContain(
    'SEKMJU IZRAKSTS · Šļahtenko-Žīgure Ķērsta, 10.b · 2015. gada oktobris',
  );
  expect(feet[2]).not.toContain('Bērziņa');
  expect(feet[3]).toContain('{page} &quot;\\Bērziņa&quot; Ķērsta, 10.b');
  expect(feet[3]).toMatch(/2 \/ 2$/);
});

test('the foot of every page has the whole name of the school, also under a long name of a student', async () => {
  const name =
    'Strazdumuižas internātvidusskola - attīstības centrs vājredzīgiem un neredzīgiem bērniem';
  const sample = await readSample('report-card', nowhere);
  const [subject] = sample['subjects'] as object[];
  const subjects = Array.from({ length: 60 }, () => subject);
  const rendered = await renderFile({
    template: await loadTemplate('report-card', 'lv', nowhere),
    school: { ...aSchool, name },
    date: day('2015-10-31'),
    papers: [
      { data: { ...sample, last_name: long, first_name: long, subjects }, code: '7QK2F-M9DX4' },
    ],
  });
  const pages = 'bytes' in rendered && rendered.bytes ? pagesOf(rendered.bytes) : [];
  expect(pages.length).toBeGreaterThan(1);
  for (const { words } of pages) {
    const foot = words.filter(({ top }) => top > 842 - 48);
    const texts = foot.map(({ word }) => word);
    expect(texts).toEqual(expect.arrayContaining(name.split(' ').filter((word) => word !== '-')));
    expect(Math.max(...foot.map(({ bottom }) => bottom))).toBeLessThan(842);
  }
});
