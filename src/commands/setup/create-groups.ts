import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { FileKind } from '../../rules/file-kinds.js';
import type { Session } from '../../session.js';
import { type FileToImport, importFiles } from '../../tasks/imports/import-files.js';
import {
  createGroups,
  groupsBeside,
  type NewGroups,
  type NewMember,
} from '../../tasks/setup/create-groups.js';
import { confirm } from '../../terminal/confirm.js';
import { date } from '../../terminal/date-options.js';
import { needed } from '../../terminal/needed.js';
import { list, schoolYear, wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { creatingGroups } from '../../text/creating-groups.js';
import { doneAsAgreed } from '../as-agreed.js';
import { fileOptions, namesOfFileOptions, sourceOptions } from '../importing.js';
import { showImported } from '../show-imported.js';
import { sayWritten } from '../written.js';

export const topic = creatingGroups;

const columns: (keyof NewMember)[] = ['group', 'register_no', 'last_name', 'first_name', 'class'];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(creatingGroups);
  const by = command.createOption('--by <how>', say.by);
  return fileOptions(command, text)
    .argument('[files...]', say.files)
    .option('--groups <file>', say.groups)
    .option('--teachers <file>', say.teachers)
    .option('--members <file>', say.members)
    .option('--class <class>', say.class)
    .option('--combine <classes>', say.combine, list)
    .option('--subject <code>', say.subject)
    .option('--split <parts>', say.split, wholeNumber(text, 2, 9))
    .addOption(by.choices(['alphabet', 'sex', 'alternate'] as const).default('alphabet' as const))
    .option('--teacher <codes>', say.teacher, list)
    .option('--from <date>', say.from, date(text))
    .option('--year <year>', say.year, schoolYear(text));
}

type Options = OptionsOf<typeof define>;

const fromFiles = 'CSV';
export const acts = {
  [fromFiles]: ['groups', 'teachers', 'members', 'year', ...namesOfFileOptions],
  combine: ['subject', 'teacher', 'from', 'year'],
  class: ['subject', 'split', 'by', 'teacher', 'from', 'year'],
} as const satisfies Record<string, readonly (keyof Options)[]>;

export function actOf(options: Options, named: readonly string[]): keyof typeof acts {
  if (named.length > 0 || filesOf(options).length > 0) return fromFiles;
  return options.combine ? 'combine' : 'class';
}

export async function run(session: Session, options: Options, named: string[] = []) {
  const files = [...named.map((path) => ({ kind: kindOf(path), path })), ...filesOf(options)];
  if (files.length > 0) {
    const { year, errors } = options;
    if (errors && files.length > 1) throw new Problem('errorsOfOneFile', undefined);
    const imported = importFiles(session, files, { year, ...sourceOptions(options) });
    return showImported(session, imported, errors);
  }
  const wanted = groupsOf(options);
  const isAsked = session.interactive && session.mode === 'write';
  const members = isAsked
    ? await doneAsAgreed(
        session,
        (context, agreed?: NewMember[]) => createGroups(context, { ...wanted, agreed }),
        (planned) => isAgreed(session, planned),
      )
    : createGroups(session, wanted);
  if (!isAsked) await session.out.rows(columns, members);
  const say = session.text(creatingGroups);
  sayWritten(session, say.made(countOfGroups(members), members.length));
  const beside = groupsBeside(session, wanted, members);
  if (beside.length > 0) session.out.warn(say.beside(beside));
  return exit.done;
}

const countOfGroups = (members: readonly NewMember[]) =>
  new Set(members.map(({ group }) => group)).size;

async function isAgreed(session: Session, planned: readonly NewMember[]): Promise<boolean> {
  await session.out.rows(columns, planned);
  const { question } = session.text(creatingGroups);
  return confirm(session, question(countOfGroups(planned), planned.length));
}

const groupFiles = ['groups', 'group-teachers', 'group-members'] as const;

/** Which of the three files it is, by its name. */
function kindOf(path: string): FileKind {
  const name = path.toLowerCase().replace(/^.*[\\/]/, '');
  const kind = groupFiles.find((each) => name === `${each}.csv`);
  if (kind) return kind;
  throw new Problem('wrongWords', { usage: 'ejournal create-groups groups.csv group-members.csv' });
}

function filesOf({ groups, teachers, members }: Options): FileToImport[] {
  const given: [FileKind, string | undefined][] = [
    ['groups', groups],
    ['group-teachers', teachers],
    ['group-members', members],
  ];
  return given.flatMap(([kind, path]) => (path === undefined ? [] : [{ kind, path }]));
}

function groupsOf({
  class: one,
  combine,
  subject,
  split,
  by,
  teacher = [],
  from,
  year,
}: Options): NewGroups {
  const classes = [...new Set(combine ?? (one === undefined ? [] : [one]))];
  if (classes.length === 0) {
    throw new Problem('nothingAsked', {
      options: '--groups, --members, --teachers, --class, --combine',
    });
  }
  if (by === 'sex' && (split ?? 2) !== 2) {
    throw new Problem('optionSaysNothing', { option: '--split', to: '--by sex', known: [] });
  }
  const learned = needed(subject, '--subject');
  const parts = needed(combine ? 1 : by === 'sex' ? 2 : split, '--split');
  const how = combine ? 'alphabet' : by;
  return { year, subject: learned, classes, teachers: teacher, parts, by: how, from };
}
