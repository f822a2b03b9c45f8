import type { Context, Progress } from './context.js';
import type { ColumnName } from './text/columns.js';
import type { Language, Words } from './text/words.js';

/** A line of a page. */
export type Line = string | { readonly heading: string };

/** Where a command speaks: data to standard output, words about it to standard error. */
export interface Output {
  /** Writes rows in the chosen format; `columns` are the names and the order of CSV and JSON. */
  rows(columns: readonly ColumnName[], rows: Iterable<object>): Promise<void>;
  /**
   * Rows that say why nothing was written, also where only the differences were asked for. Columns that
   * were chosen for another answer choose none of these.
   */
  refused(columns: readonly ColumnName[], rows: Iterable<object>): Promise<void>;
  /** The same as `rows` for the rows of a file, lists of values; its columns have Latvian names of their own. */
  lists(
    columns: readonly string[],
    rows: Iterable<readonly unknown[]>,
    latvian: readonly string[],
  ): Promise<void>;
  /** The same; a table has only the columns that a person needs, unless others are asked for. */
  listed(
    columns: readonly ColumnName[],
    forPeople: readonly ColumnName[],
    rows: Iterable<object>,
  ): Promise<void>;
  /** As `rows`; in a table what stands in the last column goes on below, where the terminal is too narrow. */
  wrapped(columns: readonly ColumnName[], rows: Iterable<object>): Promise<void>;
  /** Data of another shape (a tree): JSON as it is; a person gets `lines`. */
  tree(data: unknown, lines: () => Iterable<string>): Promise<void>;
  /** A page for a person to read, line by line; a heading is set off. */
  page(lines: Iterable<Line>): Promise<void>;
  /** A text for another program, as it is. */
  text(whole: string): Promise<void>;
  /** How wide the terminal is to which data go; undefined where they go to none. */
  readonly width: number | undefined;
  /** A sentence to the user, on standard error; silent with `--quiet`. What it is about is set off before it. */
  say(sentence: string, about?: string): void;
  /** Something that deserves attention, on standard error, also with `--quiet`. */
  warn(sentence: string, about?: string): void;
  /** The same, in a colour that is seen. */
  urge(sentence: string): void;
  /** The columns that were asked for; undefined where nothing was said. */
  readonly columns: readonly string[] | undefined;
  /** The format in which data are written. */
  readonly format: 'table' | 'csv' | 'json' | 'jsonl';
  /**
   * Shows how far counted work is, on a terminal, when it takes longer than a second; how much there is may
   * not be known.
   */
  progress(total: number | undefined, unit: string): Progress;
}

/** What every command gets: the language, a place to speak, and who calls it. */
export interface Frame extends Pick<Context, 'progress'> {
  /** The database that was named, whether it is there or not. */
  readonly file: string;
  readonly language: Language;
  readonly text: <T>(words: Words<T>) => T;
  readonly out: Output;
  readonly clock: () => Date;
  readonly actor: string;
  readonly invocation: Context['invocation'];
  readonly mode: Context['mode'];
  readonly differences: Context['differences'];
  /** The dialect of CSV that was asked for. */
  readonly dialect: 'csv' | 'excel';
  /** Whether every question is answered with yes. */
  readonly yes: boolean;
  /** Whether a person can be asked: both ends are a terminal. */
  readonly interactive: boolean;
  /** Opens a file with the program that the system has for it; false where there is none. */
  openFile(path: string): Promise<boolean>;
  /** Does long work that a person may stop (Ctrl-C): the work hears of it and ends in good order. */
  stoppable<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T>;
}

/** What a command gets that works on an opened database: the context of its task besides. */
export interface Session extends Frame, Context {}
