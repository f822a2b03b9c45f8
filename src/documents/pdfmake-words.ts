import { createRequire } from 'node:module';
import { remembered } from '../rules/remembered.js';
import { type Look, lookOf, lookUnder, type StyleStack } from './pdfmake-styles.js';

interface Font {
  lineHeight(size: number): number;
}

interface Document {
  provideFont(family: unknown, bold: unknown, italics: unknown): Font;
}

/** What pdfmake keeps of a word: its text, what it looks like, and how it is measured. */
interface Word {
  readonly text: string;
  leadingCut?: number;
  leadingIndent?: number;
  [property: string]: unknown;
}

interface MeasuredWord extends Word {
  leadingCut: number;
}

/** All that the words of one look have in common. */
interface Setting {
  readonly leadingIndent: number;
  /** A word as it stands where nothing goes before it; to be copied. */
  measured(text: string): MeasuredWord;
}

interface TextInlines {
  readonly pdfDocument: Document;
  measure(words: Word[], stack: StyleStack): Word[];
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
  inlines.prototype.measure = function (words, stack) {
    const look = lookOf(stack);
    const settingOf = settings(this.pdfDocument);
    return words.map((word, place) => {
      const { measured, leadingIndent } = settingOf(lookUnder(look, word, stack));
      const copy = { ...measured(word.text) };
      for (const own in word) if (!(own in copy)) copy[own] = word[own];
      if (place === 0 && leadingIndent) {
        copy.leadingIndent = leadingIndent;
        copy.leadingCut -= leadingIndent;
      }
      return copy;
    });
  };
  rememberBreaks(createRequire(inside.resolve('pdfmake'))('linebreak') as Class<LineBreaker>);
}

/** The settings of a document, whose fonts are its own. */
function settingsOf({ widthOfText }: TextInlines): (document: Document) => (look: Look) => Setting {
  const known = new WeakMap<Document, Map<Look, Setting>>();
  return (document) => {
    const ofDocument = known.get(document) ?? new Map<Look, Setting>();
    known.set(document, ofDocument);
    return (look) => {
      const setting = ofDocument.get(look) ?? settingOf(document, look, widthOfText);
      ofDocument.set(look, setting);
      return setting;
    };
  };
}

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
  const properties = {
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
  const widthOf = (text: string | undefined) => (text ? widthOfText(text, properties) : 0);
  const [keepLeading, keepTrailing] = [
    given('preserveLeadingSpaces', false),
    given('preserveTrailingSpaces', false),
  ];
  return {
    leadingIndent: Number(given('leadingIndent', 0)),
    measured: remembered(
      (text) => ({
        text,
        ...properties,
        width: widthOfText(text, properties),
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
