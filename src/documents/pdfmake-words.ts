import { createRequire } from 'node:module';
import { remembered, rememberedOf } from '../rules/remembered.js';
import { type Look, lookOf, lookUnder, type StyleStack } from './pdfmake-styles.js';

interface Font {
  lineHeight(size: number): number;
}

interface Document {
  provideFont(family: unknown, bold: unknown, italics: unknown): Font;
}

/** A word as pdfmake breaks it from a text. */
interface Word {
  readonly [property: string]: unknown;
  readonly text: string;
  /** The last of its line, since the line is broken after it in the text. */
  readonly lineEnd?: unknown;
  /** The line must not be broken after it. */
  readonly noNewLine?: unknown;
}

/** The properties of a word by which it is drawn. */
interface WordLook {
  font: Font;
  fontSize: number;
  height: number;
  alignment: unknown;
  fontFeatures: unknown;
  characterSpacing: unknown;
  color: unknown;
  decoration: unknown;
  decorationColor: unknown;
  decorationStyle: unknown;
  decorationThickness: unknown;
  background: unknown;
  link: unknown;
  linkToPage: unknown;
  linkToDestination: unknown;
  noWrap: unknown;
  opacity: unknown;
  sup: unknown;
  sub: unknown;
}

/** A word, measured. */
interface MeasuredWord extends Word, Measures, WordLook {
  /** From the beginning of its line. */
  x: number;
  leadingIndent: number | undefined;
}

interface Measures {
  readonly width: number;
  /** What the spaces at its ends take. */
  readonly leadingCut: number;
  readonly trailingCut: number;
}

/** A text broken into words. */
interface BrokenText {
  readonly items: readonly Word[];
  readonly minWidth: number;
  readonly maxWidth: number;
}

/** All that the texts and words of one look have in common. */
interface Setting {
  readonly texts: Map<string, BrokenText>;
  /** What every word says of itself. */
  readonly look: Readonly<WordLook>;
  readonly leadingIndent: number;
  measures(text: string): Measures;
}

interface TextInlines {
  readonly pdfDocument: Document;
  buildInlines(text: unknown, stack: StyleStack): BrokenText;
  measure(words: readonly Word[], stack: StyleStack): Word[];
  widthOfText(text: string, word: object): number;
}

interface LineBreaker {
  readonly string: string;
  nextBreak(): object | null;
  /** Where the next break stands among those of the text. */
  next?: number;
}

type Class<T> = (new (text: string) => T) & { readonly prototype: T };

/** So many texts and words are remembered; the papers of a batch say the same again and again. */
const mostRemembered = 20_000;

/**
 * Lets pdfmake 0.3.11 measure words of one look together: it asks the styles of every word anew, measures
 * it, and looks for the places where a text may break, though most stand on every paper. What it finds
 * is the same. It depends on the inside of pdfmake, whose version is fixed for this.
 */
export function quickenWords(): void {
  const inside = createRequire(import.meta.url);
  const { default: inlines } = inside('pdfmake/js/TextInlines.js') as {
    default: Class<TextInlines>;
  };
  const settings = settingsOf(inlines.prototype);
  const { buildInlines } = inlines.prototype;
  inlines.prototype.buildInlines = function (text, stack) {
    if (typeof text !== 'string') return buildInlines.call(this, text, stack);
    const setting = settings(this.pdfDocument)(lookOf(stack));
    const known = setting.texts.get(text);
    if (known)
      return { ...known, items: known.items.map((word, at) => measured(setting, word, at)) };
    const broken = buildInlines.call(this, text, stack);
    if (setting.texts.size >= mostRemembered) setting.texts.clear();
    const words = broken.items.map(({ text, lineEnd, noNewLine }) => ({
      text,
      lineEnd,
      noNewLine,
    }));
    setting.texts.set(text, { ...broken, items: words });
    return broken;
  };
  inlines.prototype.measure = function (words, stack) {
    const look = lookOf(stack);
    const settingOf = settings(this.pdfDocument);
    return words.map((word, at) => {
      const one = measured(settingOf(lookUnder(look, word, stack)), word, at);
      for (const other in word) {
        if (other !== 'style' && !(other in one)) Object.assign(one, { [other]: word[other] });
      }
      return one;
    });
  };
  rememberBreaks(createRequire(inside.resolve('pdfmake'))('linebreak') as Class<LineBreaker>);
}

