import type { Database } from 'better-sqlite3';
import type { Context } from '../context.js';
import { programVersion } from '../package-files.js';
import { Problem } from '../problem.js';
import { toMoment } from '../rules/school-time.js';
import { operationHash } from './chain.js';
import { differencesOf } from './differences.js';
import { readNewest } from './one-state.js';
import { headOfChain, operationByNumber } from './operations.js';
import { type FileOfOperation, lastChange, trackOrigins } from './origin-runs.js';
import { recordsAll } from './soundness.js';
import { statements } from './statements.js';
import { undoneOperations } from './undone.js';

/** A file that an operation reads. */
export interface OperationFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What a task may say of the operation in which it works. */
export interface Operation {
  readonly number: number;
  /** The true moment of the operation; all that it writes bears it. */
  readonly at: string;
  /** Enters a file that is read; later changes can be said to come from its lines. */
  reads(file: OperationFile): FileOfOperation;
  /** Says which operations are taken back by this one. */
  undoes(numbers: readonly number[]): void;
}

const sql = statements((db) => ({
  begin: db.prepare<[string, string, string, string, string, string]>(`
    INSERT INTO operation (at, actor, command, words, version, previous_hash)
    VALUES (?, ?, ?, ?, ?, ?)`),
  open: db.prepare<[number]>('INSERT INTO open_operation (operation_id) VALUES (?)'),
  close: db.prepare<[]>('DELETE FROM open_operation'),
  undoes: db.prepare<[string, number]>('UPDATE operation SET undoes = ? WHERE operation_id = ?'),
  extent: db.prepare<[number | null, number, number]>(
    'UPDATE operation SET first_change = ?, changes = ? WHERE operation_id = ?',
  ),
  tables: db.prepare<[number, number, number]>(`
    INSERT INTO operation_table (operation_id, table_name, action)
    SELECT DISTINCT ?, table_name, action FROM change WHERE change_id BETWEEN ? AND ?
     ORDER BY table_name, action`),
  tablesOf: db
    .prepare<[number], string>(
      'SELECT DISTINCT table_name FROM operation_table WHERE operation_id = ? ORDER BY table_name',
    )
    .pluck(),
  seal: db.prepare<[string, number]>('UPDATE operation SET hash = ? WHERE operation_id = ?'),
  file: db.prepare<[number, string, string, number]>(
    'INSERT INTO operation_file (operation_id, name, sha256, bytes) VALUES (?, ?, ?, ?)',
  ),
  readings: db.prepare<[string], { operation_id: number; at: string }>(`
    SELECT operation.operation_id, operation.at
      FROM operation_file
      JOIN operation USING (operation_id)
     WHERE operation_file.sha256 = ? AND operation.hash IS NOT NULL
     ORDER BY operation.operation_id`),
}));

class TakenBack extends Error {}

/**
 * The one way of writing: one operation in one immediate transaction, recorded and chained to the
 * operations before it. Nothing is kept where `work` throws, in a dry run, where only the differences
 * are asked for, or where `work` changed nothing. No question may wait inside: `work` is synchronous.
 */
export function write<T>(context: Context, work: (operation: Operation) => T): T {
  const { db } = context;
  readNewest(db);
  let result: { value: T } | undefined;
  const transaction = db.transaction(() => {
    const operation = begin(context);
    result = { value: work(operation.asSeenByTasks) };
    const row = operation.end();
    // One by one: an import of 20,000 marks has more of them than a call may have arguments.
    if (context.mode === 'diff')
      for (const difference of differencesOf(db, row)) context.differences.push(difference);
    if (context.mode !== 'write' || (row.changes === 0 && row.undoes === null))
      throw new TakenBack();
    const tables = sql(db).tablesOf.all(row.operation_id);
    sql(db).seal.run(operationHash(db, row, { tables }), row.operation_id);
  });
  try {
    transaction.immediate();
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  if (!result) throw new Error('the transaction ended without its work');
  return result.value;
}

function begin(context: Context) {
  const { db, actor, invocation } = context;
  if (!recordsAll(db)) throw new Problem('recordersMissing', undefined);
  const at = toMoment(context.clock());
  const previous = headOfChain(db);
  const words = JSON.stringify(invocation.words);
  const begun = sql(db).begin.run(at, actor, invocation.command, words, programVersion(), previous);
  const number = Number(begun.lastInsertRowid);
  sql(db).open.run(number);

  const changesBefore = lastChange(db);
  const origins = trackOrigins(db);
  const asSeenByTasks: Operation = {
    number,
    at,
    reads: ({ name, sha256, bytes }) => {
      const firstReadAt = firstReading(db, sha256) ?? at;
      const entered = sql(db).file.run(number, name, sha256, bytes);
      return origins.of(Number(entered.lastInsertRowid), firstReadAt);
    },
    undoes: (numbers) => sql(db).undoes.run(JSON.stringify(numbers), number),
  };
  const end = () => {
    origins.end();
    const changes = lastChange(db) - changesBefore;
    sql(db).extent.run(changes > 0 ? changesBefore + 1 : null, changes, number);
    if (changes > 0) sql(db).tables.run(number, changesBefore + 1, changesBefore + changes);
    sql(db).close.run();
    const row = operationByNumber(db, number);
    if (!row) throw new Error('the operation is gone');
    return row;
  };
  return { asSeenByTasks, end };
}

/** When the very content was first read by an operation that still stands. */
function firstReading(db: Database, sha256: string): string | undefined {
  const undone = undoneOperations(db);
  return sql(db)
    .readings.all(sha256)
    .find((reading) => !undone.has(reading.operation_id))?.at;
}
