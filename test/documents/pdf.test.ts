import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/documents/paper.js';
import { type FileToRender, renderFile } from '../../src/documents/render-file.js';
import { loadTemplate, readSample } from '../../src/documents/template.js';
import { fieldDifferences } from '../../src/rules/field-differences.js';
import { arrangePapers } from '../../src/tasks/documents/arrange-papers.js';
import { day, folder } from '../support/school.js';

const nowhere = '/nonexistent';
const template = await loadTemplate('monthly-extract', 'lv', nowhere);
const sample = await readSample('monthly-extract', nowhere);
const school = { name: 'Skola', municipality: '', address: '', registration_no: '', phone: '' };

async function rendered(papers: object[], more: Partial<FileToRender> = {}): Promise<Buffer> {
  const result = await renderFile({
    template,
    school: { ...school, email: '', website: '' },
    date: day('2015-10-31'),
    papers: papers.map((data) => ({ data: { ...sample, ...data }, code: '7QK2F-M9DX4' })),
    ...more,
  });
  if ('fault' in result) throw new Error(result.fault.why);
  expect(result.leftOut).toEqual([]);
  return Buffer.from(result.bytes ?? []);
}

function saved(bytes: Buffer): string {
  const path = join(folder(), 'a.pdf');
  writeFileSync(path, bytes);
  return path;
}

const textOf = (bytes: Buffer) =>
  execFileSync('pdftotext', ['-layout', saved(bytes), '-'], { encoding: 'utf8' });

test('names are found again letter by letter, also where the font joins letters', async () => {
  const names = [
    'Šļahtenko-Žīgure Ķērsta',
    'Ģeogrāfs Fliķis',
    'ĀČĒĢĪĶĻŅŠŪŽ āčēģīķļņšūž',
    'Łódź Ñandú',
  ];
  const text = textOf(await rendered(names.map((last_name) => ({ last_name, first_name: '' }))));
  for (const name of names) expect(text).toContain(name);
});

test('a name of letters with separate signs is printed composed', async () => {
  const text = textOf(await rendered([{ last_name: 'Bērziņa'.normalize('NFD') }]));
  expect(text).toContain('Bērziņa'.normalize('NFC'));
});

test('what was printed before does not change the bytes of a document', async () => {
  const first = await rendered([{ last_name: 'Fliķis' }]);
  await rendered([{ last_name: 'ﬁ ﬂ µ μ Ω Ω ∆ Δ' }, { last_name: 'x'.repeat(60) }]);
  expect((await rendered([{ last_name: 'Fliķis' }])).equals(first)).toBe(true);
});

test('a document says that it is PDF/A-2b, has its fonts inside, and is sound', async () => {
  const bytes = await rendered([{}]);
  const raw = bytes.toString('latin1');
  expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
  expect(raw).toContain('/OutputIntents');
  expect(raw).toContain('/Lang (lv)');
  expect(raw).not.toMatch(/\/(URI|Launch|JavaScript|JS|GoToR|EmbeddedFile|AA|OpenAction)\b/);
  const path = saved(bytes);
  expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax');
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts) expect(font).toMatch(/PTSerif.* yes yes yes /);
});

test('with data attached it is PDF/A-3b, and the data come out as they went in', async () => {
  const bytes = new TextEncoder().encode('a,b\n1,ā\n');
  const attachment = { name: 'data.csv', type: 'text/csv', description: 'marks', bytes } as const;
  const made = [1, 2].map(() => rendered([{}], { attachments: [attachment] }));
  const [first, second] = await Promise.all(made);
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  const raw = first?.toString('latin1') ?? '';
  expect(raw).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
  expect(raw).toContain('/AFRelationship /Data');
  const path = saved(first ?? Buffer.alloc(0));
  execFileSync('pdfdetach', ['-saveall', '-o', join(path, '..'), path]);
  expect(readFileSync(join(path, '..', 'data.csv')).equals(Buffer.from(bytes))).toBe(true);
});

