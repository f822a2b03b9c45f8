import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

/** A file that an operation reads, as far as changes come from its lines. */
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
  lastChange: db
    .prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'change'")
    .pluck(),
  written: db.prepare<[], number>('SELECT total_changes()').pluck(),
  origin: db.prepare<[number, number, number, number, number]>(`
    INSERT INTO change_origin (first_change_id, last_change_id, operation_file_id, first_line, step)
    VALUES (?, ?, ?, ?, ?)`),
}));

/** The number of the newest change; 0 where there is none. */
export const lastChange = (db: Database): number => sql(db).lastChange.get() ?? 0;

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
export function trackOrigins(db: Database) {
  const { came, store } = storingRuns(db);
  const { written: allWritten, lastChange: change } = sql(db);
  // Most lines write nothing at once: whether rows were written at all is quicker to ask than which.
  let seen = { written: -1, change: 0 };
  const newestChange = () => {
    const written = allWritten.get() ?? 0;
    if (written !== seen.written) seen = { written, change: change.get() ?? 0 };
    return seen.change;
  };
  let pending: { file: number; line: number; after: number } | undefined;

  /** Enters what the pending line changed, and tells the last change. */
  const settle = () => {
    const last = newestChange();
    if (pending && last > pending.after) came(pending.file, pending.line, pending.after, last);
    pending = undefined;
    return last;
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

/** Takes what came from each line into the run, and stores the run where it ends. */
function storingRuns(db: Database) {
  const { origin } = sql(db);
  let run: Run | undefined;
  const store = () => {
    if (!run) return;
    origin.run(run.firstChange, run.lastChange, run.file, run.firstLine, run.step);
    run = undefined;
  };
  const came = (file: number, line: number, after: number, last: number) => {
    if (run && continues(run, file, line, after, last - after)) {
      run.lastChange = last;
      run.step = 1;
    } else {
      store();
      run = { firstChange: after + 1, lastChange: last, file, firstLine: line, step: 0 };
    }
  };
  return { came, store };
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
