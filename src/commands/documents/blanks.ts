import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import { certificateKinds } from '../../rules/blanks.js';
import type { Session } from '../../session.js';
import {
  addBlanks,
  countedBlanks,
  eachBlank,
  writeOffBlank,
} from '../../tasks/documents/blanks.js';
import { importFiles } from '../../tasks/imports/import-files.js';
import { date } from '../../terminal/date-options.js';
import { needed } from '../../terminal/needed.js';
import { filledText } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { blanks } from '../../text/blanks.js';
import type { ColumnName } from '../../text/columns.js';
import { fileOptions, namesOfFileOptions, sourceOptions } from '../importing.js';
import { showImported } from '../show-imported.js';
import { sayWritten } from '../written.js';

export const topic = blanks;

const counts: ColumnName[] = [
  'kind',
  'series',
  'received',
  'free',
  'bound',
  'issued',
  'spoilt',
  'next',
];
const each: ColumnName[] = [
  'kind',
  'series',
  'number',
  'state',
  'received_on',
  'register_no',
  'reason',
];
const entered: ColumnName[] = ['kind', 'series', 'from', 'until', 'new', 'unchanged'];
const actions = ['list', 'add', 'import', 'spoil'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(blanks);
  const action = command.createArgument('[action]', say.action).choices(actions);
  const kind = command.createOption('--kind <kind>', say.kind).choices(certificateKinds);
  const from = command.createOption('--from <number>', say.from);
  return fileOptions(command, text)
    .addArgument(action.default('list' as const))
    .argument('[file]', say.file)
    .addOption(kind)
    .option('--series <series>', say.series, filledText(text))
    .option('--number <number>', say.number, filledText(text))
    .addOption(from.argParser(filledText(text)).conflicts('number'))
    .option('--until <number>', say.until, filledText(text))
    .option('--received <date>', say.received, date(text))
    .option('--reason <reason>', say.reason, filledText(text))
    .option('--each', say.each);
}

type Options = OptionsOf<typeof define>;
type Action = (typeof actions)[number];

export const acts = {
  list: ['kind', 'series'],
  each: ['kind', 'series', 'number'],
  add: ['kind', 'series', 'number', 'from', 'until', 'received'],
  import: namesOfFileOptions,
  spoil: ['series', 'number', 'reason'],
} as const satisfies Record<Action | 'each', readonly (keyof Options)[]>;

export const actOf = (options: Options, action: Action) =>
  action === 'list' && options.each ? 'each' : action;

export async function run(
  session: Session,
  options: Options,
  action: Action,
  file: string | undefined,
) {
  if ((file === undefined) === (action === 'import')) {
    throw new Problem('wrongWords', { usage: session.text(blanks).usage });
  }
  if (action === 'import') {
    const imported = importFiles(
      session,
      [{ kind: 'blanks', path: file ?? '' }],
      sourceOptions(options),
    );
    return showImported(session, imported, options.errors);
  }
  if (action === 'add') return added(session, options);
  if (action === 'spoil') {
    const { series } = options;
    const number = needed(options.number, '--number');
    const reason = needed(options.reason, '--reason');
    await session.out.rows(each, writeOffBlank(session, { series, number, reason }));
    sayWritten(session);
    return exit.done;
  }
  const [columns, rows] = options.each
    ? [each, eachBlank(session.db, options)]
    : [counts, countedBlanks(session.db, options)];
  await session.out.rows(columns, rows);
  if (rows.length === 0) session.out.say(session.text(blanks).none);
  return exit.done;
}

async function added(session: Session, options: Options) {
  const from = options.from ?? options.number;
  const run = addBlanks(session, {
    kind: needed(options.kind, '--kind'),
    series: needed(options.series, '--series'),
    from: needed(from, '--number'),
    until: options.until ?? needed(from, '--number'),
    ...(options.received && { on: options.received }),
  });
  await session.out.rows(entered, [run]);
  sayWritten(session, session.text(blanks).added(run.new, run.unchanged));
  return exit.done;
}
