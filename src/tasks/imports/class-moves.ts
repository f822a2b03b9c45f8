import { firstLessonDay } from '../../db/calendar-days.js';
import { type ClassSince, classesByMovement } from '../../db/movements.js';
import { tableByKey } from '../../db/table-by-key.js';
import { schoolYearBounds } from '../../rules/civil-date.js';
import { type Wrong, wrong } from '../../text/findings.js';
import { membership } from '../journal/membership.js';
import type { ClassMove, ImportContext } from './importing.js';

/**
 * Keeps the history of those whose class changed in the list of students: the old class from the
 * beginning, the new one from the day given on, where the movements do not tell it already. As long as
 * the lessons have not begun, the list corrects the whole year; after it too, which is pointed out.
 * A class that can have no effect is pointed out, and the one before stands.
 */
export function settleMoves(context: ImportContext): void {
  const { db, year, on, moves } = context;
  if (moves.length === 0) return;
  const bounds = schoolYearBounds(year.year);
  const beginning = firstLessonDay(db, year) ?? bounds.first;
  const isDuring = on > beginning && on <= bounds.last;
  const isPresent = isDuring ? presence(context) : () => true;
  const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
  const enrolments = tableByKey(db, 'enrolment', ['student_id', 'school_year_id']);
  const refuse = ({ student_id, from, pointOut }: ClassMove, why: Wrong) => {
    enrolments.put({ student_id, school_year_id: year.school_year_id, class_id: from });
    pointOut(why);
  };
  for (const move of moves) {
    const { student_id, from, to, pointOut } = move;
    const told = classesByMovement(db, student_id, bounds);
    const isTold = told.findLast(({ date }) => date <= on)?.class_id === to;
    if (!isTold && !isDuring) {
      if (told.length > 0) refuse(move, wrong('otherClassByMovements'));
      else if (on > beginning) pointOut(wrong('classOfWholeYear'));
      continue;
    }
    if (!isPresent(student_id)) {
      refuse(move, wrong('notAtSchoolThen', { date: on }));
      continue;
    }
    if (isFirstLater(told, beginning)) {
      movements.put({ student_id, date: beginning, kind: 'class', class_id: from });
    }
    if (!isTold) movements.put({ student_id, date: on, kind: 'class', class_id: to });
    const next = told.find(({ date }) => date > on);
    if (next && next.class_id !== to) pointOut(wrong('laterMovement', { date: next.date }));
  }
}

/** Whether the movements tell no class for the beginning of the year. */
const isFirstLater = ([first]: readonly ClassSince[], beginning: string) =>
  first === undefined || first.date > beginning;

/** Tells who is at the school on the day from which the new classes hold. */
function presence({ db, year, on }: ImportContext) {
  const { students, classOn } = membership(db, year);
  const present = new Set(
    students.filter((one) => classOn(one, on) !== undefined).map((one) => one.student_id),
  );
  return (student: number) => present.has(student);
}
