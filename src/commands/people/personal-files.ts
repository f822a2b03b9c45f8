import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  personalFileSheets,
  printPersonalFiles,
} from '../../tasks/documents/personal-file-sheets.js';
import { importFiles } from '../../tasks/imports/import-files.js';
import {
  type ClassPersonalFiles,
  type PersonalFileGap,
  personalFileStates,
  personalFilesByClass,
} from '../../tasks/people/personal-files.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import type { ColumnName } from '../../text/columns.js';
import { personalFiles } from '../../text/personal-files.js';
import { fileOptions, namesOfFileOptions, sourceOptions } from '../importing.js';
import { namesOfPrintOptions, print, printOptions, shownAsJson } from '../printing.js';
import { showImported } from '../show-imported.js';

export const topic = personalFiles;

const columns: (keyof PersonalFileGap)[] = [
  'class',
  'register_no',
  'last_name',
  'first_name',
  'missing',
];
const sumColumns: (keyof ClassPersonalFiles)[] = ['class', 'complete', 'of', 'missing'];
const actions = ['missing', 'import', 'print'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(personalFiles);
  const action = command.createArgument('[action]', say.action).choices(actions);
  const own = fileOptions(command, text)
    .addArgument(action.default('missing' as const))
    .argument('[file]', say.file)
    .option('--year <year>', say.year, schoolYear(text))
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student)
    .option('--sum', say.sum);
  return printOptions(own, { text });
}

type Options = OptionsOf<typeof define>;

const whose = ['year', 'class', 'student'] as const;
export const acts = {
  missing: [...whose, 'sum'],
  import: ['year', ...namesOfFileOptions],
  print: [...whose, ...namesOfPrintOptions],
} as const satisfies Record<(typeof actions)[number], readonly (keyof Options)[]>;

export async function run(
  session: Session,
  options: Options,
  action: (typeof actions)[number],
  file: string | undefined,
) {
  const { year, class: className, student, sum } = options;
  if ((file === undefined) === (action === 'import')) {
    throw new Problem('wrongWords', { usage: session.text(personalFiles).usage });
  }
  if (action === 'print') return printSheets(session, options);
  if (action === 'import') {
    const files = [{ kind: 'personal-files' as const, path: file ?? '' }];
    const imported = importFiles(session, files, { year, ...sourceOptions(options) });
    return showImported(session, imported, options.errors);
  }
  const states = personalFileStates(session.db, session.asOf, { year, class: className, student });
  const gaps = states.filter((state) => state.missing.length > 0);
  if (sum) await show(session, sumColumns, personalFilesByClass(states));
  else await show(session, columns, gaps);
  const say = session.text(personalFiles);
  session.out.say(say.found(states.length - gaps.length, states.length));
  return gaps.length > 0 ? exit.found : exit.done;
}

async function printSheets(session: Session, options: Options) {
  const { year, class: className, student } = options;
  const sheets = personalFileSheets(session.db, session.asOf, { year, class: className, student });
  const data = sheets.papers.map((paper) => paper.data);
  if (await shownAsJson(session, options, data)) return exit.done;
  return print(session, options, sheets.papers.length, (printing) =>
    printPersonalFiles(session, sheets, printing),
  );
}

/** A script gets the names of the parts joined by `+`, a person their words. */
async function show<T extends { missing: readonly (keyof Parts)[] }>(
  { out, text }: Session,
  names: readonly (keyof T & ColumnName)[],
  rows: readonly T[],
): Promise<void> {
  const { parts } = text(personalFiles);
  const asTable = out.format === 'table';
  const missingOf = ({ missing }: T) =>
    asTable ? missing.map((part) => parts[part]).join(', ') : missing.join('+');
  await out.rows(
    names,
    rows.map((row) => ({ ...row, missing: missingOf(row) })),
  );
}

type Parts = (typeof personalFiles)['en']['parts'];
