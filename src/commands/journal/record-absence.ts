import type { Command } from '@commander-js/extra-typings';
import { exit, Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import { type AbsenceRow, recordAbsences } from '../../tasks/journal/record-absence.js';
import { today } from '../../tasks/today.js';
import { date } from '../../terminal/date-options.js';
import { lessonNumbers, list } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { recordingAbsence } from '../../text/record-absence.js';
import { sayWritten } from '../written.js';

export const topic = recordingAbsence;

const columns: (keyof AbsenceRow)[] = [
  'date',
  'period',
  'register_no',
  'last_name',
  'first_name',
  'class',
  'group',
  'mark',
  'before',
];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(recordingAbsence);
  const mark = command.createOption('--mark <mark>', say.mark).choices(['n', 'k', '-'] as const);
  const allDay = command.createOption('--all-day', say.allDay);
  return command
    .option('--date <date>', say.date, date(text))
    .requiredOption('--student <register-no>', say.student, list)
    .option('--period <numbers>', say.period, lessonNumbers(text))
    .addOption(allDay.conflicts('period'))
    .addOption(mark.default('n' as const))
    .option('--force', say.force);
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { student: students, period: periods, mark, force = false } = options;
  if (periods === undefined && !options.allDay) {
    throw new Problem('nothingAsked', { options: '--period, --all-day' });
  }
  const say = session.text(recordingAbsence);
  const day = options.date ?? today(session);
  if (students.length === 0) throw new Problem('optionNeeded', { option: '--student' });
  const rows = recordAbsences(session, { date: day, students, periods, mark, force });
  await session.out.rows(columns, rows);
  const changed = rows.filter(({ before }) => (before ?? '-') !== mark);
  if (changed.length === 0) session.out.say(say.unchanged);
  else
    sayWritten(
      session,
      say.done[mark](changed.length, new Set(changed.map((row) => row.register_no)).size),
    );
  return exit.done;
}
