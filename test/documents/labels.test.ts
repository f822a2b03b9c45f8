import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderFile } from '../../src/documents/render-file.js';
import { loadTemplate } from '../../src/documents/template.js';
import { pagesOf } from '../support/printed-pages.js';
import { aSchool, day, folder } from '../support/school.js';

const points = (millimetres: number) => (millimetres / 25.4) * 72;
/** Where the fifth label of a sheet lies: 3 x 8 labels of 70 x 37 mm. */
const cell = { left: points(70), right: points(140), top: points(37.5), bottom: points(74.5) };

const long = 'Šļahtenkožīgureķērsta'.repeat(3).slice(0, 60);
const address =
  'Dienvidkurzemes novada Grobiņas iela 12-105, Paraugpilsēta, Paraugu pagasts, LV-0000';
const people = [
  { name: 'Ozols Jānis', receivers: ['Anna Ozola', 'Jānis Ozols'] },
  { name: `${long} ${long}`, receivers: [`${long} ${long}`, `${long} ${long}`] },
  {
    name: 'Šļahtenko-Žīgure '.repeat(7).trim(),
    receivers: Array(4).fill('Anna Marija Žīgure-Ozola'),
  },
];

test.each(
  people.flatMap((person) => ['name', 'address'].map((content) => ({ ...person, content }))),
)('a label stands in its own cell: $content of $name', async ({ content, ...person }) => {
  const student = { ...person, no: 1, class: '9.a', address };
  const data = { of: 'class', name: '9.a', content, skip: 4, students: [student] };
  const rendered = await renderFile({
    template: await loadTemplate('labels', 'lv', '/nonexistent'),
    school: {
      ...aSchool,
      name: 'Dienvidkurzemes novada Paraugpilsētas 1. valsts ģimnāzija un vidusskola',
    },
    date: day('2015-10-01'),
    papers: [{ data, code: '' }],
  });
  if (!('bytes' in rendered && rendered.bytes)) throw new Error(JSON.stringify(rendered));
  const path = join(folder(), 'a.pdf');
  writeFileSync(path, rendered.bytes);
  const [page] = pagesOf(path);
  expect(page?.letters).toContain(content === 'name' ? '9.a' : 'LV-0000');
  const outside = page?.words.filter(
    ({ left, right, top, bottom }) =>
      left < cell.left || right > cell.right || top < cell.top || bottom > cell.bottom,
  );
  expect(outside).toEqual([]);
});

test('under the name of a student stands the whole name of the school, however long', async () => {
  const name =
    'Strazdumuižas internātvidusskola - attīstības centrs vājredzīgiem un neredzīgiem bērniem';
  const student = { name: 'Ozols Jānis', receivers: [], no: 1, class: '9.a', address };
  const data = { of: 'class', name: '9.a', content: 'name', skip: 4, students: [student] };
  const rendered = await renderFile({
    template: await loadTemplate('labels', 'lv', '/nonexistent'),
    school: { ...aSchool, name },
    date: day('2015-10-01'),
    papers: [{ data, code: '' }],
  });
  if (!('bytes' in rendered && rendered.bytes)) throw new Error(JSON.stringify(rendered));
  const path = join(folder(), 'a.pdf');
  writeFileSync(path, rendered.bytes);
  const [page] = pagesOf(path);
  expect(page?.letters).toContain(name.replaceAll(' ', ''));
  expect(Math.max(...(page?.words ?? []).map(({ bottom }) => bottom))).toBeLessThan(cell.bottom);
});
