import type { CivilDate } from '../rules/civil-date.js';
import { unprintable } from './characters.js';
import { checkedContent } from './checked-content.js';
import { filler, type PaperValues } from './fill.js';
import { type Attachment, renderPdf } from './pdf.js';
import type { Template } from './template.js';
import { FaultyTemplate, type TemplateFault } from './template-fault.js';

/** All that is needed to make one file, as plain data: a worker can do it. */
export interface FileToRender {
  readonly template: Template;
  /** What the school says of itself, by the keys of `school.csv`. */
  readonly school: Readonly<Record<string, string>>;
  /** The document's own day. */
  readonly date: CivilDate;
  readonly papers: readonly PaperValues[];
  readonly attachments?: readonly Attachment[] | undefined;
}

/** A paper that was left out, since the font lacks one of its characters. */
export interface LeftOut {
  /** Which of the papers, from 0. */
  readonly place: number;
  readonly character: string;
  /** The texts in which such characters stand; the first has this one. */
  readonly texts: readonly string[];
}

export type Rendered =
  | { readonly bytes: Uint8Array | undefined; readonly leftOut: readonly LeftOut[] }
  | { readonly fault: TemplateFault };

/**
 * Makes one file of papers. A paper with a character that the font lacks is left out and told; without
 * any paper there is no file. What is wrong in the template is given back, not thrown: an error loses
 * its fields on its way out of a worker.
 */
export async function renderFile(file: FileToRender): Promise<Rendered> {
  const { template, school, date, papers, attachments } = file;
  try {
    const { page, fill } = await filler(template, school, date);
    const leftOut: LeftOut[] = [];
    const filled = papers.flatMap((paper, place) => {
      const texts: string[] = [];
      const see = (text: string) => {
        if (unprintable(text) !== undefined) texts.push(text);
      };
      const { title, content, continued, footer } = fill(paper);
      const checked = {
        content: checkedContent(content, template, see),
        footer: checkedContent(footer, template, see),
        continued: String(checkedContent(continued, template, see)),
      };
      const character = unprintable(texts[0] ?? '');
      if (character !== undefined) {
        leftOut.push({ place, character, texts });
        return [];
      }
      return [{ ...checked, title, code: paper.code }];
    });
    const [first] = filled;
    if (!first) return { bytes: undefined, leftOut };
    const about = {
      title: first.title,
      author: school['name'] ?? '',
      language: template.language,
      date,
      codes: filled.map((paper) => paper.code),
    };
    const { logo } = template;
    const bytes = await renderPdf({ page, papers: filled, logo, attachments }, about);
    return { bytes, leftOut };
  } catch (error) {
    if (error instanceof FaultyTemplate) return { fault: error.fault };
    // pdfmake says in its own words what it cannot lay out.
    const why = error instanceof Error ? error.message : String(error);
    return { fault: { template: template.name, path: [], why } };
  }
}
