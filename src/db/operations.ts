import type { Database } from 'better-sqlite3';
import { groupedBy } from '../rules/grouping.js';
import type { OperationRow } from './chain.js';
import { statements } from './statements.js';

const columns = `operation_id, at, actor, command, words, version, undoes, first_change, changes,
  previous_hash, hash`;

/** What stands before the first operation. */
export const chainStart = '0'.repeat(64);

const sql = statements((db) => ({
  one: db.prepare<[number], OperationRow>(
    `SELECT ${columns} FROM operation WHERE operation_id = ?`,
  ),
  after: db.prepare<[number], OperationRow>(
    `SELECT ${columns} FROM operation WHERE operation_id > ? ORDER BY operation_id LIMIT 1`,
  ),
  newestFirst: db.prepare<[number], OperationRow>(
    `SELECT ${columns} FROM operation ORDER BY operation_id DESC LIMIT ?`,
  ),
  changes: db.prepare<[], number>('SELECT coalesce(sum(changes), 0) FROM operation').pluck(),
  used: db.prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck(),
  files: db.prepare<[number], { operation_id: number; name: string }>(`
    SELECT operation_id, name FROM operation_file
     WHERE operation_id >= ? ORDER BY operation_file_id`),
  otherTables: db
    .prepare<[], number | null>(`
      WITH made AS (SELECT DISTINCT operation_id, table_name, action FROM change),
           listed AS (SELECT operation_id, table_name, action FROM operation_table)
      SELECT min(operation_id) FROM (SELECT * FROM (SELECT * FROM made EXCEPT SELECT * FROM listed)
                                     UNION ALL
                                     SELECT * FROM (SELECT * FROM listed EXCEPT SELECT * FROM made))`)
    .pluck(),
  head: db
    .prepare<[], string>(
      'SELECT hash FROM operation WHERE hash IS NOT NULL ORDER BY operation_id DESC LIMIT 1',
    )
    .pluck(),
  withHash: db
    .prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM operation WHERE hash = ?)')
    .pluck(),
  changesUnaccounted: db
    .prepare<[], number>(`
      SELECT change.operation_id
        FROM change
        LEFT JOIN operation USING (operation_id)
       WHERE change.change_id NOT BETWEEN operation.first_change
                 AND operation.first_change + operation.changes - 1
          OR operation.first_change IS NULL
       ORDER BY change.operation_id LIMIT 1`)
    .pluck(),
}));

export function operationByNumber(db: Database, number: number): OperationRow | undefined {
  return sql(db).one.get(number);
}

/** All operations, the newest first. */
export function operationsNewestFirst(db: Database): IterableIterator<OperationRow> {
  return sql(db).newestFirst.iterate(all);
}

/** What says to SQLite that nothing limits the rows. */
const all = -1;

/** The last operations in their order: so many of them, or all. */
export function lastOperations(db: Database, most: number | undefined): OperationRow[] {
  return sql(db)
    .newestFirst.all(most ?? all)
    .reverse();
}

/** All operations in their order, each read when it is asked for, so that others may be asked between. */
export function* operationsInOrder(db: Database): Generator<OperationRow> {
  let row = sql(db).after.get(0);
  while (row) {
    yield row;
    row = sql(db).after.get(row.operation_id);
  }
}

/** How many changes all operations made. */
export function changesEver(db: Database): number {
  return sql(db).changes.get() ?? 0;
}

/** How many operations there have ever been: the last number that was given out. */
export function operationsEver(db: Database): number {
  return sql(db).used.get('operation') ?? 0;
}

/** The hash of the newest operation: it proves all before it. */
export function headOfChain(db: Database): string {
  return sql(db).head.get() ?? chainStart;
}

/** Whether an operation has this hash. */
export function hasOperation(db: Database, hash: string): boolean {
  return sql(db).withHash.get(hash) === 1;
}

/** The files that operations read, from the one with that number on, by the number of the operation. */
export function filesReadSince(db: Database, number: number) {
  return groupedBy(sql(db).files.all(number), (file) => file.operation_id);
}

/** The first operation of which the list of its tables is not that of its changes; undefined where there is none. */
export function operationWithOtherTables(db: Database): number | undefined {
  return sql(db).otherTables.get() ?? undefined;
}

/** The operation of a change that no operation accounts for; undefined where there is none. */
export function operationOfStrayChange(db: Database): number | undefined {
  return sql(db).changesUnaccounted.get();
}
