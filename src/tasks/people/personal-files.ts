import type { Database } from 'better-sqlite3';
import { personalFiles } from '../../db/personal-files.js';
import { references } from '../../db/references.js';
import { schoolZone } from '../../db/school-settings.js';
import { Problem } from '../../problem.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { byPersonName, compareLatvian } from '../../rules/latvian-order.js';
import { missingInPersonalFile, type PersonalFilePart } from '../../rules/personal-file.js';
import { dateOf } from '../../rules/school-time.js';
import { yearOf } from '../imports/school-year.js';
import { membership } from '../journal/membership.js';

/** What a student's personal file lacks; the names are an interface of the output. */
export interface PersonalFileGap {
  class: string;
  register_no: string;
  last_name: string;
  first_name: string;
  missing: readonly PersonalFilePart[];
}

/** How far the personal files of a class are. */
export interface ClassPersonalFiles {
  class: string;
  complete: number;
  of: number;
  missing: readonly PersonalFilePart[];
}

interface Asked {
  readonly year?: number | undefined;
  readonly class?: string | undefined;
}

/**
 * The personal files of the students who are in the school on the day that is asked about, by class and
 * name, each with what it lacks (clause 3.2: filled in by 15 September).
 * @throws Problem noSchoolYear, unknownSchoolYear, unknownClass
 */
export function personalFileStates(db: Database, asOf: Date, asked: Asked): PersonalFileGap[] {
  const year = yearOf(db, asked.year);
  if (asked.class !== undefined && !references(db, year.school_year_id).class(asked.class)) {
    throw new Problem('unknownClass', { class: asked.class }, { field: 'class' });
  }
  const { first, last } = schoolYearBounds(year.year);
  const day = within(dateOf(asOf, schoolZone(db)), first, last);
  const files = personalFiles(db, year.school_year_id);
  const { students, classOn } = membership(db, year);
  return students
    .flatMap((student): PersonalFileGap[] => {
      const [name, file] = [classOn(student, day), files.get(student.student_id)];
      if (name === undefined || !file) return [];
      if (asked.class !== undefined && name.toLowerCase() !== asked.class.toLowerCase()) return [];
      const { register_no, last_name, first_name } = student;
      const missing = missingInPersonalFile(file);
      return [{ class: name, register_no, last_name, first_name, missing }];
    })
    .sort((a, b) => compareLatvian(a.class, b.class) || byPersonName(a, b));
}

/** The same by class: how many files are complete, and what the others lack. */
export function personalFilesByClass(states: readonly PersonalFileGap[]): ClassPersonalFiles[] {
  return [...groupedBy(states, (state) => state.class)].map(([name, ofClass]) => ({
    class: name,
    complete: ofClass.filter((state) => state.missing.length === 0).length,
    of: ofClass.length,
    missing: [...new Set(ofClass.flatMap((state) => state.missing))],
  }));
}

/** A year that is over, or has not begun, is asked about on its last or first day. */
function within(day: CivilDate, first: CivilDate, last: CivilDate): CivilDate {
  if (day < first) return first;
  return day > last ? last : day;
}
