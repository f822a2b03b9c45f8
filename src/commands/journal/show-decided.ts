import type { Session } from '../../session.js';
import type { AffectedLesson } from '../../tasks/journal/decision-matter.js';
import type { Decided } from '../../tasks/journal/justify-absences.js';
import { justify } from '../../text/justify.js';

const columns: (keyof AffectedLesson)[] = [
  'date',
  'period',
  'register_no',
  'last_name',
  'first_name',
  'class',
  'group',
  'subject',
  'before',
  'status',
  'reason',
  'justification',
];
const forPeople = columns.filter((name) => name !== 'subject');

/** The sentences for what was done, and for a decision that concerns no absence. */
interface Told {
  readonly done: string;
  readonly none: string;
}

/** Shows the lessons that a decision concerns, what was done, and where the parents' notes go too far. */
export async function showDecided(session: Session, decided: Decided, told: Told) {
  const say = session.text(justify);
  const { outcome, lessons, justifications, excess } = decided;
  await session.out.rows(session.out.format === 'table' ? forPeople : columns, lessons);
  if (outcome === 'unchanged') session.out.say(say.unchanged(justifications));
  else session.out.say(session.mode === 'write' ? told.done : say.tried);
  session.out.say(lessons.length > 0 ? affected(session, lessons) : told.none);
  for (const { over, days, limit } of excess) {
    const sentence =
      over === 'at_once' ? say.atOnce(days, limit) : say.inSemester(over, days, limit);
    session.out.warn(session.out.paints.yellow(sentence));
  }
}

function affected(session: Session, lessons: readonly AffectedLesson[]): string {
  const undecided = lessons.filter((row) => row.before === 'undecided').length;
  const same = lessons.filter((row) => row.before === row.status).length;
  const otherwise = lessons.filter(
    (row) => row.before !== 'undecided' && row.before !== row.status,
  ).length;
  return session.text(justify).affected(lessons.length, { undecided, otherwise, same });
}
