import { createRequire } from 'node:module';
import { remembered, rememberedOf } from '../rules/remembered.js';

interface Font {
  readonly id: string;
  encode(text: string): [string[], Position[]];
  ref(): unknown;
}

/** Of one glyph, in thousandths of the size; what kerning adds is in `xAdvance` only. */
interface Position {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

interface Inline {
  readonly text: string;
  readonly font: Font;
  readonly fontSize: number;
  readonly color: string;
  readonly characterSpacing: number;
  readonly x: number;
  readonly width: number;
  readonly opacity?: unknown;
  readonly _pageNodeRef?: unknown;
  readonly background?: unknown;
  readonly decoration?: unknown;
  readonly fontFeatures?: unknown;
  readonly link?: unknown;
  readonly linkToDestination?: unknown;
  readonly linkToPage?: unknown;
  readonly sub?: unknown;
  readonly sup?: unknown;
}

interface Line {
  readonly _outline?: unknown;
  readonly _pageNodeRef?: unknown;
  readonly id?: unknown;
  readonly inlines: readonly Inline[];
  getAscenderHeight(): number;
}

interface Vector {
  readonly type: string;
  readonly x?: number;
  readonly y?: number;
  readonly w?: number;
  readonly h?: number;
  readonly x1?: number | undefined;
  readonly y1?: number;
  readonly x2?: number | undefined;
  readonly y2?: number;
  readonly lineWidth?: number;
  readonly color?: unknown;
  readonly lineColor?: unknown;
  readonly fillOpacity?: unknown;
  readonly strokeOpacity?: unknown;
  readonly dash?: unknown;
  readonly lineCap?: unknown;
  readonly lineJoin?: unknown;
  readonly linearGradient?: unknown;
  readonly r?: unknown;
}

interface Pdf {
  readonly page: { readonly fonts: Record<string, unknown> };
  addContent(operators: string): void;
  resolveColor(color: unknown, other: string): unknown;
  _normalizeColor(color: unknown): unknown;
  save(): void;
  restore(): void;
}

/** Something on a page: a vector, a line of text, an image. */
interface Item {
  readonly type: string;
  readonly item: unknown;
}

export interface Page {
  items: readonly Item[];
}

interface Renderer {
  readonly pdfDocument: Pdf;
  renderPages(pages: readonly Page[]): void;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: Vector): void;
}

type RendererClass = new (pdf: unknown) => Renderer;

/**
 * The renderer of pdfmake 0.3.11, which writes some ten operators for every word, and for the line under every
 * cell of a table. Here a line of text is one text object, in which the words follow each other, a stroke or
 * a filled rectangle is one path, and strokes that go on in one another are one stroke. Whatever asks for
 * more (a link, a decoration, a dash, an opacity) is drawn by pdfmake as before. It depends on the inside of
 * pdfmake, whose version is fixed for this.
 */
export function leanRenderer(): RendererClass {
  const inside = createRequire(import.meta.url)('pdfmake/js/Renderer.js');
  const { default: Whole } = inside as { default: RendererClass };
  return class extends Whole {
    override renderPages(pages: readonly Page[]): void {
      for (const page of pages) page.items = joined(page.items);
      super.renderPages(pages);
    }

    override renderLine(line: Line, x: number, y: number): void {
      const operators = isPlainLine(line) && lineOperators(this.pdfDocument, line, x || 0, y || 0);
      if (operators === false) apart(this.pdfDocument, () => super.renderLine(line, x, y));
      else if (operators !== '') this.pdfDocument.addContent(operators);
    }

    override renderVector(vector: Vector): void {
      const operators = vectorOperators(this.pdfDocument, vector);
      if (operators === false) apart(this.pdfDocument, () => super.renderVector(vector));
      else this.pdfDocument.addContent(operators);
    }
  };
}

/** The items of a page, in which strokes that follow each other and go on in one another are one. */
function joined(items: readonly Item[]): Item[] {
  const all: Item[] = [];
  for (const item of items) {
    const before = all.at(-1);
    const stroke = before && joinedStroke(before, item);
    if (stroke) all[all.length - 1] = { type: 'vector', item: stroke };
    else all.push(item);
  }
  return all;
}

/** One level stroke in place of two; undefined where they are not alike, or one does not begin where the other ends. */
function joinedStroke(left: Item, right: Item): Vector | undefined {
  if (left.type !== 'vector' || right.type !== 'vector') return undefined;
  const [a, b] = [left.item as Vector, right.item as Vector];
  const isLevel = a.y1 === a.y2 && b.y1 === a.y1 && b.y2 === a.y1;
  const goesOn = isLevel && isSame(a.x2, b.x1);
  const isAlike = a.lineWidth === b.lineWidth && a.lineColor === b.lineColor;
  const arePlain = isPlainStroke(a) && isPlainStroke(b);
  return goesOn && isAlike && arePlain ? { ...a, x2: b.x2 } : undefined;
}

/** Places are sums, whose last digits differ. */
const isSame = (a = 0, b = 0) => Math.abs(a - b) < 0.001;

const isPlainStroke = (vector: Vector) =>
  vector.type === 'line' && !vector.color && isPlainVector(vector);

const isPlainFill = (vector: Vector) =>
  vector.type === 'rect' && vector.color && !vector.lineColor && isPlainVector(vector);

