import { readFileSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { isDatabase } from '../../csv/safe-file.js';
import { type PaperOnRecord, papersLastIn, papersWithCodes } from '../../db/documents.js';
import { codesIn, type Paper } from '../../documents/paper.js';
import { Problem } from '../../problem.js';
import { realPath } from '../real-path.js';
import type { PlannedFile } from './planned-files.js';

/** How the batch is printed, as far as it decides what may be overwritten. */
interface Overwriting {
  readonly force: boolean;
  /** Whether each file is of one student, never of all of a class. */
  readonly perStudent?: boolean | undefined;
  /** `false` for papers that no register knows: of an earlier print of such it cannot be told whose it is. */
  readonly register?: boolean | undefined;
}

/** Of these a new day takes the place of the last one: they are looked at, not kept. */
const passing: readonly string[] = [
  'name-list',
  'labels',
  'signature-sheet',
  'certificate-calibration',
];

/**
 * Refuses to write over what is no earlier print of the same papers: another document, or a file that is
 * not ours. `force` allows it, but never a database.
 * @throws Problem placeOfDatabase, placeOfFolder, placeOfOther, placeOfStranger
 */
export function refuseTakenPlaces(
  db: Database,
  planned: readonly PlannedFile[],
  wishes: Overwriting,
): void {
  const own = ['', '-wal', '-shm'].map((suffix) => realPath(db.name + suffix));
  for (const { file, path } of planned) {
    const place = realPath(path);
    if (place === undefined) continue;
    if (own.includes(place)) throw new Problem('placeOfDatabase', { file });
    if (statSync(place).isDirectory()) throw new Problem('placeOfFolder', { file });
    if (isDatabase(place)) throw new Problem('placeOfDatabase', { file });
  }
  if (wishes.force) return;
  for (const one of planned) {
    if (one.present !== undefined && !one.isCurrent) refuseOther(db, one, wishes);
  }
}

function refuseOther(db: Database, planned: PlannedFile, wishes: Overwriting): void {
  const { file, path, papers, language } = planned;
  const codes = codesIn(readFileSync(path));
  const own = new Set(papers.map(({ code }) => code));
  // An earlier run may have ended after the file had its place, and before the register knew it.
  if (codes.length > 0 && codes.every((code) => own.has(code))) return;
  const known = papersWithCodes(db, codes);
  if (known.length === 0 && codes.length > 0 && wishes.register === false) return;
  // What was damaged, or written over by somebody else, is made again where it was ours.
  const there = known.length > 0 ? known : papersLastIn(db, path);
  if (there.length === 0) throw new Problem('placeOfStranger', { file });
  const isEarlier = earlierPrintOf(
    papers.map(({ paper }) => paper),
    language,
    wishes.perStudent,
  );
  const other = there.find((paper) => !isEarlier(paper));
  if (other) throw new Problem('placeOfOther', { ...other, file });
}

/**
 * Whether a paper that lies there belongs to an earlier print of these. Their receivers and, of a class, its
 * students may have changed since; of statements each one is its own.
 */
function earlierPrintOf(
  papers: readonly Paper[],
  language: string,
  perStudent = false,
): (there: PaperOnRecord) => boolean {
  const documents = new Set(papers.flatMap(({ kind, period }) => [`${kind} ${period}`, kind]));
  const owners = new Set(papers.map(ownerOf));
  const classes = new Set(papers.map((paper) => paper.class));
  return (there) =>
    there.kind !== 'statement' &&
    there.language === language &&
    documents.has(passing.includes(there.kind) ? there.kind : `${there.kind} ${there.period}`) &&
    (owners.has(ownerOfRecord(there)) || (!perStudent && classes.has(there.class)));
}

/** Whose a paper is: a student's, else of a class, else of somebody else. */
const ownerOf = ({ student, class: name, receiver }: Paper) =>
  student?.register_no ?? name ?? receiver;

const ownerOfRecord = ({ register_no, class: name, receiver }: PaperOnRecord) =>
  register_no ?? name ?? receiver ?? undefined;
