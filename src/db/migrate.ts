import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { packageFile } from '../package-files.js';
import { Problem } from '../problem.js';
import { makeRecorders } from './recorded-tables.js';

/** Written into every database of ours: "EJRN". */
export const applicationId = 0x454a524e;

interface Migration {
  readonly number: number;
  readonly sql: string;
}

/** The version of the schema that this program writes: the number of its last migration. */
export function newestVersion(): number {
  return Math.max(...migrationFiles().map((file) => Number(file.slice(0, 4))));
}

/**
 * Brings a database to the newest version: all pending migrations in one immediate transaction,
 * so that a database is always exactly of an old or of the new version.
 * @throws Problem databaseDamaged, where it is of no version that there was
 */
export function migrate(db: Database): void {
  const bring = db.transaction(() => {
    const version = Number(db.pragma('user_version', { simple: true }));
    const pending = migrations().filter((migration) => migration.number > version);
    for (const { sql } of pending) apply(db, sql);
    if (pending.length === 0) return;
    makeRecorders(db);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${newestVersion()}`);
  });
  bring.immediate();
}

function apply(db: Database, sql: string): void {
  try {
    db.exec(sql);
  } catch (error) {
    const isOfOtherVersion =
      error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
    if (isOfOtherVersion)
      throw new Problem('databaseDamaged', undefined, undefined, { cause: error });
    throw error;
  }
}

function migrations(): Migration[] {
  return migrationFiles().map((file) => ({
    number: Number(file.slice(0, 4)),
    sql: readFileSync(join(folder, file), 'utf8'),
  }));
}

const folder = packageFile('src/db/migrations');

function migrationFiles(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
}
