import type { Database } from 'better-sqlite3';
import { leavings } from '../../db/movements.js';
import type { Former } from '../../db/students.js';
import { tableByKey } from '../../db/table-by-key.js';
import { schoolYearBounds, schoolYearOf } from '../../rules/civil-date.js';

/**
 * Who comes back has not left: the last day that the list of students told stands among the movements
 * from now on, so that the time before it stays what it was.
 */
export function comeBack(
  db: Database,
  { student_id, left_on }: Pick<Former, 'student_id' | 'left_on'>,
): void {
  if (leavings(db, student_id, schoolYearBounds(schoolYearOf(left_on))).length === 0) {
    const movements = tableByKey(db, 'movement', ['student_id', 'date', 'kind']);
    movements.put({ student_id, date: left_on, kind: 'left' });
  }
  tableByKey(db, 'student', ['register_no']).change(student_id, { left_on: null });
}
