import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from '../../db/school-years.js';
import { gradedGroups } from '../../db/term-facts.js';
import { type PlannedStudent, programmeSubjects } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { CivilDate, DaySpan } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { groupedBy } from '../../rules/grouping.js';
import { type Term, termSpan } from '../../rules/term-marks.js';
import type { YearBook } from '../journal/year-book.js';
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
export function owedMarks(db: Database, year: SchoolYearRow, book: YearBook, term: CardTerm) {
  const { classOn, isMember } = book.membership;
  const graded = gradedGroups(db, year);
  const groups = [...book.plan.groups.values()].filter((group) => graded.has(group.name));
  const listed = groups.filter((group) => !group.whole);
  const pairs = groups
    .filter((group) => group.whole)
    .flatMap((group) => group.classes.map((name) => ({ name, group })));
  const ofClass = groupedBy(pairs, ({ name }) => name);
  const ends = new Set(programmeSubjects(db, year).map((end) => yearEndKey(end.year_end, end)));

  const learntOn = (student: PlannedStudent, day: CivilDate) => {
    const whole = (ofClass.get(classOn(student, day) ?? '') ?? []).map(({ group }) => group);
    const own = [...whole, ...listed].filter((group) => isMember(group, student, day));
    return new Set(own.map((group) => group.subject));
  };

  return (student: PlannedStudent, className: string): OwedMarks => {
    const end = cardSpan(book, 'semester1', className).until;
    const first = learntOn(student, end);
    if (term === 'semester1') return new Map([['semester1', first]]);
    const now = learntOn(student, cardSpan(book, 'year', className).until);
    const grade = gradeOf(className);
    const endingWith = (kind: 'exam' | 'credit') => {
      const { programme } = student;
      const own = [...now].filter((subject) =>
        ends.has(yearEndKey(kind, { programme: programme ?? '', grade, subject })),
      );
      return new Set(own);
    };
    return new Map<Term, ReadonlySet<string>>([
      ['semester1', classOn(student, end) === undefined ? now : first],
      ['semester2', now],
      ['year', now],
      ['credit', endingWith('credit')],
      ['exam', endingWith('exam')],
    ]);
  };
}

const yearEndKey = (
  kind: 'exam' | 'credit' | null,
  { programme, grade, subject }: { programme: string; grade: number; subject: string },
) => [kind, programme, grade, subject].join(' ');
