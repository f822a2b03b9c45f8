import type { Database } from 'better-sqlite3';
import type { Columns } from '../../csv/columns.js';
import { columnsOf, type RecordOf } from '../../csv/files.js';
import type { Operation } from '../../db/operation.js';
import type { FileOfOperation } from '../../db/origin-runs.js';
import type { References } from '../../db/references.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { Outcome } from '../../db/table-by-key.js';
import type { CivilDate } from '../../rules/civil-date.js';
import type { FileKind } from '../../rules/file-kinds.js';
import { type Wrong, wrong } from '../../text/findings.js';

/** What an importer of one file works with, inside the transaction. */
export interface ImportContext {
  readonly db: Database;
  readonly operation: Operation;
  /** The file that is read. */
  readonly origin?: FileOfOperation;
  readonly year: SchoolYearRow;
  readonly find: References;
  /** Stands for an empty `recorded_at`. */
  readonly moment: string;
  /** The day from which a class holds that differs from the one known. */
  readonly on: CivilDate;
  /** The files of the whole year come together, so that one can be held against another. */
  readonly together: boolean;
  /** The register numbers in the list of students. */
  readonly seen: Set<string>;
  /** Who stands in another class than before; settled when the movements have been read. */
  readonly moves: ClassMove[];
  /** Points out something that is no error. */
  warn(line: number, column: string, value: string, wrong: Wrong): void;
}

/** A student whose class in the list of students is not the one it was. */
export interface ClassMove {
  readonly student_id: number;
  readonly from: number;
  readonly to: number;
  /** Whether it can have no effect, once that is known. */
  isRefused?: boolean;
  /** Points out something at the row that names the new class. */
  pointOut(wrong: Wrong): void;
}

/** Why a row is not taken: the cell that is to blame, and what is wrong with it. */
export interface Refusal {
  readonly column: string;
  readonly wrong: Wrong;
}

/** A row that was taken, but is looked at again when all files have been read: others may stand behind it. */
export interface Provisional {
  /** Asked when it has been looked at. */
  readonly outcome: Outcome;
  recheck(): Refusal | undefined;
}

export type Verdict = Outcome | Refusal | readonly Refusal[] | Provisional;

/** A refusal that shows only when the whole file has been read. */
export interface LateRefusal extends Refusal {
  readonly line: number;
}

export interface Importer<K extends FileKind> {
  /** All that it writes waits to be written together with others. */
  readonly writesTogether?: true;
  /** Takes one row of the file. */
  row(record: RecordOf<K>, line: number): Verdict;
  /** Whether nobody has the key of a row yet, so that it must have what an existing one may leave empty. */
  isNew?(record: RecordOf<K>): boolean;
  /** Writes what still waits, and says what only the whole file tells. */
  finish?(): readonly LateRefusal[];
  /** Takes away what the school year has of this kind and the file does not, and says how many rows. */
  removeMissing?(): number;
}

export type Begin<K extends FileKind> = (context: ImportContext) => Importer<K>;

/** One outcome for a row of a file that stands in several tables. */
export function together(...outcomes: Outcome[]): Outcome {
  const order: Outcome[] = ['new', 'ended', 'changed'];
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'unchanged';
}

/** A new row must have what an existing one may leave empty; undefined where it has all of it. */
export function missingIn<K extends FileKind>(
  kind: K,
  record: RecordOf<K>,
): readonly Refusal[] | undefined {
  const cells: Readonly<Record<string, unknown>> = record;
  const columns: Columns = columnsOf[kind];
  let missing: Refusal[] | undefined;
  for (const column in columns) {
    const isNeeded = columns[column]?.required === 'when-new';
    if (!isNeeded || cells[column] !== undefined) continue;
    missing ??= [];
    missing.push({ column, wrong: wrong('required') });
  }
  return missing;
}
