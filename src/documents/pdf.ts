import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CivilDate } from '../rules/civil-date.js';

/** What a document says of itself, besides its content. */
export interface AboutDocument {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The document's own day: the same data give the same bytes, whenever they are printed. */
  readonly date: CivilDate;
}

type Definition = Readonly<Record<string, unknown>>;

/**
 * Makes a PDF/A-2b of a filled template. `{page}` and `{pages}` in its footer become numbers. Nothing
 * is fetched and no file but the fonts is read, whatever the data say.
 */
export async function renderPdf(definition: Definition, about: AboutDocument): Promise<Buffer> {
  const pdfmake = await printer();
  const { footer, ...rest } = definition;
  const document = pdfmake.createPdf({
    ...rest,
    footer: footer && ((page: number, pages: number) => numbered(footer, page, pages)),
    version: '1.7',
    subset: 'PDF/A-2b',
    language: about.language,
    displayTitle: true,
    info: {
      title: about.title,
      author: about.author,
      creator: 'ejournal',
      producer: 'ejournal',
      creationDate: new Date(`${about.date}T00:00:00Z`),
      modDate: new Date(`${about.date}T00:00:00Z`),
    },
  });
  return document.getBuffer();
}

function numbered(footer: unknown, page: number, pages: number): unknown {
  const text = JSON.stringify(footer).replaceAll('{page}', String(page));
  return JSON.parse(text.replaceAll('{pages}', String(pages)));
}

/** Thin lines between the rows, stronger ones around the heading and before the last row. */
const tableLayouts = {
  ruled: {
    hLineWidth: (line: number, { table }: { table: { body: unknown[]; headerRows?: number } }) => {
      const { body, headerRows = 0 } = table;
      if (line === 0 || line === headerRows || line >= body.length - 1) return 0.8;
      return line < headerRows ? 0 : 0.3;
    },
    vLineWidth: () => 0,
    hLineColor: () => '#666666',
    paddingLeft: (column: number) => (column === 0 ? 0 : 4),
    paddingRight: () => 4,
    paddingTop: () => 2.6,
    paddingBottom: () => 2.2,
  },
};

interface Printer {
  addFonts(fonts: object): void;
  addTableLayouts(layouts: object): void;
  setUrlAccessPolicy(allows: () => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

let ready: Printer | undefined;

/** pdfmake with the font; loaded when the first document is made, since it costs 110 ms. */
async function printer(): Promise<Printer> {
  if (ready) return ready;
  const { default: pdfmake } = (await import('pdfmake')) as unknown as { default: Printer };
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
    'fonts/Roboto',
  );
  const file = (style: string) => join(folder, `Roboto-${style}.ttf`);
  const fonts = {
    Text: {
      normal: file('Regular'),
      bold: file('Medium'),
      italics: file('Italic'),
      bolditalics: file('MediumItalic'),
    },
  };
  pdfmake.addFonts(fonts);
  pdfmake.addTableLayouts(tableLayouts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts.Text).includes(path));
  ready = pdfmake;
  return pdfmake;
}
