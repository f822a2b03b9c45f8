import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  decideSetting,
  resetSetting,
  type SettingRow,
  settingRow,
  settingRows,
} from '../../tasks/setup/settings.js';
import { wrappedLines } from '../../terminal/folded-table.js';
import type { ColumnName } from '../../text/columns.js';
import { settingsWords } from '../../text/settings.js';
import { sayWritten } from '../written.js';

export const topic = settingsWords;

const columns: ColumnName[] = ['key', 'value', 'default', 'values', 'clause', 'meaning'];
const actions = ['list', 'get', 'set', 'reset'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(settingsWords);
  const action = command.createArgument('[action]', say.action).choices(actions);
  return command.addArgument(action.default('list' as const)).argument('[words...]', say.words);
}

export async function run(
  session: Session,
  _options: object,
  action: (typeof actions)[number],
  words: string[],
) {
  const { explained, heads } = session.text(settingsWords);
  const rows = acted(session, action, words).map((row) => ({
    ...row,
    meaning: explained[row.key],
  }));
  if (session.out.format !== 'table' || session.out.columns) await session.out.rows(columns, rows);
  else {
    const meanings = rows.map(({ meaning, values }) => `${meaning} (${values})`.split(' '));
    const page = wrappedLines(
      [heads.key, heads.value, heads.clause],
      rows.map(({ key, value, clause }) => [key, value, clause ?? '']),
      { heading: heads.meaning, words: meanings },
      session.out.width,
    );
    await session.out.page(page);
  }
  const { decided } = session.text(settingsWords);
  if (action === 'set' || action === 'reset') {
    sayWritten(session, ...rows.map(({ key, value }) => decided(key, value)));
  }
  return exit.done;
}

const wordsOf = { list: 0, get: 1, set: 2, reset: 1 };

function acted(
  session: Session,
  action: (typeof actions)[number],
  words: string[],
): readonly SettingRow[] {
  const [key = '', value = ''] = words;
  if (words.length !== wordsOf[action]) {
    throw new Problem('wrongWords', { usage: session.text(settingsWords).usage[action] });
  }
  if (action === 'list') return settingRows(session.db);
  if (action === 'get') return [settingRow(session.db, key)];
  return [action === 'set' ? decideSetting(session, key, value) : resetSetting(session, key)];
}
