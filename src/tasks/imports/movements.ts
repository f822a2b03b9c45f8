import { classes } from '../../db/classes.js';
import { hasLeftBefore } from '../../db/students.js';
import { tableByKey } from '../../db/table-by-key.js';
import { gradeOf } from '../../rules/class-name.js';
import { wrong } from '../../text/findings.js';
import type { Begin } from './importing.js';
import { unknownStudent } from './unknown-names.js';

/** Clause 2.3.1: who joined, left or changed class in the year. */
export const beginMovements: Begin<'movements'> = ({ db, year, find }) => {
  const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
  const students = tableByKey(db, 'student', ['register_no']);
  const classNumber = classes(db, year.school_year_id);
  return {
    row: ({ register_no, date, kind, class: className, reason, order_no }) => {
      const student_id = find.student(register_no);
      if (!student_id) return unknownStudent(register_no);
      if (!className && kind !== 'left') return { column: 'class', wrong: wrong('classNeeded') };
      if (className && kind === 'left') return { column: 'class', wrong: wrong('classOfLeaver') };
      const class_id = className ? classNumber(className, gradeOf(className)) : className;
      const { outcome } = movements.put({ student_id, date, kind, class_id, reason, order_no });
      // Who comes back has not left; an empty cell of the list of students says nothing about it.
      if (outcome === 'new' && kind === 'joined' && hasLeftBefore(db, student_id, date)) {
        students.change(student_id, { left_on: null });
      }
      return outcome;
    },
  };
};
