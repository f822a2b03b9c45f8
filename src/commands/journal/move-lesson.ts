import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Session } from '../../session.js';
import { moveLesson } from '../../tasks/journal/move-lesson.js';
import { date } from '../../terminal/date-options.js';
import { lessonNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { movingLesson } from '../../text/move-lesson.js';
import { sayWritten } from '../written.js';
import { showLessons } from './lesson-columns.js';

export const topic = movingLesson;

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(movingLesson);
  return command
    .requiredOption('--date <date>', say.date, date(text))
    .requiredOption('--period <number>', say.period, lessonNumber(text))
    .requiredOption('--group <group>', say.group)
    .option('--to-date <date>', say.toDate, date(text))
    .requiredOption('--to-period <number>', say.toPeriod, lessonNumber(text))
    .option('--reason <text>', say.reason)
    .option('--force', say.force);
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { date: day, period, group, toPeriod, reason, force = false } = options;
  const toDate = options.toDate ?? day;
  const say = session.text(movingLesson);
  const moved = moveLesson(session, {
    date: day,
    period,
    group,
    toDate,
    toPeriod,
    whereTo: say.whereTo({ date: toDate, period: toPeriod, reason }),
    whereFrom: say.whereFrom({ date: day, period, reason }),
    force,
  });
  await showLessons(session, [moved.from, moved.to]);
  const along = moved.absences > 0 ? [say.absences(moved.absences)] : [];
  const works = moved.works.length > 0 ? [say.works(moved.works)] : [];
  sayWritten(session, say.done({ group, date: toDate, period: toPeriod }), ...along, ...works);
  if (moved.worksLeft.length > 0) session.out.warn(say.worksLeft({ day, works: moved.worksLeft }));
  return exit.done;
}
