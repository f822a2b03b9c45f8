import type { Database } from 'better-sqlite3';
import type { Context } from '../context.js';
import { programVersion } from '../package-files.js';
import { toMoment } from '../rules/school-time.js';
import { type OperationRow, operationHash } from './chain.js';
import { differencesOf } from './differences.js';
import { chainStart } from './operations.js';
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

export interface FileOfOperation {
  /** When this very file was first imported by an operation that stands, else the moment of this one. */
  readonly firstReadAt: string;
  /** Whatever changes from here on comes from this line. */
  line(number: number): void;
  /** The same, quicker, for a file whose rows are all written by `together`. */
  lineOfTogether(number: number): void;
  /** The line whose turn it is. */
  readonly now: number;
  /** Writes rows that earlier lines left to be written together: one change for each of these lines. */
  together(lines: readonly number[], write: () => void): void;
  /** Whatever changes from here on comes from no line of the file. */
  end(): void;
}

const sql = statements((db) => ({
  last: db.prepare<[], { hash: string }>(
    'SELECT hash FROM operation ORDER BY operation_id DESC LIMIT 1',
  ),
  begin: db.prepare<[string, string, string, string, string, string]>(`
    INSERT INTO operation (at, actor, command, words, version, previous_hash)
    VALUES (?, ?, ?, ?, ?, ?)`),
  open: db.prepare<[number]>('INSERT INTO open_operation (operation_id) VALUES (?)'),
  close: db.prepare<[]>('DELETE FROM open_operation'),
  undoes: db.prepare<[string, number]>('UPDATE operation SET undoes = ? WHERE operation_id = ?'),
  lastChange: db
    .prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'change'")
    .pluck(),
  written: db.prepare<[], number>('SELECT total_changes()').pluck(),
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
  row: db.prepare<[number], OperationRow>(`
    SELECT operation_id, at, actor, command, words, version, undoes, first_change, changes,
           previous_hash, hash
      FROM operation WHERE operation_id = ?`),
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
  origin: db.prepare<[number, number, number, number, number]>(`
    INSERT INTO change_origin (first_change_id, last_change_id, operation_file_id, first_line, step)
    VALUES (?, ?, ?, ?, ?)`),
}));

class TakenBack extends Error {}

/**
 * The one way of writing: one operation in one immediate transaction, recorded and chained to the
 * operations before it. Nothing is kept where `work` throws, in a dry run, where only the differences
 * are asked for, or where `work` changed nothing. No question may wait inside: `work` is synchronous.
 */
export function write<T>(context: Context, work: (operation: Operation) => T): T {
  const { db } = context;
  let result: { value: T } | undefined;
  const transaction = db.transaction(() => {
    const operation = begin(context);
    result = { value: work(operation.asSeenByTasks) };
    const row = operation.end();
    if (context.mode === 'diff') context.differences.push(...differencesOf(db, row));
    if (context.mode !== 'write' || (row.changes === 0 && row.undoes === null))
      throw new TakenBack();
    const tables = sql(db).tablesOf.all(row.operation_id);
    sql(db).seal.run(operationHash(db, row, tables), row.operation_id);
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
  const at = toMoment(context.clock());
  const previous = sql(db).last.get()?.hash ?? chainStart;
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
    const row = sql(db).row.get(number);
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

const lastChange = (db: Database) => sql(db).lastChange.get() ?? 0;

interface Run {
  firstChange: number;
  lastChange: number;
  file: number;
  firstLine: number;
  step: number;
}

/**
 * Which change came from which line, as runs: most lines of an import make just one change, and one
 * row for a whole run of such lines costs nothing, where a line number beside every change would.
 */
function trackOrigins(db: Database) {
  let run: Run | undefined;
  const { written: allWritten, lastChange: change, origin } = sql(db);
  // Most lines write nothing at once: whether rows were written at all is quicker to ask than which.
  let seen = { written: -1, change: 0 };
  const newestChange = () => {
    const written = allWritten.get() ?? 0;
    if (written !== seen.written) seen = { written, change: change.get() ?? 0 };
    return seen.change;
  };
  let pending: { file: number; line: number; after: number } | undefined;

  const came = (file: number, line: number, after: number, last: number) => {
    if (run && continues(run, file, line, after, last - after)) {
      run.lastChange = last;
      run.step = 1;
    } else {
      store();
      run = { firstChange: after + 1, lastChange: last, file, firstLine: line, step: 0 };
    }
  };
  /** Enters what the pending line changed, and tells the last change. */
  const settle = () => {
    const last = newestChange();
    if (pending && last > pending.after) came(pending.file, pending.line, pending.after, last);
    pending = undefined;
    return last;
  };
  const store = () => {
    if (!run) return;
    origin.run(run.firstChange, run.lastChange, run.file, run.firstLine, run.step);
    run = undefined;
  };
  const end = () => {
    settle();
    store();
  };
  const of = (file: number, firstReadAt: string): FileOfOperation => ({
    firstReadAt,
    line: (line) => {
      pending = { file, line, after: settle() };
    },
    lineOfTogether: (line) => {
      if (pending?.file === file) pending.line = line;
      else pending = { file, line, after: settle() };
    },
    get now() {
      return pending?.line ?? 0;
    },
    together: (lines, write) => {
      const { line } = pending ?? { line: 0 };
      let change = settle();
      write();
      for (const one of lines) {
        came(file, one, change, change + 1);
        change += 1;
      }
      if (newestChange() !== change) throw new Error('not one change for each line');
      pending = { file, line, after: change };
    },
    end,
  });
  return { of, end };
}

/** Whether one more line with one change lengthens the run. */
function continues(run: Run, file: number, line: number, after: number, changes: number): boolean {
  const length = run.lastChange - run.firstChange + 1;
  const lines = run.step === 1 || length === 1;
  return (
    lines &&
    changes === 1 &&
    run.file === file &&
    run.lastChange === after &&
    run.firstLine + length === line
  );
}
