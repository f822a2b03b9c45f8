import type { Database } from 'better-sqlite3';
import { sha256 } from '../../db/digests.js';
import { problemOfFault } from '../../documents/fault-problem.js';
import type { Paper } from '../../documents/paper.js';
import type { LeftOut, Rendered } from '../../documents/render-file.js';
import { makeRenderer } from '../../documents/render-pool.js';
import type { Staging } from '../../documents/staging.js';
import type { CivilDate } from '../../rules/civil-date.js';
import {
  type Edition,
  type PlannedFile,
  type PlannedPaper,
  templateFolder,
} from './planned-files.js';
import { studentsLacking } from './students-lacking.js';

/** A file that was asked for; `unchanged` where it was there already with the same content. */
export interface PrintedFile {
  file: string;
  class: string | null;
  papers: number;
  state: 'written' | 'unchanged' | 'failed';
  sha256: string | null;
  /** The register numbers of students whose paper, or because of whom that of their class, could not be made. */
  left_out: readonly string[];
}

/** A paper that could not be made, since the font lacks a character that stands in it. */
export interface LeftOutPaper {
  readonly paper: Paper;
  readonly character: string;
  /** The text in which it stands. */
  readonly text: string;
  /** The register numbers of those whose texts have such a character. */
  readonly students: readonly string[];
}

/** A file that was made, or was there unchanged. */
export interface MadeFile extends Edition {
  readonly row: PrintedFile;
  readonly leftOut: readonly LeftOutPaper[];
  /** What is in it, for the register. */
  readonly papers: readonly PlannedPaper[];
  readonly attached: string | undefined;
  readonly path: string;
  /** The day that it bears inside. */
  readonly date: CivilDate;
}

/** How the making of files is followed and stopped. */
export interface MakingWishes {
  readonly force: boolean;
  /** Is told how many papers are done. */
  readonly progress: (papers: number) => void;
  /** Ends the batch before its time; nothing of it is kept. */
  readonly stop: AbortSignal;
}

/** Makes the files that are not there as they should be, beside their places; of the others tells so. */
export async function renderAll(
  db: Database,
  planned: readonly PlannedFile[],
  staging: Staging | undefined,
  { stop, force, progress }: MakingWishes,
): Promise<MadeFile[]> {
  const toMake = planned.filter(({ isCurrent }) => !isCurrent);
  const pages = papersOf(toMake);
  progress(papersOf(planned) - pages);

  const renderer = await makeRenderer(toMake.length, pages);
  const close = () => void renderer.close();
  stop.addEventListener('abort', close);
  const results = new Map<PlannedFile, MadeFile>();
  const waiting = toMake.values();
  /** One of several that take the next file each, so that no more than they hold is in memory. */
  const work = async () => {
    for (const file of waiting) {
      stop.throwIfAborted();
      const rendered = await renderer.render(file.toRender);
      if ('fault' in rendered) throw await problemOfFault(rendered.fault, templateFolder(db));
      results.set(file, madeFile(file, rendered, force));
      if (rendered.bytes) stage(staging, file, results.get(file), rendered.bytes);
      progress(file.papers.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: renderer.width }, work));
  } catch (error) {
    stop.throwIfAborted();
    throw error;
  } finally {
    stop.removeEventListener('abort', close);
    await renderer.close();
  }
  return planned.map((file) => results.get(file) ?? unchangedFile(file));
}

const papersOf = (files: readonly PlannedFile[]) =>
  files.reduce((sum, { papers }) => sum + papers.length, 0);

function stage(
  staging: Staging | undefined,
  { path }: PlannedFile,
  made: MadeFile | undefined,
  bytes: Uint8Array,
): void {
  if (made?.row.state === 'written') staging?.add(path, bytes);
}

function madeFile(
  file: PlannedFile,
  { bytes, leftOut }: Exclude<Rendered, { fault: unknown }>,
  force: boolean,
): MadeFile {
  const places = new Set(leftOut.map(({ place }) => place));
  const made = bytes && sha256(bytes);
  const isThere = made === file.present && !force;
  const left = leftOut.flatMap((lack) => leftOutPaper(file.papers[lack.place]?.paper, lack));
  const { year, language, path, attached } = file;
  return {
    date: file.toRender.date,
    ...{ year, language, path, attached },
    papers: file.papers.filter((_, place) => !places.has(place)),
    leftOut: left,
    row: {
      ...described(file),
      papers: file.papers.length - leftOut.length,
      state: made === undefined ? 'failed' : isThere ? 'unchanged' : 'written',
      sha256: made ?? null,
      left_out: left.flatMap(({ students }) => students),
    },
  };
}

function leftOutPaper(paper: Paper | undefined, { character, texts }: LeftOut): LeftOutPaper[] {
  if (!paper) return [];
  const { student, data } = paper;
  const students = student ? [student.register_no] : studentsLacking(data, texts);
  return [{ paper, character, text: texts[0] ?? '', students }];
}

function unchangedFile(file: PlannedFile): MadeFile {
  const { year, language, papers, path, attached, toRender, present: sha256 = null } = file;
  const row = { ...described(file), papers: papers.length, state: 'unchanged', sha256 } as const;
  const made = { year, language, path, date: toRender.date, papers, attached };
  return { ...made, leftOut: [], row: { ...row, left_out: [] } };
}

/** A file of several classes is of none. */
function described({ file, papers }: PlannedFile) {
  const classes = new Set(papers.map(({ paper }) => paper.class));
  const [only = null] = classes;
  return { file, class: classes.size === 1 ? only : null };
}
