import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../package-files.js';
import { Problem } from '../problem.js';
import { likelyMeant } from '../rules/word-distance.js';
import type { WordShape } from '../text/word-shapes.js';
import type { Language } from '../text/words.js';
import { logoFileIn, readLogo } from './logo.js';
import { contentOf, readYaml } from './yaml-file.js';

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
  const logoFile = logoFileIn(ownFolder);
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
 * What stands behind each key of a file of words, those of maps in it as `kinds.test`, and how long the lists
 * are that are not in maps.
 * @throws Problem badTemplate, templateNotMapping
 */
export async function readWords(file: string) {
  const words = await readMapping(file);
  const { lineAt } = await readYaml(file);
  const lengths = new Map(
    Object.entries(words).flatMap(([key, word]): [string, number][] =>
      Array.isArray(word) ? [[key, word.length]] : [],
    ),
  );
  return { shapes: new Map(shapesOf(words)), lengths, lineAt };
}

function shapesOf(words: WordMap, above = ''): (readonly [string, WordShape])[] {
  return Object.entries(words).flatMap(([name, word]) => {
    const key = `${above}${name}`;
    if (isMap(word)) return [[key, 'map'] as const, ...shapesOf(word, `${key}.`)];
    return [[key, Array.isArray(word) ? 'list' : 'text'] as const];
  });
}

/**
 * The data with which a template is tried.
 * @throws Problem fileNotFound, badTemplate, templateNotMapping
 */
export function readSample(name: string, ownFolder: string): Promise<Record<string, unknown>> {
  return readMapping(templateFile(ownFolder, name, 'sample.yaml'));
}
