import { basename, dirname } from 'node:path';
import { type ExitStatus, Problem, type Where } from '../problem.js';
import { problems } from '../text/problems.js';
import { printable } from './printable.js';
import type { Speak } from './program.js';

/** What went wrong, in words, and the status with which the program leaves. */
export interface Failure {
  readonly status: ExitStatus;
  readonly problem: string;
  readonly what: string;
  readonly where: string;
  readonly mend: string;
}

/** Errors of SQLite and of the system that a user can mend, by their codes. */
const knownCodes: readonly (readonly [RegExp, (path?: string) => Problem])[] = [
  [/^SQLITE_BUSY/, () => new Problem('databaseBusy', undefined)],
  [
    /^(SQLITE_FULL|SQLITE_IOERR_WRITE|SQLITE_IOERR_SHMSIZE|SQLITE_IOERR_TRUNCATE|ENOSPC|EFBIG)/,
    () => new Problem('diskFull', undefined),
  ],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, () => new Problem('databaseDamaged', undefined)],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN)/, () => new Problem('databaseReadOnly', undefined)],
  [/^ERR_DLOPEN_FAILED/, () => new Problem('nativePartMissing', undefined)],
  [/^(EACCES|EPERM|EROFS)/, (path) => new Problem('notAllowed', undefined, refused(path))],
];

/** Puts an error into words: one that the user can mend, or one that nobody foresaw. */
export function failureOf(error: unknown, speak: Speak): Failure {
  const problem = asProblem(error);
  if (problem) return told(problem, speak);
  const what = error instanceof Error ? error.message : String(error);
  const unforeseen = new Problem('unforeseen', { message: what });
  return told(unforeseen, speak);
}

function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return undefined;
  if (/^(Could not locate the bindings file|Cannot find module .*\.node)/.test(error.message)) {
    return new Problem('nativePartMissing', undefined);
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  return knownCodes.find(([pattern]) => pattern.test(code))?.[1](path);
}

/** Of a file that is written beside its place, which has a name that nobody gave, the folder. */
function refused(path: string | undefined): Where | undefined {
  if (path === undefined) return undefined;
  return { file: basename(path).startsWith('.') ? dirname(path) : path };
}

interface Told {
  what: (facts: unknown) => string;
  mend: (facts: unknown) => string;
}

function told({ problem, facts, where, status }: Problem, speak: Speak): Failure {
  const { what, mend } = speak(problems)[problem] as Told;
  return { status, problem, what: what(facts), where: placeOf(where), mend: mend(facts) };
}

/** Fields that are given without the name of an option; their sentences name them. */
const operands = ['file', 'folder', 'operation', 'marks'];

function placeOf(where: Where | undefined): string {
  if (!where) return '';
  if ('field' in where) return operands.includes(where.field) ? '' : `--${where.field}`;
  return [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
}

/** A failure as lines for a person. */
export function failureLines({ what, where, mend }: Failure): string[] {
  const line = where ? `${where}: ${what}` : what;
  return [printable(line), printable(mend)].filter((text) => text !== '');
}
