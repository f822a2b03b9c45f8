import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type FileToRender, renderFile } from '../../src/documents/render-file.js';
import { loadTemplate, readSample } from '../../src/documents/template.js';
import { lettersOf, pagesOf } from '../support/printed-pages.js';
import { day, folder } from '../support/school.js';

const nowhere = '/nonexistent';
const kinds = readdirSync('templates').filter((name) => name !== 'shared');
const school = {
  name: 'Ķēniņu skola',
  municipality: 'Šķēles novads',
  address: 'Ņegu iela 1, Ļaudona',
  registration_no: '0000000000',
  phone: '+37120000000',
  email: 'skola@example.org',
  website: 'http://www.example.org',
  head: 'Ģirts Žīgurs',
  deputy: 'Ūna Čakste',
  terms_url: 'http://www.example.org/noteikumi',
  timezone: 'Europe/Riga',
  language: 'lv',
};

type Change = (data: Record<string, unknown>) => Record<string, unknown>;

interface Wishes {
  language?: 'lv' | 'en';
  change?: Change;
}

/** The document of a kind's sample, as a file. */
async function rendered(
  kind: string,
  { language = 'lv', change, ...more }: Partial<FileToRender> & Wishes = {},
) {
  const sample = await readSample(kind, nowhere);
  const result = await renderFile({
    template: await loadTemplate(kind, language, nowhere),
    school,
    date: day('2015-10-31'),
    papers: [{ data: change ? change(sample) : sample, code: '7QK2F-M9DX4' }],
    ...more,
  });
  if ('fault' in result) throw new Error(result.fault.why);
  expect(result.leftOut).toEqual([]);
  const path = join(folder(), 'paper.pdf');
  writeFileSync(path, result.bytes ?? '');
  return { path, bytes: Buffer.from(result.bytes ?? []) };
}

type Part = null | string | number | boolean | Part[] | { [key: string]: Part };

/** The objects of a PDF as its structure has them; what stands in streams and texts is no key of theirs. */
function objectsOf(path: string): Part[] {
  const json = execFileSync('qpdf', ['--json=1', '--json-key=objects', path], { encoding: 'utf8' });
  return Object.values((JSON.parse(json) as { objects: Record<string, Part> }).objects);
}

/** Every key of every dictionary, and the kinds of all actions. */
function keysOf(part: Part): string[] {
  if (Array.isArray(part)) return part.flatMap(keysOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => [
    key,
    ...(key === '/S' ? [String(value)] : []),
    ...keysOf(value),
  ]);
}

/** What leads out of a document, runs, or asks for input. */
const leadingOut = [
  ...['/URI', '/Action', '/A', '/AA', '/OpenAction', '/Launch', '/JavaScript', '/JS', '/GoToR'],
  ...['/GoToE', '/SubmitForm', '/ImportData', '/Annots', '/AcroForm', '/XFA', '/EmbeddedFiles'],
  ...['/EF', '/AF', '/RichMedia', '/F'],
];

const lettersIn = (path: string) =>
  pagesOf(path)
    .map(({ letters }) => letters)
    .join('');
const pdfFonts = (path: string) =>
  execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);

