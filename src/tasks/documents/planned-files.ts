import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { sha256 } from '../../db/digests.js';
import { filesOnRecord } from '../../db/documents.js';
import { schoolSettings } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type Paper, type PaperFile, paperCode, paperDigest } from '../../documents/paper.js';
import type { Attachment } from '../../documents/pdf.js';
import type { FileToRender } from '../../documents/render-file.js';
import { refuseStray } from '../../documents/stray-problems.js';
import { loadTemplate, type Template } from '../../documents/template.js';
import type { CivilDate } from '../../rules/civil-date.js';
import type { Language } from '../../text/words.js';
import { schoolKeys } from '../imports/school.js';

/** Papers for one file, and the data that lie in it. */
export interface FileToPrint extends PaperFile {
  readonly attachments?: readonly Attachment[] | undefined;
}

/** Of which year the papers are, and in which language. */
export interface Edition {
  readonly year: SchoolYearRow;
  readonly language: Language;
}

/** Which edition it is, and where the files are to lie. */
export interface PlanWishes extends Edition {
  readonly folder: string;
  /** Makes and writes also what is there already as it should be. */
  readonly force: boolean;
}

export interface PlannedPaper {
  readonly paper: Paper;
  readonly code: string;
  readonly digest: string;
}

/** A file with all that is known before it is made. */
export interface PlannedFile extends Edition {
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

/**
 * What is to be made for each file, and whether it lies there already, made from the same.
 * @throws Problem badTemplate and the others of templates
 */
export async function planFiles(
  db: Database,
  files: readonly FileToPrint[],
  wishes: PlanWishes,
): Promise<PlannedFile[]> {
  const settings = schoolSettings(db);
  const school = Object.fromEntries(schoolKeys.map((key) => [key, settings.get(key) ?? '']));
  const templates = await templatesOf(db, files, school, wishes);
  const onRecord = filesOnRecord(
    db,
    files.map(({ path }) => resolve(wishes.folder, path)),
  );
  return files.flatMap((file) => {
    const template = templates.get(file.papers[0]?.kind ?? '');
    return template ? [plannedFile(file, { template, school }, onRecord, wishes)] : [];
  });
}

/** The template of each kind, tried with the first paper of that kind. */
async function templatesOf(
  db: Database,
  files: readonly FileToPrint[],
  school: FileToRender['school'],
  { language }: PlanWishes,
): Promise<ReadonlyMap<string, Template>> {
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
  return templates;
}

function plannedFile(
  { papers, date, attachments, path: name }: FileToPrint,
  how: Pick<FileToRender, 'template' | 'school'>,
  onRecord: ReturnType<typeof filesOnRecord>,
  { folder, year, language, force }: PlanWishes,
): PlannedFile {
  const coded = papers.map((paper) => {
    const code = paperCode(paper, language);
    return { paper, code, digest: paperDigest(code, paper, how) };
  });
  const path = resolve(folder, name);
  const attached = attachments && digestOfAttached(attachments);
  const known = onRecord.get(path);
  const present = sha256OfFile(path);
  const isKnown =
    known?.sha256 === present && known?.digest === digestOf({ papers: coded, date, attached });
  const rendered = coded.map(({ paper: { data, placing }, code }) => ({
    data: { ...data, ...placing },
    code,
  }));
  return {
    year,
    language,
    file: isAbsolute(name) ? name : join(folder, name),
    path,
    papers: coded,
    attached,
    toRender: { ...how, date, papers: rendered, attachments },
    present,
    isCurrent: !force && present !== undefined && isKnown,
  };
}

/** The school's own templates lie beside its database. */
export function templateFolder(db: Database): string {
  return join(dirname(db.name), 'templates');
}

/** Of what a file is made from: its papers, the day that it bears, and what is attached. */
export function digestOf({
  papers,
  date,
  attached,
}: Pick<PlannedFile, 'papers' | 'attached'> & { readonly date: CivilDate }): string {
  return sha256(
    [...papers.map(({ digest }) => digest), date, ...[attached ?? []].flat()].join('\n'),
  );
}

const digestOfAttached = (attachments: readonly Attachment[]) =>
  sha256(attachments.map(({ name, bytes }) => `${name} ${sha256(bytes)}`).join('\n'));

/** Undefined where there is no such file, or it cannot be read. */
function sha256OfFile(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}
