import { type CivilDate, weekday } from '../../rules/civil-date.js';
import type { Session } from '../../session.js';
import type { PageCell } from '../../tasks/journal/register-page.js';
import type { StudentLine } from '../../tasks/journal/show-student.js';
import { show } from '../../text/show.js';

/** `2015-10-01 Thursday` */
export function dayName(session: Session, day: CivilDate): string {
  return `${day} ${session.text(show).weekdays[weekday(day) - 1]}`;
}

/** The sign of an absence, and of what was decided about it; '' where there is none. */
export function signOf(
  session: Session,
  { absence, decision }: Pick<PageCell, 'absence' | 'decision'>,
) {
  const { signs } = session.text(show);
  if (absence === null) return '';
  return absence === 'late' ? signs.late : signs[decision ?? 'undecided'];
}

interface Told {
  readonly state: StudentLine['state'];
  readonly topic: string | null;
  readonly homework: string | null;
  readonly works?: readonly string[];
}

/** Topic and homework as words to wrap, or why there are none; a work stands in brackets. */
export function topicWords(
  session: Session,
  { state, topic: told, homework, works = [] }: Told,
): string[] {
  const say = session.text(show);
  const work = works.length > 0 ? `[${works.join('; ')}]` : '';
  const home = homework ? `→ ${homework}` : '';
  const what =
    state === 'not_held'
      ? `(${say.notHeld(told ?? '')})`
      : state === 'missing'
        ? `(${say.notEntered})`
        : state === 'expected'
          ? `(${say.notYet})`
          : (told ?? '');
  return [what, home, work].flatMap((text) => text.split(' ')).filter((word) => word !== '');
}
