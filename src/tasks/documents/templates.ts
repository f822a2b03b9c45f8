import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { structuredPatch } from 'diff';
import { checkTemplate } from '../../documents/check-template.js';
import { sharedName, templateFile, templateNames } from '../../documents/template.js';
import { packageFile } from '../../package-files.js';
import { Problem, type Where } from '../../problem.js';
import { languages } from '../../text/words.js';
import { templateFolder } from './planned-files.js';

/** The files of a template that a school may change. */
const editable = ['layout.yaml', ...languages.map((language) => `words.${language}.yaml`)];

/** Keeps what came with the program when a template was ejected. */
const kept = '.shipped';

export interface TemplateRow {
  template: string;
  /** The files that are the school's own. */
  own: readonly string[];
  /** Whether the program's have changed since they were ejected. */
  outdated: boolean;
  folder: string;
}

/** Every template, by name. */
export function templateList(db: Database): TemplateRow[] {
  const own = templateFolder(db);
  return templateNames().map((template) => {
    const files = editable.filter((file) => existsSync(join(own, template, file)));
    const folder = files.length > 0 ? join(own, template) : packageFile(`templates/${template}`);
    return {
      template,
      own: files,
      outdated: changesSinceEjection(db, template).length > 0,
      folder,
    };
  });
}

/**
 * The text of the files of a template, as they are used.
 * @throws Problem unknownTemplate
 */
export function templateTexts(db: Database, name: string): Record<string, string> {
  known(name);
  const paths = editable.map((file) => templateFile(templateFolder(db), name, file));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

function known(name: string): void {
  const names = templateNames();
  if (!names.includes(name)) throw new Problem('unknownTemplate', { name, known: names });
}

/**
 * Copies a template into the school's own folder, from where it comes from then on.
 * @throws Problem unknownTemplate, templateEjected
 */
export function ejectTemplate(
  db: Database,
  name: string,
  { overwrite }: { overwrite: boolean },
): string[] {
  known(name);
  const folder = join(templateFolder(db), name);
  const copies = editable.map((file) => ({
    from: packageFile(`templates/${name}/${file}`),
    to: join(folder, file),
    original: join(folder, kept, file),
  }));
  const there = copies.find(({ to }) => existsSync(to));
  if (there && !overwrite) throw new Problem('templateEjected', { file: there.to, name });
  mkdirSync(join(folder, kept), { recursive: true, mode: 0o700 });
  for (const { from, to, original } of copies) {
    copyFileSync(from, to);
    copyFileSync(from, original);
  }
  return copies.map(({ to }) => to);
}

export interface TemplateFinding {
  readonly template: string;
  readonly problem: Problem;
}

/**
 * Tries templates with their samples, in both languages, and gives everything that is wrong. The common
 * parts are tried with every document.
 * @param name of one template, else all
 * @throws Problem unknownTemplate
 */
export async function checkTemplates(
  db: Database,
  name: string | undefined,
): Promise<TemplateFinding[]> {
  if (name !== undefined) known(name);
  const findings = new Map<string, TemplateFinding>();
  const documents = templateNames().filter((template) => template !== sharedName);
  for (const template of name === undefined || name === sharedName ? documents : [name]) {
    for (const language of languages) {
      for (const problem of await checkTemplate(template, language, templateFolder(db))) {
        const { facts, where } = problem;
        // A fault of the common part is told once, not for every document that has it, nor for every
        // language: how a table begins is in the words of one.
        const key = JSON.stringify([problem.problem, facts, where], (name, value) =>
          name === 'begins' ? undefined : value,
        );
        if (!findings.has(key))
          findings.set(key, { template: templateOf(where, template), problem });
      }
    }
  }
  return [...findings.values()];
}

function templateOf(where: Where | undefined, template: string): string {
  const isShared = where && 'file' in where && dirname(where.file).endsWith(sharedName);
  return isShared ? sharedName : template;
}

export interface TemplateChange {
  template: string;
  file: string;
  /** In the file as it comes with the program now; of a line that went, where it was. */
  line: number;
  change: 'added' | 'removed';
  text: string;
}

/**
 * What has changed in the program's own templates since the school's were ejected.
 * @param name of one template, else all
 * @throws Problem unknownTemplate
 */
export function templateChanges(db: Database, name: string | undefined): TemplateChange[] {
  if (name !== undefined) known(name);
  const names = name === undefined ? templateNames() : [name];
  return names.flatMap((template) => changesSinceEjection(db, template));
}

function changesSinceEjection(db: Database, template: string): TemplateChange[] {
  return editable.flatMap((file) => {
    const original = join(templateFolder(db), template, kept, file);
    if (!existsSync(original)) return [];
    const before = readFileSync(original, 'utf8');
    const after = readFileSync(packageFile(`templates/${template}/${file}`), 'utf8');
    return changedLines(before, after).map((change) => ({ template, file, ...change }));
  });
}

function changedLines(
  before: string,
  after: string,
): Pick<TemplateChange, 'line' | 'change' | 'text'>[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 0 });
  return hunks.flatMap(({ lines, newStart }) => {
    let line = newStart;
    return lines
      .filter((text) => /^[-+]/.test(text))
      .map((text) => {
        const isAdded = text.startsWith('+');
        if (isAdded) line += 1;
        return {
          line: isAdded ? line - 1 : line,
          change: isAdded ? 'added' : 'removed',
          text: text.slice(1),
        };
      });
  });
}
