import type { Context } from './context.js';
import type { Language, Words } from './text/words.js';

/** Values that a cell of a table, CSV or JSON can have. */
export type Value = string | number | boolean | null | undefined | readonly unknown[] | object;

/** Where a command speaks: data to standard output, words about it to standard error. */
export interface Output {
  /** Writes rows in the chosen format; `columns` are the names and the order of CSV and JSON. */
  rows(columns: readonly string[], rows: Iterable<object>): Promise<void>;
  /** Data of another shape (a tree): JSON as it is; a person gets `lines`. */
  tree(data: unknown, lines: () => Iterable<string>): Promise<void>;
  /** A sentence to the user, on standard error; silent with `--quiet`. */
  say(sentence: string): void;
  /** Something that deserves attention, on standard error, also with `--quiet`. */
  warn(sentence: string): void;
  /** Whether the format was left to be a table for a person. */
  readonly forPeople: boolean;
  /** Shows how far counted work is, on a terminal, when it takes longer than a second. */
  progress(total: number, unit: string): Progress;
}

export interface Progress {
  step(count?: number): void;
  done(): void;
}

/** What a command gets: the context of its task, the language, and a place to speak. */
export interface Session extends Context {
  readonly language: Language;
  readonly text: <T>(words: Words<T>) => T;
  readonly out: Output;
  /** Asks yes or no; true with `--yes`. @throws Problem where nobody can be asked */
  confirm(question: string): Promise<boolean>;
  /** Whether a person can be asked: both ends are a terminal. */
  readonly interactive: boolean;
}