test('a paper of several pages counts its own, and the next begins anew', async () => {
  const subject = (sample['subjects'] as object[])[0];
  const long = { subjects: Array.from({ length: 80 }, () => subject) };
  const text = textOf(await rendered([{}, long, {}]));
  const pages = [...text.matchAll(/(\d+) ?\/ ?(\d+)$/gm)].map(([, page, of]) => `${page}/${of}`);
  const of = pages.length - 2;
  expect(of).toBeGreaterThan(1);
  const counted = Array.from({ length: of }, (_, at) => `${at + 1}/${of}`);
  expect(pages).toEqual(['1/1', ...counted, '1/1']);
});

describe('25 subjects stay on one page, with the lines to sign on', () => {
  test.each(['lv', 'en'] as const)('%s', async (language) => {
    const own = await loadTemplate('monthly-extract', language, nowhere);
    const subject = (sample['subjects'] as object[])[0];
    const subjects = Array.from({ length: 25 }, () => subject);
    const text = textOf(await rendered([{ subjects }], { template: own }));
    expect(text).toMatch(/1 ?\/ ?1$/m);
  });
});

test('no heading of an overview stands alone at the end of a page', async () => {
  const overview = await loadTemplate('class-overview', 'lv', nowhere);
  const data = await readSample('class-overview', nowhere);
  const rowsOf = (field: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...(data[field] as object[])[0],
      name: `${field} ${at + 1}`,
    }));
  for (let rows = 20; rows < 28; rows += 1) {
    const more = { insufficient: rowsOf('insufficient', rows), absent: rowsOf('absent', 9) };
    const papers = [{ code: '7QK2F-M9DX4', data: { ...data, ...more } }];
    const pages = textOf(await rendered([], { template: overview, papers })).split('\f');
    const [page = ''] = pages.filter((each) => each.includes('Daudz kavētu stundu'));
    expect(page, String(rows)).toContain('absent 1');
  }
});

const paper = (last_name: string, register_no: string): Paper => ({
  kind: 'monthly-extract',
  period: '2015-10',
  class: '10.b',
  student: { register_no, last_name, first_name: 'Anna' },
  data: {},
});

describe('the files of students', () => {
  const paths = (papers: Paper[]) =>
    arrangePapers(papers, 'student', { date: day('2015-10-31') }).map(({ path }) => path);

  test('are named after them', () => {
    expect(paths([paper('Bērziņa', '1001')])).toEqual(['10.b/Bērziņa Anna (1001).pdf']);
  });

  test('are apart for a file system, whatever the names and numbers', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    const few = fc.constantFrom('Same', 'SAME', 'S/me', 'S:me');
    const alike = fc.string({
      unit: fc.constantFrom('a', 'A', '_', '/', ':', '.', ' '),
      maxLength: 3,
    });
    const student = fc.tuple(fc.oneof(text, few), fc.oneof(text, alike));
    const numbers = fc.uniqueArray(student, { selector: ([, number]) => number });
    fc.assert(
      fc.property(numbers, (students) => {
        const all = paths(students.map(([name, number]) => paper(name, number)));
        expect(all).toHaveLength(students.length);
        expect(new Set(all.map((path) => path.toLowerCase())).size).toBe(students.length);
        for (const path of all) {
          expect(path).toMatch(/^10\.b\/[^/]+\.pdf$/);
          expect(Buffer.byteLength(path)).toBeLessThan(140);
        }
      }),
    );
  });

  test('keep the number where the name is long', () => {
    expect(paths([paper('ā'.repeat(100), '1001')])[0]).toMatch(/\(1001\)\.pdf$/);
  });
});

describe('the differences of two values', () => {
  test('are none just where they are equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        expect(fieldDifferences(before, before)).toEqual([]);
        if (isSame) expect(fieldDifferences(before, after)).toEqual([]);
      }),
    );
  });

  test('are told by field, and by the first field of what stands in a list', () => {
    const before = { class: '7.a', subjects: [{ subject: 'MAT', average: '7.00', marks: ['7'] }] };
    const after = {
      class: '7.a',
      subjects: [
        { subject: 'MAT', average: '7.50', marks: ['7', '8'] },
        { subject: 'FIZ', average: null, marks: [] },
      ],
    };
    expect(fieldDifferences(before, after)).toEqual([
      { field: 'subjects.MAT.average', before: '7.00', after: '7.50' },
      { field: 'subjects.MAT.marks', before: null, after: '8' },
      { field: 'subjects.FIZ', before: null, after: 'FIZ' },
    ]);
  });
});
