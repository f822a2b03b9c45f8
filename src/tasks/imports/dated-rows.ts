import type { Database } from 'better-sqlite3';
import { type DatedTable, overlaps } from '../../db/overlaps.js';
import { wrong } from '../../text/findings.js';
import type { LateRefusal, Refusal } from './importing.js';

interface Span {
  from?: string | null | undefined;
  until?: string | null | undefined;
}

/** A span that ends before it begins is refused. */
export function backwards({ from, until }: Span): Refusal | undefined {
  if (!from || !until || until >= from) return undefined;
  return { column: 'until', wrong: wrong('untilBeforeFrom', { from }) };
}

/** Remembers from which line the rows of a dated table came, and refuses those that overlap in the end. */
export function datedRows(db: Database, table: DatedTable) {
  const lines = new Map<number, { line: number; from: string }>();
  return {
    came: (id: number, line: number, { from }: Span) => lines.set(id, { line, from: from ?? '' }),
    overlapping: (): LateRefusal[] => {
      const found: LateRefusal[] = [];
      for (const { id, other_from } of overlaps(db, table)) {
        const row = lines.get(id);
        if (!row) continue;
        const finding = wrong('overlap', { from: other_from ?? '' });
        found.push({ line: row.line, column: 'from', value: row.from, wrong: finding });
        lines.delete(id);
      }
      return found;
    },
  };
}
