import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from '../../db/school-years.js';
import { gradedGroups } from '../../db/term-facts.js';
import { type PlannedGroup, type PlannedStudent, programmeSubjects } from '../../db/year-plan.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { groupsByStudent } from './student-groups.js';
import type { AskedYear } from './year-book.js';

/**
 * Tells the groups from which a student is owed a mark at a term's last day (clause 4.3), by name: those in
 * which they are that day. In a subject that is marked pass or fail only where the group had works to
 * assess, or the year ends with a credit: a class hour has neither.
 */
export function gradingGroups(
  db: Database,
  book: AskedYear,
): (student: PlannedStudent, day: CivilDate) => PlannedGroup[] {
  const graded = gradedGroups(db, book.year, book.asOf);
  const groupsOf = groupsByStudent(book, book.membership.students);
  return (student, day) =>
    (groupsOf.get(student.student_id) ?? []).filter(
      (group) => graded.has(group.name) && book.membership.isMember(group, student, day),
    );
}

/** Tells with what a programme ends the year in a subject, in the grade of a class; null is with neither. */
export function yearEnds(
  db: Database,
  year: SchoolYearRow,
): (programme: string | null, className: string, subject: string) => 'exam' | 'credit' | null {
  const key = (programme: string, grade: number, subject: string) =>
    [programme, grade, subject].join(' ');
  const known = new Map(
    programmeSubjects(db, year).map(({ programme, grade, subject, year_end }) => [
      key(programme, grade, subject),
      year_end,
    ]),
  );
  return (programme, className, subject) =>
    known.get(key(programme ?? '', gradeOf(className), subject)) ?? null;
}
