import type { Database } from 'better-sqlite3';
import { references } from '../../db/references.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { isClassAsked } from '../../rules/class-name.js';

/** Who was asked for of a school year, and where the students were found. */
export interface AskedInVain {
  readonly schoolYear: number;
  readonly class?: string | undefined;
  readonly student?: string | undefined;
  readonly day: CivilDate;
  /** The class of the student who is asked for, on the day; undefined where that is none. */
  readonly found: string | undefined;
}

/**
 * Says why a question about a class, a student or a student of a class found nobody.
 * @throws Problem unknownClass, unknownStudent, otherClass, notAtSchool
 */
export function refuseNobody(db: Database, asked: AskedInVain): void {
  const { class: className, student: registerNo, day, found } = asked;
  const find = references(db, asked.schoolYear);
  if (className !== undefined && find.class(className) === undefined) {
    throw new Problem('unknownClass', { class: className }, { field: 'class' });
  }
  if (registerNo === undefined) return;
  const where = { field: 'student' };
  if (find.student(registerNo) === undefined) {
    throw new Problem('unknownStudent', { registerNo }, where);
  }
  if (found === undefined) throw new Problem('notAtSchool', { registerNo, date: day }, where);
  if (className !== undefined && !isClassAsked(found, className)) {
    throw new Problem('otherClass', { registerNo, class: className, found }, where);
  }
}
