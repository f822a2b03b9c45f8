import type { Database } from 'better-sqlite3';
import { recordedTables, rowAsJson } from './recorded-tables.js';
import { statements } from './statements.js';

/** One row that an operation touched; before and after are the whole row as JSON, null where it was not there. */
export interface RecordedChange {
  change_id: number;
  row_id: number;
  action: 'insert' | 'update' | 'delete';
  before: string | null;
  after: string | null;
  /** In hexadecimal digits. */
  salt: string;
}

/** A range of changes, both ends included: those of one operation follow each other. */
export interface ChangeSpan {
  first: number;
  last: number;
}

const sql = statements((db) => ({
  tables: db
    .prepare<ChangeSpan, string>(`
      SELECT DISTINCT table_name FROM change
       WHERE change_id BETWEEN :first AND :last ORDER BY table_name`)
    .pluck(),
  ofTable: new Map<string, ReturnType<typeof prepareChanges>>(),
}));

/** The changes of an operation; none where it changed nothing. */
export function spanOf(operation: { first_change: number | null; changes: number }): ChangeSpan {
  const first = operation.first_change ?? 1;
  return { first, last: first + operation.changes - 1 };
}

/** The tables that a span of changes touched, in the order of their names. */
export function changedTables(db: Database, span: ChangeSpan): string[] {
  return sql(db).tables.all(span);
}

/** The changes of one table in a span, in the order in which they were made. */
export function changesOfTable(
  db: Database,
  table: string,
  span: ChangeSpan,
): IterableIterator<RecordedChange> {
  const { ofTable } = sql(db);
  const prepared = ofTable.get(table) ?? prepareChanges(db, table);
  ofTable.set(table, prepared);
  return prepared.iterate({ ...span, table });
}

/** What was after a change: the `before` of the next change of that row, else the row as it stands. */
function prepareChanges(db: Database, table: string) {
  const recorded = recordedTables(db).get(table);
  const [now, key] = recorded ? [rowAsJson(recorded, 'now'), recorded.key] : ['NULL', 'change_id'];
  return db.prepare<ChangeSpan & { table: string }, RecordedChange>(`
    SELECT change.change_id, change.row_id, change.action, change.before, hex(change.salt) AS salt,
           CASE WHEN next.change_id IS NOT NULL THEN next.before
                WHEN now.${key} IS NOT NULL THEN ${now}
           END AS after
      FROM change
      LEFT JOIN change AS next ON next.change_id = (
             SELECT later.change_id FROM change AS later
              WHERE later.table_name = change.table_name AND later.row_id = change.row_id
                AND later.change_id > change.change_id
              ORDER BY later.change_id LIMIT 1)
      LEFT JOIN ${recorded ? table : '(SELECT NULL AS change_id)'} AS now ON now.${key} = change.row_id
     WHERE change.change_id BETWEEN :first AND :last AND change.table_name = :table
     ORDER BY change.change_id`);
}
