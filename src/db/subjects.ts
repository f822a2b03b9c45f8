import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

export interface SubjectRow {
  subject_id: number;
  code: string;
  name: string;
  certificate_name: string | null;
  scale: 'points' | 'pass';
}

const sql = statements((db) => ({
  inOrder: db.prepare<[], SubjectRow>(`
    SELECT subject_id, code, name, certificate_name, scale FROM subject
     ORDER BY coalesce("order", 10000), code`),
}));

/** All subjects in the order in which they stand on documents. */
export function subjectsInOrder(db: Database): SubjectRow[] {
  return sql(db).inOrder.all();
}
