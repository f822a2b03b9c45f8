import type { SchoolYearRow } from '../../db/school-years.js';
import { plannedStudents } from '../../db/year-plan.js';
import { type CivilDate, schoolYearOf } from '../../rules/civil-date.js';
import { wrong } from '../../text/findings.js';
import { type Membership, membership } from '../journal/membership.js';
import type { ImportContext, Refusal } from './importing.js';

/** Refuses a day that does not lie in the school year, under the column that names it. */
export function outsideYear(
  { year }: ImportContext,
  date: CivilDate,
  column = 'date',
): Refusal | undefined {
  if (schoolYearOf(date) === year.year) return undefined;
  return { column, wrong: wrong('otherSchoolYear', { year: year.year }) };
}

/** Refuses who is not in the school year; its students are read with the first row, by then they are in. */
export function studentsOfYear({ db, year }: ImportContext) {
  let known: ReadonlySet<number> | undefined;
  return (student: number): Refusal | undefined => {
    known ??= new Set(plannedStudents(db, year).map((each) => each.student_id));
    return known.has(student) ? undefined : notInYear(year);
  };
}

export const notInYear = ({ year }: SchoolYearRow): Refusal => ({
  column: 'register_no',
  wrong: wrong('notInYear', { year }),
});

/** Tells whether a student is in a class on a day; who is in which is asked for with the first of them. */
export function presence({ db, year }: ImportContext) {
  let known: Membership | undefined;
  return (student_id: number, date: CivilDate): boolean => {
    known ??= membership(db, year);
    return known.classOn({ student_id }, date) !== undefined;
  };
}
