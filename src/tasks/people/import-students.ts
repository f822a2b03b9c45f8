import type { Context } from '../../context.js';
import type { SourceOptions } from '../../csv/source.js';
import { tableByKey } from '../../db/table-by-key.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import {
  type CivilDate,
  nearestIn,
  schoolYearBounds,
  summerBefore,
} from '../../rules/civil-date.js';
import { refuseOther } from '../agreed.js';
import { type Imported, importFiles } from '../imports/import-files.js';
import type { ImportContext } from '../imports/importing.js';
import { membership } from '../journal/membership.js';
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
  /** To whose withdrawal somebody agreed: where they would be others, nothing is written. */
  readonly agreed?: readonly MissingStudent[] | undefined;
}

export interface MissingStudent {
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
}

export interface StudentsImported {
  readonly imported: Imported;
  /** Who is in the database and not in the file. */
  readonly missing: MissingStudent[];
}

/** Of the school; so many may be withdrawn without their number being confirmed. */
const unconfirmedShare = 0.05;

/**
 * Imports students into their classes (clause 2.1.1), and finds those who are not in the file any more.
 * @throws Problem outsideYear, tooManyMissing, otherThanAgreed, withdrawnBeforeJoining, and those of
 *   importFiles
 */
export function importStudents(
  context: Context,
  { file, missing: wanted, confirmed, agreed, ...options }: StudentsToImport,
): StudentsImported {
  const { year } = yearOf(context.db, options.year);
  const { on } = options;
  if (on && on > schoolYearBounds(year).last) {
    throw new Problem('outsideYear', { date: on, year }, { field: 'on' });
  }
  const found: MissingStudent[] = [];
  const imported = importFiles(
    context,
    [{ kind: 'students', path: file }],
    options,
    (at, report) => {
      if (wanted === 'ignore' || report.rejections.length > 0) return;
      const present = presentStudents(at);
      const gone = present.filter(({ student }) => !at.seen.has(student.register_no));
      for (const { student, class: name } of gone) {
        const { register_no, last_name, first_name } = student;
        found.push({ register_no, last_name, first_name, class: name });
      }
      if (wanted === 'list') return;
      if (gone.length > present.length * unconfirmedShare && confirmed !== gone.length) {
        throw new Problem('tooManyMissing', { missing: gone.length }, { field: 'missing' });
      }
      refuseOther(found, agreed);
      withdraw(at, gone);
    },
  );
  return { imported, missing: found };
}

interface Present {
  readonly student: PlannedStudent;
  readonly class: string;
  readonly since: CivilDate;
}

/** The students of the year who have not left by the day of the list, each with the stay of that day or the next. */
function presentStudents({ db, year, on }: ImportContext): Present[] {
  const { first, last } = schoolYearBounds(year.year);
  const day = nearestIn({ from: first, until: last }, on);
  const { students, staysOf } = membership(db, year);
  return students.flatMap((student) => {
    const stay = staysOf(student).find(({ until }) => until > day || until === last);
    return stay ? [{ student, class: stay.class, since: stay.from }] : [];
  });
}

function withdraw({ db, on, year }: ImportContext, students: readonly Present[]): void {
  const table = tableByKey(db, 'student', ['register_no']);
  const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
  const { first } = schoolYearBounds(year.year);
  const summer = summerBefore(year.year);
  for (const { student, since } of students) {
    const { student_id, register_no: registerNo } = student;
    // Who does not come in the autumn may be withdrawn before the year begins.
    if (on < since && (since > first || on < (student.enrolled_on ?? summer))) {
      throw new Problem('withdrawnBeforeJoining', { registerNo, date: on, since }, { field: 'on' });
    }
    table.change(student_id, { left_on: on });
    movements.put({ student_id, date: on, kind: 'left' });
  }
}
