import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { filesOnRecord, registerFile } from '../../db/documents.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import { schoolSettings } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type Paper, type PaperFile, paperCode, paperDigest } from '../../documents/paper.js';
import type { Attachment } from '../../documents/pdf.js';
import type { FileToRender, Rendered } from '../../documents/render-file.js';
import { makeRenderer } from '../../documents/render-pool.js';
import { type Staging, stageFiles } from '../../documents/staging.js';
import { refuseStray } from '../../documents/stray-problems.js';
import { loadTemplate, problemOfFault, type Template } from '../../documents/template.js';
import type { Language } from '../../text/words.js';
import { schoolKeys } from '../imports/school.js';

export interface PrintWishes {
  readonly year: SchoolYearRow;
  readonly folder: string;
  readonly language: Language;
  /** Makes and writes also what is there already as it should be. */
  readonly force: boolean;
  /** Makes only the first paper, in a folder for passing things, and enters nothing. */
  readonly preview?: boolean | undefined;
  /**
   * `false` for papers that no register may know: the register of documents keeps what a paper says, and
   * a one-time password must stand nowhere but on its letter. Nothing of them is written to the database.
   */
  readonly register?: boolean | undefined;
  /** Is told how many papers are done. */
  readonly progress: (papers: number) => void;
  /** Ends the batch before its time; nothing of it is kept. */
  readonly stop: AbortSignal;
}

/** Papers for one file, and the data that lie in it. */
export interface FileToPrint extends PaperFile {
  readonly attachments?: readonly Attachment[] | undefined;
}

/** A file that was asked for; `unchanged` where it was there already with the same content. */
export interface PrintedFile {
  file: string;
  class: string | null;
  papers: number;
  state: 'written' | 'unchanged' | 'failed';
  sha256: string | null;
  /** The register numbers of students whose paper could not be made. */
  left_out: readonly string[];
}

/** A paper that could not be made, since the font lacks a character that stands in it. */
export interface LeftOutPaper {
  readonly paper: Paper;
  readonly character: string;
  /** The text in which it stands. */
  readonly text: string;
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
 * @throws Problem badTemplate and the others of templates; AbortError
 */
export async function printPapers(
  context: Context,
  files: readonly FileToPrint[],
  wishes: PrintWishes,
): Promise<Printed> {
  if (wishes.preview) return preview(context, files, wishes);
  const planned = await plan(context.db, files, wishes);
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
  const [planned] = await plan(context.db, [only], { ...wishes, folder, force: true });
  if (!planned) return { files: [], leftOut: [] };
  const staging = stageFiles();
  try {
    const made = await renderAll(context.db, [planned], staging, wishes);
    await staging.commit(() => undefined);
    return { files: made.map(({ row }) => row), leftOut: made.flatMap(({ leftOut }) => leftOut) };
  } finally {
    await staging.discard();
  }
}

interface PlannedPaper {
  readonly paper: Paper;
  readonly code: string;
  readonly digest: string;
}

interface PlannedFile {
  /** As it is told to the user. */
  readonly file: string;
  /** As it stands in the register. */
  readonly path: string;
  readonly papers: readonly PlannedPaper[];
  /** Of what is attached; undefined where nothing is. */
  readonly attached: string | undefined;
  readonly toRender: FileToRender;
  /** The bytes that lie in its place. */
  readonly present: string | undefined;
  /** Whether those were made from the same. */
  readonly isCurrent: boolean;
}

async function plan(
  db: Database,
  files: readonly FileToPrint[],
  { folder, language, force }: PrintWishes,
): Promise<PlannedFile[]> {
  const settings = schoolSettings(db);
  const school = Object.fromEntries(schoolKeys.map((key) => [key, settings.get(key) ?? '']));
  const templates = new Map<string, Template>();
  const ownFolder = templateFolder(db);
  for (const { papers, date } of files) {
    const [first] = papers;
    if (!first || templates.has(first.kind)) continue;
    const template = await loadTemplate(first.kind, language, ownFolder);
    const values = { data: first.data, code: paperCode(first, language) };
    await refuseStray(template, values, { ownFolder, school, date });
    templates.set(first.kind, template);
  }
  const paths = files.map(({ path }) => resolve(folder, path));
  const onRecord = filesOnRecord(db, paths);
  return files.flatMap(({ papers, date, attachments, path: name }, place) => {
    const [first] = papers;
    const template = templates.get(first?.kind ?? '');
    if (!template) return [];
    const made = { template, school, date };
    const coded = papers.map((paper) => {
      const code = paperCode(paper, language);
      return { paper, code, digest: paperDigest(code, paper, made) };
    });
    const path = paths[place] ?? '';
    const attached = attachments && digestOfAttached(attachments);
    const known = onRecord.get(path);
    const present = sha256OfFile(path);
    return {
      file: isAbsolute(name) ? name : join(folder, name),
      path,
      papers: coded,
      attached,
      toRender: {
        ...made,
        papers: coded.map(({ paper: { data, placing }, code }) => ({
          data: { ...data, ...placing },
          code,
        })),
        attachments,
      },
      present,
      isCurrent:
        !force &&
        present !== undefined &&
        known?.sha256 === present &&
        known.digest === digestOf(coded, attached),
    };
  });
}

/** The school's own templates lie beside its database. */
export function templateFolder(db: Database): string {
  return join(dirname(db.name), 'templates');
}

const digestOf = (papers: readonly PlannedPaper[], attached: string | undefined) =>
  sha256([...papers.map(({ digest }) => digest), ...[attached ?? []].flat()].join('\n'));

const digestOfAttached = (attachments: readonly Attachment[]) =>
  sha256(attachments.map(({ name, bytes }) => `${name} ${sha256(bytes)}`).join('\n'));

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Undefined where there is no such file, or it cannot be read. */
function sha256OfFile(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}

interface MadeFile {
  readonly row: PrintedFile;
  readonly leftOut: readonly LeftOutPaper[];
  /** What is in it, for the register. */
  readonly papers: readonly PlannedPaper[];
  readonly attached: string | undefined;
  readonly path: string;
}

async function makeFiles(
  context: Context,
  planned: readonly PlannedFile[],
  wishes: PrintWishes,
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
        register(context, context.mode === 'write' ? there : made, wishes);
      }
    }
    return made;
  } finally {
    await staging?.discard();
  }
}

