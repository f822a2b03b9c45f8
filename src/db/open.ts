import {
  chmodSync,
  closeSync,
  copyFileSync,
  lstatSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../problem.js';
import { applicationId, migrate, newestVersion } from './migrate.js';

export interface OpenOptions {
  /** Only questions will be asked. */
  readonly readOnly: boolean;
  /** How long to wait for another process that writes, in seconds. */
  readonly wait: number;
}

/**
 * Opens the database of a school; one of an older version is brought to the newest first. One that lies where
 * nothing can be written, an archive, is read from a copy that only this process can reach.
 * @throws Problem noDatabase, foreignDatabase, newerDatabase, databaseUnreadable
 */
export function openDatabase(file: string, options: OpenOptions): Database.Database {
  if (!isFile(file)) throw new Problem('noDatabase', { file });
  try {
    return opened(file, options);
  } catch (error) {
    const isInArchive = isCode(error, /^SQLITE_(CANTOPEN|READONLY)/);
    if (!options.readOnly || !isInArchive) throw error;
    return copyOf(file, options);
  }
}

/** Whether anything was written since the database was opened, kept or taken back. */
export function hasWritten(db: Database.Database): boolean {
  return db.prepare<[], number>('SELECT total_changes()').pluck().get() !== 0;
}

/** A database in WAL mode needs files beside itself even to be read. */
function copyOf(file: string, options: OpenOptions): Database.Database {
  const folder = mkdtempSync(join(tmpdir(), 'ejournal-'));
  const copy = join(folder, 'copy.db');
  try {
    const before = stateOf(file);
    for (const suffix of ['', '-wal'])
      if (isFile(file + suffix)) copyFileSync(file + suffix, copy + suffix);
    // Somebody else may write there: parts of two states would be no state.
    if (stateOf(file) !== before) throw new Problem('databaseBusy', undefined);
    chmodSync(copy, 0o600);
    return opened(copy, options);
  } finally {
    // It stays readable as long as it is open.
    rmSync(folder, { recursive: true, force: true });
  }
}

/** When a database was last written to, and how large it is. */
function stateOf(file: string): string {
  const parts = ['', '-wal'].map((suffix) => statSync(file + suffix, whenThere));
  return parts.map((part) => (part ? `${part.mtimeNs} ${part.size}` : '')).join(', ');
}

const whenThere = { throwIfNoEntry: false, bigint: true } as const;

function opened(file: string, { readOnly, wait }: OpenOptions): Database.Database {
  const db = connect(file, { readonly: readOnly, timeout: wait * 1000 });
  try {
    const newest = newestVersion();
    const version = versionOf(db, file, newest);
    setUp(db);
    if (version === newest) return db;
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return migrated(file, { readOnly, wait });
}

/**
 * The answer of a database to one question, of whatever version it is: it is not brought to a newer one, and
 * nobody is waited for. Undefined where it cannot be asked, which is not what was to be found out.
 */
export function answerOf<T>(file: string, question: (db: Database.Database) => T): T | undefined {
  try {
    const db = connect(file, { readonly: true, timeout: 0 });
    try {
      return question(db);
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

/**
 * Tells beforehand where no new database can be made.
 * @throws Problem databaseExists, noFolder
 */
export function refusePlace(file: string): void {
  if (isThere(file)) throw new Problem('databaseExists', { file });
  const folder = dirname(file);
  if (!isThere(folder)) throw new Problem('noFolder', { folder });
}

/**
 * Makes a new, empty database that only its owner can read, or none.
 * @throws Problem databaseExists, noFolder
 */
export function createDatabase(file: string): Database.Database {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    refusePlace(file);
    throw error;
  }
  let db: Database.Database | undefined;
  try {
    chmodSync(file, 0o600);
    db = new Database(file);
    db.pragma('journal_mode = WAL');
    setUp(db);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    discardDatabase(file);
    throw error;
  }
}

/** Takes away a database that was made a moment ago, with its companions. */
export function discardDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

function migrated(file: string, options: OpenOptions): Database.Database {
  const db = connect(file, { readonly: false, timeout: options.wait * 1000 });
  try {
    setUp(db);
    migrate(db);
  } finally {
    db.close();
  }
  return openDatabase(file, options);
}

function connect(file: string, options: { readonly: boolean; timeout: number }) {
  try {
    return new Database(file, { ...options, fileMustExist: true });
  } catch (error) {
    if (isCode(error, /^SQLITE_CANTOPEN/)) throw new Problem('databaseUnreadable', { file });
    throw error;
  }
}

/** The version of the schema; refuses what is not ours before anything is written. */
function versionOf(db: Database.Database, file: string, newest: number): number {
  if (Number(db.pragma('application_id', { simple: true })) !== applicationId) {
    throw new Problem('foreignDatabase', { file });
  }
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > newest) throw new Problem('newerDatabase', { file });
  return version;
}

/**
 * What every connection must be told: SQLite keeps none of it in the file. A later opening of a WAL
 * database is `synchronous = NORMAL` by default, which may lose the last commits with the power.
 */
function setUp(db: Database.Database): void {
  db.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA cell_size_check = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY`);
}

/** A link that leads nowhere is there too. */
const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isCode(error: unknown, codes: RegExp): boolean {
  return error instanceof Error && 'code' in error && codes.test(String(error.code));
}
