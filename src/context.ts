import type { Database } from 'better-sqlite3';

/** One field of one row that an operation changed, as `--diff` shows it. */
export interface Difference {
  file: string;
  line: number | null;
  key: string;
  column: string;
  before: string | null;
  after: string | null;
}

/** Hears how far long work is. */
export interface Progress {
  step(count?: number): void;
  done(): void;
}

/** What a task needs to work: the database, the true moment, who acts, and how the write is to end. */
export interface Context {
  readonly db: Database;
  /** The true moment; what is written bears it. */
  readonly clock: () => Date;
  /** The moment that a question is about: `--as-of`, else the true one. */
  readonly asOf: Date;
  readonly actor: string;
  /** The command and its words, as they stand in the register of operations. */
  readonly invocation: { command: string; words: readonly string[] };
  /** `write` keeps what was done; `dry-run` and `diff` take it back at the end. */
  readonly mode: 'write' | 'dry-run' | 'diff';
  /** Filled by the operation in the mode `diff`. */
  readonly differences: Difference[];
  /** Begins to show how far work is that may take long, of how much where that is known; none where nobody waits. */
  readonly progress?: (of: 'rows' | 'changes', total?: number) => Progress;
}

/** The same, to look without keeping anything; what `--diff` asked for is still shown. */
export function looking<C extends Pick<Context, 'mode'>>(context: C): C {
  return context.mode === 'write' ? { ...context, mode: 'dry-run' } : context;
}
