import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Context } from '../../context.js';
import { filesOnRecord, registerFile } from '../../db/documents.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import { schoolZone } from '../../db/school-settings.js';
import { stageFiles } from '../../documents/staging.js';
import { remembered } from '../../rules/remembered.js';
import { dateOf } from '../../rules/school-time.js';
import type { Arrangement } from './arrange-papers.js';
import {
  type LeftOutPaper,
  type MadeFile,
  type MakingWishes,
  type PrintedFile,
  renderAll,
} from './made-files.js';
import {
  digestOf,
  type Edition,
  type FileToPrint,
  type PlannedFile,
  type PlanWishes,
  planFiles,
} from './planned-files.js';
import { refuseTakenPlaces } from './taken-places.js';

export interface PrintWishes extends PlanWishes, MakingWishes {
  /** Whether each file is of one student: it takes the place of no file of a class. */
  readonly perStudent?: boolean | undefined;
  /** Makes only the first paper, in a folder for passing things, and enters nothing. */
  readonly preview?: boolean | undefined;
  /**
   * `false` for papers that no register may know: the register of documents keeps what a paper says, and
   * a one-time password must stand nowhere but on its letter. Nothing of them is written to the database.
   */
  readonly register?: boolean | undefined;
}

/** The same for papers that are still to be arranged into files. */
export interface ArrangedWishes extends Omit<PrintWishes, 'year'> {
  readonly arrangement: Arrangement;
}

export interface Printed {
  readonly files: readonly PrintedFile[];
  readonly leftOut: readonly LeftOutPaper[];
}

/**
 * Prints papers into files, and enters them in the register of documents in one operation. The same
 * data give the same bytes; what is there already as it should be is not made again. A paper that cannot
 * be made is left out and told, the others are printed. The files get their places when all are made:
 * an error in a template, a full disk or a stop leaves everything as it was. With `register: false`
 * the files are made and nothing is entered.
 * @throws Problem badTemplate and the others of templates; those of refuseTakenPlaces; AbortError
 */
export async function printPapers(
  context: Context,
  files: readonly FileToPrint[],
  wishes: PrintWishes,
): Promise<Printed> {
  if (wishes.preview) return preview(context, files, wishes);
  return printEditions(context, [{ ...wishes, files }], wishes);
}

/** The same for papers of several years or languages: all of them are one batch, and one operation. */
export async function printEditions(
  context: Context,
  editions: readonly (Edition & { readonly files: readonly FileToPrint[] })[],
  wishes: Omit<PrintWishes, keyof Edition>,
): Promise<Printed> {
  const planned: PlannedFile[] = [];
  for (const { files, year, language } of editions) {
    planned.push(...(await planFiles(context.db, files, { ...wishes, year, language })));
  }
  refuseTakenPlaces(context.db, planned, wishes);
  const made = await makeFiles(context, planned, wishes);
  return { files: made.map(({ row }) => row), leftOut: made.flatMap(({ leftOut }) => leftOut) };
}

async function preview(
  context: Context,
  files: readonly FileToPrint[],
  wishes: PrintWishes,
): Promise<Printed> {
  const first = files.find(({ papers }) => papers.length > 0);
  if (!first) return { files: [], leftOut: [] };
  const folder = mkdtempSync(join(tmpdir(), 'ejournal-'));
  const only = { ...first, path: basename(first.path), papers: first.papers.slice(0, 1) };
  const staging = stageFiles();
  try {
    const planned = await planFiles(context.db, [only], { ...wishes, folder, force: true });
    const made = await renderAll(context.db, planned, staging, wishes);
    await staging.commit(() => undefined);
    return { files: made.map(({ row }) => row), leftOut: made.flatMap(({ leftOut }) => leftOut) };
  } finally {
    await staging.discard();
    // Where nothing could be made, nothing is left of it.
    if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
  }
}

async function makeFiles(
  context: Context,
  planned: readonly PlannedFile[],
  wishes: Omit<PrintWishes, keyof Edition>,
): Promise<MadeFile[]> {
  const toMake = planned.filter(({ isCurrent }) => !isCurrent);
  const staging = context.mode === 'write' && toMake.length > 0 ? stageFiles() : undefined;
  try {
    const made = await renderAll(context.db, planned, staging, wishes);
    const placed = new Set<string>();
    try {
      await staging?.commit((path) => placed.add(path));
    } finally {
      const there = made.filter(({ row, path }) => row.state !== 'written' || placed.has(path));
      if (wishes.register !== false) {
        register(context, context.mode === 'write' ? there : made);
      }
    }
    return made;
  } finally {
    await staging?.discard();
  }
}

/**
 * Enters the files that are in their places, unless they stand there with the same bytes. What was made
 * before its own day may have been too early: that it was still so on a later day is entered as well.
 */
function register(context: Context, files: readonly MadeFile[]): void {
  const { db } = context;
  const zone = schoolZone(db);
  write(context, ({ at: made_at }) => {
    const today = dateOf(made_at, zone);
    const namesOf = remembered((year: number) => references(db, year));
    const onRecord = filesOnRecord(
      db,
      files.map(({ path }) => path),
    );
    for (const { row, path, date, papers, attached, year, language } of files) {
      if (row.sha256 === null) continue;
      const digest = digestOf({ papers, date, attached });
      const known = onRecord.get(path);
      if (known?.sha256 === row.sha256 && known.digest === digest) {
        const before = dateOf(known.made_at, zone);
        if (before >= date || before >= today) continue;
      }
      const { school_year_id } = year;
      const find = namesOf(school_year_id);
      const entered = papers.map(({ paper, code, digest }) => ({
        school_year_id,
        kind: paper.kind,
        period: paper.period,
        class_id: paper.class === null ? null : (find.class(paper.class) ?? null),
        student_id: paper.student ? (find.student(paper.student.register_no) ?? null) : null,
        receiver: paper.receiver ?? null,
        language,
        code,
        digest,
        data: JSON.stringify(paper.data),
        made_at,
      }));
      registerFile(db, { file: path, digest, sha256: row.sha256, made_at }, entered);
    }
  });
}
