import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import { groupedBy } from '../../rules/grouping.js';
import { terms } from '../../rules/term-marks.js';
import type { Line, Session } from '../../session.js';
import { importFiles } from '../../tasks/imports/import-files.js';
import { type EnteredTermMark, recordTermMarks } from '../../tasks/journal/enter-term-marks.js';
import { type TermMarkRow, termMarkRows } from '../../tasks/journal/list-term-marks.js';
import {
  type MissingSum,
  type MissingTermMark,
  missingBy,
  missingTermMarks,
} from '../../tasks/journal/missing-term-marks.js';
import {
  enterProposals,
  type ProposalRow,
  proposedTermMarks,
  toBeEntered,
} from '../../tasks/journal/term-mark-proposals.js';
import { columnsHelp } from '../../terminal/columns-help.js';
import { confirm } from '../../terminal/confirm.js';
import { foldedLines, wrappedLines } from '../../terminal/folded-table.js';
import { needed } from '../../terminal/needed.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { termMarks } from '../../text/term-marks.js';
import { decimal } from '../../text/words.js';
import { fileOptions, namesOfFileOptions, sourceOptions } from '../importing.js';
import { showListed } from '../listed.js';
import { showImported } from '../show-imported.js';

export const topic = termMarks;

const actions = ['list', 'enter', 'propose', 'missing', 'import'] as const;

const listColumns: (keyof TermMarkRow)[] = [
  'class',
  'register_no',
  'last_name',
  'first_name',
  'subject',
  'term',
  'value',
  'recorded_at',
];
const enteredColumns: (keyof EnteredTermMark)[] = [
  'class',
  'register_no',
  'last_name',
  'first_name',
  'subject',
  'term',
  'before',
  'value',
];
const proposalColumns: (keyof ProposalRow)[] = [
  'class',
  'register_no',
  'last_name',
  'first_name',
  'subject',
  'term',
  'marks',
  'mean',
  'proposal',
  'stands',
  'state',
];
const missingColumns: (keyof MissingTermMark)[] = [
  'term',
  'class',
  'register_no',
  'last_name',
  'first_name',
  'subject',
  'group',
  'owed_by',
  'owed_by_name',
  'due_at',
];
const missingForPeople = missingColumns.filter((name) => name !== 'term' && name !== 'due_at');
const sumColumns: (keyof MissingSum)[] = ['who', 'name', 'missing', 'students', 'subjects'];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(termMarks);
  const action = command.createArgument('[action]', say.action).choices(actions);
  const by = command.createOption('--by <whom>', say.by).choices(['teacher', 'class'] as const);
  return fileOptions(command, text)
    .addArgument(action.default('list' as const))
    .argument('[words...]', say.words)
    .addOption(command.createOption('--term <term>', say.term).choices(terms))
    .option('--class <class>', say.class)
    .option('--group <group>', say.group)
    .option('--subject <code>', say.subject)
    .option('--student <register-no>', say.student)
    .option('--teacher <code>', say.teacher)
    .option('--value <value>', say.value)
    .option('--replace', say.replace)
    .addOption(by)
    .option('--year <year>', say.year, schoolYear(text))
    .addHelpText('after', `\n${say.howProposed}`)
    .addHelpText(
      'after',
      columnsHelp(say.csvColumns, [
        ['list', listColumns],
        ['enter', enteredColumns],
        ['propose', proposalColumns],
        ['missing', missingColumns],
        ['--by', sumColumns],
      ]),
    );
}

type Options = OptionsOf<typeof define>;

const whose = ['class', 'group', 'subject', 'student', 'teacher', 'term', 'year'] as const;
export const acts = {
  list: [...whose, 'value'],
  enter: ['term', 'group', 'subject', 'student', 'value', 'year'],
  propose: [...whose, 'replace'],
  missing: [...whose, 'by'],
  import: ['year', ...namesOfFileOptions],
} as const satisfies Record<(typeof actions)[number], readonly (keyof Options)[]>;

export async function run(
  session: Session,
  options: Options,
  action: (typeof actions)[number],
  words: string[],
) {
  if (action === 'import') return importFrom(session, options, words);
  if (action === 'enter') return enter(session, options, words);
  if (words.length > 0) {
    throw new Problem('wrongWords', { usage: `ejournal term-marks ${action} --term semester1` });
  }
  if (action === 'propose') return propose(session, options);
  return action === 'missing' ? missing(session, options) : list(session, options);
}

function importFrom(session: Session, options: Options, [path, ...rest]: string[]) {
  if (path === undefined || rest.length > 0) {
    throw new Problem('wrongWords', { usage: session.text(termMarks).usage.import });
  }
  const wanted = { year: options.year, ...sourceOptions(options) };
  const imported = importFiles(session, [{ kind: 'term-marks', path }], wanted);
  return showImported(session, imported, options.errors);
}

async function list(session: Session, { term, value, ...filter }: Options) {
  const rows = termMarkRows(session.db, session.asOf, term, filter).filter(
    (row) => value === undefined || row.value === value.toLowerCase(),
  );
  const say = session.text(termMarks);
  const { format, columns } = session.out;
  if (format !== 'table' || columns) await session.out.rows(listColumns, rows);
  else if (rows.length > 0) {
    await session.out.page(pageOf(session, rows, filter.student !== undefined));
    session.out.say(say.legend);
  }
  if (rows.length === 0) session.out.say(say.none);
  return exit.done;
}

