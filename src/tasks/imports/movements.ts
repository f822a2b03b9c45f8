import { classes } from '../../db/classes.js';
import { tableByKey } from '../../db/upsert.js';
import { gradeOf } from '../../rules/class-name.js';
import { wrong } from '../../text/findings.js';
import type { Begin } from './importing.js';

/** Clause 2.3.1: who joined, left or changed class in the year. */
export const beginMovements: Begin<'movements'> = ({ db, year, find }) => {
  const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
  const classNumber = classes(db, year.school_year_id);
  return {
    row: ({ register_no, date, kind, class: className, reason, order_no }) => {
      const student_id = find.student(register_no);
      if (!student_id)
        return {
          column: 'register_no',
          wrong: wrong('unknownStudent', { registerNo: register_no }),
        };
      if (!className && kind !== 'left') return { column: 'class', wrong: wrong('classNeeded') };
      if (className && kind === 'left') return { column: 'class', wrong: wrong('classOfLeaver') };
      const class_id = className ? classNumber(className, gradeOf(className)) : className;
      return movements.put({ student_id, date, kind, class_id, reason, order_no }).outcome;
    },
  };
};
