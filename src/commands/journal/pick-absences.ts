import { Problem } from '../../problem.js';
import { absenceReasons, decidedStatuses } from '../../rules/absence.js';
import { weekday } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { compareLatvian } from '../../rules/latvian-order.js';
import type { Session } from '../../session.js';
import type { AbsenceFilter } from '../../tasks/journal/absences.js';
import { spansOfChoice } from '../../tasks/journal/chosen-spans.js';
import type { AffectedLesson } from '../../tasks/journal/decision-matter.js';
import {
  type Decided,
  type Decision,
  justifyAbsences,
} from '../../tasks/journal/justify-absences.js';
import { type UndecidedRow, undecidedAbsences } from '../../tasks/journal/undecided-absences.js';
import { chooseOne, chooseSome, searchOne, typed } from '../../terminal/choose.js';
import { confirm } from '../../terminal/confirm.js';
import { justify } from '../../text/justify.js';

/**
 * What was said on the command line is not asked again, or offered; with a reason the whole decision was said.
 */
type Given = Pick<AbsenceFilter, 'class' | 'student'> &
  Pick<Decision, 'status' | 'document' | 'note'> & {
    readonly reason?: Decision['reason'] | undefined;
  };

/**
 * Asks whose absences are decided, which and how. Nothing is locked while a question waits: what
 * somebody else changes meanwhile is shown before it would be overwritten.
 * Undefined where nothing is undecided.
 * @throws Problem unknownClass, unknownStudent, notConfirmed
 */
export async function pickAbsences(session: Session, given: Given): Promise<Decided | undefined> {
  const rows = undecidedAbsences(session.db, session.asOf, given);
  if (rows.length === 0) return undefined;
  const own = await ofOneStudent(session, await ofOneClass(session, rows));
  const chosen = await chosenOf(session, own);
  const student = own[0]?.register_no ?? '';
  const spans = spansOfChoice(session.db, session.asOf, student, chosen);
  return confirmed(session, { student, spans, ...(await verdict(session, given)) }, chosen);
}

async function ofOneClass(session: Session, rows: readonly UndecidedRow[]) {
  const classes = [...groupedBy(rows, (row) => row.class)];
  const only = classes[0]?.[1] ?? [];
  if (classes.length === 1) return only;
  const say = session.text(justify);
  const choices = classes
    .sort(([a], [b]) => compareLatvian(a, b))
    .map(([name, value]) => ({ value, name: say.classChoice(name, value.length), short: name }));
  return chooseOne(session.text, say.ask.class, choices);
}

async function ofOneStudent(session: Session, rows: readonly UndecidedRow[]) {
  const students = [...groupedBy(rows, (row) => row.register_no).values()];
  const only = students[0] ?? [];
  if (students.length === 1) return only;
  const say = session.text(justify);
  const choices = students.map((value) => {
    const { last_name, first_name, register_no, date } = value[0] as UndecidedRow;
    const name = `${last_name} ${first_name}`;
    const shown = say.studentChoice(name, register_no, value.length, date);
    return { value, name: shown, short: `${name} (${register_no})` };
  });
  return searchOne(
    session.text,
    say.ask.student,
    choices.sort((a, b) => compareLatvian(a.name, b.name)),
  );
}

async function chosenOf(session: Session, rows: readonly UndecidedRow[]) {
  const say = session.text(justify);
  const choices = rows.map((value) => {
    const { date, period, group } = value;
    const name = say.lessonChoice(weekday(date), date, period, group ?? '');
    return { value, name, short: `${date} ${period}.` };
  });
  return chooseSome(session.text, say.ask.lessons, choices);
}

async function verdict(session: Session, given: Given) {
  const { note } = given;
  if (given.reason !== undefined) {
    return { status: given.status, reason: given.reason, document: given.document, note };
  }
  const { ask, statuses, reasons } = session.text(justify);
  const status = await chooseOne(
    session.text,
    ask.status,
    decidedStatuses.map((value) => ({ value, name: statuses[value] })),
    given.status,
  );
  const reason = await chooseOne(
    session.text,
    ask.reason,
    absenceReasons.map((value) => ({ value, name: reasons[value] })),
  );
  const document = await typed(session.text, ask.document, given.document ?? undefined);
  return { status, reason, document, note };
}

/** Tries the decision, shows what is other than it was, asks, and writes only what was shown. */
async function confirmed(
  session: Session,
  decision: Decision,
  chosen: readonly UndecidedRow[],
): Promise<Decided> {
  const say = session.text(justify);
  for (;;) {
    const { lessons } = justifyAbsences({ ...session, mode: 'dry-run' }, decision);
    for (const sentence of meanwhile(session, chosen, lessons)) {
      session.out.urge(sentence);
    }
    const question = say.ask.write(lessons.length, decision.spans.length);
    if (!(await confirm(session, question))) throw new Problem('notConfirmed', undefined);
    const done = justifyAbsences(session, { ...decision, seen: lessons });
    if (done.outcome !== 'changed') return done;
    session.out.urge(say.changedMeanwhile);
  }
}

function meanwhile(
  session: Session,
  chosen: readonly UndecidedRow[],
  lessons: readonly AffectedLesson[],
): string[] {
  const say = session.text(justify);
  const key = ({ date, period }: Pick<UndecidedRow, 'date' | 'period'>) => `${date} ${period}`;
  const [shown, now] = [new Set(chosen.map(key)), new Set(lessons.map(key))];
  return [
    ...lessons.flatMap(({ date, period, before }) =>
      before === 'undecided' ? [] : [say.decidedMeanwhile(date, period, before)],
    ),
    ...lessons
      .filter((row) => !shown.has(key(row)))
      .map(({ date, period }) => say.newMeanwhile(date, period)),
    ...chosen
      .filter((row) => !now.has(key(row)))
      .map(({ date, period }) => say.presentMeanwhile(date, period)),
  ];
}
