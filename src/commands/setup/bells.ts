import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { BellRow } from '../../rules/bells.js';
import { isPeriod } from '../../rules/bounds.js';
import { tidyText } from '../../rules/tidy-text.js';
import type { Session } from '../../session.js';
import { importFiles } from '../../tasks/imports/import-files.js';
import {
  assignBells,
  bellDoubts,
  bells,
  copyBells,
  hasLessons,
  setBell,
} from '../../tasks/setup/bells.js';
import { date } from '../../terminal/date-options.js';
import { schoolYear, wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { bellSchedules } from '../../text/bell-schedules.js';
import { findings } from '../../text/findings.js';
import { fileOptions, namesOfFileOptions, sourceOptions } from '../importing.js';
import { showImported } from '../show-imported.js';
import { sayWritten } from '../written.js';

export const topic = bellSchedules;

const columns: (keyof BellRow)[] = [
  'schedule',
  'period',
  'starts',
  'ends',
  'weekdays',
  'from',
  'until',
];
const actions = ['show', 'set', 'copy', 'assign', 'import'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(bellSchedules);
  const action = command.createArgument('[action]', say.action).choices(actions);
  const on = command.createOption('--on <date>', say.on);
  return fileOptions(command, text)
    .addArgument(action.default('show' as const))
    .argument('[words...]', say.words)
    .option('--weekdays <days>', say.weekdays)
    .addOption(on.argParser(date(text)).conflicts(['weekdays', 'from', 'until']))
    .option('--lesson <minutes>', say.lesson, wholeNumber(text, 5, 180))
    .option('--from <date>', say.from, date(text))
    .option('--until <date>', say.until, date(text))
    .option('--year <year>', say.year, schoolYear(text));
}

type Options = OptionsOf<typeof define>;

const days = ['weekdays', 'from', 'until', 'year'] as const;
export const acts = {
  show: ['year'],
  set: days,
  copy: [...days, 'lesson'],
  assign: [...days, 'on'],
  import: ['year', ...namesOfFileOptions],
} as const satisfies Record<(typeof actions)[number], readonly (keyof Options)[]>;

export async function run(
  session: Session,
  options: Options,
  action: (typeof actions)[number],
  words: string[],
) {
  if (action === 'import') {
    const [file] = wordsOf(session, words, 1, 'import');
    const wanted = { year: options.year, ...sourceOptions(options) };
    const files = [{ kind: 'bells' as const, path: file ?? '' }];
    return showImported(session, importFiles(session, files, wanted), options.errors);
  }
  const named = words.map(tidyText);
  const rows = acted(session, options, action, named);
  await session.out.rows(columns, rows);
  if (action === 'show') return exit.done;
  const [schedule = '', copy = ''] = named;
  const { done, ringsOn, noLessons } = session.text(bellSchedules);
  const { on, year } = options;
  if (on === undefined) {
    tellDoubts(session, rows, action === 'copy' ? copy : schedule);
    sayWritten(session, done);
  } else {
    if (!hasLessons(session.db, year, on)) session.out.say(noLessons(on));
    sayWritten(session, done, ringsOn(schedule, on));
  }
  return exit.done;
}

function tellDoubts(session: Session, rows: readonly BellRow[], schedule: string): void {
  const { bellGap, bellTwice } = session.text(findings);
  for (const { problem, row, other } of bellDoubts(rows, schedule)) {
    const { what, mend } =
      problem === 'gap'
        ? { what: bellGap.what({ other: other.period }), mend: bellGap.mend() }
        : { what: bellTwice.what(other), mend: bellTwice.mend(other) };
    session.out.say(`: ${what} ${mend}`, `${row.schedule} ${row.period}`);
  }
}

function acted(
  session: Session,
  options: Options,
  action: Exclude<(typeof actions)[number], 'import'>,
  words: string[],
): BellRow[] {
  if (action === 'show') {
    const [schedule] = words.length === 0 ? [] : wordsOf(session, words, 1, action);
    return bells(session.db, options.year, schedule);
  }
  if (action === 'set') {
    const [schedule = '', period = '', span = ''] = wordsOf(session, words, 3, action);
    return setBell(session, { schedule, period: periodOf(period), ...timesOf(span) }, options);
  }
  if (action === 'copy') {
    const [from = '', to = ''] = wordsOf(session, words, 2, action);
    return copyBells(session, { from, to, minutes: options.lesson }, options);
  }
  const [schedule = ''] = wordsOf(session, words, 1, action);
  if (!options.on && !options.weekdays && !options.from && !options.until) {
    throw new Problem('optionNeeded', { option: '--weekdays' });
  }
  return assignBells(session, schedule, options);
}

function wordsOf(session: Session, words: string[], count: number, action: keyof Usage): string[] {
  if (words.length === count && !words.includes('')) return words;
  throw new Problem('wrongWords', { usage: session.text(bellSchedules).usage[action] });
}

type Usage = (typeof bellSchedules)['en']['usage'];

function periodOf(text: string): number {
  if (isPeriod(text)) return Number(text);
  throw new Problem('notAPeriod', { text });
}

/** `08:30-09:10`, also `8.30-9.10` */
function timesOf(span: string): { starts: string; ends: string } {
  const parts = /^(\d{1,2})[:.](\d{2})-(\d{1,2})[:.](\d{2})$/.exec(span);
  const [, startHour = '', startMinute = '', endHour = '', endMinute = ''] = parts ?? [];
  const starts = `${startHour.padStart(2, '0')}:${startMinute}`;
  const ends = `${endHour.padStart(2, '0')}:${endMinute}`;
  if (!parts || starts >= ends || ends > '23:59') throw new Problem('badPeriod', { text: span });
  return { starts, ends };
}
