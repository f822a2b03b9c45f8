import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

const sql = statements((db) => ({
  value: db
    .prepare<[string], string | null>('SELECT value FROM school_setting WHERE key = ?')
    .pluck(),
  all: db.prepare<[], [string, string | null]>('SELECT key, value FROM school_setting').raw(),
}));

/** The time zone of a school that has not said another. */
const defaultZone = 'Europe/Riga';

/** What the school says of itself under a key of `school.csv`; null where it says nothing. */
export function schoolSetting(db: Database, key: string): string | null {
  return sql(db).value.get(key) ?? null;
}

/** All that the school says of itself, by the keys of `school.csv`. */
export function schoolSettings(db: Database): ReadonlyMap<string, string | null> {
  return new Map(sql(db).all.all());
}

export function schoolZone(db: Database): string {
  return schoolSetting(db, 'timezone') ?? defaultZone;
}
