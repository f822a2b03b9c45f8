/** What stands on the pages of a PDF, read by poppler: each word with its place, in the order of writing. */
import { execFileSync } from 'node:child_process';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Word extends Box {
  readonly text: string;
  /** How many letters stand before it on the page. */
  readonly at: number;
}

export interface Page {
  readonly width: number;
  readonly words: readonly Word[];
  /** Everything on the page without blanks, so that it does not matter where lines are broken. */
  readonly letters: string;
}

/** What should stand in a cell, and under which of the heads; without one only the order counts. */
export interface Cell {
  readonly text: string;
  readonly under?: string;
}

/** A part of a page that should stand there row by row. */
export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const lettersOf = (text: string) => text.normalize('NFC').replace(/\s/g, '');

export function pagesOf(path: string): Page[] {
  const xml = execFileSync('pdftotext', ['-raw', '-bbox', path, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const width = Number(/width="([\d.]+)"/.exec(page)?.[1]);
      let letters = '';
      const words = [...page.matchAll(wordPattern)].map(
        ([, left, top, right, bottom, text = '']) => {
          const own = lettersOf(unescaped(text));
          const word = { text: own, at: letters.length };
          letters += own;
          const sides = { left: Number(left), right: Number(right) };
          return { ...word, ...sides, top: Number(top), bottom: Number(bottom) };
        },
      );
      return { width, words, letters };
    });
}

const wordPattern = /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string) =>
  text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The page on which all of these texts stand; undefined where there is none, or more than one. */
export function pageWith(pages: readonly Page[], texts: readonly string[]): Page | undefined {
  const found = pages.filter((page) =>
    texts.every((text) => page.letters.includes(lettersOf(text))),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** In what a page differs from a table that should stand on it; nothing where it does not. */
export function differences(page: Page, { heads, rows }: Table): string[] {
  const cells = rows.flat();
  const begin = page.letters.indexOf(cells.map(({ text }) => lettersOf(text)).join(''));
  if (begin < 0) return [firstMissing(page, rows)];
  let at = begin;
  return cells.flatMap(({ text, under }) => {
    const length = lettersOf(text).length;
    const box = length > 0 && under !== undefined && boxOf(page, at, length);
    at += length;
    const head = box && nearestHead(page, begin, heads, box);
    return head && head !== under ? [`${text} stands under ${head}, not under ${under}`] : [];
  });
}

function firstMissing(page: Page, rows: Table['rows']): string {
  let before = '';
  for (const row of rows) {
    const text = row.map((cell) => cell.text).join(' ');
    const known = page.letters.indexOf(before);
    if (!page.letters.includes(before + lettersOf(text)))
      return `${text}: not there but ${page.letters.slice(known + before.length).slice(0, 60)}`;
    before += lettersOf(text);
  }
  return '';
}

/** What the letters of a page from one on take up. */
function boxOf({ words }: Page, at: number, length: number): Box {
  return around(words.filter((word) => word.at < at + length && word.at + word.text.length > at));
}

const around = (words: readonly Word[]): Box => ({
  left: Math.min(...words.map(({ left }) => left)),
  right: Math.max(...words.map(({ right }) => right)),
  top: Math.min(...words.map(({ top }) => top)),
  bottom: Math.max(...words.map(({ bottom }) => bottom)),
});

function nearestHead({ words }: Page, before: number, heads: readonly string[], box: Box) {
  const places = heads.flatMap((head) => {
    const parts = head.split(' ');
    const found = words.filter(
      (word, no) =>
        word.at < before && parts.every((part, next) => words[no + next]?.text === part),
    );
    const last = found.at(-1);
    if (!last) return [];
    const first = words.indexOf(last);
    return [{ head, box: around(words.slice(first, first + parts.length)) }];
  });
  return nearest(
    places.map((place) => place.box),
    box,
    (no) => places[no]?.head,
  );
}

/** A column keeps its left edge, its right edge or its middle. */
function nearest<T>(boxes: readonly Box[], box: Box, of: (no: number) => T): T | undefined {
  const far = ({ left, right }: Box) =>
    Math.min(
      Math.abs(left - box.left),
      Math.abs(right - box.right),
      Math.abs(left + right - box.left - box.right) / 2,
    );
  const distances = boxes.map(far);
  return distances.length > 0 ? of(distances.indexOf(Math.min(...distances))) : undefined;
}

/**
 * The rows of a table that goes on over several pages beside the same names: of one row, what stands in
 * it, each with the number of its column, counted over all pages.
 */
export function rowOver(
  pages: readonly Page[],
  isHead: (text: string) => boolean,
  start: string,
): { column: number; text: string }[] {
  const found: { column: number; text: string }[] = [];
  let columns = 0;
  for (const { words, letters } of pages.filter((page) =>
    page.letters.includes(lettersOf(start)),
  )) {
    const begin = letters.indexOf(lettersOf(start));
    const heads = words.filter((word) => word.at < begin && isHead(word.text));
    const first = words.find((word) => word.at >= begin + lettersOf(start).length);
    const line = words.filter(
      (word) => first && word.at >= first.at && Math.abs(word.top - first.top) < 2,
    );
    for (const word of line) {
      const column = nearest(heads, word, (no) => no) ?? 0;
      found.push({ column: columns + column, text: word.text });
    }
    columns += heads.length;
  }
  return found;
}
