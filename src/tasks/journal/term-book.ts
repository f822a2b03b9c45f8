import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type SubjectRow, subjectsInOrder } from '../../db/subjects.js';
import { gradedGroups } from '../../db/term-facts.js';
import { type TermMarkEntry, termMarkEntries } from '../../db/term-marks.js';
import { type PlannedGroup, type PlannedStudent, programmeSubjects } from '../../db/year-plan.js';
import { standing } from '../../rules/absence.js';
import type { DaySpan } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { groupedBy } from '../../rules/grouping.js';
import { byPersonName, compareLatvian } from '../../rules/latvian-order.js';
import { toMoment } from '../../rules/school-time.js';
import { type ComputedTerm, type Term, termSpan } from '../../rules/term-marks.js';
import { yearOf } from '../imports/school-year.js';
import { checkNames } from './narrowing.js';
import { groupsByStudent } from './student-groups.js';
import { type AskedYear, yearBook } from './year-book.js';

export interface TermFilter {
  readonly year?: number | undefined;
  readonly class?: string | undefined;
  readonly group?: string | undefined;
  readonly subject?: string | undefined;
  readonly student?: string | undefined;
  readonly teacher?: string | undefined;
}

/** A mark that somebody owes for a term: of a student in a subject. */
export interface OwedTermMark {
  readonly student: PlannedStudent;
  readonly class: string;
  readonly subject: SubjectRow;
  readonly group: PlannedGroup;
  /** The staff code of who has the group at the end of the term. */
  readonly owed_by: string;
  readonly span: DaySpan;
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
export function termBook(db: Database, asOf: Date, asked: number | undefined): TermBook {
  const year = yearOf(db, asked);
  const book = yearBook(db, year);
  const subjects = subjectsInOrder(db);
  const moment = toMoment(asOf);
  const owed = owing(db, year, { ...book, subjects });
  return {
    ...{ year, asOf: moment, ...book, subjects },
    owed: (term, filter) => {
      checkNames(db, year, filter);
      return owed(term, filter);
    },
    standing: (students) => {
      const numbers = students.map((student) => student.student_id);
      const entries = groupedBy(termMarkEntries(db, year, numbers, moment), (entry) =>
        termKey(entry.student_id, entry.subject, entry.term),
      );
      return new Map(
        [...entries].flatMap(([key, all]) => {
          const last = standing(all);
          return last ? [[key, last] as const] : [];
        }),
      );
    },
  };
}

/** A semester mark is owed for the semester, all others for the year. */
export function spanTermOf(term: Term): ComputedTerm {
  return term === 'semester1' || term === 'semester2' ? term : 'year';
}

/**
 * Clause 4.3: a mark is owed to every member of a group on the last day of the term. In a subject that
 * is marked pass or fail only where the group had works to assess: a class hour has none. Credits and
 * exams are owed where the programme ends with one; a re-examination to nobody.
 */
function owing(
  db: Database,
  year: SchoolYearRow,
  { plan, membership: members, subjects }: Pick<TermBook, 'plan' | 'membership' | 'subjects'>,
) {
  const bySubject = new Map(subjects.map((subject) => [subject.code, subject]));
  const place = new Map(subjects.map((subject, at) => [subject.code, at]));
  const bySubjects = (a: PlannedGroup, b: PlannedGroup) =>
    (place.get(a.subject) ?? 0) - (place.get(b.subject) ?? 0);
  const groupsOf = groupsByStudent({ plan, membership: members }, members.students);
  const classes = [...new Set(members.students.flatMap(members.classesOf))].sort(compareLatvian);
  const graded = gradedGroups(db, year);
  const ends = new Set(programmeSubjects(db, year).map((end) => endKey(end.year_end ?? '', end)));

  return (term: Term, filter: TermFilter): readonly OwedTermMark[] => {
    const found = new Map<string, OwedTermMark>();
    for (const name of classes) {
      const span = termSpan(plan.calendar.rows, spanTermOf(term), gradeOf(name));
      if (!span || term === 'reexam' || !isAsked(filter.class?.toLowerCase(), name.toLowerCase()))
        continue;
      const students = members
        .classMembers(name, span.until)
        .filter((student) => isAsked(filter.student, student.register_no));
      for (const student of students.sort(byPersonName)) {
        const groups = (groupsOf.get(student.student_id) ?? [])
          .filter(
            (group) => isAsked(filter.group, group.name) && isAsked(filter.subject, group.subject),
          )
          .sort(bySubjects);
        for (const group of groups) {
          const subject = bySubject.get(group.subject);
          const key = `${student.student_id} ${group.subject}`;
          if (!subject || found.has(key)) continue;
          if (!graded.has(group.name)) continue;
          if (!members.isMember(group, student, span.until)) continue;
          const grade = gradeOf(name);
          const end = { programme: student.programme ?? '', grade, subject: group.subject };
          if ((term === 'exam' || term === 'credit') && !ends.has(endKey(term, end))) continue;
          const owed_by = plan.teacherOn(group.name, span.until);
          if (!isAsked(filter.teacher, owed_by)) continue;
          found.set(key, { student, class: name, subject, group, owed_by, span });
        }
      }
    }
    return [...found.values()];
  };
}

const endKey = (kind: string, end: { programme: string; grade: number; subject: string }) =>
  [kind, end.programme, end.grade, end.subject].join(' ');

const isAsked = (wanted: string | undefined, value: string) =>
  wanted === undefined || wanted === value;
