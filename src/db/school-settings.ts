import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

const sql = statements((db) => ({
  value: db
    .prepare<[string], string | null>('SELECT value FROM school_setting WHERE key = ?')
    .pluck(),
}));

/** The time zone of a school that has not said another. */
const defaultZone = 'Europe/Riga';

/** What the school says of itself under a key of `school.csv`; null where it says nothing. */
export function schoolSetting(db: Database, key: string): string | null {
  return sql(db).value.get(key) ?? null;
}

export function schoolZone(db: Database): string {
  return schoolSetting(db, 'timezone') ?? defaultZone;
}
