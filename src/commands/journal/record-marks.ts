import type { Command } from '@commander-js/extra-typings';
import { type ExitStatus, exit, Problem } from '../../problem.js';
import { markValues, scales, workKinds } from '../../rules/marks.js';
import type { Session } from '../../session.js';
import {
  type MarksRecorded,
  type MarksToRecord,
  type NewMark,
  recordMarks,
} from '../../tasks/journal/record-marks.js';
import type { MarkRow } from '../../tasks/journal/work-marks.js';
import { today } from '../../tasks/today.js';
import { date } from '../../terminal/date-options.js';
import { filledText } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { recordingMarks } from '../../text/record-marks.js';
import { showListed } from '../listed.js';
import { sayWritten } from '../written.js';
import { marksByConversation } from './marks-conversation.js';

export const topic = recordingMarks;

const columns: (keyof MarkRow)[] = [
  'date',
  'group',
  'work',
  'kind',
  'scale',
  'retest_of',
  'register_no',
  'last_name',
  'first_name',
  'value',
  'before',
  'first',
  'reason',
  'recorded_at',
];
const forPeople: (keyof MarkRow)[] = [
  'register_no',
  'last_name',
  'first_name',
  'value',
  'before',
  'reason',
];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(recordingMarks);
  return command
    .argument('[marks...]', say.marks)
    .requiredOption('--group <group>', say.group)
    .requiredOption('--work <title>', say.work, filledText(text))
    .option('--date <date>', say.date, date(text))
    .addOption(command.createOption('--kind <type>', say.kind).choices(workKinds))
    .addOption(command.createOption('--scale <scale>', say.scale).choices(scales))
    .option('--retest-of <title>', say.retestOf)
    .option('--announce', say.announce)
    .option('--force', say.force)
    .option('--reason <text>', say.reason);
}

export async function run(
  session: Session,
  options: OptionsOf<typeof define>,
  words: string[] = [],
): Promise<ExitStatus> {
  const { date: day = today(session), ...rest } = options;
  const wanted: MarksToRecord = {
    ...rest,
    date: day,
    marks: words.map((word) => markOf(session, word)),
  };
  const isSaid = words.length > 0 || options.announce === true;
  if (!isSaid && (!session.interactive || session.yes)) {
    throw new Problem('nothingAsked', { options: '1001=8, --announce' });
  }
  const recorded = isSaid
    ? recordMarks(session, wanted)
    : await marksByConversation(session, wanted);
  return shown(session, recorded);
}

/**
 * `1001=8`
 * @throws Problem wrongWords, notAMark
 */
function markOf(session: Session, text: string): NewMark {
  const [registerNo = '', written = '', more] = text.split('=').map((part) => part.trim());
  if (registerNo === '' || written === '' || more !== undefined) {
    throw new Problem('wrongWords', { usage: session.text(recordingMarks).usage });
  }
  const value = markValues.find((one) => one === written.toLowerCase());
  if (!value) throw new Problem('notAMark', { registerNo, value: written });
  return { registerNo, value };
}

async function shown(session: Session, recorded: MarksRecorded): Promise<ExitStatus> {
  const { rows, added, changed, isAnnounced, without, hasLesson } = recorded;
  const { out } = session;
  const say = session.text(recordingMarks);
  const isRetest = rows.some((row) => row.retest_of !== null);
  const short = isRetest
    ? [...forPeople.slice(0, 4), 'first' as const, ...forPeople.slice(4)]
    : forPeople;
  await showListed(session, columns, short, rows);
  if (recorded.outcome === 'unchanged') {
    out.say(rows.some(({ kind }) => kind !== null) ? say.unchanged : say.notEntered);
    return exit.done;
  }
  const done = [
    ...(isAnnounced ? [say.announced] : []),
    ...(added + changed > 0 ? [say.recorded(added, changed)] : []),
    ...(added + changed > 0 && without.length > 0 ? [say.without(without)] : []),
  ];
  sayWritten(session, ...done);
  if (!hasLesson) out.say(say.noLesson);
  return exit.done;
}
