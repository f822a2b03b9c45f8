import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { write } from '../../db/operation.js';
import { decidedSettings } from '../../db/school-settings.js';
import { tableByKey } from '../../db/table-by-key.js';
import { Problem } from '../../problem.js';
import { readSetting, type SettingKey, settings, standingValue } from '../../rules/settings.js';
import { likelyName } from '../../rules/word-distance.js';

/** A setting as it stands; the names are an interface of the output. */
export interface SettingRow {
  key: SettingKey;
  value: string;
  /** What the program proposes. */
  default: string;
  /** What may be said instead. */
  values: string;
  clause: string | null;
}

/** Every setting, in the order of the clauses. */
export function settingRows(db: Database): SettingRow[] {
  const decided = decidedSettings(db);
  return settingKeys.map((key) => {
    const { default: proposed, clause } = settings[key];
    const value = standingValue(key, (one) => decided.get(one));
    return { key, value, default: String(proposed), values: valuesOf(key), clause };
  });
}

/** @throws Problem unknownSettingKey */
export function settingRow(db: Database, key: string): SettingRow {
  const known = keyOf(key);
  return settingRows(db).find((row) => row.key === known) as SettingRow;
}

/**
 * Decides a setting; what depends on it is judged anew from then on.
 * @throws Problem unknownSettingKey, badSettingValue
 */
export function decideSetting(context: Context, key: string, text: string): SettingRow {
  const known = keyOf(key);
  const value = readSetting(settings[known], text);
  if (value === undefined) {
    throw new Problem('badSettingValue', { key, value: text, values: valuesOf(known) });
  }
  return write(context, () => {
    tableByKey(context.db, 'setting', ['key']).put({ key: known, value });
    return settingRow(context.db, known);
  });
}

/**
 * Gives a setting back to what the program proposes.
 * @throws Problem unknownSettingKey
 */
export function resetSetting(context: Context, key: string): SettingRow {
  const known = keyOf(key);
  return write(context, () => {
    const table = tableByKey(context.db, 'setting', ['key']);
    const decided = table.find({ key: known });
    if (decided) table.remove(Number(decided['id']));
    return settingRow(context.db, known);
  });
}

const settingKeys = Object.keys(settings) as SettingKey[];

function keyOf(key: string): SettingKey {
  const known = settingKeys.find((one) => one === key.replaceAll('-', '_'));
  if (!known) throw new Problem('unknownSettingKey', { key, near: likelyName(key, settingKeys) });
  return known;
}

function valuesOf(key: SettingKey): string {
  const setting = settings[key];
  if (setting.kind === 'choice') return setting.of.join(', ');
  if (setting.kind === 'number') {
    const { least, most } = setting;
    return least < 0 ? `${least} … ${most}` : `${least}-${most}`;
  }
  return setting.kind === 'time' ? 'HH:MM' : 'MM-DD';
}
