import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.js';
import type { Rejection } from '../../csv/report.js';
import type { SourceOptions } from '../../csv/source.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { fileKinds } from '../../rules/file-kinds.js';
import { likelyMeant } from '../../rules/word-distance.js';
import { wrong } from '../../text/findings.js';
import { type FileToImport, type Imported, importFiles } from '../imports/import-files.js';

export interface SetUp extends SourceOptions {
  readonly folder: string;
  readonly year?: number | undefined;
  readonly on?: CivilDate | undefined;
}

/**
 * Sets up a whole school year (clauses 2.1.1-2.1.5) from a folder: every file that is there, in one
 * transaction. A school year that is asked for by number is opened where it is not there yet.
 * @throws Problem nothingToSetUp, notAFolder, noFolderToRead, and those of importFiles
 */
export function setUpYear(context: Context, { folder, ...options }: SetUp): Imported {
  const names = new Map(namesIn(folder).map((name) => [name.toLowerCase(), name]));
  const files = fileKinds.flatMap((kind): FileToImport[] => {
    const name = names.get(`${kind}.csv`);
    return name === undefined ? [] : [{ kind, path: join(folder, name) }];
  });
  if (files.length === 0) throw new Problem('nothingToSetUp', { folder }, { field: 'folder' });
  const imported = importFiles(context, files, { ...options, openYear: true });
  imported.report.warnings.unshift(...passedOver(folder, names));
  return imported;
}

/** The tables in the folder that no file of a school year is called: one of them may be misspelt. */
function passedOver(folder: string, names: ReadonlyMap<string, string>): Rejection[] {
  const known = fileKinds.map((kind) => `${kind}.csv`);
  return [...names]
    .filter(([name]) => name.endsWith('.csv') && !known.includes(name))
    .map(([folded, name]) => {
      // A browser puts a number behind the name of what it fetched twice.
      const nearest = likelyMeant(folded.replace(/ ?\(\d+\)/, ''), known) ?? null;
      const file = join(folder, name);
      return { file, line: 1, column: '', value: '', wrong: wrong('unknownFile', { nearest }) };
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const isFile = (error as NodeJS.ErrnoException).code === 'ENOTDIR';
    if (isFile) throw new Problem('notAFolder', { folder }, { field: 'folder' }, { cause: error });
    throw new Problem('noFolderToRead', { folder }, { field: 'folder' }, { cause: error });
  }
}
