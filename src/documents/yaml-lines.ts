import type { Document, Scalar } from 'yaml';
import { unprintable } from './characters.js';

/** A node of a YAML document, of which only its place and what it has are asked. */
interface YamlNode {
  readonly range?: readonly [number, number, number] | null;
  readonly items?: readonly unknown[];
  get?(key: string | number, keepScalar: true): unknown;
}

interface Found {
  readonly node: YamlNode;
  /** How many steps of the way lead to it. */
  readonly steps: number;
}

type Way = readonly (string | number)[];

/**
 * Where in a layout an error of json-e is: at the word that it names, else where the way leads that it
 * tells. json-e passes its own operators without telling them as steps.
 */
export function offsetOfFault(
  document: Document.Parsed,
  text: string,
  way: Way,
  why: string,
): number {
  const [begin = 0, , end = text.length] =
    deepest(document.contents as YamlNode, way).node.range ?? [];
  const word = wordIn(why);
  const at = word === undefined ? -1 : text.slice(begin, end).search(wholly(word));
  return begin + Math.max(at, 0);
}

/** Not inside another word. */
const wholly = (word: string) => new RegExp(`(?<![\\w$])${word.replace(/[^\w]/g, '\\$&')}(?!\\w)`);

function wordIn(why: string): string | undefined {
  const named =
    /has no property "(.+)"|^unknown context value (.+)|has undefined properties: ?(\S+)|^Unexpected input for '(.+)' at|^interpolation of '(.+)' produced/s;
  return named
    .exec(why)
    ?.slice(1)
    .find((part) => part !== undefined);
}

function deepest(node: YamlNode, way: Way): Found {
  const [step, ...rest] = way;
  if (step === undefined) return { node, steps: 0 };
  const next = node.get?.(step, true);
  if (isNode(next)) {
    const found = deepest(next, rest);
    return { node: found.node, steps: found.steps + 1 };
  }
  const found = operandsOf(node).map((operand) => deepest(operand, way));
  return found.reduce((best, one) => (one.steps > best.steps ? one : best), { node, steps: 0 });
}

/** What stands under the operators of json-e. */
function operandsOf({ items = [] }: YamlNode): YamlNode[] {
  return items.flatMap((item) => {
    const { key, value } = item as { key?: { value?: unknown }; value?: unknown };
    const isOperand = /^(\$\w+|in|then|else|each\(.*\))$/.test(String(key?.value));
    return isOperand && isNode(value) ? [value] : [];
  });
}

const isNode = (value: unknown): value is YamlNode =>
  typeof value === 'object' && value !== null && 'range' in value;

/**
 * Where a text in quotation marks begins in whose course an error is seen, lines after it: its end is
 * missing, and it goes on to the next quotation mark or to the end. Else where the error is seen.
 */
export async function offsetOfYamlError(
  document: Document.Parsed,
  text: string,
  seen: number,
): Promise<number> {
  const { visit } = await import('yaml');
  let open = seen;
  visit(document, {
    Scalar(_, { type, range }: Scalar) {
      const [begin = seen, end = seen] = range ?? [];
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      const isSeen = begin < seen && !text.slice(end, seen).includes('\n');
      if (isQuoted && isSeen && text.slice(begin, end).includes('\n')) open = begin;
    },
  });
  return open;
}

/** A character that the font of documents lacks, and where it is written. */
export interface Unprintable {
  readonly character: string;
  readonly offset: number;
}

/** The first of all texts of a file that a document may show. */
export async function firstUnprintable(
  document: Document.Parsed,
  text: string,
): Promise<Unprintable | undefined> {
  const { visit } = await import('yaml');
  let first: Unprintable | undefined;
  visit(document, {
    Scalar(_, { value, range }: Scalar) {
      const character = typeof value === 'string' ? unprintable(value.normalize('NFC')) : undefined;
      if (character === undefined) return undefined;
      const [begin = 0] = range ?? [];
      // Not found where it is written as an escape sequence, or in two characters.
      first = { character, offset: Math.max(begin, text.indexOf(character, begin)) };
      return visit.BREAK;
    },
  });
  return first;
}
