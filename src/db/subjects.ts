import type { Database } from 'better-sqlite3';
import type { Scale } from '../rules/marks.js';
import { statements } from './statements.js';

export interface SubjectRow {
  subject_id: number;
  code: string;
  name: string;
  certificate_name: string | null;
  scale: Scale;
}

const sql = statements((db) => ({
  inOrder: db.prepare<[], SubjectRow>(`
    SELECT subject_id, code, name, certificate_name, scale FROM subject
     ORDER BY coalesce("order", 10000), code`),
  scale: db.prepare<[string], Scale>('SELECT scale FROM subject WHERE code = ?').pluck(),
}));

/** All subjects in the order in which they stand on documents. */
export function subjectsInOrder(db: Database): SubjectRow[] {
  return sql(db).inOrder.all();
}

/** How a subject is marked; undefined where there is none. */
export function subjectScale(db: Database, code: string): Scale | undefined {
  return sql(db).scale.get(code);
}
