import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../package-files.js';
import { Problem } from '../problem.js';
import type { Language } from '../text/words.js';

/** A document that a school may change: its layout, and its words in one language. */
export interface Template {
  readonly layout: unknown;
  readonly say: Readonly<Record<string, unknown>>;
}

/**
 * Loads a template from the folder given, else the one that comes with the program.
 * @throws Problem badTemplate, with file and line
 */
export async function loadTemplate(
  name: string,
  language: Language,
  folder = packageFile(`templates/${name}`),
): Promise<Template> {
  const [layout, say] = await Promise.all([
    readYaml(join(folder, 'layout.yaml')),
    readYaml(join(folder, `words.${language}.yaml`)),
  ]);
  return { layout, say: say as Template['say'] };
}

async function readYaml(file: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(contentOf(file));
  const [error] = document.errors;
  if (error) {
    const [at] = error.linePos ?? [];
    throw new Problem('badTemplate', { why: error.message }, { file, line: at?.line });
  }
  return document.toJS();
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Problem('fileNotFound', { file }, { file }, { cause: error });
  }
}

/**
 * Fills a template with data. Its expressions are json-e: they can choose and repeat, not execute.
 * @throws Problem badTemplate
 */
export async function filled(template: Template, data: Readonly<Record<string, unknown>>) {
  const { default: render } = await import('json-e');
  try {
    return render(template.layout as Record<string, unknown>, {
      say: template.say,
      ...data,
    }) as Record<string, unknown>;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem('badTemplate', { why }, { file: 'layout.yaml' }, { cause: error });
  }
}
