import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import { type ListField, listFields } from '../../rules/list-fields.js';
import type { Session } from '../../session.js';
import {
  otherOfNumber,
  printStatement,
  statementOfAttendance,
} from '../../tasks/documents/statements-of-attendance.js';
import {
  labelPapers,
  nameListPapers,
  printLists,
  type StudentLists,
  signatureSheetPapers,
  studentLists,
} from '../../tasks/documents/student-lists.js';
import { date } from '../../terminal/date-options.js';
import { needed } from '../../terminal/needed.js';
import { list, wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import type { ColumnName } from '../../text/columns.js';
import { lists } from '../../text/lists.js';
import { print, printOptions, shownAsJson } from '../printing.js';

export const topic = lists;

const kinds = ['class', 'group', 'signatures', 'statement', 'labels'] as const;
type Kind = (typeof kinds)[number];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(lists);
  const own = command
    .addArgument(command.createArgument('<list>', say.kind).choices(kinds))
    .option('--class <class>', say.class)
    .option('--group <group>', say.group)
    .option('--student <register-no>', say.student)
    .option('--date <date>', say.date, date(text))
    .option('--fields <fields>', say.fields(listFields.join(', ')), list)
    .option('--blank <count>', say.blank, wholeNumber(text, 0, 12))
    .option('--topic <topic>', say.topic)
    .option('--for <receiver>', say.for)
    .option('--number <number>', say.number)
    .option('--addresses', say.addresses)
    .option('--skip <count>', say.skip, wholeNumber(text, 0, 100));
  return printOptions(own, { text });
}

type Options = OptionsOf<typeof define>;

/** What a list shows beside the names, unless something else is asked for. */
const usual = { class: ['register_no', 'birth_date', 'phone'], group: ['class', 'register_no'] };

export const acts = {
  class: ['class', 'date', 'fields', 'blank'],
  group: ['group', 'date', 'fields', 'blank'],
  signatures: ['class', 'group', 'date', 'topic'],
  statement: ['student', 'date', 'for', 'number'],
  labels: ['class', 'group', 'student', 'date', 'addresses', 'skip'],
} as const satisfies Record<Kind, readonly (keyof Options)[]>;

export async function run(session: Session, options: Options, kind: Kind) {
  if (kind === 'statement') return statement(session, options);
  if (kind === 'group') needed(options.group, '--group');
  const { class: className, group, student, date: on, addresses = false, skip = 0 } = options;
  const asked = { class: className, group, student, on };
  const found = studentLists(session.db, session.asOf, asked);
  if (found.lists.length === 0) session.out.say(session.text(lists).nobody);
  if (kind === 'class' || kind === 'group') return names(session, options, kind, found);
  const papers =
    kind === 'signatures'
      ? signatureSheetPapers(found, options)
      : await labelPapers(session.db, found, { addresses, skip });
  const data = papers.map((paper) => paper.data);
  if (await shownAsJson(session, options, data)) return exit.done;
  return print(session, options, papers.length, (printing) =>
    printLists(session, found, papers, printing),
  );
}

/** A list as data, unless a place for PDF files is named. */
async function names(
  session: Session,
  options: Options,
  kind: 'class' | 'group',
  found: StudentLists,
) {
  const fields = fieldsOf(options.fields ?? usual[kind]);
  const { out, merge, preview, blank = 0 } = options;
  const onPaper = out !== undefined || merge !== undefined || preview === true;
  if (!onPaper || (session.out.format.startsWith('json') && !preview)) {
    const columns = [...new Set<ColumnName>(['class', 'last_name', 'first_name', ...fields])];
    await session.out.rows(
      columns,
      found.lists.flatMap(({ students }) => students),
    );
  }
  if (!onPaper) return exit.done;
  const papers = nameListPapers(found, { fields, blank });
  return print(session, options, papers.length, (printing) =>
    printLists(session, found, papers, printing),
  );
}

/** @throws Problem unknownColumns */
function fieldsOf(names: readonly string[]): ListField[] {
  const isField = (name: string): name is ListField => listFields.some((known) => known === name);
  const unknown = names.filter((name) => !isField(name));
  if (unknown.length > 0) {
    throw new Problem('unknownColumns', { unknown, known: listFields }, { field: 'fields' });
  }
  return names.filter(isField);
}

async function statement(session: Session, options: Options) {
  const { date: on, for: receiver, number } = options;
  const student = needed(options.student, '--student');
  const made = statementOfAttendance(session.db, session.asOf, { student, on, receiver, number });
  if (await shownAsJson(session, options, [made.paper.data])) return exit.done;
  const other = otherOfNumber(session.db, made);
  if (other) session.out.warn(session.text(lists).numberTaken(other));
  return print(session, options, 1, (printing) => printStatement(session, made, printing));
}
