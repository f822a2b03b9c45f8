import type { RecordOf } from '../../csv/files.js';
import { sha256 } from '../../db/digests.js';
import type { FileKind } from '../../rules/file-kinds.js';
import { wrong } from '../../text/findings.js';
import { listKeys } from './importers.js';
import type { Refusal } from './importing.js';

interface Line<K extends FileKind> {
  readonly line: number;
  readonly values: RecordOf<K>;
}

/**
 * Refuses a key that stands in a list twice with different content; the same row twice is one. Of each row
 * only the line is kept; the first time that a key repeats, `again` reads the whole file for what its
 * lines say.
 */
export function repeatedKeys<K extends FileKind>(kind: K, again: () => Iterable<Line<K>>) {
  const key = listKeys[kind];
  const lines = new Map<string, number>();
  let contents: Map<number, string> | undefined;
  return (record: RecordOf<K>, line: number): Refusal | undefined => {
    if (!key) return undefined;
    const place = placeOf(record, key);
    const first = lines.get(place);
    if (first === undefined) {
      lines.set(place, line);
      return undefined;
    }
    contents ??= contentsOf(again());
    if (contents.get(first) === contentOf(record)) return undefined;
    return { column: key[0] ?? '', wrong: wrong('givenTwice', { line: first }) };
  };
}

function contentsOf(rows: Iterable<{ line: number; values: object }>): Map<number, string> {
  const contents = new Map<number, string>();
  for (const { line, values } of rows) contents.set(line, contentOf(values));
  return contents;
}

function placeOf(record: object, key: readonly string[]): string {
  const cells = record as Readonly<Record<string, unknown>>;
  const [only] = key;
  if (key.length === 1 && only !== undefined) return String(cells[only]);
  return JSON.stringify(key.map((column) => cells[column] ?? null));
}

const contentOf = (record: object) => sha256(JSON.stringify(record));
