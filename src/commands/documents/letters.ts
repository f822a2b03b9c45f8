import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  accessLetters,
  printAccessLetters,
  withoutPassword,
} from '../../tasks/documents/access-letters.js';
import { noticeLetters, printNotices, type Untold } from '../../tasks/documents/notice-letters.js';
import { date } from '../../terminal/date-options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { letters } from '../../text/letters.js';
import { lookOptions, sourceOptions } from '../importing.js';
import { print, printOptions, shownAsJson } from '../printing.js';
import { showImported } from '../show-imported.js';

export const topic = letters;

const kinds = ['notice', 'access'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(letters);
  const own = lookOptions(command, text)
    .addArgument(command.createArgument('<letters>', say.kind).choices(kinds))
    .argument('[file]', say.file)
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student)
    .option('--family', say.family)
    .option('--date <date>', say.date, date(text));
  return printOptions(own, { text });
}

type Options = OptionsOf<typeof define>;

export const acts = {
  notice: ['class', 'student', 'date', 'family'],
  access: ['class', 'student', 'date', 'encoding', 'delimiter'],
} as const satisfies Record<(typeof kinds)[number], readonly (keyof Options)[]>;

export async function run(
  session: Session,
  options: Options,
  kind: (typeof kinds)[number],
  file: string | undefined,
) {
  if ((file === undefined) === (kind === 'access')) {
    throw new Problem('wrongWords', { usage: session.text(letters).usage });
  }
  return file === undefined ? notices(session, options) : access(session, options, file);
}

async function notices(session: Session, options: Options) {
  const { class: className, student, family, date: on } = options;
  const asked = { class: className, student, family, on };
  const batch = noticeLetters(session.db, session.asOf, asked);
  const { papers, untold, withheld } = batch;
  const say = session.text(letters);
  for (const one of untold) session.out.warn(untoldSentence(session, one));
  if (withheld > 0) session.out.say(say.withheld(withheld));
  if (papers.length === 0) session.out.say(say.nobody);
  const status = untold.some(({ why }) => why === 'no_parents') ? exit.found : exit.done;
  const data = papers.map((paper) => paper.data);
  if (await shownAsJson(session, options, data)) return status;
  const printed = await print(session, options, papers.length, (printing) =>
    printNotices(session, batch, printing),
  );
  return printed === exit.done ? status : printed;
}

async function access(session: Session, options: Options, file: string) {
  const { class: className, student, date: on } = options;
  const asked = { class: className, student, on, ...sourceOptions(options) };
  const batch = accessLetters(session, file, asked);
  const { papers, withheld, report } = batch;
  if (report.rejections.length > 0) {
    return showImported(session, { outcome: 'rejected', files: [], inputs: [], report });
  }
  const say = session.text(letters);
  for (const { name, register_no } of withheld) {
    session.out.warn(say.withheldOne({ name, registerNo: register_no }));
  }
  if (papers.length === 0) session.out.say(say.nobody);
  const data = papers.map(withoutPassword(undefined)).map((paper) => paper.data);
  if (await shownAsJson(session, options, data)) return exit.done;
  const printed = await print(session, options, papers.length, (printing) =>
    printAccessLetters(session, batch, printing),
  );
  if (!options.preview) session.out.say(say.thenDelete);
  return printed;
}

function untoldSentence(
  { text }: Session,
  { class: name, register_no, last_name, first_name, why }: Untold,
): string {
  const { noParents, noContact } = text(letters);
  const person = { class: name, name: `${last_name} ${first_name}`, registerNo: register_no };
  return why === 'no_parents' ? noParents(person) : noContact(person);
}
