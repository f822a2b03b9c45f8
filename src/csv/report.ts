import type { Wrong } from '../text/findings.js';
import type { Header } from './columns.js';

/** What is wrong, and where: a cell, a line or a file. */
export interface Rejection {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly wrong: Wrong;
}

/** What is wrong with a cell. */
export interface Reason {
  readonly column: string;
  readonly wrong: Wrong;
}

/** A row that was not taken, as it stands in its file. */
export interface RejectedRow {
  readonly header: Header;
  readonly cells: readonly string[];
  readonly reasons: readonly Reason[];
}

/** What was found in the files of one run. */
export interface Report {
  readonly rejections: Rejection[];
  readonly warnings: Rejection[];
  readonly rows: RejectedRow[];
  /** By which others name rejected rows, by kind of file: what they say of them is no further mistake. */
  readonly lost: Map<string, Set<string>>;
}

export function createReport(): Report {
  return { rejections: [], warnings: [], rows: [], lost: new Map() };
}
