import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderFile } from '../../src/documents/render-file.js';
import { loadTemplate, readSample } from '../../src/documents/template.js';
import { Problem } from '../../src/problem.js';
import { type ListField, listFields, mostFieldsOnPaper } from '../../src/rules/list-fields.js';
import { type ListedStudent, nameListPapers } from '../../src/tasks/documents/student-lists.js';
import { lettersOf, pagesOf } from '../support/printed-pages.js';
import { run } from '../support/run.js';
import { aSchool, day, folder, school } from '../support/school.js';

const nowhere = '/nonexistent';

/** Every choice of at most so many of the things. */
function choices<T>(things: readonly T[], most: number): T[][] {
  const [first, ...others] = things;
  if (first === undefined || most === 0) return [[]];
  return [...choices(others, most), ...choices(others, most - 1).map((one) => [first, ...one])];
}

const isFirstOrLast = (_: unknown, place: number, all: readonly unknown[]) =>
  place === 0 || place === all.length - 1;

/** So many empty columns `--blank` takes. */
const blanks = Array.from({ length: 13 }, (_, count) => count);

/** The paper of a list, undefined where it is refused. In its empty columns stands a plus. */
function paperOf(fields: readonly ListField[], blank: number, students: readonly ListedStudent[]) {
  const marked = students.map((student) => ({ ...student, nothing: '+' }));
  const list = { of: 'class', name: '10.b', subject: '', teacher: '', students: marked } as const;
  const lists = {
    year: { school_year_id: 1, starting: 2015 },
    day: day('2015-10-01'),
    lists: [list],
  };
  try {
    return nameListPapers(lists as never, { fields, blank })[0]?.data;
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return undefined;
  }
}

test('every choice of fields stands on the paper whole, with as many empty columns as it takes', async () => {
  const template = await loadTemplate('name-list', 'lv', nowhere);
  const { students } = await readSample('name-list', nowhere);
  const [student] = students as ListedStudent[];
  const accepted = choices(listFields, 5)
    .flatMap((fields) => {
      const papers = blanks.flatMap((blank) => {
        const data = student && paperOf(fields, blank, [student]);
        return data ? [{ fields, blank, data }] : [];
      });
      // All 3023 take a minute and a half; these are every second one of the narrowest.
      return papers.slice(fields.length === mostFieldsOnPaper ? 1 : -1).filter(isFirstOrLast);
    })
    .filter((_one, place) => place % 2 === 0);
  const papers = accepted.map(({ data }) => ({ data, code: '' }));
  const rendered = await renderFile({ template, school: aSchool, date: day('2015-10-01'), papers });
  if (!('bytes' in rendered && rendered.bytes)) throw new Error(JSON.stringify(rendered));
  const path = join(folder(), 'a.pdf');
  writeFileSync(path, rendered.bytes);
  const pages = pagesOf(path);
  expect(pages).toHaveLength(accepted.length);
  const heads = template.say['fields'] as Record<ListField, string>;
  for (const [place, { fields, blank }] of accepted.entries()) {
    const { width, words, letters } = pages[place] ?? { width: 0, words: [], letters: '' };
    const beyond = words.filter(({ left, right }) => left < 56.5 || right > width - 42.5);
    const headings = ['Nr.', 'Uzvārds, vārds', ...fields.map((field) => heads[field])].join('');
    const seen = {
      beyond,
      headings: letters.includes(lettersOf(headings)),
      empty: words.filter(({ text }) => text === '+').length,
    };
    expect({ fields, ...seen }).toEqual({ fields, beyond: [], headings: true, empty: blank });
  }
}, 180_000);

test('more empty columns than there is room beside the fields are refused, with how many there may be', async () => {
  const { db } = await school({ parallel: 1, size: 3 });
  const line = `ejournal --db ${db} --as-of 2015-09-20 lists class --fields phone,email,address,parents`;
  const out = folder();
  expect((await run(`${line} --blank 5 --out ${out}`)).status).toBe(0);
  const refused = await run(`${line} --blank 6 --out ${out} --lang en`);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('no more than 5 empty columns');
});
