import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import { type CivilDate, weekday } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { average } from '../../rules/marks.js';
import { computedTerms } from '../../rules/term-marks.js';
import type { Line, Session } from '../../session.js';
import { type Around, askedDays, narrowed } from '../../tasks/journal/asked-days.js';
import {
  classDays,
  type DayAbsence,
  type DayLesson,
  type DayOfLessons,
  teacherDays,
} from '../../tasks/journal/day-lessons.js';
import {
  type PageCell,
  type PageColumn,
  type RegisterPage,
  type RegisterRow,
  registerPage,
  registerRows,
} from '../../tasks/journal/register-page.js';
import { type StudentLine, studentJournal } from '../../tasks/journal/show-student.js';
import { columnsHelp } from '../../terminal/columns-help.js';
import { date, month, week } from '../../terminal/date-options.js';
import { foldedLines, wrappedLines } from '../../terminal/folded-table.js';
import { wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import type { ColumnName } from '../../text/columns.js';
import { show } from '../../text/show.js';

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
    .option('--year <year>', say.year, wholeNumber(text, 1990, 2200))
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

const daysNamed = ['--date', '--week', '--month', '--term', '--from', '--until', '--year'];
type What = (typeof subjects)[number];

export async function run(session: Session, options: Options, what: What, key: string) {
  if (what !== 'student' && options.subject !== undefined) {
    throw new Problem('optionSaysNothing', { option: '--subject', to: what, known: daysNamed });
  }
  if (what === 'student') await showStudent(session, options, key);
  else if (what === 'group') await showGroup(session, options, key);
  else await showDay(session, options, what, key);
  return exit.done;
}

const daysOf = (session: Session, options: Options, around: Around, what: What, key: string) =>
  askedDays(session.db, session.asOf, options, around, narrowed[what](key));

/**
 * Rows for a script, and where columns were chosen; for a person a page, or a word where there is nothing
 * on it. Tells whether there was a page.
 */
async function showRows<R extends object>(
  { out, text }: Session,
  columns: readonly (keyof R & ColumnName)[],
  rows: Iterable<R>,
  page: () => Iterable<Line>,
  isEmpty: boolean,
): Promise<boolean> {
  const isPage = out.format === 'table' && !out.columns && !isEmpty;
  if (isPage) await out.page(page());
  else if (out.format !== 'table' || out.columns) await out.rows(columns, rows);
  if (isEmpty) out.say(text(show).nothing);
  return isPage;
}

async function showStudent(session: Session, options: Options, key: string) {
  const { book, days } = daysOf(
    session,
    options,
    options.subject ? 'semester' : 'week',
    'student',
    key,
  );
  const journal = studentJournal(session.db, book, key, days, options.subject);
  const { student, lines } = journal;
  const say = session.text(show);
  const name = `${student.last_name} ${student.first_name} (${student.register_no})`;
  const span = say.days(days.from, days.until);
  const title = [name, journal.class ?? '', options.subject ?? '', span].filter(Boolean).join('  ');
  const page = options.subject ? subjectPage : weekPage;
  const isPage = await showRows(
    session,
    studentColumns,
    lines,
    () => page(session, title, lines),
    lines.length === 0,
  );
  if (isPage) session.out.say(say.legend);
}

/** Day by day, lesson by lesson. */
function* weekPage(
  session: Session,
  title: string,
  lines: readonly StudentLine[],
): Generator<Line> {
  const { heads } = session.text(show);
  yield { heading: title };
  for (const [day, ofDay] of groupedBy(lines, (line) => line.date)) {
    yield '';
    yield dayName(session, day);
    yield* wrappedLines(
      [heads.period, heads.subject, heads.room, heads.marks, heads.absence],
      ofDay.map((line) => [
        String(line.period ?? ''),
        line.subject ?? '',
        line.room ?? '',
        line.marks.join(' '),
        signOf(session, line),
      ]),
      { heading: heads.topic, words: ofDay.map((line) => topicWords(session, line)) },
      session.out.width,
    );
  }
}

/** One subject: its lessons below each other, and the mean of the marks. */
function* subjectPage(
  session: Session,
  title: string,
  lines: readonly StudentLine[],
): Generator<Line> {
  const { heads, average: meanOf } = session.text(show);
  yield { heading: title };
  yield* wrappedLines(
    [heads.date, heads.period, heads.marks, heads.absence],
    lines.map((line) => [
      line.date,
      String(line.period ?? ''),
      line.marks.join(' '),
      signOf(session, line),
    ]),
    { heading: heads.topic, words: lines.map((line) => topicWords(session, line)) },
    session.out.width,
  );
  const mean = average(lines.flatMap((line) => line.marks));
  if (mean !== null) yield* ['', meanOf(mean)];
}

function dayName(session: Session, day: CivilDate): string {
  return `${day} ${session.text(show).weekdays[weekday(day) - 1]}`;
}

function signOf(session: Session, { absence, decision }: Pick<PageCell, 'absence' | 'decision'>) {
  const { signs } = session.text(show);
  if (absence === null) return '';
  return absence === 'late' ? signs.late : signs[decision ?? 'undecided'];
}

interface Told {
  readonly state: StudentLine['state'];
  readonly topic: string | null;
  readonly homework: string | null;
  readonly works?: readonly string[];
}

/** Topic and homework as words to wrap, or why there are none; a work stands in brackets. */
function topicWords(
  session: Session,
  { state, topic: told, homework, works = [] }: Told,
): string[] {
  const say = session.text(show);
  const work = works.length > 0 ? `[${works.join('; ')}]` : '';
  const home = homework ? `→ ${homework}` : '';
  const what =
    state === 'not_held'
      ? `(${say.notHeld(told ?? '')})`
      : state === 'missing'
        ? `(${say.notEntered})`
        : state === 'expected'
          ? `(${say.notYet})`
          : (told ?? '');
  return [what, home, work].flatMap((text) => text.split(' ')).filter((word) => word !== '');
}

async function showGroup(session: Session, options: Options, key: string) {
  const { book, days } = daysOf(session, options, 'month', 'group', key);
  const page = registerPage(session.db, book, key, days);
  const say = session.text(show);
  const title = [key, page.group.classes.join('+'), say.days(days.from, days.until)].join('  ');
  const isEmpty = page.columns.length === 0;
  const isPage = await showRows(
    session,
    registerColumns,
    registerRows(page),
    () => groupPage(session, title, page),
    isEmpty,
  );
  if (isPage) {
    session.out.say(say.legend);
    session.out.say(say.pageLegend);
  }
}

/** The page of the register, and below it the list of its lessons. */
function* groupPage(session: Session, title: string, page: RegisterPage): Generator<Line> {
  const { heads, heldBy } = session.text(show);
  yield { heading: title };
  yield* foldedLines(
    {
      corner: heads.student,
      headings: [...page.columns.map(headingOf), ['', '', heads.mean]],
      rows: page.rows.map(({ student, cells, average: mean }) => ({
        name: `${student.last_name} ${student.first_name}`,
        cells: [
          ...cells.map((cell) =>
            [
              ...cell.marks.filter((mark) => mark !== 'n' || cell.absence === null),
              signOf(session, cell),
            ]
              .filter(Boolean)
              .join(' '),
          ),
          mean ?? '',
        ],
      })),
    },
    session.out.width,
  );
  yield '';
  yield* wrappedLines(
    [heads.date, heads.period],
    page.columns.map(({ date: day, lesson }) => [day, String(lesson?.period ?? '')]),
    {
      heading: heads.topic,
      words: page.columns.map(({ lesson, date: day }) => {
        const held = lesson?.duty.substitute
          ? `(${heldBy(lesson.duty.substitute)})`.split(' ')
          : [];
        const works = worksOn(page, day, lesson);
        const { state = null, topic: told = null, homework = null, reason = null } = lesson ?? {};
        const said = state === 'not_held' ? reason : told;
        return [...topicWords(session, { state, topic: said, homework, works }), ...held];
      }),
    },
    session.out.width,
  );
}

/** The works of which a mark stands in that column. */
function worksOn({ columns, rows }: RegisterPage, day: CivilDate, lesson: PageColumn['lesson']) {
  const at = columns.findIndex((column) => column.date === day && column.lesson === lesson);
  return [...new Set(rows.flatMap((row) => row.cells[at]?.works ?? []))];
}

/** Month, day and the number of the lesson, below each other. */
function headingOf({ date: day, lesson }: PageColumn): string[] {
  const [, ofMonth, ofDay] = day.split('-').map(Number);
  const sign = lesson?.state === 'entered' ? '' : lesson?.state === 'not_held' ? '–' : '!';
  return [String(ofMonth), `${ofDay}.`, lesson ? `${lesson.period}${sign}` : ''];
}

async function showDay(session: Session, options: Options, what: 'class' | 'teacher', key: string) {
  const { book, days } = daysOf(session, options, 'day', what, key);
  const say = session.text(show);
  const { name, days: all } =
    what === 'class'
      ? classDays(session.db, book, key, days)
      : teacherDays(session.db, book, key, days);
  const rows = all.flatMap((one) => one.lessons);
  const title = what === 'class' ? name : `${name} (${key})`;
  const page = function* (): Generator<Line> {
    for (const [at, one] of all.filter((day) => day.lessons.length > 0).entries()) {
      if (at > 0) yield '';
      yield { heading: `${title}  ${dayName(session, one.date)}` };
      yield* dayPage(session, what, one);
    }
  };
  if (await showRows(session, dayColumns, rows, page, rows.length === 0))
    session.out.say(say.legend);
}

function* dayPage(
  session: Session,
  what: 'class' | 'teacher',
  { lessons, absences }: DayOfLessons,
): Generator<Line> {
  const say = session.text(show);
  const { heads } = say;
  yield* wrappedLines(
    [heads.period, heads.time, heads.group, heads.teacher, heads.room, heads.state],
    lessons.map((lesson) => [
      String(lesson.period),
      lesson.starts ? `${lesson.starts}-${lesson.ends}` : '',
      lesson.group,
      lesson.teacher,
      lesson.room ?? '',
      say.states[lesson.state],
    ]),
    {
      heading: heads.topic,
      words: lessons.map((lesson) => [...topicWords(session, lesson), ...noted(session, lesson)]),
    },
    session.out.width,
  );
  if (absences.length === 0) return;
  yield '';
  yield `${say.absent}:`;
  for (const ofOne of groupedBy(absences, ({ student }) => student).values()) {
    yield `  ${awayLine(session, ofOne, what)}`;
  }
}

/** What is missing, and who stood in for whom. */
function noted(session: Session, lesson: DayLesson): string[] {
  const say = session.text(show);
  const notes: string[] = [];
  if (lesson.missing && lesson.state === 'incomplete') notes.push(say.missing[lesson.missing]);
  if (lesson.substitutes_for) notes.push(say.insteadOf(lesson.substitutes_for));
  return notes.length > 0 ? `(${notes.join('; ')})`.split(' ') : [];
}

/** `Bērziņa Anna (1001): away: 1, 2 (justified); late: 4` */
function awayLine(session: Session, absences: readonly DayAbsence[], what: 'class' | 'teacher') {
  const say = session.text(show);
  const [first] = absences;
  if (!first) return '';
  const { last_name, first_name, register_no } = first.student;
  const kinds = groupedBy(absences, ({ late, decision }) => (late ? 'late' : decision));
  const parts = [...kinds].map(([kind, all]) => {
    const periods = all.map((one) => one.period).join(', ');
    return kind === 'late' ? say.late(periods) : say.away(periods, say.decisions[kind]);
  });
  const number = what === 'class' ? ` (${register_no})` : '';
  return `${last_name} ${first_name}${number}: ${parts.join('; ')}`;
}