async function renderAll(
  db: Database,
  planned: readonly PlannedFile[],
  staging: Staging | undefined,
  { stop, force, progress }: PrintWishes,
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
  return {
    path: file.path,
    attached: file.attached,
    papers: file.papers.filter((_, place) => !places.has(place)),
    leftOut: leftOut.flatMap(({ place, ...lack }) => {
      const left = file.papers[place];
      return left ? [{ paper: left.paper, ...lack }] : [];
    }),
    row: {
      ...described(file),
      papers: file.papers.length - leftOut.length,
      state: made === undefined ? 'failed' : isThere ? 'unchanged' : 'written',
      sha256: made ?? null,
      left_out: leftOut.map(({ place }) => file.papers[place]?.paper.student?.register_no ?? ''),
    },
  };
}

function unchangedFile(file: PlannedFile): MadeFile {
  const { papers, path, attached, present: sha256 = null } = file;
  const row = { ...described(file), papers: papers.length, state: 'unchanged', sha256 } as const;
  return { path, papers, attached, leftOut: [], row: { ...row, left_out: [] } };
}

/** A file of several classes is of none. */
function described({ file, papers }: PlannedFile) {
  const classes = new Set(papers.map(({ paper }) => paper.class));
  const [only = null] = classes;
  return { file, class: classes.size === 1 ? only : null };
}

/** Enters the files that are in their places, unless they stand there with the same bytes. */
function register(
  context: Context,
  files: readonly MadeFile[],
  { year, language }: PrintWishes,
): void {
  const { db } = context;
  const { school_year_id } = year;
  write(context, ({ at: made_at }) => {
    const find = references(db, school_year_id);
    const onRecord = filesOnRecord(
      db,
      files.map(({ path }) => path),
    );
    for (const { row, path, papers, attached } of files) {
      if (row.sha256 === null) continue;
      const digest = digestOf(papers, attached);
      const known = onRecord.get(path);
      if (known?.sha256 === row.sha256 && known.digest === digest) continue;
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
