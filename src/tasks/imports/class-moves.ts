import { firstLessonDay } from '../../db/calendar-days.js';
import { classesByMovement } from '../../db/movements.js';
import { tableByKey } from '../../db/table-by-key.js';
import { schoolYearBounds } from '../../rules/civil-date.js';
import { wrong } from '../../text/findings.js';
import { membership } from '../journal/membership.js';
import type { ImportContext } from './importing.js';

/**
 * Keeps the history of those whose class changed in the list of students: the old class from the
 * beginning, the new one from the day given on, where the movements do not tell it already. As long as
 * the lessons have not begun, the list corrects the whole year; after it too, which is pointed out.
 */
export function settleMoves(context: ImportContext): void {
  const { db, year, on, moves } = context;
  if (moves.length === 0) return;
  const bounds = schoolYearBounds(year.year);
  const beginning = firstLessonDay(db, year) ?? bounds.first;
  if (on <= beginning) return;
  const isOver = on > bounds.last;
  const { students, classOn } = membership(db, year);
  const known = new Map(students.map((student) => [student.student_id, student]));
  const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
  for (const { student_id, from, to, pointOut } of moves) {
    const told = classesByMovement(db, student_id, bounds);
    const student = known.get(student_id);
    if (!isOver && student && classOn(student, on) === undefined) {
      pointOut(wrong('notAtSchoolThen', { date: on }));
      continue;
    }
    const isTold = told.filter((since) => since.date <= on).at(-1)?.class_id === to;
    if (isOver && !isTold) {
      pointOut(wrong(told.length > 0 ? 'otherClassByMovements' : 'classOfWholeYear'));
      continue;
    }
    if (!told[0] || told[0].date > beginning) {
      movements.put({ student_id, date: beginning, kind: 'class', class_id: from });
    }
    if (!isTold) movements.put({ student_id, date: on, kind: 'class', class_id: to });
  }
}
