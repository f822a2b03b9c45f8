import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import { absenceReasons, decidedStatuses } from '../../rules/absence.js';
import type { Session } from '../../session.js';
import type { AffectedLesson } from '../../tasks/journal/decision-matter.js';
import { type DecisionRow, justifications } from '../../tasks/journal/justifications.js';
import {
  type Decided,
  justifyAbsences,
  moveJustification,
  withdraw,
} from '../../tasks/journal/justify-absences.js';
import { type UndecidedRow, undecidedAbsences } from '../../tasks/journal/undecided-absences.js';
import { date } from '../../terminal/date-options.js';
import { needed } from '../../terminal/needed.js';
import { lessonNumber, schoolYear, wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { justify } from '../../text/justify.js';
import { showListed } from '../listed.js';
import { showDecided } from './show-decided.js';

export const topic = justify;

const undecidedColumns: (keyof UndecidedRow)[] = [
  'date',
  'period',
  'register_no',
  'last_name',
  'first_name',
  'class',
  'group',
  'subject',
  'recorded_at',
  'working_days_waiting',
];
const decisionColumns: (keyof DecisionRow)[] = [
  'justification',
  'register_no',
  'last_name',
  'first_name',
  'group',
  'from',
  'until',
  'first_period',
  'last_period',
  'status',
  'reason',
  'document',
  'note',
  'recorded_at',
  'lessons',
  'withdrawn_at',
  'moved_to',
];
const undecidedForPeople = undecidedColumns.filter(
  (name) => name !== 'subject' && name !== 'recorded_at',
);
const decisionsForPeople = decisionColumns.filter(
  (name) =>
    !['register_no', 'reason', 'document', 'note', 'recorded_at', 'moved_to'].includes(name),
);

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(justify);
  const number = wholeNumber(text, 1, 999_999_999);
  const status = command.createOption('--status <status>', say.status).choices(decidedStatuses);
  const reason = command.createOption('--reason <reason>', say.reason).choices(absenceReasons);
  const withdrawn = command.createOption('--withdraw <number>', say.withdraw).argParser(number);
  const moved = command.createOption('--move <number>', say.move).argParser(number);
  const list = command.createOption('--list', say.list);
  return command
    .option('--student <register-no>', say.student)
    .option('--group <group>', say.group)
    .option('--from <date>', say.from, date(text))
    .option('--until <date>', say.until, date(text))
    .option('--first-period <number>', say.firstPeriod, lessonNumber(text))
    .option('--last-period <number>', say.lastPeriod, lessonNumber(text))
    .addOption(status)
    .addOption(reason)
    .option('--document <reference>', say.document)
    .option('--note <text>', say.note)
    .addOption(withdrawn.conflicts(['move', 'list', 'decisions']))
    .addOption(moved.conflicts(['list', 'decisions']))
    .addOption(list.conflicts('decisions'))
    .option('--longer-than <days>', say.longerThan, wholeNumber(text, 0, 400))
    .option('--decisions', say.decisions)
    .option('--class <class>', say.class)
    .option('--year <year>', say.year, schoolYear(text));
}

type Options = OptionsOf<typeof define>;

const span = ['from', 'until', 'firstPeriod', 'lastPeriod'] as const;
const verdict = ['status', 'reason', 'document', 'note'] as const;
const whose = ['class', 'student', 'group', 'from', 'until', 'year'] as const;
export const acts = {
  list: [...whose, 'longerThan'],
  decisions: [...whose, 'status', 'reason'],
  withdraw: ['note'],
  move: [...span, 'note'],
  from: ['student', 'group', ...span, ...verdict],
  justify: [...whose, 'firstPeriod', 'lastPeriod', ...verdict],
} as const satisfies Record<string, readonly string[]>;

/** Without days to decide about they are chosen in a conversation. */
export function actOf(options: Options): keyof typeof acts {
  const asked = (['list', 'decisions', 'withdraw', 'move', 'from'] as const).find(
    (name) => options[name] !== undefined,
  );
  return asked ?? 'justify';
}

export async function run(session: Session, options: Options) {
  if (options.list) return listUndecided(session, options);
  if (options.decisions) return listDecisions(session, options);
  const say = session.text(justify);
  const { withdraw: withdrawn, move: moved, note } = options;
  const released = (lessons: readonly AffectedLesson[]) =>
    say.released(lessons.length, lessons.filter((row) => row.status === 'undecided').length);
  if (withdrawn !== undefined) {
    const decided = withdraw(session, withdrawn, note);
    await showDecided(session, decided, { done: say.withdrawn(withdrawn), concerning: released });
  } else if (moved !== undefined) {
    const decided = moveJustification(session, moved, spanOf(options), note);
    const done = say.moved(moved, decided.justifications[0] ?? moved);
    await showDecided(session, decided, { done, concerning: released });
  } else if (isAsked(options) && session.interactive && !session.yes) {
    const decided = await picked(session, options);
    if (!decided) session.out.say(say.nothingUndecided);
    else await showRecorded(session, decided);
  } else {
    await showRecorded(session, justifyAbsences(session, decisionOf(options)));
  }
  return exit.done;
}

/** Whether the lessons are to be chosen from a list: what is said of the span says it whole. */
function isAsked({ from, until, firstPeriod, lastPeriod, group }: Options): boolean {
  return [from, until, firstPeriod, lastPeriod, group].every((said) => said === undefined);
}

function decisionOf(options: Options) {
  const { student, group, status = 'justified', reason, document, note } = options;
  const spans = [spanOf(options)];
  if ((student === undefined) === (group === undefined)) {
    throw new Problem('studentOrGroup', undefined);
  }
  return { student, group, spans, status, reason: needed(reason, '--reason'), document, note };
}

function spanOf({ from, until, firstPeriod, lastPeriod }: Options) {
  return {
    from: needed(from, '--from'),
    until,
    first_period: firstPeriod,
    last_period: lastPeriod,
  };
}

function showRecorded(session: Session, decided: Decided) {
  const say = session.text(justify);
  const concerning = (lessons: readonly AffectedLesson[]) => {
    const undecided = lessons.filter((row) => row.before === 'undecided').length;
    const same = lessons.filter((row) => row.before === row.status).length;
    return say.affected(lessons.length, {
      undecided,
      same,
      otherwise: lessons.length - undecided - same,
    });
  };
  return showDecided(session, decided, { done: say.recorded(decided.justifications), concerning });
}

async function picked(session: Session, options: Options) {
  const { pickAbsences } = await import('./pick-absences.js');
  return pickAbsences(session, { ...options, status: options.status ?? 'justified' });
}

async function listUndecided(session: Session, options: Options) {
  const say = session.text(justify);
  const { db, asOf, out } = session;
  const rows = undecidedAbsences(db, asOf, options);
  await showListed(session, undecidedColumns, undecidedForPeople, rows);
  out.say(rows.length === 0 ? say.nothingUndecided : say.undecided(rows.length));
  return rows.length > 0 && options.longerThan !== undefined ? exit.found : exit.done;
}

async function listDecisions(session: Session, options: Options) {
  const { db, asOf, out } = session;
  const { status, reason } = options;
  const rows = justifications(db, asOf, options).filter(
    (row) => (status ?? row.status) === row.status && (reason ?? row.reason) === row.reason,
  );
  await showListed(session, decisionColumns, decisionsForPeople, rows);
  if (rows.length === 0) out.say(session.text(justify).noDecisions);
  return exit.done;
}
