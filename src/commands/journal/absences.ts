import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import { absenceStatuses } from '../../rules/absence.js';
import type { Session } from '../../session.js';
import { type AlarmRow, absenceAlarm, alarmLimits } from '../../tasks/journal/absence-alarm.js';
import {
  type AbsenceFilter,
  type AbsenceRow,
  type AbsenceSum,
  absenceSums,
  absences as absencesAsked,
} from '../../tasks/journal/absences.js';
import { date } from '../../terminal/date-options.js';
import { schoolYear } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { absences } from '../../text/absences.js';
import { showListed } from '../listed.js';

export const topic = absences;

const columns: (keyof AbsenceRow)[] = [
  'date',
  'period',
  'register_no',
  'last_name',
  'first_name',
  'class',
  'group',
  'subject',
  'mark',
  'status',
  'reason',
  'document',
  'justification',
  'recorded_at',
];
/** What a person needs to see; the group tells the subject, `--late` the mark. */
const forPeople = columns.filter(
  (name) => !['subject', 'mark', 'document', 'recorded_at'].includes(name),
);
const sumColumns: (keyof AbsenceSum)[] = [
  'register_no',
  'last_name',
  'first_name',
  'class',
  'term',
  'justified',
  'unjustified',
  'undecided',
  'late',
];
const alarmColumns: (keyof AlarmRow)[] = [
  'alarm',
  'register_no',
  'last_name',
  'first_name',
  'class',
  'class_teacher',
  'parents',
  'phones',
  'since_period',
  'lessons',
  'term',
];

/** Whom to call must be seen even where the terminal is narrow. */
const alarmForPeople: (keyof AlarmRow)[] = [
  'alarm',
  'class',
  'last_name',
  'first_name',
  'since_period',
  'lessons',
  'phones',
  'class_teacher',
];

export function define(command: Command, { text }: Pick<Session, 'text'>) {
  const say = text(absences);
  const status = command.createOption('--status <status>', say.status).choices(absenceStatuses);
  const late = command.createOption('--late', say.late).conflicts(['status', 'sum', 'alarm']);
  const sum = command.createOption('--sum', say.sum).conflicts(['status', 'alarm']);
  const alarm = command.createOption('--alarm', say.alarm);
  return command
    .option('--class <class>', say.class)
    .option('--student <register-no>', say.student)
    .option('--group <group>', say.group)
    .option('--from <date>', say.from, date(text))
    .option('--until <date>', say.until, date(text))
    .option('--year <year>', say.year, schoolYear(text))
    .addOption(status)
    .addOption(late)
    .addOption(sum)
    .addOption(alarm.conflicts(['status', 'from', 'until', 'year']));
}

export async function run(session: Session, options: OptionsOf<typeof define>) {
  const { status, late = false, sum = false, alarm = false, ...filter } = options;
  if (alarm) return raiseAlarm(session, filter);
  if (sum) {
    await session.out.rows(sumColumns, absenceSums(session.db, session.asOf, filter));
    return exit.done;
  }
  const say = session.text(absences);
  const rows = absencesAsked(session.db, session.asOf, filter).filter(
    (row) => (row.mark === 'k') === late && (status === undefined || row.status === status),
  );
  await showListed(session, columns, forPeople, rows);
  const found = late ? say.foundLate : say.found;
  session.out.say(rows.length === 0 ? say.nothing : found(rows.length));
  return exit.done;
}

async function raiseAlarm(session: Session, filter: AbsenceFilter) {
  const say = session.text(absences);
  const rows = absenceAlarm(session.db, session.asOf, filter);
  const toPerson = session.out.format === 'table';
  const shown = toPerson ? rows.map((row) => ({ ...row, phones: row.phones.join('; ') })) : rows;
  await session.out.listed(alarmColumns, alarmForPeople, shown);
  const { limit, warning } = alarmLimits(session.db);
  const count = (alarm: AlarmRow['alarm']) => rows.filter((row) => row.alarm === alarm).length;
  const told: [number, (n: number) => string][] = [
    [count('absent_today'), say.absentToday],
    [count('unjustified_limit'), (n) => say.overLimit(n, limit)],
    [count('unjustified_warning'), (n) => say.warning(n, warning)],
  ];
  for (const [n, sentence] of told) if (n > 0) session.out.say(sentence(n));
  if (rows.length > 0) return exit.found;
  session.out.say(say.nobody);
  return exit.done;
}
