import type { Database } from 'better-sqlite3';
import { type SubjectRow, subjectsInOrder } from '../../db/subjects.js';
import { type TermMarkEntry, termMarkEntries } from '../../db/term-marks.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import type { DaySpan } from '../../rules/civil-date.js';
import { gradeOf, isClassAsked } from '../../rules/class-name.js';
import { standingBy } from '../../rules/entries.js';
import { byPersonName, compareLatvian } from '../../rules/latvian-order.js';
import { toMoment } from '../../rules/school-time.js';
import { type ComputedTerm, type Term, termSpan } from '../../rules/term-marks.js';
import { yearAsOf } from '../school-year.js';
import { checkNames } from './narrowing.js';
import { gradingGroups, yearEnds } from './owed-subjects.js';
import { type AskedYear, yearBook } from './year-book.js';

export interface TermFilter {
  readonly year?: number | undefined;
  readonly class?: string | undefined;
  readonly group?: string | undefined;
  readonly subject?: string | undefined;
  readonly student?: string | undefined;
  readonly teacher?: string | undefined;
}

/** A student of a class at the end of a term, and the days of the term. */
interface Member {
  readonly student: PlannedStudent;
  readonly class: string;
  readonly span: DaySpan;
}

/** A mark that somebody owes for a term: of a student in a subject. */
export interface OwedTermMark extends Member {
  readonly subject: SubjectRow;
  readonly group: PlannedGroup;
  /** The staff code of who has the group at the end of the term. */
  readonly owed_by: string;
}

/** A school year as far as its term marks need it. */
export interface TermBook extends AskedYear {
  readonly subjects: readonly SubjectRow[];
  /**
   * The marks owed for a term that were asked for, class by class, student by student, subject by subject.
   * @throws Problem those of checkNames
   */
  owed(term: Term, filter: TermFilter): readonly OwedTermMark[];
  /** The entry that stands for each student, subject and term, under its `termKey`. */
  standing(students: readonly PlannedStudent[]): ReadonlyMap<string, TermMarkEntry>;
}

export const termKey = (student: number, subject: string, term: Term) =>
  `${student} ${term} ${subject}`;

/** @throws Problem noSchoolYear, unknownSchoolYear */
export function termBook(db: Database, asOf: Date, askedYear: number | undefined): TermBook {
  const year = yearAsOf(db, askedYear, asOf);
  const book = yearBook(db, year);
  const subjects = subjectsInOrder(db);
  const moment = toMoment(asOf);
  const asked = { year, asOf: moment, ...book, subjects };
  const owed = owing(db, asked);
  return {
    ...asked,
    owed: (term, filter) => {
      checkNames(db, year, filter);
      return owed(term, filter);
    },
    standing: (students) => {
      const numbers = students.map((student) => student.student_id);
      return standingBy(termMarkEntries(db, year, numbers, moment), (entry) =>
        termKey(entry.student_id, entry.subject, entry.term),
      );
    },
  };
}

/** A semester mark is owed for the semester, all others for the year. */
export function spanTermOf(term: Term): ComputedTerm {
  return term === 'semester1' || term === 'semester2' ? term : 'year';
}

/**
 * Clause 4.3: a mark is owed to every member of a group on the last day of the term. Credits and exams are
 * owed where the programme ends with one; a re-examination to nobody.
 */
function owing(db: Database, { subjects, ...book }: AskedYear & Pick<TermBook, 'subjects'>) {
  const { year, plan, membership } = book;
  const bySubject = new Map(subjects.map((subject) => [subject.code, subject]));
  const place = new Map(subjects.map((subject, at) => [subject.code, at]));
  const bySubjects = (a: PlannedGroup, b: PlannedGroup) =>
    (place.get(a.subject) ?? 0) - (place.get(b.subject) ?? 0);
  const classes = [...new Set(membership.students.flatMap(membership.classesOf))].sort(
    compareLatvian,
  );
  const groupsOf = gradingGroups(db, book);
  const yearEndOf = yearEnds(db, year);

  const owedTo = (member: Member, term: Term, filter: TermFilter) => {
    const { student, class: className, span } = member;
    const isOwed = ({ subject }: PlannedGroup) =>
      (term !== 'exam' && term !== 'credit') ||
      yearEndOf(student.programme, className, subject) === term;
    return groupsOf(student, span.until)
      .filter(({ name }) => isAsked(filter.group, name))
      .filter(({ subject }) => isAsked(filter.subject, subject))
      .filter(isOwed)
      .sort(bySubjects)
      .flatMap((group): OwedTermMark[] => {
        const subject = bySubject.get(group.subject);
        const owed_by = plan.teacherOn(group.name, span.until);
        const isOfTeacher = isAsked(filter.teacher, owed_by);
        return subject && isOfTeacher ? [{ ...member, subject, group, owed_by }] : [];
      });
  };

  return (term: Term, filter: TermFilter): readonly OwedTermMark[] => {
    if (term === 'reexam') return [];
    const owed = new Map<string, OwedTermMark>();
    for (const name of classes) {
      const span = termSpan(plan.calendar.rows, spanTermOf(term), gradeOf(name));
      if (!span || !isClassAsked(name, filter.class)) continue;
      const members = membership
        .classMembers(name, span.until)
        .filter((student) => isAsked(filter.student, student.register_no))
        .sort(byPersonName)
        .map((student) => ({ student, class: name, span }));
      for (const mark of members.flatMap((member) => owedTo(member, term, filter))) {
        const key = `${mark.student.student_id} ${mark.subject.code}`;
        if (!owed.has(key)) owed.set(key, mark);
      }
    }
    return [...owed.values()];
  };
}

const isAsked = (wanted: string | undefined, value: string) =>
  wanted === undefined || wanted === value;
