import type { Database } from 'better-sqlite3';
import { isEnrolled } from '../../db/enrolments.js';
import { references } from '../../db/references.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { Problem } from '../../problem.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';

/** The names by which a question is narrowed. */
interface Named {
  readonly teacher?: string | undefined;
  readonly class?: string | undefined;
  readonly group?: string | undefined;
  readonly subject?: string | undefined;
  readonly student?: string | undefined;
}

/**
 * A name that nobody bears would find nothing, which a scheduled job takes for good news.
 * @throws Problem unknownStaff, unknownClass, unknownGroup, unknownSubject, unknownStudent
 */
export function checkNames(db: Database, year: SchoolYearRow, named: Named): void {
  const find = references(db, year.school_year_id);
  const { teacher, class: className, group, subject, student } = named;
  if (teacher !== undefined && !find.staff(teacher)) {
    throw new Problem('unknownStaff', { code: teacher }, { field: 'teacher' });
  }
  if (className !== undefined && !find.class(className)) {
    throw new Problem('unknownClass', { class: className }, { field: 'class' });
  }
  if (group !== undefined && !find.group(group)) {
    throw new Problem('unknownGroup', { group }, { field: 'group' });
  }
  if (subject !== undefined && !find.subject(subject)) {
    throw new Problem('unknownSubject', { subject }, { field: 'subject' });
  }
  if (student !== undefined && !isEnrolled(db, year, student)) {
    throw new Problem('unknownStudent', { registerNo: student }, { field: 'student' });
  }
}

/**
 * Days between which nothing of the school year can lie would find nothing either.
 * @throws Problem untilBeforeFrom, outsideSchoolYear
 */
export function checkDays(
  { year }: SchoolYearRow,
  { from, until }: { from?: CivilDate | undefined; until?: CivilDate | undefined },
): void {
  if (from && until && until < from) {
    throw new Problem('untilBeforeFrom', { from, until }, { field: 'until' });
  }
  const { first, last } = schoolYearBounds(year);
  if (from && from > last) {
    throw new Problem('outsideSchoolYear', { day: from, first, last }, { field: 'from' });
  }
  if (until && until < first) {
    throw new Problem('outsideSchoolYear', { day: until, first, last }, { field: 'until' });
  }
}
