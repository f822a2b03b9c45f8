import { existsSync } from 'node:fs';
import type { Context } from '../../context.js';
import { filesWithPapers, type IssuedRow, issuedPapers } from '../../db/documents.js';
import type { PaperFile } from '../../documents/paper.js';
import { groupedBy } from '../../rules/grouping.js';
import { yearOf } from '../school-year.js';
import { type Printed, type PrintWishes, printEditions } from './print-papers.js';
import {
  keyOfIssued,
  papersToMend,
  type RegisterFilter,
  recomposed,
  standingAsWritten,
} from './register.js';

interface FileToReissue {
  readonly year: number;
  readonly language: IssuedRow['language'];
  readonly file: PaperFile;
}

export interface ToReissue {
  readonly files: readonly FileToReissue[];
  /**
   * The papers that no longer match the data and lie in no file, since that was or will be written without
   * them: its class is no longer that of the student.
   */
  readonly inNoFile: readonly IssuedRow[];
  /** The papers that no longer match the data, but are printed anew only by the command that prints them. */
  readonly byOwnCommand: readonly IssuedRow[];
  /** The files that hold only papers that would not be issued any more; they stay as they are. */
  readonly nothingElse: readonly string[];
  /** How many papers stand as they were handed out, though the data changed since. */
  readonly handedOut: number;
  /** How many stand as their certificates were prepared, though the data changed since. */
  readonly prepared: number;
}

/**
 * The files in which papers stand that no longer match the data, with all their papers as they are now;
 * what lies in an archive or is for forms stays, and so does what was handed out.
 */
export function filesToReissue(context: Context, filter: RegisterFilter): ToReissue {
  const { db, asOf } = context;
  const compositions = recomposed(db, asOf);
  const asked = issuedPapers(db, filter);
  const changed = papersToMend(compositions, asked);
  const files = filesWithPapers(
    db,
    changed.map((paper) => paper.issued.document_id),
  );
  const nothingElse: string[] = [];
  const moved = new Set<number>();
  const toReissue = files.flatMap(({ file, papers }) => {
    const [first] = papers;
    const composition = first && compositions.of(first);
    if (!composition || composition.byOwnCommand) return [];
    const ofClass = isOfClass(papers);
    const now = papers.flatMap((row) => {
      const paper = composition.papers.get(keyOfIssued(row));
      const isMoved = paper && ofClass && paper.class !== row.class;
      if (isMoved) moved.add(row.document_id);
      return paper && !isMoved ? [paper] : [];
    });
    const { year, language } = first;
    const date = composition.dateOf?.(now) ?? composition.date;
    if (now.length > 0) return [{ year, language, file: { path: file, date, papers: now } }];
    if (existsSync(file)) nothingElse.push(file);
    return [];
  });
  const inNoFile = changed
    .filter(({ now, issued }) => now && (issued.file === null || moved.has(issued.document_id)))
    .map((paper) => paper.issued);
  const byOwnCommand = changed
    .filter((paper) => paper.byOwnCommand && paper.issued.file)
    .map((paper) => paper.issued);
  const standing = standingAsWritten(compositions, asked);
  const handedOut = standing.filter(({ state }) => state === 'changed_after_issuing').length;
  const prepared = standing.length - handedOut;
  return { files: toReissue, inNoFile, byOwnCommand, nothingElse, handedOut, prepared };
}

/** Whether a file is of one class: who is in another one by now has no place in it. */
const isOfClass = (papers: readonly IssuedRow[]) =>
  papers.length > 1 && new Set(papers.map((paper) => paper.class)).size === 1;

/**
 * Prints such files anew, in their places. A paper that would not be issued any more is not in them;
 * where nothing else is in a file, the file stays.
 * @throws Problem those of printPapers
 */
export async function reissue(
  context: Context,
  files: readonly FileToReissue[],
  wishes: Pick<PrintWishes, 'progress' | 'stop'>,
): Promise<Printed> {
  const alike = groupedBy(files, ({ year, language }) => `${year} ${language}`);
  const editions = [...alike.values()].flatMap((batch) => {
    const [first] = batch;
    if (!first) return [];
    const { year, language } = first;
    return [{ year: yearOf(context.db, year), language, files: batch.map(({ file }) => file) }];
  });
  return printEditions(context, editions, { ...wishes, folder: '.', force: false });
}
