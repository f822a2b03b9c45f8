import { firstLessonDay } from '../../db/calendar-days.js';
import { classes } from '../../db/classes.js';
import { leavings } from '../../db/movements.js';
import { schoolYears } from '../../db/school-years.js';
import { enrolledOn, lastDayBefore } from '../../db/students.js';
import { tableByKey } from '../../db/table-by-key.js';
import {
  addDays,
  type CivilDate,
  schoolYearBounds,
  schoolYearOf,
  summerBefore,
} from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { wrong } from '../../text/findings.js';
import { comeBack } from './coming-back.js';
import type { Begin, ImportContext, Refusal } from './importing.js';
import { unknownStudent } from './unknown-names.js';
import { outsideYear, studentsOfYear } from './year-checks.js';

/** Clause 2.3.1: who joined, left or changed class in the year. */
export const beginMovements: Begin<'movements'> = (context) => {
  const { db, year, find } = context;
  const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
  const classNumber = classes(db, year.school_year_id);
  const inOtherYear = ofOtherYear(context);
  const ofYear = studentsOfYear(context);
  const hereAlready = presentBefore(context);
  return {
    row: ({ register_no, date, kind, class: className, reason, order_no }, line) => {
      const student_id = find.student(register_no);
      if (!student_id) return unknownStudent(register_no);
      const isKnown = className === undefined && movements.find({ student_id, date, kind });
      if (!className && kind !== 'left' && !isKnown) {
        return { column: 'class', wrong: wrong('classNeeded') };
      }
      if (className && kind === 'left') return { column: 'class', wrong: wrong('classOfLeaver') };
      const refused = ofYear(student_id) ?? (kind === 'left' ? undefined : inOtherYear(date));
      if (refused) return refused;
      const class_id = className ? classNumber(className, gradeOf(className)) : className;
      const { outcome } = movements.put({ student_id, date, kind, class_id, reason, order_no });
      const left_on = outcome === 'new' && kind === 'joined' && lastDayBefore(db, student_id, date);
      if (left_on) comeBack(db, { student_id, left_on });
      if (kind !== 'joined') return outcome;
      const pointOut = () => hereAlready(student_id, date, line);
      return { outcome, recheck: pointOut };
    },
  };
};

/**
 * Points out, when all rows are in, who joins though they are at the school already: the days before would
 * not count any more.
 */
function presentBefore({ db, year, warn }: ImportContext) {
  const beginning = firstLessonDay(db, year) ?? schoolYearBounds(year.year).first;
  return (student: number, date: CivilDate, line: number): undefined => {
    const since = enrolledOn(db, student);
    if (!since || since >= date || date <= beginning) return;
    const before = { first: since, last: addDays(date, -1) };
    if (leavings(db, student, before).length === 0) {
      warn(line, 'date', date, wrong('hereAlready', { since }));
    }
  };
}

/**
 * Refuses a day of another school year of the database: the class of the row would be taken for one of
 * this year. Who is admitted in the summer before may have that day.
 */
function ofOtherYear(context: ImportContext) {
  const { db, year } = context;
  const known = new Set(schoolYears(db).map((one) => one.year));
  const summer = summerBefore(year.year);
  const { first } = schoolYearBounds(year.year);
  return (date: CivilDate): Refusal | undefined => {
    const isAllowed = !known.has(schoolYearOf(date)) || (summer <= date && date < first);
    return isAllowed ? undefined : outsideYear(context, date);
  };
}
