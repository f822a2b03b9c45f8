import type { Database } from 'better-sqlite3';
import { type SettingKey, type SettingValue, settings, standingValue } from '../rules/settings.js';
import { statements } from './statements.js';

const sql = statements((db) => ({
  value: db
    .prepare<[string], string | null>('SELECT value FROM school_setting WHERE key = ?')
    .pluck(),
  decided: db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck(),
  allDecided: db.prepare<[], [string, string]>('SELECT key, value FROM setting').raw(),
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

/** What the school has decided, else what the program proposes. */
export function setting<K extends SettingKey>(db: Database, key: K): SettingValue<K> {
  const value = standingValue(key, (one) => sql(db).decided.get(one));
  return (settings[key].kind === 'number' ? Number(value) : value) as SettingValue<K>;
}

/** What the school has decided, by key; what is not in it is as the program proposes. */
export function decidedSettings(db: Database): ReadonlyMap<string, string> {
  return new Map(sql(db).allDecided.all());
}
