import { copyFileSync, cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { parseCivilDate } from '../../src/rules/civil-date.js';
import type { SampleSchool } from '../../src/tasks/data/sample-school/plan.js';
import { writeSampleSchool } from '../../src/tasks/data/sample-school/write.js';
import { run } from './run.js';

export function day(text: string) {
  const date = parseCivilDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

/** A folder of its own for a test. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'ejournal-test-'));
}

/** Writes the files of a small school and gives their folder. */
export function sampleFiles(wishes: Partial<SampleSchool> = {}): string {
  const into = join(folder(), 'school');
  const small = { seed: 1, year: 2015, grades: [7, 8] as const, parallel: 1, size: 6 };
  writeSampleSchool(into, { ...small, until: day('2015-09-30'), ...wishes });
  return into;
}

/** An empty database of a school year. */
export async function emptySchool(year = 2015): Promise<string> {
  const db = join(folder(), 'ejournal.db');
  const made = await run(`ejournal --db ${db} init --year ${year} --yes`);
  if (made.status !== 0) throw new Error(made.stderr);
  return db;
}

interface School {
  readonly db: string;
  readonly files: string;
}

/** Those that this file of tests has asked for: the clock of tests stands still, so a copy is the same. */
const made = new Map<string, Promise<School>>();

/** A database into which the files of a small school were imported, and these files. */
export async function school(wishes: Partial<SampleSchool> = {}): Promise<School> {
  const key = JSON.stringify(wishes);
  const first = made.get(key) ?? setUp(wishes);
  made.set(key, first);
  const original = await first;
  const [db, files] = [join(folder(), 'ejournal.db'), join(folder(), 'school')];
  copyFileSync(original.db, db);
  cpSync(original.files, files, { recursive: true });
  return { db, files };
}

async function setUp(wishes: Partial<SampleSchool>): Promise<School> {
  const files = sampleFiles(wishes);
  const db = await emptySchool(wishes.year);
  const set = await run(`ejournal --db ${db} setup ${files}`);
  if (set.status !== 0) throw new Error(set.stdout + set.stderr);
  return { db, files };
}

/** Writes a file of lines into a folder of its own and gives its path. */
export function file(name: string, ...lines: string[]): string {
  const path = join(folder(), name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

/** Asks a database directly, past the program. */
export function ask<T>(db: string, sql: string): T[] {
  const database = new Database(db, { readonly: true });
  try {
    return database.prepare<[], T>(sql).all();
  } finally {
    database.close();
  }
}

/** Opens a database past the program, to harm it. */
export function harm(db: string): Database.Database {
  const database = new Database(db);
  onTestFinished(() => {
    database.close();
  });
  return database;
}

/** The tables that keep the books; all others hold what the school entered. */
const books = /^(operation|change|open_operation|sqlite_)/;

/** All rows of all tables of the school, as text, to compare two states. */
export function contents(db: string): Record<string, string[]> {
  const database = new Database(db, { readonly: true });
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
    .filter((table) => !books.test(table));
  const rows = tables.map((table): [string, string[]] => [
    table,
    database
      .prepare<[], unknown>(`SELECT * FROM ${table}`)
      .all()
      .map((row) => JSON.stringify(row))
      .sort(),
  ]);
  database.close();
  return Object.fromEntries(rows);
}

/** What a school says of itself on its papers. */
export const aSchool = {
  name: '',
  municipality: 'Pilsētas dome',
  registration_no: '0000000000',
  address: 'Skolas iela 1, Pilsēta, LV-0000',
  phone: '',
  email: '',
  website: '',
  head: '',
  deputy: '',
  terms_url: '',
};
