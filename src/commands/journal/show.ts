import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import { computedTerms } from '../../rules/term-marks.js';
import type { Line, Session } from '../../session.js';
import { classAsked } from '../../tasks/classes-asked.js';
import { type Around, askedDays, narrowed } from '../../tasks/journal/asked-days.js';
import { classDays, type DayLesson, teacherDays } from '../../tasks/journal/day-lessons.js';
import { type RegisterRow, registerPage, registerRows } from '../../tasks/journal/register-page.js';
import { type StudentLine, studentJournal } from '../../tasks/journal/show-student.js';
import { columnsHelp } from '../../terminal/columns-help.js';
import { date, month, week } from '../../terminal/date-options.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import type { ColumnName } from '../../text/columns.js';
import { show } from '../../text/show.js';
import { dayPage } from './day-page.js';
import { groupPage } from './group-page.js';
import { dayName } from './page-words.js';
import { subjectPage, weekPage } from './student-pages.js';

export const topic = show;

const subjects = ['student', 'group', 'class', 'teacher'] as const;

const studentColumns: (keyof StudentLine)[] = [
  'date',
  'period',
  'group',
  'subject',
  'teacher',
  'room',
  'state',
  'topic',
  'homework',
  'works',
  'marks',
  'absence',
  'decision',
];
const registerColumns: (keyof RegisterRow)[] = [
  'date',
  'period',
  'group',
  'state',
  'teacher',
  'topic',
  'homework',
  'register_no',
  'last_name',
  'first_name',
  'works',
  'marks',
  'absence',
  'decision',
];
const dayColumns: (keyof DayLesson)[] = [
  'date',
  'period',
  'starts',
  'ends',
  'class',
  'group',
  'subject',
  'teacher',
  'teacher_name',
  'substitutes_for',
  'room',
  'state',
  'missing',
  'due_at',
  'topic',
  'homework',
  'absent',
  'late',
];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(show);
  const day = command.createOption('--date <date>', say.date).argParser(date(text));
  const ofWeek = command.createOption('--week <week>', say.week).argParser(week(text));
  const ofMonth = command.createOption('--month <month>', say.month).argParser(month(text));
  const term = command.createOption('--term <term>', say.term).choices(computedTerms);
  const from = command.createOption('--from <date>', say.from).argParser(date(text));
  const until = command.createOption('--until <date>', say.until).argParser(date(text));
  return command
    .addArgument(command.createArgument('<what>', say.what).choices(subjects))
    .argument('<key>', say.key)
    .addOption(day.conflicts(['week', 'month', 'term', 'from', 'until', 'year']))
    .addOption(ofWeek.conflicts(['month', 'term', 'from', 'until', 'year']))
    .addOption(ofMonth.conflicts(['term', 'from', 'until', 'year']))
    .addOption(term.conflicts(['from', 'until']))
    .addOption(from.conflicts('year'))
    .addOption(until.conflicts('year'))
    .option('--subject <code>', say.subject)
    .option('--year <year>', say.year, schoolYear(text))
    .addHelpText(
      'after',
      columnsHelp(say.columns, [
        ['student', studentColumns],
        ['group', registerColumns],
        ['class', dayColumns],
        ['teacher', dayColumns],
      ]),
    );
}

type Options = OptionsOf<typeof define>;

const days = ['date', 'week', 'month', 'term', 'from', 'until', 'year'] as const;
export const acts = {
  student: [...days, 'subject'],
  group: days,
  class: days,
  teacher: days,
} as const satisfies Record<What, readonly (keyof Options)[]>;

type What = (typeof subjects)[number];

export async function run(session: Session, options: Options, what: What, key: string) {
  if (what === 'student') await showStudent(session, options, key);
  else if (what === 'group') await showGroup(session, options, key);
  else if (what === 'teacher') await showDay(session, options, what, key);
  else await showDay(session, options, what, classAsked(session.db, key));
  return exit.done;
}

const daysOf = (session: Session, options: Options, around: Around, what: What, key: string) =>
  askedDays(session.db, session.asOf, options, around, narrowed[what](key));

/**
 * What is shown: rows for a script, and where columns were chosen; for a person a page, with what its signs
 * mean, unless nothing is on it.
 */
interface Shown<R extends object> {
  readonly columns: readonly (keyof R & ColumnName)[];
  readonly rows: Iterable<R>;
  readonly page: Iterable<Line> | undefined;
  readonly legends: readonly string[];
}

async function shown<R extends object>(
  { out, text }: Session,
  { columns, rows, page, legends }: Shown<R>,
) {
  if (out.format !== 'table' || out.columns) await out.rows(columns, rows);
  else if (page) {
    await out.page(page);
    for (const legend of legends) out.say(legend);
  }
  if (!page) out.say(text(show).nothing);
}

async function showStudent(session: Session, options: Options, key: string) {
  const around = options.subject ? 'semester' : 'week';
  const { book, days } = daysOf(session, options, around, 'student', key);
  const journal = studentJournal(session.db, book, key, days, options.subject);
  const { student, lines } = journal;
  const say = session.text(show);
  const name = `${student.last_name} ${student.first_name} (${student.register_no})`;
  const span = say.days(days.from, days.until);
  const title = [name, journal.class ?? '', options.subject ?? '', span].filter(Boolean).join('  ');
  const page = options.subject ? subjectPage : weekPage;
  await shown(session, {
    columns: studentColumns,
    rows: lines,
    page: lines.length > 0 ? page(session, title, lines) : undefined,
    legends: [say.legend],
  });
}

async function showGroup(session: Session, options: Options, key: string) {
  const { book, days } = daysOf(session, options, 'month', 'group', key);
  const page = registerPage(session.db, book, key, days);
  const say = session.text(show);
  const title = [key, page.group.classes.join('+'), say.days(days.from, days.until)].join('  ');
  await shown(session, {
    columns: registerColumns,
    rows: registerRows(page),
    page: page.columns.length > 0 ? groupPage(session, title, page) : undefined,
    legends: [say.legend, say.pageLegend],
  });
}

async function showDay(session: Session, options: Options, what: 'class' | 'teacher', key: string) {
  const { book, days } = daysOf(session, options, 'day', what, key);
  const { name, days: all } =
    what === 'class'
      ? classDays(session.db, book, key, days)
      : teacherDays(session.db, book, key, days);
  const taught = all.filter((day) => day.lessons.length > 0);
  const title = what === 'class' ? name : `${name} (${key})`;
  const page = function* (): Generator<Line> {
    for (const [at, day] of taught.entries()) {
      if (at > 0) yield '';
      yield { heading: `${title}  ${dayName(session, day.date)}` };
      yield* dayPage(session, what, day);
    }
  };
  await shown(session, {
    columns: dayColumns,
    rows: all.flatMap((day) => day.lessons),
    page: taught.length > 0 ? page() : undefined,
    legends: [session.text(show).legend],
  });
}
