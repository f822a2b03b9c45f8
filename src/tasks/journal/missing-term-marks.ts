import type { Database } from 'better-sqlite3';
import { schoolZone, setting } from '../../db/school-settings.js';
import { staffNames } from '../../db/staff-names.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { dueAfterWorkingDays } from '../../rules/deadline.js';
import { groupedBy } from '../../rules/grouping.js';
import { remembered } from '../../rules/remembered.js';
import type { Moment } from '../../rules/school-time.js';
import type { Term } from '../../rules/term-marks.js';
import { type TermFilter, termBook, termKey } from './term-book.js';

/** A term mark that nobody has entered yet; the names are an interface of the output. */
export interface MissingTermMark {
  term: Term;
  class: string;
  register_no: string;
  last_name: string;
  first_name: string;
  subject: string;
  group: string;
  owed_by: string;
  owed_by_name: string;
  due_at: Moment;
}

/**
 * The marks of a term that are owed and not there (clause 4.3), due so many working days after its end
 * as the school has decided.
 * @throws Problem those of termBook and its owed
 */
export function missingTermMarks(
  db: Database,
  asOf: Date,
  term: Term,
  filter: TermFilter,
): MissingTermMark[] {
  const book = termBook(db, asOf, filter.year);
  const owed = book.owed(term, filter);
  const stands = book.standing([...new Set(owed.map((one) => one.student))]);
  const names = staffNames(db);
  const clock = { calendar: book.plan.calendar, zone: schoolZone(db) };
  const days = setting(db, 'term_marks_days');
  const dueAt = remembered((until: CivilDate) => dueAfterWorkingDays(clock, until, days));
  return owed
    .filter((one) => !stands.has(termKey(one.student.student_id, one.subject.code, term)))
    .map(({ student, class: className, subject, group, owed_by, span }) => ({
      term,
      class: className,
      register_no: student.register_no,
      last_name: student.last_name,
      first_name: student.first_name,
      subject: subject.code,
      group: group.name,
      owed_by,
      owed_by_name: names.get(owed_by) ?? '',
      due_at: dueAt(span.until),
    }));
}

/** How many marks a teacher owes, or a class is owed. */
export interface MissingSum {
  who: string;
  name: string;
  missing: number;
  students: number;
  subjects: readonly string[];
}

/** The missing marks of each teacher or class together, those with most first. */
export function missingBy(
  rows: readonly MissingTermMark[],
  whom: 'teacher' | 'class',
): MissingSum[] {
  const groups = groupedBy(rows, (row) => (whom === 'teacher' ? row.owed_by : row.class));
  return [...groups]
    .map(
      ([who, missing]): MissingSum => ({
        who,
        name: whom === 'teacher' ? (missing[0]?.owed_by_name ?? '') : '',
        missing: missing.length,
        students: new Set(missing.map((row) => row.register_no)).size,
        subjects: [...new Set(missing.map((row) => row.subject))],
      }),
    )
    .sort((a, b) => b.missing - a.missing || (a.who < b.who ? -1 : 1));
}
