import type { CivilDate } from '../rules/civil-date.js';
import { fonts } from './fonts.js';
import { keepColumnsOnPage } from './narrow-columns.js';
import { layOutPaperByPaper, type PageContent } from './paper-by-paper.js';
import { quickenStyles } from './pdfmake-styles.js';
import { quickenWords } from './pdfmake-words.js';
import { tableLayouts } from './table-layouts.js';

/** What a document says of itself, besides its content. */
export interface AboutDocument {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The document's own day: the same data give the same bytes, whenever they are printed. */
  readonly date: CivilDate;
  /** The codes of the papers in it. */
  readonly codes: readonly string[];
}

/** A file of data inside a document that is kept for long (PDF/A-3b). */
export interface Attachment {
  readonly name: string;
  readonly type: 'text/csv' | 'application/json';
  readonly description: string;
  readonly bytes: Uint8Array;
}

export interface PdfContent {
  /** The size and margins of the pages, and the styles of the text. */
  readonly page: Readonly<Record<string, unknown>>;
  readonly papers: readonly PageContent[];
  readonly logo?: Uint8Array | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
}

/**
 * Makes a PDF/A-2b of papers, or a PDF/A-3b where data are attached. The same content gives the same
 * bytes. No file is read and nothing is fetched, whatever stands in the template or in the data: the
 * fonts and the logo lie in the memory of pdfmake.
 */
export async function renderPdf(content: PdfContent, about: AboutDocument): Promise<Uint8Array> {
  const { page, papers, logo, attachments = [] } = content;
  const pdfmake = await loadPrinter();
  if (logo) pdfmake.virtualfs.writeFileSync('logo', Buffer.from(logo));
  const date = new Date(`${about.date}T00:00:00Z`);
  const document = pdfmake.createPdf({
    ...page,
    content: papers,
    ...(logo && { images: { logo: 'logo' } }),
    ...(attachments.length > 0 && { files: attached(attachments, date) }),
    version: '1.7',
    subset: attachments.length > 0 ? 'PDF/A-3b' : 'PDF/A-2b',
    language: about.language,
    displayTitle: true,
    info: {
      title: about.title,
      author: about.author,
      keywords: about.codes.join(' '),
      creator: 'ejournal',
      producer: 'ejournal',
      creationDate: date,
      modDate: date,
    },
  });
  return document.getBuffer();
}

function attached(attachments: readonly Attachment[], date: Date) {
  return Object.fromEntries(
    attachments.map(({ name, type, description, bytes }) => [
      name,
      {
        src: `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
        name,
        type,
        description,
        relationship: 'Data',
        creationDate: date,
        modifiedDate: date,
      },
    ]),
  );
}

interface Printer {
  readonly virtualfs: { writeFileSync(name: string, bytes: Buffer): void };
  addFonts(fonts: object): void;
  addTableLayouts(layouts: object): void;
  setUrlAccessPolicy(allows: () => boolean): void;
  setLocalAccessPolicy(allows: () => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

let loaded: Promise<Printer> | undefined;

/**
 * pdfmake with the fonts; loaded when the first document is made, since it costs 110 ms. Once, also for
 * two who ask at the same time: what is changed inside pdfmake must not be changed twice.
 */
export function loadPrinter(): Promise<Printer> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Printer> {
  const { default: pdfmake } = (await import('pdfmake')) as unknown as { default: Printer };
  for (const [style, token] of Object.entries(fonts().tokens)) {
    pdfmake.virtualfs.writeFileSync(style, token);
  }
  quickenStyles();
  quickenWords();
  pdfmake.addFonts({
    Text: { normal: 'normal', bold: 'bold', italics: 'italics', bolditalics: 'bolditalics' },
  });
  pdfmake.addTableLayouts(tableLayouts);
  keepColumnsOnPage();
  layOutPaperByPaper();
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake;
}
