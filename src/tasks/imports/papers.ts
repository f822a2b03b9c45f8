import type { Database } from 'better-sqlite3';
import { enterBlanks } from '../../db/blanks.js';
import { isBesideProgramme, otherHolder } from '../../db/exam-certificates.js';
import { tableByKey } from '../../db/table-by-key.js';
import { unprintable } from '../../documents/characters.js';
import { blankNumbers, longestRun } from '../../rules/blanks.js';
import { wrong } from '../../text/findings.js';
import type { Begin, Refusal } from './importing.js';
import { unknownStudent, unknownSubject } from './unknown-names.js';

/** Clause 2.2: the State's blanks, one by one or as runs of numbers. */
export const beginBlanks: Begin<'blanks'> = ({ db, on }) => ({
  row: ({ kind, series, number, until, received_on }) => {
    const numbers = until ? blankNumbers(number, until) : [number];
    if (!numbers) return { column: 'until', wrong: wrong('notARun', { longest: longestRun }) };
    for (const [column, cell] of Object.entries({ series, number })) {
      const character = unprintable(cell);
      if (character !== undefined) return { column, wrong: wrong('fontLacks', { character }) };
    }
    const run = { kind, series, numbers, received_on: received_on ?? on };
    const { fresh, refused } = enterBlanks(db, run);
    if (refused) return { column: 'number', wrong: wrong(refused.finding, refused) };
    return fresh > 0 ? 'new' : 'unchanged';
  },
});

/**
 * The numbers of the State's certificates of centralised exams. Whether each is of one student shows when
 * all rows are taken: two that were confused may be put right in one file.
 */
export const beginExamCertificates: Begin<'exam-certificates'> = ({ db, year, find, warn }) => {
  const key = ['student_id', 'school_year_id', 'subject_id'];
  const certificates = tableByKey(db, 'exam_certificate', key);
  return {
    row: ({ register_no: registerNo, subject, ...certificate }, line) => {
      const student_id = find.student(registerNo);
      if (!student_id) {
        return unknownStudent(registerNo);
      }
      const subject_id = find.subject(subject);
      if (!subject_id) return unknownSubject(subject);
      const exam = { student_id, school_year_id: year.school_year_id, subject_id };
      const { outcome } = certificates.put({ ...exam, ...certificate });
      if (isBesideProgramme(db, exam)) {
        warn(line, 'subject', subject, wrong('besideProgramme', { registerNo }));
      }
      return { outcome, recheck: () => takenNumber(db, certificate.number, student_id) };
    },
  };
};

function takenNumber(db: Database, number: string, student: number): Refusal | undefined {
  const registerNo = otherHolder(db, number, student);
  return registerNo === undefined
    ? undefined
    : { column: 'number', wrong: wrong('examNumberTaken', { number, registerNo }) };
}