describe.each(kinds)('%s', (kind) => {
  afterEach(() => {
    delete process.env['TZ'];
  });

  test.each(['lv', 'en'] as const)(
    'is in %s a sound PDF/A-2b with its fonts inside',
    async (language) => {
      const { path, bytes } = await rendered(kind, { language });
      const checked = execFileSync('qpdf', ['--check', path], { encoding: 'utf8' });
      expect(checked).toContain('No syntax or stream encoding errors');
      const fonts = pdfFonts(path);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatch(/ yes yes yes /);

      const raw = bytes.toString('latin1');
      expect(raw.startsWith('%PDF-1.7\n%')).toBe(true);
      const [packet = ''] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(raw) ?? [];
      const xmp = Buffer.from(packet, 'latin1').toString();
      expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
      const title = execFileSync('pdfinfo', [path], { encoding: 'utf8' }).match(
        /^Title: +(.*)$/m,
      )?.[1];
      expect(title).toBeTruthy();
      expect(xmp).toContain(title);
      const objects = objectsOf(path);
      const catalog = objects.find((part) => hasType(part, '/Catalog'));
      expect(catalog).toMatchObject({ '/Lang': language, '/Metadata': expect.any(String) });
      const intent = objects.find((part) => hasType(part, '/OutputIntent'));
      expect(intent).toMatchObject({
        '/S': '/GTS_PDFA1',
        '/DestOutputProfile': expect.any(String),
      });
    },
  );

  test('has names letter by letter', async () => {
    const name = 'Ķērsta Šļahtenko-Žīgure';
    const { path } = await rendered(kind, { change: everyText(isName, () => name) });
    if (kind === aboutNobody) return;
    expect(lettersIn(path)).toContain('Ķērsta');
    expect(lettersIn(path)).toContain('Šļahtenko-Žīgure');
  });

  test('has the same bytes the second time and in another time zone', async () => {
    const { bytes } = await rendered(kind);
    for (const zone of ['Pacific/Apia', 'America/New_York']) {
      process.env['TZ'] = zone;
      expect((await rendered(kind)).bytes.equals(bytes)).toBe(true);
    }
  });

  test('leads nowhere and runs nothing, whatever stands in the data', async () => {
    let given = 0;
    const change = everyText(isFree, () => {
      given += 1;
      return hostile[given % hostile.length] ?? '';
    });
    const hostileSchool = Object.fromEntries(
      Object.keys(school).map((key, at) => [key, hostile[at % hostile.length] ?? '']),
    );
    const { path } = await rendered(kind, { change, school: hostileSchool });
    execFileSync('qpdf', ['--check', path]);
    const found = keysOf(objectsOf(path)).filter((key) => leadingOut.includes(key));
    expect(found).toEqual([]);
    const shownAsText = hostile.filter((each) => lettersIn(path).includes(lettersOf(each)));
    if (kind !== aboutNobody) expect(shownAsText.length).toBeGreaterThan(0);
  });
});

test('of a document with data inside, only these are in it', async () => {
  const bytes = new TextEncoder().encode('a,b\n1,ā\n');
  const attachment = { name: 'data.csv', type: 'text/csv', description: 'marks', bytes } as const;
  const { path } = await rendered('summary-journal', { attachments: [attachment] });
  const found = keysOf(objectsOf(path)).filter((key) => leadingOut.includes(key));
  expect([...new Set(found)].sort()).toEqual(['/AF', '/EF', '/EmbeddedFiles', '/F']);
});

/** A page for trying a printer, about nobody. */
const aboutNobody = 'certificate-calibration';

const hostile = [
  'http://x.example',
  '{"link":"http://x.example"}',
  '{$eval: school.name}',
  '$' + '{1+1}',
  '<a href="http://x.example">x</a>',
  'javascript:alert(1)',
  'x) /URI (http://x.example',
  '{"linkToDestination":"y","text":"z"}',
  '{page}',
  '\\(file:///etc/passwd\\)',
];

/** Changes the texts of data at any depth. */
function everyText(concerns: (text: string) => boolean, to: () => string): Change {
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return concerns(value) ? to() : value;
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(item)]));
  };
  return (data) => changed(data) as Record<string, unknown>;
}

/** A name or another text that people write; codes, marks, days and the words of the program are none. */
const isFree = (text: string) => /^\p{Lu}.*\p{Ll}{2}/u.test(text);
const isName = (text: string) => /^\p{Lu}\p{Ll}+[ -]\p{Lu}\p{Ll}+/u.test(text);

const hasType = (part: Part, type: string) =>
  typeof part === 'object' && part !== null && !Array.isArray(part) && part['/Type'] === type;
