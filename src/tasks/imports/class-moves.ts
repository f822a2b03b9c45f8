import { firstLessonDay } from '../../db/calendar-days.js';
import { classesByMovement } from '../../db/movements.js';
import { tableByKey } from '../../db/table-by-key.js';
import { schoolYearBounds } from '../../rules/civil-date.js';
import type { ImportContext } from './importing.js';

/**
 * Keeps the history of those whose class changed in the list of students: the old class from the
 * beginning, the new one from the day given on. Nothing is added where the movements tell the new
 * class already, nor where the day lies in another school year: then the list corrects the whole year.
 */
export function settleMoves(context: ImportContext): void {
  const { db, year, on, moves } = context;
  const bounds = schoolYearBounds(year.year);
  if (moves.length === 0 || on < bounds.first || on > bounds.last) return;
  const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
  const beginning = firstLessonDay(db, year) ?? bounds.first;
  if (on <= beginning) return;
  for (const { student_id, from, to } of moves) {
    const told = classesByMovement(db, student_id, bounds);
    if (told.filter((since) => since.date <= on).at(-1)?.class_id === to) continue;
    if (told.length === 0) {
      movements.put({ student_id, date: beginning, kind: 'class', class_id: from });
    }
    movements.put({ student_id, date: on, kind: 'class', class_id: to });
  }
}