/** For each class and term a table: students down, subjects across; of one student subjects and terms. */
function* pageOf(session: Session, rows: readonly TermMarkRow[], ofOne: boolean): Generator<Line> {
  const say = session.text(termMarks);
  const blocks = groupedBy(rows, (row) =>
    ofOne ? row.class : `${row.class}  ${say.terms[row.term]}`,
  );
  let isFirst = true;
  for (const [title, block] of blocks) {
    if (!isFirst) yield '';
    isFirst = false;
    const [one] = block;
    yield { heading: ofOne && one ? `${title}  ${nameOf(one)}` : title };
    const [down, across] = ofOne
      ? [subjectOf, (row: TermMarkRow) => say.terms[row.term]]
      : [nameOf, subjectOf];
    const columns = [...new Set(block.map(across))];
    const corner = ofOne ? say.columns.subject : say.columns.student;
    const lines = [...groupedBy(block, down)].map(([name, own]) => ({
      name,
      cells: columns.map((column) => cellOf(own.find((row) => across(row) === column))),
    }));
    yield* foldedLines(
      { corner, headings: columns.map((column) => [column]), rows: lines },
      session.out.width,
    );
  }
}

const nameOf = (row: Pick<TermMarkRow, 'last_name' | 'first_name' | 'register_no'>) =>
  `${row.last_name} ${row.first_name} (${row.register_no})`;
const subjectOf = (row: TermMarkRow) => row.subject;
const cellOf = (row: TermMarkRow | undefined) => (row ? (row.value ?? '·') : '');

async function enter(session: Session, options: Options, words: string[]) {
  const { student, value, subject, group, term, year } = options;
  const given = words.map((word): readonly [string, string] => {
    const [registerNo = '', mark = '', ...rest] = word.split('=').map((part) => part.trim());
    if (registerNo === '' || mark === '' || rest.length > 0) throw wrongWords(session);
    return [registerNo, mark];
  });
  if ((student === undefined) !== (value === undefined)) throw wrongWords(session);
  const values = student && value ? [...given, [student, value] as const] : given;
  if (values.length === 0) throw wrongWords(session);
  if (group === undefined) needed(subject, '--subject');
  const inSmall = values.map(([registerNo, mark]) => [registerNo, mark.toLowerCase()] as const);
  const wanted = { year, subject, group, term: needed(term, '--term'), values: inSmall };
  const marks = recordTermMarks(session, wanted);
  await session.out.rows(enteredColumns, marks);
  const changed = marks.filter((mark) => mark.before !== mark.value).length;
  sayEntered(session, changed);
  return exit.done;
}

const wrongWords = (session: Session) =>
  new Problem('wrongWords', { usage: session.text(termMarks).usage.enter });

function sayEntered(session: Session, count: number) {
  const say = session.text(termMarks);
  if (count === 0) session.out.say(say.nothingToEnter);
  else session.out.say(session.mode === 'write' ? say.entered(count) : say.wouldEnter(count));
}

async function propose(session: Session, options: Options) {
  const say = session.text(termMarks);
  const wish = { ...options, term: needed(options.term, '--term') };
  const rows = proposedTermMarks(session.db, session.asOf, wish);
  const chosen = toBeEntered(rows);
  const { format, columns } = session.out;
  if (format === 'table' && !columns) {
    await session.out.page(proposalPage(session, rows));
    if (rows.some((row) => row.marks.some((mark) => mark.startsWith('('))))
      session.out.say(say.bracketed);
  } else await session.out.rows(proposalColumns, rows);
  if (chosen.length > 0 && session.mode === 'write') {
    if (!(await confirm(session, say.question(chosen.length)))) {
      throw new Problem('notConfirmed', undefined);
    }
  }
  if (chosen.length > 0) enterProposals(session, wish, rows);
  sayEntered(session, chosen.length);
  return exit.done;
}

/** For each class and subject the students with their proposals, the marks last, on as many lines as they need. */
function* proposalPage(session: Session, rows: readonly ProposalRow[]): Generator<Line> {
  const { columns, states, terms: names } = session.text(termMarks);
  const heads = [columns.student, columns.proposal, columns.stands, columns.mean, columns.state];
  const cells = (row: ProposalRow) => [
    nameOf(row),
    row.proposal ?? '',
    row.stands ?? '',
    decimal(session.language, row.mean ?? ''),
    states[row.state],
  ];
  const blocks = groupedBy(rows, (row) => `${row.class}  ${row.subject}  ${names[row.term]}`);
  let isFirst = true;
  for (const [title, block] of blocks) {
    if (!isFirst) yield '';
    isFirst = false;
    yield { heading: title };
    const last = { heading: columns.marks, words: block.map((row) => row.marks) };
    yield* wrappedLines(heads, block.map(cells), last, session.out.width);
  }
}

async function missing(session: Session, { by, term, ...filter }: Options) {
  const rows = missingTermMarks(session.db, session.asOf, needed(term, '--term'), filter);
  if (by) await session.out.rows(sumColumns, missingBy(rows, by));
  else await showListed(session, missingColumns, missingForPeople, rows);
  const say = session.text(termMarks);
  session.out.say(rows.length === 0 ? say.complete : say.missing(rows.length));
  return rows.length === 0 ? exit.done : exit.found;
}
