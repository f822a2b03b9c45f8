import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The family of all documents: PT Serif, whose numerals are all of one width. */
const files = {
  normal: '400Regular/PTSerif_400Regular.ttf',
  bold: '700Bold/PTSerif_700Bold.ttf',
  italics: '400Regular_Italic/PTSerif_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/PTSerif_700Bold_Italic.ttf',
} as const;
type Style = keyof typeof files;

interface GlyphRun {
  glyphs: readonly unknown[];
  positions: readonly object[];
  readonly advanceWidth: number;
}

/** What fontkit knows of a glyph; to decode it means to read its outline from the file. */
interface Glyph {
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
const remembered = 20_000;

function parse(fontkit: Fontkit, bytes: Uint8Array): Font {
  const font = fontkit.create(bytes);
  // A glyph keeps the characters for which it was first asked; some serve two, a ligature several. In
  // this order they are always the same ones, whatever was printed before.
  for (const ligature of ['ff', 'fi', 'fl', 'ffi', 'ffl']) font.layout(ligature);
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);

  // pdfkit scales the positions of a run in place to 1,000 units: with as many in the font they stay.
  if (font.unitsPerEm !== 1000) return font;
  const layout = font.layout.bind(font);
  const runs = new Map<string, GlyphRun>();
  font.layout = (text, features) => {
    if (features !== undefined) return layout(text, features);
    let run = runs.get(text);
    if (!run) {
      const { glyphs, positions, advanceWidth } = layout(text);
      run = { glyphs, positions, advanceWidth };
      if (runs.size >= remembered) runs.clear();
      runs.set(text, run);
    }
    return run;
  };
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
