import type { JustificationRow } from '../../db/justifications.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { type CivilDate, covers } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import type { YearBook } from './year-book.js';

/**
 * Tells which justifications could concern a student on a day, whatever they say: their own, and those
 * of the groups in which they were that day.
 */
export function justificationsOf(
  { plan, membership }: YearBook,
  all: readonly JustificationRow[],
): (student: PlannedStudent, date: CivilDate) => JustificationRow[] {
  const ofStudent = groupedBy(all, (one) => one.student_id);
  const ofGroups = ofStudent.get(null) ?? [];
  return (student, date) => {
    const together = ofGroups.filter(({ group: name, from, until }) => {
      if (!covers({ from, until: until ?? from }, date)) return false;
      const group = plan.groups.get(name ?? '');
      return group !== undefined && membership.isMember(group, student, date);
    });
    return [...(ofStudent.get(student.student_id) ?? []), ...together];
  };
}
