import { createRequire } from 'node:module';
import { leanRenderer, type Page } from './lean-renderer.js';

/** One paper of a document: it begins on a new page and counts its own pages. */
export interface PageContent {
  readonly content: unknown;
  /** `{page}` and `{pages}` in it become numbers; `{continued}` what stands below. */
  readonly footer: unknown;
  /** Stands on the pages after the first of the paper. */
  readonly continued: string;
}

type Footer = (page: number, pages: number) => unknown;

interface LayoutBuilderClass {
  readonly prototype: {
    layoutDocument(
      content: unknown,
      pdf: unknown,
      styles: unknown,
      defaultStyle: unknown,
      background: unknown,
      header: unknown,
      footer: Footer,
    ): readonly Page[];
  };
}

/**
 * Lets pdfmake 0.3.11 lay out and draw one paper after another, each with pages of its own count, where
 * it would lay out the whole document before it draws the first page: a school's extracts in one file
 * would lie in the memory all at once, each word with its measures. The content of a document is then its
 * papers. It depends on the inside of pdfmake, whose version is fixed for this.
 */
export function layOutPaperByPaper(): void {
  const inside = createRequire(import.meta.url);
  const { default: builder }: { default: LayoutBuilderClass } = inside(
    'pdfmake/js/LayoutBuilder.js',
  );
  const Renderer = leanRenderer();
  const { layoutDocument } = builder.prototype;
  builder.prototype.layoutDocument = function (
    papers,
    pdf,
    styles,
    defaultStyle,
    background,
    header,
  ) {
    for (const paper of papers as Iterable<PageContent>) {
      const content = [paper.content].flat();
      const footer = footerOf(paper);
      const pages = layoutDocument.call(
        this,
        content,
        pdf,
        styles,
        defaultStyle,
        background,
        header,
        footer,
      );
      new Renderer(pdf).renderPages(pages);
    }
    return [];
  };
}

function footerOf({ footer, continued }: PageContent): Footer {
  return (page, pages) =>
    footer ? numbered(footer, { page, pages, continued: page > 1 ? continued : '' }) : undefined;
}

/** A copy of a footer with the numbers of a page, since pdfmake writes into what it lays out. */
function numbered(footer: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof footer === 'string') {
    return footer.replace(/\{(page|pages|continued)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    );
  }
  if (Array.isArray(footer)) return footer.map((item) => numbered(item, values));
  if (typeof footer !== 'object' || footer === null) return footer;
  return Object.fromEntries(
    Object.entries(footer).map(([key, item]) => [key, numbered(item, values)]),
  );
}
