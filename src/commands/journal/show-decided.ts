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
/** What a person needs to see: the rest is in what they called, or in the sentences. */
const forPeople = columns.filter(
  (name) => !['register_no', 'subject', 'reason', 'justification'].includes(name),
);

/** What is said of a decision: what was done, and about how many lessons. */
interface Told {
  readonly done: string;
  /** Says what the lessons were before, or what they are now. */
  concerning(lessons: readonly AffectedLesson[]): string;
}

/** Shows the lessons that a decision concerns, what was done, and where the parents' notes go too far. */
export async function showDecided(session: Session, decided: Decided, told: Told) {
  const say = session.text(justify);
  const { outcome, lessons, justifications, excess } = decided;
  await session.out.listed(columns, forPeople, lessons);
  if (outcome === 'unchanged') session.out.say(say.unchanged(justifications));
  else session.out.say(session.mode === 'write' ? told.done : say.tried);
  session.out.say(told.concerning(lessons));
  for (const { over, days, limit } of excess) {
    const sentence =
      over === 'at_once' ? say.atOnce(days, limit) : say.inSemester(over, days, limit);
    session.out.urge(sentence);
  }
}
