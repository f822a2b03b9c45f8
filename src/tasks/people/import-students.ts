import type { Context } from '../../context.js';
import type { SourceOptions } from '../../csv/source.js';
import { enrolledStudents } from '../../db/students.js';
import { tableByKey } from '../../db/table-by-key.js';
import { Problem } from '../../problem.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { type Imported, importFiles } from '../imports/import-files.js';
import type { ImportContext } from '../imports/importing.js';
import { yearOf } from '../school-year.js';

export interface StudentsToImport extends SourceOptions {
  readonly file: string;
  readonly year?: number | undefined;
  /** From which day a new class holds; of those who are withdrawn the last day. */
  readonly on?: CivilDate | undefined;
  /** What is done with those in the database whom the file does not have. */
  readonly missing: 'ignore' | 'list' | 'withdraw';
  /** How many of them were confirmed. */
  readonly confirmed?: number | undefined;
}

export interface MissingStudent {
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
}

/** Of the school; so many may be withdrawn without their number being confirmed. */
const unconfirmedShare = 0.05;

/**
 * Imports students into their classes (clause 2.1.1), and finds those who are not in the file any more.
 * @throws Problem afterYear, tooManyMissing, and those of importFiles
 */
export function importStudents(
  context: Context,
  { file, missing: wanted, confirmed, ...options }: StudentsToImport,
): { imported: Imported; missing: MissingStudent[] } {
  const { year } = yearOf(context.db, options.year);
  const { on } = options;
  if (on && on > schoolYearBounds(year).last) {
    throw new Problem('afterYear', { date: on, year }, { field: 'on' });
  }
  const found: MissingStudent[] = [];
  const imported = importFiles(
    context,
    [{ kind: 'students', path: file }],
    options,
    (at, report) => {
      if (wanted === 'ignore' || report.rejections.length > 0) return;
      const enrolled = enrolledStudents(at.db, at.year.school_year_id);
      const gone = enrolled.filter((student) => !at.seen.has(student.register_no));
      for (const { register_no, last_name, first_name, class: name } of gone) {
        found.push({ register_no, last_name, first_name, class: name });
      }
      if (wanted === 'list') return;
      if (gone.length > enrolled.length * unconfirmedShare && confirmed !== gone.length) {
        throw new Problem('tooManyMissing', { missing: gone.length }, { field: 'missing' });
      }
      withdraw(
        at,
        gone.map((student) => student.student_id),
      );
    },
  );
  return { imported, missing: found };
}

function withdraw({ db, on }: ImportContext, students: readonly number[]): void {
  const table = tableByKey(db, 'student', ['register_no']);
  const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
  for (const student_id of students) {
    table.change(student_id, { left_on: on });
    movements.put({ student_id, date: on, kind: 'left' });
  }
}
