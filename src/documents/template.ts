import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, LineCounter, ParsedNode } from 'yaml';
import { packageFile } from '../package-files.js';
import { Problem } from '../problem.js';
import { likelyMeant } from '../rules/word-distance.js';
import type { WordShape } from '../text/word-shapes.js';
import type { Language } from '../text/words.js';
import type { WrongValue } from './piece-values.js';
import type { TemplateFault } from './template-fault.js';
import { offsetOfFault, offsetOfYamlError } from './yaml-lines.js';

/** The layout of one document: what its paper shows, and what it needs beside the common look. */
export interface Layout {
  readonly title: unknown;
  readonly content: unknown;
  /** What is different in size, margins and styles of the pages. */
  readonly page?: Readonly<Record<string, unknown>>;
  /** Tables by their columns, for `rows(…)`. */
  readonly columns?: unknown;
  /** Whose the paper is: stands at the foot of the pages after its first. */
  readonly continued?: unknown;
  /** Another footer than the common one. */
  readonly footer?: unknown;
}

/** What all documents have in common. */
export interface SharedLayout {
  readonly page: Readonly<Record<string, unknown>>;
  readonly footer: unknown;
  /** Pieces that layouts call by name, with their parameters. */
  readonly parts: Readonly<Record<string, Part>>;
}

export interface Part {
  readonly parameters?: readonly string[];
  readonly part: unknown;
}

/** A document that a school may change: its layout and its words in one language. Plain data. */
export interface Template {
  readonly name: string;
  readonly language: Language;
  readonly layout: Layout;
  readonly shared: SharedLayout;
  readonly say: Readonly<Record<string, unknown>>;
  readonly logo: Uint8Array | undefined;
  /** Of everything above: another digest, another look. */
  readonly digest: string;
}

/** The folder of templates that hold for all documents. */
export const sharedName = 'shared';

const logos = ['logo.png', 'logo.jpg', 'logo.jpeg'];

/**
 * Loads a template. Its layout is taken from the school's own folder of templates where it is there,
 * else as it comes with the program; so are its words, one by one.
 * @throws Problem fileNotFound; badTemplate, forbiddenInTemplate, with file and line
 */
export async function loadTemplate(
  name: string,
  language: Language,
  ownFolder: string,
): Promise<Template> {
  const layoutFiles = {
    shared: templateFile(ownFolder, sharedName, 'layout.yaml'),
    own: templateFile(ownFolder, name, 'layout.yaml'),
  };
  const wordFiles = wordsInOrder(ownFolder, name, `words.${language}.yaml`);
  const logoFile = logos.map((logo) => join(ownFolder, logo)).find((path) => existsSync(path));
  const logo = logoFile === undefined ? undefined : readLogo(logoFile);
  const digest = createHash('sha256');
  for (const path of [...Object.values(layoutFiles), ...wordFiles, logoFile ?? '']) {
    digest.update(path === '' ? '' : contentOf(path)).update('\0');
  }
  const shared = await readMapping(layoutFiles.shared, ['page', 'footer', 'parts']);
  const layout = await readMapping(
    layoutFiles.own,
    ['title', 'content'],
    ['page', 'columns', 'continued', 'footer'],
  );
  const words = await Promise.all(wordFiles.map((file) => readMapping(file)));
  const say = words.reduce(withWords, {});
  return {
    name,
    language,
    layout: layout as unknown as Layout,
    shared: shared as unknown as SharedLayout,
    say,
    logo,
    digest: digest.digest('hex'),
  };
}

/**
 * The files of words, each over those before it. The school's own stand over ours, so that a word that
 * came with a newer program is there too.
 */
function wordsInOrder(ownFolder: string, name: string, file: string): string[] {
  return [sharedName, name].flatMap((folder) =>
    [packageFile(`templates/${folder}/${file}`), join(ownFolder, folder, file)].filter((path) =>
      existsSync(path),
    ),
  );
}

