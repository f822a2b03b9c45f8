import type { Context } from '../../context.js';
import { type GroupDay, groupsOfStudents, plannedDay } from './group-day.js';
import { contentOf, dutiesOf } from './lesson-row.js';

/** The lesson of another group at the time of a lesson, and who would be in both. */
export interface OtherLesson {
  readonly group: string;
  /** Their register numbers. */
  readonly students: readonly string[];
}

/** The lessons of other groups, expected or recorded as held, that members of a group have then. */
export function otherLessons(
  context: Context,
  { group, members, date }: GroupDay,
  period: number,
): OtherLesson[] {
  const numbers = members.map((student) => student.student_id);
  const day = plannedDay(context, date, (db, year) => groupsOfStudents(db, year, numbers));
  return day.groups.flatMap((other) => {
    const isThen = dutiesOf(day, other.name).some((duty) => duty.period === period);
    if (other.name === group.name || !isThen) return [];
    if (contentOf(day, other.name, period)?.held === false) return [];
    const students = members
      .filter((student) => day.membership.isMember(other, student, date))
      .map((student) => student.register_no);
    return students.length > 0 ? [{ group: other.name, students }] : [];
  });
}
