import { firstLessonDay } from '../../db/calendar-days.js';
import { type ClassSince, classesByMovement } from '../../db/movements.js';
import { tableByKey } from '../../db/table-by-key.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { type Wrong, wrong } from '../../text/findings.js';
import type { ClassMove, ImportContext } from './importing.js';
import { presence } from './year-checks.js';

/**
 * Keeps the history of those whose class changed in the list of students: the old class from the
 * beginning, the new one from the day given on, where the movements do not tell it already. As long as
 * the lessons have not begun, the list corrects the whole year; after it too, which is pointed out.
 * A class that can have no effect is pointed out, and the one before stands.
 */
export function settleMoves(context: ImportContext): void {
  const { db, year, moves } = context;
  if (moves.length === 0) return;
  const bounds = schoolYearBounds(year.year);
  const enrolments = tableByKey(db, 'enrolment', ['student_id', 'school_year_id']);
  const { objectionTo, keepHistory } = histories(context, firstLessonDay(db, year) ?? bounds.first);
  for (const move of moves) {
    const { student_id, to, pointOut } = move;
    const told = classesByMovement(db, student_id, bounds);
    const objection = objectionTo(move, told);
    if (objection) {
      move.isRefused = true;
      pointOut(objection);
    } else {
      enrolments.put({ student_id, school_year_id: year.school_year_id, class_id: to });
      keepHistory(move, told);
    }
  }
}

/** How classes change in a school year whose lessons begin on a day, held against what the movements tell. */
function histories(context: ImportContext, beginning: CivilDate) {
  const { db, year, on } = context;
  const isDuring = on > beginning && on <= schoolYearBounds(year.year).last;
  const isAtSchool = presence(context);
  const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
  /** Before the lessons begin the list may have the class of the day on which it was written, the last one. */
  const isTold = ({ to }: ClassMove, told: readonly ClassSince[]) =>
    told.findLast(({ date }) => date <= on)?.class_id === to ||
    (!isDuring && told.at(-1)?.class_id === to);

  /** Why the class in the list can have no effect. */
  const objectionTo = (move: ClassMove, told: readonly ClassSince[]): Wrong | undefined => {
    if (!isDuring && told.length > 0 && !isTold(move, told)) return wrong('otherClassByMovements');
    if (!isDuring || isAtSchool(move.student_id, on)) return undefined;
    return wrong('notAtSchoolThen', { date: on });
  };
  const keepHistory = (move: ClassMove, told: readonly ClassSince[]): void => {
    const { student_id, from, to, pointOut } = move;
    if (!isDuring && !isTold(move, told)) {
      if (on > beginning) pointOut(wrong('classOfWholeYear'));
      return;
    }
    if (isFirstLater(told, beginning)) {
      movements.put({ student_id, date: beginning, kind: 'class', class_id: from });
    }
    if (!isTold(move, told)) movements.put({ student_id, date: on, kind: 'class', class_id: to });
    const next = told.find(({ date }) => date > on);
    if (next && next.class_id !== to) pointOut(wrong('laterMovement', { date: next.date }));
  };
  return { objectionTo, keepHistory };
}

/** Whether the movements tell no class for the beginning of the year. */
const isFirstLater = ([first]: readonly ClassSince[], beginning: string) =>
  first === undefined || first.date > beginning;
