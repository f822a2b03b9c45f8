import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import {
  type ExamCertificate,
  examCertificates,
  isBesideProgramme,
  otherHolder,
} from '../../db/exam-certificates.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import { type Outcome, tableByKey } from '../../db/table-by-key.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { yearOf } from '../school-year.js';
import { today } from '../today.js';

export interface ExamCertificateFilter {
  readonly year?: number | undefined;
  readonly student?: string | undefined;
  readonly subject?: string | undefined;
  readonly number?: string | undefined;
}

/**
 * The numbers of the State's certificates of centralised exams in a school year.
 * @throws Problem noSchoolYear, unknownSchoolYear, unknownStudent
 */
export function recordedExamCertificates(
  db: Database,
  { year, student, subject, number }: ExamCertificateFilter,
): ExamCertificate[] {
  const { school_year_id } = yearOf(db, year);
  if (student !== undefined && references(db, school_year_id).student(student) === undefined) {
    throw new Problem('unknownStudent', { registerNo: student }, { field: 'student' });
  }
  return examCertificates(db, school_year_id).filter(
    (row) =>
      (student ?? row.register_no) === row.register_no &&
      (subject ?? row.subject) === row.subject &&
      (number ?? row.number) === row.number,
  );
}

/** What is recorded of one; undefined leaves what is there. */
export interface Recorded {
  readonly student: string;
  readonly subject: string;
  readonly number: string;
  readonly year?: number | undefined;
  readonly date?: CivilDate | undefined;
  readonly percent?: string | undefined;
  readonly parts?: string | undefined;
  readonly level?: string | undefined;
}

export interface Recording {
  readonly outcome: Outcome;
  /** As it is recorded now. */
  readonly row: ExamCertificate;
  /** The number that was recorded before, where it is another now. */
  readonly before: string | undefined;
  /** Whether the subject is not in the student's programme: perhaps a slip. */
  readonly besideProgramme: boolean;
}

/**
 * Records the certificate of an exam, or corrects what was recorded of it.
 * @throws Problem dateToCome, unknownStudent, unknownSubject, examNumberTaken, noSchoolYear, unknownSchoolYear
 */
export function recordExamCertificate(context: Context, recorded: Recorded): Recording {
  const { db } = context;
  const { student: registerNo, subject, year, number, date, percent, parts, level } = recorded;
  if (date && date > today(context)) throw new Problem('dateToCome', { date }, { field: 'date' });
  return write(context, () => {
    const { school_year_id } = yearOf(db, year);
    const find = references(db, school_year_id);
    const student_id = find.student(registerNo);
    if (!student_id) throw new Problem('unknownStudent', { registerNo }, { field: 'student' });
    const subject_id = find.subject(subject);
    if (!subject_id) throw new Problem('unknownSubject', { subject }, { field: 'subject' });
    const holder = otherHolder(db, number, student_id);
    if (holder) {
      throw new Problem('examNumberTaken', { number, registerNo: holder }, { field: 'number' });
    }
    const key = { student_id, school_year_id, subject_id };
    const table = tableByKey(db, 'exam_certificate', Object.keys(key));
    const numberBefore = table.find(key)?.['number'];
    const { outcome } = table.put({ ...key, number, date, percent, parts, level });
    const [row] = recordedExamCertificates(db, { year, student: registerNo, subject });
    if (!row) throw new Error('an exam certificate that was recorded is not there');
    const isOther = typeof numberBefore === 'string' && numberBefore !== number;
    const before = isOther ? numberBefore : undefined;
    return { outcome, row, before, besideProgramme: isBesideProgramme(db, key) };
  });
}
