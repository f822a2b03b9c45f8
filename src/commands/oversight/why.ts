import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import { clockText } from '../../rules/school-time.js';
import { terms } from '../../rules/term-marks.js';
import type { Session } from '../../session.js';
import type { Explanation, Source } from '../../tasks/oversight/explanation.js';
import { whyAbsence } from '../../tasks/oversight/why-absence.js';
import { whyLesson } from '../../tasks/oversight/why-lesson.js';
import { whyOverdueLesson } from '../../tasks/oversight/why-overdue.js';
import { whyTermMark } from '../../tasks/oversight/why-term-mark.js';
import { whyStudent, whyValue } from '../../tasks/oversight/why-value.js';
import { whyOverdueWork } from '../../tasks/oversight/why-work.js';
import { zoneOf } from '../../tasks/school-zone.js';
import { date } from '../../terminal/date-options.js';
import { filled } from '../../terminal/folded-table.js';
import { needed } from '../../terminal/needed.js';
import { lessonNumber, schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { why } from '../../text/why.js';

export const topic = why;

const explained = ['overdue', 'lesson', 'term-mark', 'absence', 'value', 'student'] as const;
/** The others are named by options. */
const namedByKeys: readonly (typeof explained)[number][] = ['value', 'student'];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(why);
  const lesson = lessonNumber(text);
  const period = command.createOption('--period <number>', say.period).argParser(lesson);
  return command
    .addArgument(command.createArgument('<what>', say.what).choices(explained))
    .argument('[keys...]', say.keys)
    .option('--group <group>', say.group)
    .addOption(command.createOption('--class <class>', say.class).conflicts('group'))
    .option('--date <date>', say.date, date(text))
    .addOption(period.conflicts('work'))
    .option('--work <title>', say.work)
    .option('--student <register-no>', say.student)
    .option('--subject <code>', say.subject)
    .addOption(command.createOption('--term <term>', say.term).choices(terms))
    .option('--year <year>', say.year, schoolYear(text));
}

type Options = OptionsOf<typeof define>;

export async function run(
  session: Session,
  options: Options,
  what: (typeof explained)[number],
  keys: string[],
) {
  if (keys.length > 0 && !namedByKeys.includes(what)) {
    throw new Problem('wrongWords', { usage: `ejournal why ${what} --…` });
  }
  const trees = explaining[what]({ session, options, keys });
  const { out } = session;
  if (out.format === 'table') await out.page(pageOf(session, trees));
  else if (out.format === 'csv')
    await out.rows(['level', 'fact', 'sentence'], told(session, trees, 0));
  else await out.tree(trees.map(plain), () => []);
  return exit.done;
}

/** The options by which each thing is named. */
export const acts = {
  overdue: ['group', 'date', 'period', 'work', 'year'],
  lesson: ['group', 'class', 'date', 'period'],
  'term-mark': ['student', 'subject', 'term', 'year'],
  absence: ['student', 'date', 'period'],
  value: [],
  student: [],
} as const satisfies Record<(typeof explained)[number], readonly (keyof Options)[]>;

/** How each thing is explained, by what names it. */
const explaining: Readonly<
  Record<(typeof explained)[number], (asked: Asked) => readonly Explanation[]>
> = { overdue, lesson, 'term-mark': termMark, absence, value, student };

interface Asked {
  readonly session: Session;
  readonly options: Options;
  readonly keys: readonly string[];
}

function overdue({ session: { db, asOf }, options }: Asked) {
  const group = needed(options.group, '--group');
  const { date: day, work, year } = options;
  if (work !== undefined) return [whyOverdueWork(db, asOf, { group, work, date: day, year })];
  const period = needed(options.period, '--period');
  return [whyOverdueLesson(db, asOf, { group, date: needed(day, '--date'), period })];
}

function lesson({ session: { db, asOf }, options }: Asked) {
  const { group, class: className, period } = options;
  if (className === undefined) needed(group, '--group');
  const day = needed(options.date, '--date');
  return whyLesson(db, asOf, { group, class: className, date: day, period });
}

function termMark({ session: { db, asOf }, options }: Asked) {
  const student = needed(options.student, '--student');
  const subject = needed(options.subject, '--subject');
  const term = needed(options.term, '--term');
  return [whyTermMark(db, asOf, { student, subject, term, year: options.year })];
}

function absence({ session: { db, asOf }, options }: Asked) {
  const student = needed(options.student, '--student');
  const day = needed(options.date, '--date');
  const period = needed(options.period, '--period');
  return [whyAbsence(db, asOf, { student, date: day, period })];
}

function value({ session, keys: [table, ...words] }: Asked) {
  if (table === undefined || words.length === 0) {
    throw new Problem('wrongWords', { usage: session.text(why).usage.value });
  }
  return whyValue(session.db, table, words);
}

function student({ session, keys }: Asked) {
  if (keys.length !== 1) {
    throw new Problem('wrongWords', { usage: session.text(why).usage.student });
  }
  return whyStudent(session.db, keys);
}

interface Told {
  readonly level: number;
  readonly fact: string;
  readonly sentence: string;
}

/**
 * The sentences of the trees, each with how deep it lies; what proves a fact lies one deeper. Facts that
 * follow each other and come from the same place have it said once, below the last.
 */
function* told(session: Session, trees: readonly Explanation[], level: number): Generator<Told> {
  for (const [at, tree] of trees.entries()) {
    yield { level, fact: tree.fact, sentence: sentenceOf(session, tree) };
    const sources = tree.sources.map((source) => sourceOf(session, source));
    const next = (trees[at + 1]?.sources ?? []).map((source) => sourceOf(session, source));
    const isSaidBelow = tree.because.length === 0 && sources.join('\n') === next.join('\n');
    for (const sentence of isSaidBelow ? [] : sources) {
      yield { level: level + 1, fact: 'source', sentence };
    }
    yield* told(session, tree.because, level + 1);
  }
}

/** Each tree a paragraph; a sentence that is too long goes on below itself. */
function* pageOf(session: Session, trees: readonly Explanation[]): Generator<string> {
  let isFirst = true;
  for (const tree of trees) {
    if (!isFirst) yield '';
    isFirst = false;
    for (const { level, fact, sentence } of told(session, [tree], 0)) {
      const mark = fact === 'source' ? '· ' : level > 0 ? '- ' : '';
      const indent = '  '.repeat(Math.max(0, level - 1));
      const room = (session.out.width ?? Number.POSITIVE_INFINITY) - indent.length - mark.length;
      const lines = filled(sentence.split(' '), Math.max(20, room));
      for (const [at, line] of lines.entries()) {
        yield indent + (at === 0 ? mark : ' '.repeat(mark.length)) + line;
      }
    }
  }
}

/** A person reads moments on the school's clock. */
function sentenceOf(session: Session, { fact, facts }: Explanation): string {
  const zone = zoneOf(session.db);
  const shown = Object.entries(facts ?? {}).map(([name, value]) => [
    name,
    /(^|_)at$/.test(name) && typeof value === 'string' ? clockText(value, zone) : value,
  ]);
  const sentence = session.text(why).facts[fact] as (facts: unknown) => string;
  return sentence(Object.fromEntries(shown));
}

function sourceOf(session: Session, source: Source): string {
  const { operation, actor, command, file, line } = source;
  const place = file === null ? '' : `${file}:${line}`;
  const at = clockText(source.at, zoneOf(session.db));
  return session.text(why).source({ operation, at, actor, command, place });
}

/** A tree for scripts: the fact, what it says, why, and where it was written down. */
function plain({ fact, facts, because, sources }: Explanation): object {
  return { fact, ...facts, because: because.map(plain), sources };
}
