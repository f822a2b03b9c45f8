import type { Database } from 'better-sqlite3';
import { type DatedTable, overlaps } from '../../db/overlaps.js';
import { wrong } from '../../text/findings.js';
import type { LateRefusal, Refusal } from './importing.js';
import { spanRefusal } from './span-refusal.js';

interface Span {
  from?: string | null | undefined;
  until?: string | null | undefined;
}

/** A span that ends before it begins is refused. */
export const backwards = ({ from, until }: Span): Refusal | undefined =>
  spanRefusal({ from, until }, undefined, ['from', 'until']);

/** Remembers from which line the rows of a dated table came, and refuses those that overlap in the end. */
export function datedRows(db: Database, table: DatedTable) {
  const lines = new Map<number, number>();
  return {
    came: (id: number, line: number) => lines.set(id, line),
    overlapping: (): LateRefusal[] => {
      const found: LateRefusal[] = [];
      for (const { id, from, other, other_from } of overlaps(db, table)) {
        // Of two rows the later one is to blame, or the one that came from this file.
        const isLater = lines.has(id);
        const line = lines.get(isLater ? id : other);
        if (line === undefined) continue;
        const finding = wrong('overlap', { from: (isLater ? other_from : from) ?? '' });
        found.push({ line, column: 'from', wrong: finding });
        lines.delete(isLater ? id : other);
      }
      return found;
    },
  };
}
