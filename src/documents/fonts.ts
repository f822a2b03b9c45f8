import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { remembered } from '../rules/remembered.js';

/** The family of all documents: PT Serif, whose numerals are all of one width. */
const files = {
  normal: '400Regular/PTSerif_400Regular.ttf',
  bold: '700Bold/PTSerif_700Bold.ttf',
  italics: '400Regular_Italic/PTSerif_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/PTSerif_700Bold_Italic.ttf',
} as const;
type Style = keyof typeof files;

interface GlyphRun {
  glyphs: readonly Glyph[];
  positions: readonly Position[];
  readonly advanceWidth: number;
}

/** In units of the font. */
interface Position {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** What fontkit knows of a glyph; to decode it means to read its outline from the file. */
interface Glyph {
  readonly advanceWidth: number;
  outline?: object | null;
  _decode(): object | null;
}

interface Font {
  readonly characterSet: readonly number[];
  readonly unitsPerEm: number;
  layout(text: string, features?: unknown): GlyphRun;
  glyphForCodePoint(codePoint: number): Glyph;
}

interface Fontkit {
  create(bytes: Uint8Array): Font;
  registerFormat(format: object): void;
}

export interface Fonts {
  /** What takes the place of each font file: pdfmake gives it to fontkit, which gives the kept font for it. */
  readonly tokens: Readonly<Record<Style, Buffer>>;
  /** Whether every style of the family has the character. */
  has(codePoint: number): boolean;
}

const mark = 'ejournal-font:';
let kept: Fonts | undefined;

/**
 * The fonts, read and parsed once for the whole process. pdfmake reads its fonts anew for each document,
 * which takes half the time of a page; so it is given a token instead of a file, and a format of
 * fontkit's own registry answers the token with the parsed font.
 */
export function fonts(): Fonts {
  kept ??= readFonts();
  return kept;
}

function readFonts(): Fonts {
  const fontkit = fontkitOfPdfmake();
  const folder = dirname(resolve('@expo-google-fonts/pt-serif/package.json'));
  const styles = Object.keys(files) as Style[];
  const parsed = new Map(
    styles.map((style) => [style, parse(fontkit, readFileSync(join(folder, files[style])))]),
  );
  fontkit.registerFormat(formatOf(parsed));
  const anyGlyph = parsed.get('normal')?.glyphForCodePoint(0x41);
  if (anyGlyph) keepOutlines(anyGlyph);
  const [first, ...others] = [...parsed.values()].map((font) => new Set(font.characterSet));
  return {
    tokens: Object.fromEntries(
      styles.map((style) => [style, Buffer.from(mark + style)]),
    ) as Fonts['tokens'],
    has: (codePoint) =>
      first?.has(codePoint) === true && others.every((font) => font.has(codePoint)),
  };
}

const { resolve } = createRequire(import.meta.url);

/** The very instance that pdfmake's pdfkit asks. */
function fontkitOfPdfmake(): Fontkit {
  const fromPdfmake = createRequire(resolve('pdfmake'));
  return createRequire(fromPdfmake.resolve('pdfkit'))('fontkit') as Fontkit;
}

/** A format of fontkit is called with `new` and may give another object. */
function formatOf(parsed: ReadonlyMap<string, Font>) {
  const named = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').slice(mark.length);
  function KeptFont(stream: { buffer: Uint8Array }) {
    return parsed.get(named(stream.buffer));
  }
  return Object.assign(KeptFont, {
    probe: (bytes: Uint8Array) =>
      Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark,
  });
}

/** So many pieces of text are remembered with their glyphs; a batch says the same words again and again. */
const mostRemembered = 20_000;

/**
 * Text of which PT Serif has a glyph for each character, whose place depends on the next one alone.
 * Not so f, with which ligatures begin.
 */
const placedByPairs = /^[A-Za-eg-z\u0100-\u017E0-9 .,:;()/–-]+$/u;

/**
 * Lays text out from the kerning of its pairs, which fontkit is asked for once: it goes through the rules of
 * the font for every new word, and each paper has a few, a name, a number, a code.
 */
function layoutByPairs(font: Font, layout: Font['layout']): (text: string) => GlyphRun {
  const kerning = remembered((pair: string) => {
    const { glyphs, positions } = layout(pair);
    return (positions[0]?.xAdvance ?? 0) - (glyphs[0]?.advanceWidth ?? 0);
  });
  return (text) => {
    let advanceWidth = 0;
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const glyph = font.glyphForCodePoint(text.charCodeAt(at));
      const isLast = at === text.length - 1;
      const xAdvance = glyph.advanceWidth + (isLast ? 0 : kerning(text.slice(at, at + 2)));
      glyphs.push(glyph);
      positions.push({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 });
      advanceWidth += xAdvance;
    }
    return { glyphs, positions, advanceWidth };
  };
}

function parse(fontkit: Fontkit, bytes: Uint8Array): Font {
  const font = fontkit.create(bytes);
  // A glyph keeps the characters for which it was first asked; some serve two, a ligature several. In
  // this order they are always the same ones, whatever was printed before.
  for (const ligature of ['ff', 'fi', 'fl', 'ffi', 'ffl']) font.layout(ligature);
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);

  // pdfkit scales the positions of a run in place to 1,000 units: with as many in the font they stay.
  if (font.unitsPerEm !== 1000) return font;
  const layout = font.layout.bind(font);
  const byPairs = layoutByPairs(font, layout);
  const runOf = remembered((text: string): GlyphRun => {
    if (placedByPairs.test(text)) return byPairs(text);
    const { glyphs, positions, advanceWidth } = layout(text);
    return { glyphs, positions, advanceWidth };
  }, mostRemembered);
  font.layout = (text, features) => (features === undefined ? runOf(text) : layout(text, features));
  return font;
}

/**
 * Every document embeds the glyphs that it uses, and fontkit decodes the outline of each, only to see
 * whether it is put together from others: a fifth of the time of a file with one page. Now once for all.
 */
function keepOutlines(anyGlyph: Glyph): void {
  const glyphs = Object.getPrototypeOf(anyGlyph) as Glyph;
  const decode = glyphs._decode;
  glyphs._decode = function () {
    this.outline ??= decode.call(this);
    return this.outline;
  };
}
