import type { RecordOf } from '../../csv/files.js';
import { sha256 } from '../../db/chain.js';
import type { FileKind } from '../../rules/file-kinds.js';
import { wrong } from '../../text/findings.js';
import { listKeys } from './importers.js';
import type { Refusal } from './importing.js';

/**
 * Refuses a key that stands in a list twice with different content; the same row twice is one.
 * Of each row a digest is kept, not the row: a list may have a hundred thousand of them.
 */
export function repeatedKeys<K extends FileKind>(kind: K) {
  const key = listKeys[kind];
  const seen = new Map<string, { line: number; content: number }>();
  return (record: RecordOf<K>, line: number): Refusal | undefined => {
    if (!key) return undefined;
    const cells: Readonly<Record<string, unknown>> = record;
    const place = JSON.stringify(key.map((column) => cells[column] ?? null));
    const content = digestOf(JSON.stringify(cells));
    const first = seen.get(place);
    if (!first) seen.set(place, { line, content });
    else if (first.content !== content) {
      return { column: key[0] ?? '', wrong: wrong('givenTwice', { line: first.line }) };
    }
    return undefined;
  };
}

/** The first 48 bits of the digest: enough to tell two rows apart, and small. */
const digestOf = (text: string) => Number.parseInt(sha256(text).slice(0, 12), 16);
