import type { Wrong } from '../text/findings.js';
import type { Dialect } from './writer.js';

/** What a reader needs to know besides the text of the cell. */
export interface Where {
  /** The school's time zone. */
  readonly zone: string;
}

/** Reads the text of a filled cell; it never throws, because a bad cell is one of many to report. */
export type Read<T> = (text: string, where: Where) => { value: T } | { wrong: Wrong };

export interface Column<T = unknown> {
  /** The Latvian name, by which the header knows it too. */
  readonly lv: string;
  /** Other Latvian names by which the header knows it. */
  readonly also?: readonly string[];
  readonly read: Read<T>;
  /** `always`: every cell must be filled; `when-new`: an empty one leaves what is there already. */
  readonly required?: 'always' | 'when-new';
  /** A required cell may say with `\N` that there is none; else `\N` clears only what is not required. */
  readonly clearable?: true;
}

export type Columns = Readonly<Record<string, Column>>;

type Cell<C> = C extends { read: Read<infer T> } ? T : never;

/**
 * One row of a file: undefined is an empty cell, which leaves things as they are; null is `\N`, which
 * clears them. A column that is always required has a value.
 */
export type Row<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends { required: 'always' }
    ? Cell<C[K]>
    : Cell<C[K]> | null | undefined;
};

/** Where the cells of a record go: for each place the name of its column, undefined for an unknown one. */
export interface Header {
  readonly line: number;
  /** In which the file is written: as for spreadsheets, or in whichever other way. */
  readonly dialect: Dialect;
  readonly places: readonly (string | undefined)[];
  readonly cells: readonly string[];
  /** The unknown columns, each with the known name that is nearest. */
  readonly unknown: readonly { cell: string; nearest: string }[];
}
