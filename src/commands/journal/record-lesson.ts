import type { Command } from '@commander-js/extra-typings';
import { type ExitStatus, exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import {
  type AbsencesOfLesson,
  type LessonRecorded,
  type LessonToRecord,
  recordLesson,
} from '../../tasks/journal/record-lesson.js';
import { today } from '../../tasks/today.js';
import { date } from '../../terminal/date-options.js';
import { lessonNumber, list } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { recordingLesson } from '../../text/record-lesson.js';
import { sayWritten } from '../written.js';
import { showLessons } from './lesson-columns.js';
import { lessonByConversation } from './lesson-conversation.js';

export const topic = recordingLesson;

const kinds = ['lesson', 'consultation', 'class_hour', 'briefing'] as const;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(recordingLesson);
  const nobodyAbsent = command.createOption('--nobody-absent', say.nobodyAbsent);
  return command
    .option('--date <date>', say.date, date(text))
    .option('--period <number>', say.period, lessonNumber(text))
    .option('--group <group>', say.group)
    .option('--topic <text>', say.topic)
    .option('--homework <text>', say.homework)
    .option('--teacher <code>', say.teacher)
    .addOption(command.createOption('--kind <type>', say.kind).choices(kinds))
    .option('--absent <register-no>', say.absent, list)
    .option('--late <register-no>', say.late, list)
    .option('--present <register-no>', say.present, list)
    .addOption(nobodyAbsent.conflicts('absent'))
    .option('--force', say.force)
    .option('--reason <text>', say.reason);
}

type Options = OptionsOf<typeof define>;

export async function run(session: Session, options: Options): Promise<ExitStatus> {
  const { date: day, group } = options;
  const thisDay = today(session);
  if (group !== undefined) {
    return shown(session, recordLesson(session, lessonOf(options, group, day ?? thisDay)));
  }
  if (!session.interactive || session.yes) {
    throw new Problem('optionNeeded', { option: '--group', isAsked: true });
  }
  const given = { ...lessonOf(options, '', thisDay), day, today: thisDay, period: options.period };
  return shown(session, await lessonByConversation(session, given));
}

function lessonOf(options: Options, group: string, day: LessonToRecord['date']): LessonToRecord {
  const { period, topic, homework, teacher, kind, force, reason } = options;
  return {
    date: day,
    period,
    group,
    topic,
    homework,
    teacher,
    kind: kind === 'lesson' ? null : kind,
    absences: absencesOf(options),
    force,
    reason,
  };
}

function absencesOf(options: Options): AbsencesOfLesson | undefined {
  const { absent = [], late = [], present = [], nobodyAbsent = false } = options;
  const isSaid = nobodyAbsent || absent.length + late.length + present.length > 0;
  return isSaid ? { nobodyAbsent, absent, late, present } : undefined;
}

async function shown(
  session: Session,
  { outcome, before, lesson }: LessonRecorded,
): Promise<ExitStatus> {
  const say = session.text(recordingLesson);
  await showLessons(session, [lesson]);
  if (outcome === 'unchanged') {
    session.out.say(say.unchanged);
    return exit.done;
  }
  const replaced =
    before.topic && before.topic !== lesson.topic ? [say.replaced(before.topic)] : [];
  const owed = lesson.missing === null ? say.complete : say.owed(lesson.missing);
  sayWritten(session, say.recorded(lesson), ...replaced, owed);
  return exit.done;
}
