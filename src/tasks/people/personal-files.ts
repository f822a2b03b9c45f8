import type { Database } from 'better-sqlite3';
import { personalFiles } from '../../db/personal-files.js';
import { groupedBy } from '../../rules/grouping.js';
import { missingInPersonalFile, type PersonalFilePart } from '../../rules/personal-file.js';
import { studentsOfDay } from './students-of-day.js';

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
  readonly student?: string | undefined;
}

/**
 * The personal files of the students who are in the school on the day that is asked about, by class and
 * name, each with what it lacks (clause 3.2: filled in by 15 September).
 * @throws Problem those of studentsOfDay
 */
export function personalFileStates(db: Database, asOf: Date, asked: Asked): PersonalFileGap[] {
  const { year, students } = studentsOfDay(db, asOf, asked);
  const files = personalFiles(db, year.school_year_id);
  return students.flatMap(({ student_id, class: name, register_no, last_name, first_name }) => {
    const file = files.get(student_id);
    if (!file) return [];
    const missing = missingInPersonalFile(file);
    return [{ class: name, register_no, last_name, first_name, missing }];
  });
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
