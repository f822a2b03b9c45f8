import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.js';
import type { SourceOptions } from '../../csv/source.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { fileKinds } from '../../rules/file-kinds.js';
import { type FileToImport, type Imported, importFiles } from '../imports/import-files.js';

export interface SetUp extends SourceOptions {
  readonly folder: string;
  readonly year?: number | undefined;
  readonly on?: CivilDate | undefined;
}

/**
 * Sets up a whole school year (clauses 2.1.1-2.1.5) from a folder: every file that is there, in one
 * transaction. A school year that is asked for by number is opened where it is not there yet.
 * @throws Problem nothingToSetUp, notAFolder, and those of importFiles
 */
export function setUpYear(context: Context, { folder, ...options }: SetUp): Imported {
  const files = filesIn(folder);
  if (files.length === 0) throw new Problem('nothingToSetUp', { folder }, { field: 'folder' });
  return importFiles(context, files, { ...options, openYear: true });
}

function filesIn(folder: string): FileToImport[] {
  const names = new Map(namesIn(folder).map((name) => [name.toLowerCase(), name]));
  return fileKinds.flatMap((kind) => {
    const name = names.get(`${kind}.csv`);
    return name === undefined ? [] : [{ kind, path: join(folder, name) }];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const isFile = (error as NodeJS.ErrnoException).code === 'ENOTDIR';
    if (isFile) throw new Problem('notAFolder', { folder }, { field: 'folder' }, { cause: error });
    throw new Problem('fileNotFound', { file: folder }, { field: 'folder' }, { cause: error });
  }
}
