import type { Database } from 'better-sqlite3';
import type { LessonSpan, LessonTime } from '../../rules/absence.js';
import { schoolYearOf } from '../../rules/civil-date.js';
import { fewestSpans } from '../../rules/fewest-spans.js';
import { yearOf } from '../school-year.js';
import { lessonTimesOf } from './absence-book.js';
import { absencesIn, askedStudents, spanOf } from './absences.js';
import { yearBook } from './year-book.js';

/**
 * The fewest spans that cover the chosen missed lessons of a student and none of their other lessons,
 * missed or not: nothing is decided that was not chosen.
 * @throws Problem unknownSchoolYear, unknownStudent
 */
export function spansOfChoice(
  db: Database,
  asOf: Date,
  student: string,
  chosen: readonly LessonTime[],
): LessonSpan[] {
  const days = chosen.map(({ date }) => date).sort();
  const [from, until] = [days[0], days.at(-1)];
  if (!from || !until) return [];
  const year = yearOf(db, schoolYearOf(from));
  const book = yearBook(db, year);
  const span = spanOf(year, { from, until }, asOf);
  const asked = askedStudents(db, year, book, { student });
  const lessons = asked.flatMap((one) => lessonTimesOf(db, span, book, one));
  const place = ({ date, period }: LessonTime) => `${date} ${period}`;
  const isChosen = new Set(chosen.map(place));
  const others = [...lessons, ...absencesIn(db, book, span, asked)];
  return fewestSpans(
    chosen,
    others.filter((time) => !isChosen.has(place(time))),
  );
}
