import { encodings } from '../../csv/encoding.js';
import type { Delimiter } from '../../csv/source.js';

/** The encodings that a file may be said to have. */
export const encodingNames = encodings;

const named: Readonly<Record<string, Delimiter>> = { semicolon: ';', comma: ',', tab: '\t' };

/** The delimiters that a file may be said to have, by name or as they are. */
export const delimiterNames = [...Object.keys(named), ';', ','];

export function delimiterOf(name: unknown): Delimiter | undefined {
  if (name === ';' || name === ',') return name;
  return typeof name === 'string' ? named[name] : undefined;
}
