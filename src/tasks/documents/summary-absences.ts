import type { PlannedStudent } from '../../db/year-plan.js';
import { schoolYearBounds } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { semesterOf } from '../../rules/semesters.js';
import { absenceBook } from '../journal/absence-book.js';
import type { AbsencesByTerm, SummaryAbsences, SummaryScope } from './summary-journal.js';

/** Counts the absences of a student on the days in a class, of the classes that are asked for. */
export function summaryAbsences(
  { db, year, book, at }: SummaryScope,
  classes: readonly string[],
): (name: string, student: PlannedStudent) => AbsencesByTerm {
  const { membership, plan } = book;
  const students = [...new Set(classes.flatMap((name) => membership.everIn(name)))];
  const { first: from, last: until } = schoolYearBounds(year.year);
  const absencesOf = absenceBook(db, { year, from, until, asOf: at }, book, students);
  return (name, student) => {
    const counts = { semester1: nothing(), semester2: nothing(), year: nothing() };
    for (const { date, late, decision } of absencesOf(student)) {
      if (membership.classOn(student, date) !== name) continue;
      const counted = late ? 'late' : decision;
      counts[semesterOf(plan.calendar.rows, date, gradeOf(name))][counted] += 1;
      counts.year[counted] += 1;
    }
    return counts;
  };
}

const nothing = (): SummaryAbsences => ({ justified: 0, unjustified: 0, undecided: 0, late: 0 });
