import { groupedBy } from '../../rules/grouping.js';
import type { Line, Session } from '../../session.js';
import type { DayAbsence, DayLesson, DayOfLessons } from '../../tasks/journal/day-lessons.js';
import { wrappedLines } from '../../terminal/folded-table.js';
import { show } from '../../text/show.js';
import { topicWords } from './page-words.js';

/** The lessons of a day of a class or a teacher, and below them who was away. */
export function* dayPage(
  session: Session,
  what: 'class' | 'teacher',
  { lessons, absences }: DayOfLessons,
): Generator<Line> {
  const say = session.text(show);
  const { heads } = say;
  yield* wrappedLines(
    [heads.period, heads.time, heads.group, heads.teacher, heads.room, heads.state],
    lessons.map((lesson) => [
      String(lesson.period),
      lesson.starts ? `${lesson.starts}-${lesson.ends}` : '',
      lesson.group,
      lesson.teacher,
      lesson.room ?? '',
      say.states[lesson.state],
    ]),
    {
      heading: heads.topic,
      words: lessons.map((lesson) => [...topicWords(session, lesson), ...noted(session, lesson)]),
    },
    session.out.width,
  );
  if (absences.length === 0) return;
  yield '';
  yield `${say.absent}:`;
  for (const ofOne of groupedBy(absences, ({ student }) => student).values()) {
    yield `  ${awayLine(session, ofOne, what)}`;
  }
}

/** What is missing, and who stood in for whom. */
function noted(session: Session, lesson: DayLesson): string[] {
  const say = session.text(show);
  const notes: string[] = [];
  if (lesson.missing && lesson.state === 'incomplete') notes.push(say.missing[lesson.missing]);
  if (lesson.substitutes_for) notes.push(say.insteadOf(lesson.substitutes_for));
  return notes.length > 0 ? `(${notes.join('; ')})`.split(' ') : [];
}

/** `Bērziņa Anna (1001): away: 1, 2 (justified); late: 4` */
function awayLine(session: Session, absences: readonly DayAbsence[], what: 'class' | 'teacher') {
  const say = session.text(show);
  const [first] = absences;
  if (!first) return '';
  const { last_name, first_name, register_no } = first.student;
  const kinds = groupedBy(absences, ({ late, decision }) => (late ? 'late' : decision));
  const parts = [...kinds].map(([kind, all]) => {
    const periods = all.map((one) => one.period).join(', ');
    return kind === 'late' ? say.late(periods) : say.away(periods, say.decisions[kind]);
  });
  const number = what === 'class' ? ` (${register_no})` : '';
  return `${last_name} ${first_name}${number}: ${parts.join('; ')}`;
}