/** Words under others that say the same; those of a map one by one. */
function withWords(under: WordMap, over: WordMap): WordMap {
  const own = Object.entries(over).map(([key, word]) => {
    const below = under[key];
    return [key, isMap(word) && isMap(below) ? withWords(below, word) : word];
  });
  return { ...under, ...Object.fromEntries(own) };
}

type WordMap = Readonly<Record<string, unknown>>;

const isMap = (word: unknown): word is WordMap =>
  typeof word === 'object' && word !== null && !Array.isArray(word);

/** The names of all templates, with that of the common parts. */
export function templateNames(): string[] {
  return readdirSync(packageFile('templates'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** By the first bytes of PNG and JPEG. */
function readLogo(file: string): Uint8Array {
  const bytes = new Uint8Array(contentOf(file));
  const begins = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (begins !== '89504e47' && !begins.startsWith('ffd8ff')) {
    throw new Problem('badLogo', undefined, { file });
  }
  return bytes;
}

/** Where a file of a template is: in the school's own folder, else in the program's. */
export function templateFile(ownFolder: string, name: string, file: string): string {
  const own = join(ownFolder, name, file);
  return existsSync(own) ? own : packageFile(`templates/${name}/${file}`);
}

/** The keys that must be there, and those that may; without them every key may be there. */
async function readMapping(
  file: string,
  needed: readonly string[] = [],
  optional?: readonly string[],
): Promise<Record<string, unknown>> {
  const { document, lineAt } = await readYaml(file);
  const value: unknown = document.toJS();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem('templateNotMapping', { needed }, { file, line: 1 });
  }
  const missing = needed.find((key) => isNothing((value as Record<string, unknown>)[key]));
  if (missing !== undefined) {
    throw new Problem('templateLacks', { key: missing }, { file, line: lineAt([missing]) });
  }
  const known = [...needed, ...(optional ?? [])];
  const foreign = needed.length > 0 && Object.keys(value).find((key) => !known.includes(key));
  if (foreign) {
    throw new Problem(
      'templateKeyUnknown',
      { key: foreign, near: likelyMeant(foreign, known), known },
      { file, line: lineAt([foreign]) },
    );
  }
  return value as Record<string, unknown>;
}

const isNothing = (part: unknown) =>
  part === undefined || part === null || (Array.isArray(part) && part.length === 0);

/**
 * What stands behind each key of a file of words, those of maps in it as `kinds.test`.
 * @throws Problem badTemplate, templateNotMapping
 */
export async function readWords(file: string) {
  const shapes = new Map(shapesOf(await readMapping(file)));
  const { lineAt } = await readYaml(file);
  return { shapes, lineAt };
}

function shapesOf(words: WordMap, above = ''): (readonly [string, WordShape])[] {
  return Object.entries(words).flatMap(([name, word]) => {
    const key = `${above}${name}`;
    if (isMap(word)) return [[key, 'map'] as const, ...shapesOf(word, `${key}.`)];
    return [[key, Array.isArray(word) ? 'list' : 'text'] as const];
  });
}

/** What was last read of each file: the common parts belong to every template. */
const lastRead = new Map<string, { text: string; document: Document.Parsed; lines: LineCounter }>();

async function parsed(file: string) {
  const text = contentOf(file).toString();
  const last = lastRead.get(file);
  if (last?.text === text) return last;
  const yaml = await import('yaml');
  const lines: LineCounter = new yaml.LineCounter();
  const read = { text, document: yaml.parseDocument(text, { lineCounter: lines }), lines };
  lastRead.set(file, read);
  return read;
}

async function readYaml(file: string) {
  const { document, lines, text } = await parsed(file);
  const [error] = document.errors;
  if (error) {
    const [why = ''] = error.message.split('\n');
    const offset = await offsetOfYamlError(document, text, error.pos[0]);
    throw new Problem('badTemplate', { why }, { file, line: lines.linePos(offset).line });
  }
  const lineAt = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as ParsedNode | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const lineOfFault = (path: TemplateFault['path'], why: string) =>
    lines.linePos(offsetOfFault(document, text, path, why)).line;
  return { document, lineAt, lineOfFault };
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Problem('fileNotFound', { file }, { file }, { cause: error });
  }
}

/** Says a fault of a template with the file and the line that a person can mend. */
export async function problemOfFault(fault: TemplateFault, ownFolder: string): Promise<Problem> {
  const { template, path, why, forbidden, value, column } = fault;
  const file = templateFile(ownFolder, template, 'layout.yaml');
  if (value) {
    return new Problem('pieceValueWrong', value, placeOfValue(value, template, ownFolder));
  }
  if (column) {
    return new Problem('badTemplate', { why }, placeOfValue(column, template, ownFolder));
  }
  if (forbidden !== undefined) {
    const where = placeOfWord(forbidden, 'key', template, ownFolder);
    return new Problem('forbiddenInTemplate', { key: forbidden }, where);
  }
  const { lineOfFault } = await readYaml(file);
  const line = path.length > 0 ? lineOfFault(path, why) : undefined;
  return new Problem('badTemplate', { why }, { file, line });
}

/**
 * The data with which a template is tried.
 * @throws Problem fileNotFound, badTemplate, templateNotMapping
 */
export function readSample(name: string, ownFolder: string): Promise<Record<string, unknown>> {
  return readMapping(templateFile(ownFolder, name, 'sample.yaml'));
}

/** Where the widths of a table stand; without a line where tables may come and go with the data. */
export function placeOfTable(
  place: number,
  tables: number,
  name: string,
  ownFolder: string,
): { file: string; line?: number } {
  const file = templateFile(ownFolder, name, 'layout.yaml');
  const lines = contentOf(file).toString().split('\n');
  const written = lines.flatMap((line, at) => (/\bwidths\s*:/.test(line) ? [at + 1] : []));
  const line = written.length === tables ? written[place] : undefined;
  return line === undefined ? { file } : { file, line };
}

/** Where in the layouts a key or the name of a style is written: the first place that has it. */
export function placeOfWord(
  word: string,
  what: 'key' | 'value',
  name: string,
  ownFolder: string,
): Place {
  return firstPlace([what === 'key' ? asKey(word) : asValue(word)], name, ownFolder);
}

/** Where a value is written behind its key; else where its word is first, or the key. */
export function placeOfValue(
  { key, value }: Pick<WrongValue, 'key' | 'value'>,
  name: string,
  ownFolder: string,
): Place {
  const behind = asKey(key, 's?');
  const alone = /\p{L}/u.test(value) ? [asValue(value)] : [];
  return firstPlace([`${behind}.*${asValue(value)}`, ...alone, behind], name, ownFolder);
}

interface Place {
  readonly file: string;
  readonly line?: number;
}

const escaped = (word: string) => word.replace(/[^\w]/g, '\\$&');
const asKey = (word: string, ending = '') => `['"]?\\b${escaped(word)}${ending}['"]?\\s*:`;
const asValue = (word: string) => `(?<![\\w.])${escaped(word)}(?![\\w.])`;

/** The first line of the layouts on which the first of the patterns is found that is found at all. */
function firstPlace(patterns: readonly string[], name: string, ownFolder: string): Place {
  const files = [name, sharedName].map((folder) => templateFile(ownFolder, folder, 'layout.yaml'));
  const lines = files.flatMap((file) =>
    contentOf(file)
      .toString()
      .split('\n')
      .map((line, at) => ({ file, line: at + 1, text: line.replace(/(^|\s)#.*/, '') })),
  );
  for (const pattern of patterns) {
    const found = lines.find(({ text }) => new RegExp(pattern).test(text));
    if (found) return { file: found.file, line: found.line };
  }
  return { file: files[0] ?? '' };
}
