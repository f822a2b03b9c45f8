import { groupedBy } from '../../rules/grouping.js';
import { average } from '../../rules/marks.js';
import type { Line, Session } from '../../session.js';
import type { StudentLine } from '../../tasks/journal/show-student.js';
import { wrappedLines } from '../../terminal/folded-table.js';
import { show } from '../../text/show.js';
import { dayName, signOf, topicWords } from './page-words.js';

/** Day by day, lesson by lesson. */
export function* weekPage(
  session: Session,
  title: string,
  lines: readonly StudentLine[],
): Generator<Line> {
  const { heads } = session.text(show);
  yield { heading: title };
  for (const [day, ofDay] of groupedBy(lines, (line) => line.date)) {
    yield '';
    yield dayName(session, day);
    yield* wrappedLines(
      [heads.period, heads.subject, heads.room, heads.marks, heads.absence],
      ofDay.map((line) => [
        String(line.period ?? ''),
        line.subject ?? '',
        line.room ?? '',
        line.marks.join(' '),
        signOf(session, line),
      ]),
      { heading: heads.topic, words: ofDay.map((line) => topicWords(session, line)) },
      session.out.width,
    );
  }
}

/** One subject: its lessons below each other, and the mean of the marks. */
export function* subjectPage(
  session: Session,
  title: string,
  lines: readonly StudentLine[],
): Generator<Line> {
  const { heads, average: meanOf } = session.text(show);
  yield { heading: title };
  yield* wrappedLines(
    [heads.date, heads.period, heads.marks, heads.absence],
    lines.map((line) => [
      line.date,
      String(line.period ?? ''),
      line.marks.join(' '),
      signOf(session, line),
    ]),
    { heading: heads.topic, words: lines.map((line) => topicWords(session, line)) },
    session.out.width,
  );
  const mean = average(lines.flatMap((line) => line.marks));
  if (mean !== null) yield* ['', meanOf(mean)];
}
