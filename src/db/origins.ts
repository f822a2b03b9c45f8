import type { Database } from 'better-sqlite3';
import type { ChangeSpan } from './changes.js';
import { statements } from './statements.js';

/** The file and the line from which a change came. */
export interface Origin {
  file: string;
  line: number;
}

interface Run {
  first_change_id: number;
  last_change_id: number;
  first_line: number;
  step: number;
  name: string;
}

const sql = statements((db) => ({
  runs: db.prepare<ChangeSpan, Run>(`
    SELECT first_change_id, last_change_id, first_line, step, operation_file.name
      FROM change_origin
      JOIN operation_file USING (operation_file_id)
     WHERE first_change_id BETWEEN :first AND :last
     ORDER BY first_change_id`),
  lastStarting: db.prepare<[number], Run>(`
    SELECT first_change_id, last_change_id, first_line, step, operation_file.name
      FROM change_origin
      JOIN operation_file USING (operation_file_id)
     WHERE first_change_id <= ? ORDER BY first_change_id DESC LIMIT 1`),
}));

/** Where one change came from; undefined where from no file. */
export function originOf(db: Database, change: number): Origin | undefined {
  return originIn(sql(db).lastStarting.get(change), change);
}

/** Tells for the changes of a span, asked in any order, where each came from; undefined where from no file. */
export function originsOf(db: Database, span: ChangeSpan): (change: number) => Origin | undefined {
  const runs = sql(db).runs.all(span);
  return (change) => originIn(lastStartingAt(runs, change), change);
}

function originIn(run: Run | undefined, change: number): Origin | undefined {
  if (!run || change > run.last_change_id) return undefined;
  return { file: run.name, line: run.first_line + run.step * (change - run.first_change_id) };
}

/** The last run that starts at the change or before it, by halving. */
function lastStartingAt(runs: readonly Run[], change: number): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.first_change_id ?? 0) <= change) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}
