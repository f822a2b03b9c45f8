import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import { cancelLessons } from '../../tasks/journal/cancel-lesson.js';
import { today } from '../../tasks/today.js';
import { date } from '../../terminal/date-options.js';
import { lessonNumbers } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { cancellingLesson } from '../../text/cancel-lesson.js';
import { sayWritten } from '../written.js';
import { showLessons } from './lesson-columns.js';

export const topic = cancellingLesson;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(cancellingLesson);
  return command
    .option('--date <date>', say.date, date(text))
    .option('--period <numbers>', say.period, lessonNumbers(text))
    .requiredOption('--group <group>', say.group)
    .requiredOption('--reason <text>', say.reason);
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { group, reason, period: periods } = options;
  const say = session.text(cancellingLesson);
  if (reason.trim() === '') throw new Problem('optionNeeded', { option: '--reason' });
  const day = options.date ?? today(session);
  const cancelled = cancelLessons(session, { date: day, periods, group, reason });
  const lessons = cancelled.map(({ lesson }) => lesson);
  await showLessons(session, lessons);
  const count = cancelled.filter(({ outcome }) => outcome === 'cancelled').length;
  if (count === 0) session.out.say(say.unchanged);
  else sayWritten(session, say.done(count));
  const away = [...new Set(lessons.flatMap(({ absent, late }) => [...absent, ...late]))];
  if (away.length > 0) session.out.say(say.absencesStay(away));
  return exit.done;
}