/**
 * A word of a text with its measures; the first one may be indented. It has all properties at once, those too
 * that pdfmake fills in later: to make room for one more takes ten times as long as all of them.
 */
function measured(
  { look, measures, leadingIndent }: Setting,
  word: Word,
  at: number,
): MeasuredWord {
  const { text, lineEnd, noNewLine } = word;
  const { width, leadingCut, trailingCut } = measures(text);
  const indent = at === 0 ? leadingIndent : 0;
  return {
    text,
    lineEnd,
    noNewLine,
    x: 0,
    width,
    leadingCut: leadingCut - indent,
    trailingCut,
    leadingIndent: indent || undefined,
    font: look.font,
    fontSize: look.fontSize,
    height: look.height,
    alignment: look.alignment,
    fontFeatures: look.fontFeatures,
    characterSpacing: look.characterSpacing,
    color: look.color,
    decoration: look.decoration,
    decorationColor: look.decorationColor,
    decorationStyle: look.decorationStyle,
    decorationThickness: look.decorationThickness,
    background: look.background,
    link: look.link,
    linkToPage: look.linkToPage,
    linkToDestination: look.linkToDestination,
    noWrap: look.noWrap,
    opacity: look.opacity,
    sup: look.sup,
    sub: look.sub,
  };
}

/** The settings of a document, whose fonts are its own. */
const settingsOf = ({ widthOfText }: TextInlines) =>
  rememberedOf((document: Document) =>
    remembered((look: Look) => settingOf(document, look, widthOfText)),
  );

function settingOf(
  document: Document,
  { values }: Look,
  widthOfText: TextInlines['widthOfText'],
): Setting {
  const given = (property: string, other: unknown = null) => values[property] ?? other;
  const [sup, sub] = [given('sup', false), given('sub', false)];
  // As pdfmake has it: raised and lowered letters are smaller.
  const fontSize = Number(given('fontSize', 12)) * (sup || sub ? 0.58 : 1);
  const font = document.provideFont(
    given('font', 'Roboto'),
    given('bold', false),
    given('italics', false),
  );
  const look: WordLook = {
    font,
    alignment: given('alignment', 'left'),
    fontSize,
    fontFeatures: given('fontFeatures'),
    characterSpacing: given('characterSpacing', 0),
    color: given('color', 'black'),
    decoration: given('decoration'),
    decorationColor: given('decorationColor'),
    decorationStyle: given('decorationStyle'),
    decorationThickness: given('decorationThickness'),
    background: given('background'),
    link: given('link'),
    linkToPage: given('linkToPage'),
    linkToDestination: given('linkToDestination'),
    noWrap: given('noWrap'),
    opacity: given('opacity', 1),
    sup,
    sub,
    height: font.lineHeight(fontSize) * Number(given('lineHeight', 1)),
  };
  const widthOf = (text: string | undefined) => (text ? widthOfText(text, look) : 0);
  const [keepLeading, keepTrailing] = [
    given('preserveLeadingSpaces', false),
    given('preserveTrailingSpaces', false),
  ];
  return {
    texts: new Map(),
    look,
    leadingIndent: Number(given('leadingIndent', 0)),
    measures: remembered(
      (text) => ({
        width: widthOfText(text, look),
        leadingCut: keepLeading ? 0 : widthOf(text.match(/^\s+/)?.[0]),
        trailingCut: keepTrailing ? 0 : widthOf(text.match(/\s+$/)?.[0]),
      }),
      mostRemembered,
    ),
  };
}

function rememberBreaks({ prototype }: Class<LineBreaker>): void {
  const { nextBreak } = prototype;
  const breaksOf = remembered((text: string) => {
    const breaker: LineBreaker = new (prototype.constructor as Class<LineBreaker>)(text);
    const breaks: object[] = [];
    for (let one = nextBreak.call(breaker); one; one = nextBreak.call(breaker)) breaks.push(one);
    return breaks;
  }, mostRemembered);
  prototype.nextBreak = function () {
    const place = this.next ?? 0;
    this.next = place + 1;
    return breaksOf(this.string)[place] ?? null;
  };
}
