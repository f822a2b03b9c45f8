import type { Database } from 'better-sqlite3';
import type { PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { CivilDate, DaySpan } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { type Term, termSpan } from '../../rules/term-marks.js';
import { gradingGroups, yearEnds } from '../journal/owed-subjects.js';
import type { AskedYear, YearBook } from '../journal/year-book.js';
import type { CardTerm } from './report-card.js';

/**
 * The days of a term for a class, from the first to the last.
 * @throws Problem noTermInCalendar
 */
export function cardSpan({ plan }: YearBook, term: CardTerm, className: string): DaySpan {
  const { rows } = plan.calendar;
  const last = term === 'year' ? 'semester2' : term;
  const isThere = termSpan(rows, last, gradeOf(className)) !== undefined;
  const span = termSpan(rows, term, gradeOf(className));
  if (!isThere || !span) throw new Problem('noTermInCalendar', { term: last, class: className });
  return span;
}

/** The subjects in which a student should have a mark, by term. */
export type OwedMarks = ReadonlyMap<Term, ReadonlySet<string>>;

/**
 * Clause 4.3: a mark is owed in the subjects of the groups in which the student is on the last day of
 * the term; of a subject that is passed or failed, where something was assessed. For who came after
 * semester 1 its marks are those that they brought, in the subjects that they learn at the end.
 */
export function owedMarks(db: Database, book: AskedYear, term: CardTerm) {
  const groupsOf = gradingGroups(db, book);
  const yearEndOf = yearEnds(db, book.year);
  const learntOn = (student: PlannedStudent, day: CivilDate) =>
    new Set(groupsOf(student, day).map((group) => group.subject));

  return (student: PlannedStudent, className: string): OwedMarks => {
    const end = cardSpan(book, 'semester1', className).until;
    const first = learntOn(student, end);
    if (term === 'semester1') return new Map([['semester1', first]]);
    const now = learntOn(student, cardSpan(book, 'year', className).until);
    const yearEnd = (subject: string) => yearEndOf(student.programme, className, subject);
    const endingWith = (kind: 'exam' | 'credit') =>
      new Set([...now].filter((subject) => yearEnd(subject) === kind));
    const wasThere = book.membership.classOn(student, end) !== undefined;
    return new Map<Term, ReadonlySet<string>>([
      ['semester1', wasThere ? first : now],
      ['semester2', now],
      ['year', now],
      ['credit', endingWith('credit')],
      ['exam', endingWith('exam')],
    ]);
  };
}
