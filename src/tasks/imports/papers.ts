import { blankEntry } from '../../db/blanks.js';
import { holdersOfNumbers, isBesideProgramme } from '../../db/exam-certificates.js';
import { tableByKey } from '../../db/table-by-key.js';
import { unprintable } from '../../documents/characters.js';
import { blankNumbers, longestRun } from '../../rules/blanks.js';
import { wrong } from '../../text/findings.js';
import type { Begin, Refusal } from './importing.js';
import { unknownStudent, unknownSubject } from './unknown-names.js';

/** Clause 2.2: the State's blanks, one by one or as runs of numbers. */
export const beginBlanks: Begin<'blanks'> = ({ db, on }) => {
  const enter = blankEntry(db);
  return {
    row: ({ kind, series, number, until, received_on: came }) => {
      const numbers = until ? blankNumbers(number, until) : [number];
      if (!numbers) return { column: 'until', wrong: wrong('notARun', { longest: longestRun }) };
      for (const [column, cell] of Object.entries({ series, number })) {
        const character = unprintable(cell);
        if (character !== undefined) return { column, wrong: wrong('fontLacks', { character }) };
      }
      if (came && came > on) return { column: 'received_on', wrong: wrong('dayToCome') };
      const { fresh, refused } = enter({ kind, series, numbers, received_on: came ?? on });
      if (refused) return { column: 'number', wrong: wrong(refused.finding, refused) };
      return fresh > 0 ? 'new' : 'unchanged';
    },
  };
};

/**
 * The numbers of the State's certificates of centralised exams. Whether each is of one student shows when
 * all rows are taken: two that were confused may be put right in one file.
 */
export const beginExamCertificates: Begin<'exam-certificates'> = (context) => {
  const { db, year, find, on, warn } = context;
  const key = ['student_id', 'school_year_id', 'subject_id'];
  const certificates = tableByKey(db, 'exam_certificate', key);
  let holders: ReturnType<typeof holdersOfNumbers> | undefined;
  /** Asked when all rows are in. */
  const takenNumber = (number: string, student: number): Refusal | undefined => {
    holders ??= holdersOfNumbers(db);
    const other = holders.get(number)?.find(({ student_id }) => student_id !== student);
    if (!other) return undefined;
    const registerNo = other.register_no;
    return { column: 'number', wrong: wrong('examNumberTaken', { number, registerNo }) };
  };
  return {
    row: ({ register_no: registerNo, subject, ...certificate }, line) => {
      const student_id = find.student(registerNo);
      if (!student_id) {
        return unknownStudent(registerNo);
      }
      const subject_id = find.subject(subject);
      if (!subject_id) return unknownSubject(subject);
      if (certificate.date && certificate.date > on) {
        return { column: 'date', wrong: wrong('dayToCome') };
      }
      const exam = { student_id, school_year_id: year.school_year_id, subject_id };
      const { outcome } = certificates.put({ ...exam, ...certificate });
      if (isBesideProgramme(db, exam)) {
        warn(line, 'subject', subject, wrong('besideProgramme', { registerNo }));
      }
      return { outcome, recheck: () => takenNumber(certificate.number, student_id) };
    },
  };
};
