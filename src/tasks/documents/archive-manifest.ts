import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileSafely } from '../../csv/safe-file.js';
import { sha256 } from '../../db/digests.js';

export const manifestName = 'manifest.json';
/** In the format of sha256sum: an archive can be checked without this program. */
export const sumsName = 'SHA256SUMS';

export interface ArchivedFile {
  /** Its path inside the folder. */
  readonly file: string;
  readonly class: string | null;
  readonly sha256: string;
}

/** What lies in a folder of an archive, and from which state of which school it is. */
export interface Manifest {
  readonly kind: string;
  readonly school: string;
  readonly registration_no: string;
  readonly year: number;
  /** The version of the program. */
  readonly program: string;
  /** The hash of the newest operation: all that was recorded up to it can be proven by it. */
  readonly head: string;
  readonly files: readonly ArchivedFile[];
  /** What belongs here too, but could not be made. */
  readonly not_made?: readonly Omit<ArchivedFile, 'sha256'>[];
}

/** The manifest of a folder: its text and what it says; undefined where there is none that can be read. */
export function readManifest(folder: string): { text: string; manifest: Manifest } | undefined {
  try {
    const text = readFileSync(join(folder, manifestName), 'utf8');
    const manifest = JSON.parse(text) as Manifest;
    const isWhole = manifest.files.every(({ file, sha256: sum }) => file && sum);
    return isWhole ? { text, manifest } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the manifest and the sums of a folder, each whole or not at all. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  writeFileSafely(join(folder, manifestName), [text], { overwrite: true });
  writeFileSafely(join(folder, sumsName), [sumsOf(text, manifest)], { overwrite: true });
}

/** What stands in the file of sums, with a line for the manifest itself. */
export function sumsOf(text: string, { files }: Manifest): string {
  const lines = [...files, { file: manifestName, sha256: sha256(text) }];
  return lines.map(({ sha256: sum, file }) => `${sum}  ${file}\n`).join('');
}