/** What pdfmake draws leaves no dash and no opacity behind for what is drawn here. */
function apart(pdf: Pdf, draw: () => void): void {
  pdf.save();
  draw();
  pdf.restore();
}

const isPlainLine = (line: Line) =>
  !line._outline && !line._pageNodeRef && !line.id && line.inlines.every(isPlainText);

/** Asked property by property, since so much is asked of every word. */
const isPlainText = (inline: Inline) =>
  isOpaque(inline.opacity) &&
  !inline._pageNodeRef &&
  !inline.background &&
  !inline.decoration &&
  !inline.fontFeatures &&
  !inline.link &&
  !inline.linkToDestination &&
  !inline.linkToPage &&
  !inline.sub &&
  !inline.sup;

const isOpaque = (opacity: unknown) => typeof opacity !== 'number' || opacity === 1;

/** One text object; the words stand on one base line. False where a word cannot be set so. */
function lineOperators(pdf: Pdf, line: Line, x: number, y: number): string | false {
  const baseLine = y + line.getAscenderHeight();
  let operators = '';
  let glyphs = '';
  let before: Inline | undefined;
  const flush = () => {
    if (glyphs !== '') operators += ` [${glyphs}] TJ`;
    glyphs = '';
  };
  for (const inline of line.inlines) {
    if (inline.text === '') continue;
    const word = glyphsOf(inline.font)(inline.text);
    const color = rgbOf(pdf)(inline.color);
    if (word === false || color === false) return false;
    if (inline.font !== before?.font || inline.fontSize !== before.fontSize) {
      flush();
      pdf.page.fonts[inline.font.id] ??= inline.font.ref();
      operators += ` /${inline.font.id} ${number(inline.fontSize)} Tf`;
    }
    if (inline.color !== before?.color) {
      flush();
      operators += ` ${color} rg`;
    }
    if (inline.characterSpacing !== (before?.characterSpacing ?? 0)) {
      flush();
      operators += ` ${number(inline.characterSpacing)} Tc`;
    }
    // Spacing stands after the last character of a word too, which pdfmake does not reckon with.
    if (before?.characterSpacing !== 0 || !isSame(before.x + before.width, inline.x)) {
      flush();
      operators += ` 1 0 0 -1 ${number(x + inline.x)} ${number(baseLine)} Tm`;
    }
    glyphs += word;
    before = inline;
  }
  flush();
  if (before?.characterSpacing) operators += ' 0 Tc';
  return operators && `BT${operators} ET`;
}

/** The glyphs of a word for TJ, with the kerning between them; false where one stands aside of its place. */
const glyphsOf = rememberedOf((font: Font) =>
  remembered((text: string): string | false => {
    const [glyphs, positions] = font.encode(text);
    const isAside = positions.some(({ xOffset, yOffset }) => xOffset || yOffset);
    // Text that must not be broken keeps its line feeds, and pdfkit goes over them.
    return !isAside && !text.includes('\n') && kerned(glyphs, positions);
  }),
);

function kerned(glyphs: readonly string[], positions: readonly Position[]): string {
  let written = '';
  let together = '';
  for (const [at, glyph] of glyphs.entries()) {
    together += glyph;
    const { xAdvance = 0, advanceWidth = 0 } = positions[at] ?? {};
    if (xAdvance === advanceWidth) continue;
    written += `<${together}>${number(advanceWidth - xAdvance)}`;
    together = '';
  }
  if (together !== '') written += `<${together}>`;
  return written;
}

/** A stroke or a filled rectangle; false for whatever is more than that. */
function vectorOperators(pdf: Pdf, vector: Vector): string | false {
  if (isPlainStroke(vector)) {
    const { x1 = 0, y1 = 0, x2 = 0, y2 = 0, lineWidth } = vector;
    const stroke = rgbOf(pdf)(vector.lineColor);
    const path = `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`;
    return stroke && `${number(lineWidth || 1)} w ${stroke} RG ${path}`;
  }
  if (isPlainFill(vector)) {
    const { x = 0, y = 0, w = 0, h = 0 } = vector;
    const fill = rgbOf(pdf)(vector.color);
    return fill && `${fill} rg ${number(x)} ${number(y)} ${number(w)} ${number(h)} re f`;
  }
  return false;
}

const isPlainVector = (vector: Vector) =>
  isOpaque(vector.fillOpacity) &&
  isOpaque(vector.strokeOpacity) &&
  !vector.dash &&
  !vector.lineCap &&
  !vector.lineJoin &&
  !vector.linearGradient &&
  !vector.r;

/** Red, green and blue from 0 to 1; false for a pattern and for other spaces of colour. */
const rgbOf = rememberedOf((pdf: Pdf) =>
  remembered((color: unknown): string | false => {
    const parts = pdf._normalizeColor(pdf.resolveColor(color, 'black'));
    return Array.isArray(parts) && parts.length === 3 && parts.map(number).join(' ');
  }),
);

/** To a thousandth of a point; put together from whole numbers, which are written three times as fast. */
function number(value: number): string {
  const thousandths = Math.round(value * 1000);
  if (thousandths % 1000 === 0) return String(thousandths / 1000);
  const sign = thousandths < 0 ? '-' : '';
  const size = Math.abs(thousandths);
  const part = String(1000 + (size % 1000)).slice(1);
  return `${sign}${Math.floor(size / 1000)}.${part}`;
}
