import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import { readPercent } from '../../rules/percent.js';
import type { Session } from '../../session.js';
import {
  recordExamCertificate,
  recordedExamCertificates,
} from '../../tasks/documents/exam-certificates.js';
import { importFiles } from '../../tasks/imports/import-files.js';
import { date } from '../../terminal/date-options.js';
import { needed } from '../../terminal/needed.js';
import { filledText, schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import type { ColumnName } from '../../text/columns.js';
import { examCertificates } from '../../text/exam-certificates.js';
import { fileOptions, namesOfFileOptions, sourceOptions } from '../importing.js';
import { showImported } from '../show-imported.js';
import { sayWritten } from '../written.js';

export const topic = examCertificates;

const columns: ColumnName[] = [
  'register_no',
  'last_name',
  'first_name',
  'subject',
  'number',
  'date',
  'percent',
  'parts',
  'level',
];
const actions = ['list', 'add', 'import'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(examCertificates);
  const action = command.createArgument('[action]', say.action).choices(actions);
  return fileOptions(command, text)
    .addArgument(action.default('list' as const))
    .argument('[file]', say.file)
    .option('--student <register-no>', say.student)
    .option('--subject <code>', say.subject)
    .option('--number <number>', say.number, filledText(text))
    .option('--date <date>', say.date, date(text))
    .option('--percent <percent>', say.percent)
    .option('--parts <parts>', say.parts, filledText(text))
    .option('--level <level>', say.level, filledText(text))
    .option('--year <year>', say.year, schoolYear(text));
}

type Options = OptionsOf<typeof define>;

const whose = ['student', 'subject', 'number', 'year'] as const;
export const acts = {
  list: whose,
  add: [...whose, 'date', 'percent', 'parts', 'level'],
  import: ['year', ...namesOfFileOptions],
} as const satisfies Record<(typeof actions)[number], readonly (keyof Options)[]>;

export async function run(
  session: Session,
  options: Options,
  action: (typeof actions)[number],
  file: string | undefined,
) {
  const { year, student, subject, number } = options;
  if ((file === undefined) === (action === 'import')) {
    throw new Problem('wrongWords', { usage: session.text(examCertificates).usage });
  }
  if (action === 'import') {
    const files = [{ kind: 'exam-certificates' as const, path: file ?? '' }];
    const imported = importFiles(session, files, { year, ...sourceOptions(options) });
    return showImported(session, imported, options.errors);
  }
  if (action === 'add') return add(session, options);
  const filter = { year, student, subject, number };
  const rows = recordedExamCertificates(session.db, filter);
  await session.out.rows(columns, rows);
  if (rows.length === 0) session.out.say(session.text(examCertificates).none);
  return exit.done;
}

async function add(session: Session, options: Options) {
  const wanted = recorded(options);
  const { outcome, row, before, besideProgramme } = recordExamCertificate(session, wanted);
  const say = session.text(examCertificates);
  await session.out.rows(columns, [row]);
  if (before !== undefined) session.out.warn(say.replaced(before));
  if (outcome === 'unchanged') session.out.say(say.unchanged);
  else sayWritten(session, say.recorded);
  if (besideProgramme) session.out.warn(say.besideProgramme(wanted.student));
  return exit.done;
}

function recorded({ student, subject, number, percent: written, ...more }: Options) {
  const percent = written === undefined ? undefined : readPercent(written);
  if (written !== undefined && percent === undefined) {
    throw new Problem('notAPercentage', { text: written }, { field: 'percent' });
  }
  return {
    ...more,
    student: needed(student, '--student'),
    subject: needed(subject, '--subject'),
    number: needed(number, '--number'),
    percent,
  };
}
