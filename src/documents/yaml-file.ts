import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Document, LineCounter, ParsedNode } from 'yaml';
import { Problem } from '../problem.js';
import type { TemplateFault } from './template-fault.js';
import {
  firstUnprintable,
  offsetOfFault,
  offsetOfYamlError,
  type Unprintable,
} from './yaml-lines.js';

/** What was last read of each file: the common parts belong to every template. */
const lastRead = new Map<string, ReadYaml>();

interface ReadYaml {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** The first character in it that cannot be printed. */
  readonly foreign: Unprintable | undefined;
}

async function parsed(file: string): Promise<ReadYaml> {
  const text = textOf(file);
  const last = lastRead.get(file);
  if (last?.text === text) return last;
  const yaml = await import('yaml');
  const lines: LineCounter = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines });
  const read = { text, document, lines, foreign: await firstUnprintable(document, text) };
  lastRead.set(file, read);
  return read;
}

/**
 * A file of YAML, and where in it things stand.
 * @throws Problem fileNotFound, templateNotUtf8, badTemplate, fontLacks
 */
export async function readYaml(file: string) {
  const { document, lines, text, foreign } = await parsed(file);
  const [error] = document.errors;
  if (error) {
    const [why = ''] = error.message.split('\n');
    const offset = await offsetOfYamlError(document, text, error.pos[0]);
    throw new Problem('badTemplate', { why }, { file, line: lines.linePos(offset).line });
  }
  if (foreign) {
    const { character, offset } = foreign;
    const { line } = lines.linePos(offset);
    throw new Problem('fontLacks', { character }, { file, line });
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

/** Bytes that are no UTF-8 would become other characters, without a word. */
function textOf(file: string): string {
  const bytes = contentOf(file);
  if (isUtf8(bytes)) return bytes.toString();
  const lines = bytes.toString('latin1').split('\n');
  const line = lines.findIndex((text) => !isUtf8(Buffer.from(text, 'latin1'))) + 1;
  throw new Problem('templateNotUtf8', undefined, { file, line });
}

/** @throws Problem fileNotFound */
export function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Problem('fileNotFound', { file }, { file }, { cause: error });
  }
}
