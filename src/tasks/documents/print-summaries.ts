import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Context } from '../../context.js';
import { headOfChain } from '../../db/operations.js';
import { schoolSetting } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { programVersion } from '../../package-files.js';
import { Problem } from '../../problem.js';
import { compareLatvian } from '../../rules/latvian-order.js';
import {
  type ArchivedFile,
  type Manifest,
  manifestName,
  readManifest,
  sumsName,
  sumsOf,
  writeManifest,
} from './archive-manifest.js';
import { type Arrangement, arrangePapers } from './arrange-papers.js';
import type { FileToPrint } from './planned-files.js';
import { type Printed, type PrintWishes, printPapers } from './print-papers.js';
import { summaryData } from './summary-data.js';
import type { SummaryJournal } from './summary-journal.js';
import { summaryDate, summaryKind, summaryPapers } from './summary-papers.js';

interface SummaryWishes extends PrintWishes {
  readonly arrangement: Arrangement;
  /** Whether the files have their data attached (PDF/A-3b), or not (PDF/A-2b). */
  readonly withData: boolean;
}

/**
 * Prints the summary journals of a school year for the archive (clause 1.7): a file for each class, with a
 * manifest of the folder; or all in one file for the printer, without.
 * @throws Problem otherArchive, those of printPapers
 */
export async function printSummaries(
  context: Context,
  journals: readonly SummaryJournal[],
  { arrangement, withData, ...wishes }: SummaryWishes,
): Promise<Printed> {
  const { db, mode } = context;
  const { folder, year, preview = false } = wishes;
  const isArchive = typeof arrangement === 'string' && !preview;
  if (isArchive) refuseOther(folder, year);
  const date = summaryDate(db, year, journals);
  const files = arrangePapers(summaryPapers(journals), arrangement, { date }).map(
    (file): FileToPrint => {
      const classes = new Set(file.papers.map((paper) => paper.class));
      const own = journals.filter((journal) => classes.has(journal.class));
      // The day of its own classes, whichever others are printed with it: the same data, the same bytes.
      const dated = { ...file, date: summaryDate(db, year, own) };
      return withData ? { ...dated, attachments: summaryData(own) } : dated;
    },
  );
  const printed = await printPapers(context, files, wishes);
  if (isArchive && mode === 'write') keepManifest(context, printed, { folder, year });
  return printed;
}

/** A folder is the archive of one school year. */
function refuseOther(folder: string, { year }: SchoolYearRow): void {
  if (!existsSync(join(folder, manifestName))) return;
  const there = readManifest(folder)?.manifest;
  if (there?.kind === summaryKind && there.year === year) return;
  throw new Problem('otherArchive', { folder }, { field: 'out' });
}

/** Says what lies in the folder now; as long as that is the same, the manifest stays as it is. */
function keepManifest(
  { db }: Context,
  printed: Printed,
  { folder, year }: { folder: string; year: SchoolYearRow },
): void {
  const before = readManifest(folder);
  const files = filesNow(folder, printed, before?.manifest.files ?? []);
  if (files.length === 0) return;
  const not_made = notMade(folder, printed, before?.manifest.not_made ?? []).filter(
    ({ file }) => !files.some((one) => one.file === file),
  );
  const said = {
    kind: summaryKind,
    school: schoolSetting(db, 'name') ?? '',
    registration_no: schoolSetting(db, 'registration_no') ?? '',
    year: year.year,
    program: programVersion(),
  };
  const all = { files, ...(not_made.length > 0 && { not_made }) };
  if (before && isSame(folder, before, { ...said, head: before.manifest.head, ...all })) return;
  writeManifest(folder, { ...said, head: headOfChain(db), ...all });
}

/** What was printed, and what had been archived here before. */
function filesNow(
  folder: string,
  printed: Printed,
  before: readonly ArchivedFile[],
): ArchivedFile[] {
  const all = new Map(before.map((row) => [row.file, row]));
  for (const { file: path, class: name, sha256 } of printed.files) {
    const file = relative(folder, path);
    if (sha256 !== null) all.set(file, { file, class: name, sha256 });
  }
  return [...all.values()].sort(byFile);
}

/** What could not be printed, now or before. */
function notMade(
  folder: string,
  printed: Printed,
  before: NonNullable<Manifest['not_made']>,
): NonNullable<Manifest['not_made']> {
  const failed = printed.files.filter(({ sha256 }) => sha256 === null);
  const rows = failed.map((row) => ({ file: relative(folder, row.file), class: row.class }));
  return [...new Map([...before, ...rows].map((row) => [row.file, row])).values()].sort(byFile);
}

const byFile = (a: { file: string }, b: { file: string }) => compareLatvian(a.file, b.file);

function isSame(folder: string, before: { text: string }, now: Manifest): boolean {
  if (before.text !== `${JSON.stringify(now, null, 2)}\n`) return false;
  const sums = join(folder, sumsName);
  return existsSync(sums) && readFileSync(sums, 'utf8') === sumsOf(before.text, now);
}
