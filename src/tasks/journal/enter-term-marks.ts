import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { entries } from '../../db/entries.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import { type DaySpan, daysFrom } from '../../rules/civil-date.js';
import type { TermValue } from '../../rules/final-marks.js';
import { termValues } from '../../rules/marks.js';
import { fitsTerm, type Term, termSpan } from '../../rules/term-marks.js';
import { oneMarkEach } from './one-mark-each.js';
import { spanTermOf, type TermBook, termBook, termKey } from './term-book.js';

/** What is to stand for a term, by the keys that the school knows. */
export interface TermMark {
  readonly register_no: string;
  readonly subject: string;
  readonly term: Term;
  readonly value: string;
}

/** A term mark that was entered, and what stood before; the names are an interface of the output. */
export interface EnteredTermMark extends TermMark {
  readonly class: string | null;
  readonly last_name: string;
  readonly first_name: string;
  readonly before: string | null;
}

export interface TermMarksOfSubject {
  readonly year?: number | undefined;
  readonly subject?: string | undefined;
  /** A group stands for its subject, and only its members are taken. */
  readonly group?: string | undefined;
  readonly term: Term;
  /** Register number and value of each student. */
  readonly values: readonly (readonly [string, string])[];
}

/**
 * Enters marks of a term (clause 4.3), each a correction where one stands already.
 * @throws Problem unknownSubject, unknownGroup, noMarkOfTheirs, badTermValue, markedTwice
 */
export function recordTermMarks(context: Context, wanted: TermMarksOfSubject): EnteredTermMark[] {
  const { db } = context;
  return write(context, (operation) => {
    const book = termBook(db, context.clock(), wanted.year);
    const subject = subjectOf(book, wanted);
    const rows = [...oneMarkEach(wanted.values)].map(([registerNo, value]) => {
      const student = book.membership.students.find((one) => one.register_no === registerNo);
      const className = student && learnedClass(book, student, subject.code, wanted);
      if (!student || className === undefined) {
        const place = wanted.group ?? subject.code;
        throw new Problem('noMarkOfTheirs', { registerNo, place, isKnown: student !== undefined });
      }
      const isKnown = termValues.some((one) => one === value);
      if (!isKnown || !fitsTerm(value, subject.scale, wanted.term)) {
        throw new Problem('badTermValue', { registerNo, value, scale: subject.scale });
      }
      return { student, className, value };
    });
    const stands = book.standing(rows.map((row) => row.student));
    const { term } = wanted;
    const marks = rows.map(
      ({ student, className, value }): EnteredTermMark => ({
        class: className,
        register_no: student.register_no,
        last_name: student.last_name,
        first_name: student.first_name,
        subject: subject.code,
        term,
        before: stands.get(termKey(student.student_id, subject.code, term))?.value ?? null,
        value,
      }),
    );
    enterTermMarks(db, book.year, operation.at, marks);
    return marks;
  });
}

function subjectOf({ plan, subjects }: TermBook, { group, subject: asked }: TermMarksOfSubject) {
  const planned = group === undefined ? undefined : plan.groups.get(group);
  if (group !== undefined && !planned) {
    throw new Problem('unknownGroup', { group }, { field: 'group' });
  }
  const code = planned?.subject ?? asked ?? '';
  const subject = subjects.find((one) => one.code === code);
  if (!subject) throw new Problem('unknownSubject', { subject: code }, { field: 'subject' });
  return subject;
}

/** The last class in which a student learned the subject during the term; undefined where in none. */
function learnedClass(
  { plan, membership }: TermBook,
  student: PlannedStudent,
  subject: string,
  { term, group }: TermMarksOfSubject,
): string | undefined {
  const groups = [...plan.groups.values()].filter((one) =>
    group === undefined ? one.subject === subject : one.name === group,
  );
  const spans = groups
    .flatMap((one) => one.grades)
    .flatMap((grade) => termSpan(plan.calendar.rows, spanTermOf(term), grade) ?? []);
  const days = [
    ...new Set(spans.flatMap(({ from, until }: DaySpan) => [...daysFrom(from, until)])),
  ];
  const last = days
    .sort()
    .reverse()
    .find((day) => groups.some((one) => membership.isMember(one, student, day)));
  return last && membership.classOn(student, last);
}

/** Enters term marks inside an operation; a mark that stands already says nothing new. */
export function enterTermMarks(
  db: Database,
  { school_year_id }: SchoolYearRow,
  moment: string,
  marks: readonly TermMark[],
): void {
  const find = references(db, school_year_id);
  const table = entries(db, 'term_mark');
  for (const { register_no, subject, term, value } of marks) {
    const student_id = find.student(register_no) ?? null;
    const subject_id = find.subject(subject) ?? null;
    const mark = { subject_id, term, value: value as TermValue };
    table.enterNow({ student_id, school_year_id, ...mark, recorded_at: moment });
  }
  table.finish();
}
