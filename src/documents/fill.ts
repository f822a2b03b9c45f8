import { templateFunctions } from './formats.js';
import { UnknownInColumn } from './table-rows.js';
import { type Part, sharedName, type Template } from './template.js';
import { FaultyTemplate } from './template-fault.js';

type Values = Readonly<Record<string, unknown>>;

/** The values of one paper, beside those of the school. */
export interface PaperValues {
  readonly data: Values;
  /** Printed for finding it off line. */
  readonly code: string;
}

export interface FilledPaper {
  readonly title: string;
  readonly content: unknown;
  /** Whose the paper is, for the pages after its first. */
  readonly continued: string;
  readonly footer: unknown;
}

export interface Filler {
  /** The size and margins of the pages, and the styles of the text. */
  readonly page: Values;
  /** @throws FaultyTemplate */
  fill(paper: PaperValues): FilledPaper;
}

/** How strictly a template is tried. */
export interface Trial {
  /** The paper has everything: what its rows do not have, none has. */
  readonly hasEverything?: boolean;
}

type Filled = Readonly<Record<'title' | 'content' | 'continued', unknown>>;

type Render = (template: unknown, context: Values) => unknown;

/**
 * Fills a template with the data of papers. Its expressions are json-e: they can choose and repeat, not
 * execute; they know no clock.
 * @throws FaultyTemplate
 */
export async function filler(
  template: Template,
  school: Values,
  date: string,
  trial: Trial = {},
): Promise<Filler> {
  const { default: render } = (await import('json-e')) as unknown as { default: Render };
  const { name, layout, shared, say } = template;
  const functions = templateFunctions(say, trial);
  const logo = template.logo !== undefined;
  const common = { ...functions, say, school, logo, date, now: `${date}T00:00:00Z` };

  const page = located(name, () => render({ page: layout.page ?? {} }, common)) as { page: Values };
  const sharedPage = located(sharedName, () => render({ page: shared.page }, common)) as {
    page: Values;
  };
  const { columns } = located(name, () => render({ columns: layout.columns ?? null }, common)) as {
    columns: unknown;
  };

  const steady: Record<string, unknown> = { ...common };
  const { steadyParts, varyingParts } = told(shared.parts);
  for (const [part, body] of steadyParts) {
    steady[part] = madeOnce(partOf(render, part, body, steady));
  }
  const fill = ({ data, code }: PaperValues): FilledPaper => {
    const values: Record<string, unknown> = { ...steady, paper: data, code, columns };
    for (const [part, body] of varyingParts) values[part] = partOf(render, part, body, values);
    const { title, content, continued = '' } = layout;
    const filled = located(name, () => render({ title, content, continued }, values)) as Filled;
    const footer = layout.footer
      ? located(name, () => render({ footer: layout.footer }, values))
      : located(sharedName, () => render({ footer: shared.footer }, values));
    const texts = { title: String(filled.title), continued: String(filled.continued ?? '') };
    return { content: filled.content, ...texts, ...(footer as { footer: unknown }) };
  };
  return { page: merged(sharedPage.page, page.page), fill };
}

/** A common part as a function of its parameters: `signature(say.head, school.head)`. */
function partOf(render: Render, name: string, body: Part, values: Values): MakesPart {
  const { parameters = [], part } = body;
  return (...given) => {
    const named = Object.fromEntries(parameters.map((one, place) => [one, given[place] ?? '']));
    const wrapped = { parts: { [name]: { part } } };
    const filled = located(sharedName, () => render(wrapped, { ...values, ...named }));
    return (filled as typeof wrapped).parts[name]?.part;
  };
}

type MakesPart = (...given: unknown[]) => unknown;

/** The same for every paper of a file: the letterhead, the lines to sign on. */
function madeOnce(make: MakesPart): MakesPart {
  const made = new Map<string, unknown>();
  return (...given) => {
    const key = JSON.stringify(given);
    if (!made.has(key)) made.set(key, make(...given));
    return made.get(key);
  };
}

/**
 * Tells the parts that depend on nothing but their parameters, since neither they nor those that they
 * call name the paper, from those that vary with it.
 */
function told(parts: Template['shared']['parts']) {
  const named = Object.entries(parts);
  const varying = new Set(['paper', 'code']);
  const varies = ([, body]: [string, Part]) =>
    [...varying].some((name) => new RegExp(`\\b${name}\\b`).test(JSON.stringify(body)));
  let size = 0;
  while (size < varying.size) {
    size = varying.size;
    for (const part of named.filter(varies)) varying.add(part[0]);
  }
  return {
    steadyParts: named.filter(([name]) => !varying.has(name)),
    varyingParts: named.filter(([name]) => varying.has(name)),
  };
}

/** The document's own page over the common one, and its own styles over the common ones. */
function merged(shared: Values, own: Values): Values {
  const styles = { ...(shared['styles'] as object), ...(own['styles'] as object) };
  const defaultStyle = {
    ...(shared['defaultStyle'] as object),
    ...(own['defaultStyle'] as object),
  };
  return { ...shared, ...own, styles, defaultStyle };
}

/** Says of an error of json-e at which place of the layout it is. */
function located<T>(template: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FaultyTemplate) throw error;
    const { message, location } = error as Error & { location?: readonly string[] };
    const said = error instanceof UnknownInColumn ? { said: error.said } : {};
    const path = (location ?? []).map((step) =>
      step.startsWith('[') ? (JSON.parse(step.slice(1, -1)) as string | number) : step.slice(1),
    );
    throw new FaultyTemplate({ template, path, why: message, ...said }, { cause: error });
  }
}
