import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Database } from 'better-sqlite3';
import { sha256 } from '../../db/digests.js';
import { fileWithBytes, type IssuedRow, issuedPapers } from '../../db/documents.js';
import { hasOperation } from '../../db/operations.js';
import { Problem } from '../../problem.js';
import { type Manifest, manifestName, readManifest, sumsName, sumsOf } from './archive-manifest.js';
import { codesIn } from './verify-files.js';

/** What was found out about a file of an archive; the names are an interface of the output. */
export interface ArchiveRow {
  file: string;
  class: string | null;
  /**
   * `intact`: as archived, and it stands; `changed`: other bytes; `missing`: not there; `additional`: not
   * of the archive; `unregistered`: as the manifest says, but not from this school's register;
   * `superseded`: as archived, but the journal was printed with other data since.
   */
  state: 'intact' | 'changed' | 'missing' | 'additional' | 'unregistered' | 'superseded';
  /** The SHA-256 that the manifest says, and that of what lies there. */
  expected: string | null;
  found: string | null;
}

/**
 * Checks a folder of summary journals against its manifest, its sums and the register of documents.
 * @throws Problem noArchive
 */
export function verifyArchive(db: Database, folder: string): ArchiveRow[] {
  const known = readManifest(folder);
  if (!known) throw new Problem('noArchive', { folder }, { field: 'verify' });
  const { manifest } = known;
  const standing = issuedPapers(db, {
    kind: manifest.kind,
    period: String(manifest.year),
  }).filter(({ superseded }) => !superseded);
  const listed = new Set(manifest.files.map(({ file }) => file));
  const isOurs = (file: string) => listed.has(file) || file === manifestName || file === sumsName;
  return [
    ...manifest.files.map((archived) => fileRow(db, folder, archived, standing)),
    ...(manifest.not_made ?? []).map(({ file, class: name }) =>
      row(file, 'missing', { class: name }),
    ),
    ...unlisted(folder, standing, listed),
    ...ownRows(db, folder, known),
    ...filesIn(folder)
      .filter((file) => !isOurs(file))
      .map((file) => row(file, 'additional', { found: sumOf(folder, file) })),
  ];
}

function row(file: string, state: ArchiveRow['state'], more: Partial<ArchiveRow> = {}): ArchiveRow {
  return { file, class: null, state, expected: null, found: null, ...more };
}

function fileRow(
  db: Database,
  folder: string,
  { file, class: name, sha256: expected }: Manifest['files'][number],
  standing: readonly IssuedRow[],
): ArchiveRow {
  const path = join(folder, file);
  if (!isInside(folder, path) || !existsSync(path)) {
    return row(file, 'missing', { class: name, expected });
  }
  const bytes = readFileSync(path);
  const found = sha256(bytes);
  const state = () => {
    if (found !== expected) return 'changed';
    if (!fileWithBytes(db, found)) return 'unregistered';
    const stands = codesIn(bytes).every((code) => standing.some((paper) => paper.code === code));
    return stands ? 'intact' : 'superseded';
  };
  return row(file, state(), { class: name, expected, found });
}

/** Journals that the register has in this folder, and the manifest has not. */
function unlisted(
  folder: string,
  standing: readonly IssuedRow[],
  listed: ReadonlySet<string>,
): ArchiveRow[] {
  return standing.flatMap(({ file: path, class: name }) => {
    if (path === null || !isInside(folder, path)) return [];
    const file = relative(resolve(folder), path);
    return listed.has(file) || existsSync(path) ? [] : [row(file, 'missing', { class: name })];
  });
}

const isInside = (folder: string, path: string) =>
  resolve(path).startsWith(`${resolve(folder)}${sep}`);

/** The manifest itself, which names a state of this school, and the sums, which name the manifest. */
function ownRows(
  db: Database,
  folder: string,
  { text, manifest }: { text: string; manifest: Manifest },
): ArchiveRow[] {
  const found = sha256(text);
  const path = join(folder, sumsName);
  if (!existsSync(path)) {
    return [row(manifestName, knownHead(db, manifest), { found }), row(sumsName, 'missing')];
  }
  const sums = readFileSync(path, 'utf8');
  const expected = new RegExp(`^([0-9a-f]{64}) [ *]${manifestName}$`, 'm').exec(sums)?.[1] ?? null;
  const state = expected === found ? knownHead(db, manifest) : 'changed';
  const sumsNow = sumsOf(text, manifest).replace(found, expected ?? found);
  return [
    row(manifestName, state, { expected, found }),
    row(sumsName, sums === sumsNow ? 'intact' : 'changed', { found: sha256(sums) }),
  ];
}

const knownHead = (db: Database, { head }: Manifest) =>
  hasOperation(db, head) ? 'intact' : 'unregistered';

/** The files of a folder and of those in it, by their paths inside it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => !statSync(join(folder, file), { throwIfNoEntry: false })?.isDirectory())
    .sort();
}

function sumOf(folder: string, file: string): string | null {
  try {
    return sha256(readFileSync(join(folder, file)));
  } catch {
    return null;
  }
}
