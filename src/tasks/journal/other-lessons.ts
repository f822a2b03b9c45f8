import type { Context } from '../../context.js';
import { groupsHeldBy, groupsOfStudents, groupsOfTeacher } from '../../db/groups-of.js';
import { type GroupDay, type PlannedDay, plannedDay } from './group-day.js';
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
    if (other.name === group.name || !hasLesson(day, other.name, period)) return [];
    const students = members
      .filter((student) => day.membership.isMember(other, student, date))
      .map((student) => student.register_no);
    return students.length > 0 ? [{ group: other.name, students }] : [];
  });
}

/** The other groups whose lesson somebody holds at that time, as their own or in another's place. */
export function groupsTaughtThen(
  context: Context,
  { group, date }: GroupDay,
  teacher: string,
  period: number,
): string[] {
  const day = plannedDay(context, date, (db, year) => [
    ...new Set([...groupsOfTeacher(db, year, teacher), ...groupsHeldBy(db, year, teacher, date)]),
  ]);
  const holds = (name: string) =>
    (contentOf(day, name, period)?.teacher ?? day.plan.teacherOn(name, date)) === teacher;
  return day.groups
    .map((other) => other.name)
    .filter((name) => name !== group.name && hasLesson(day, name, period) && holds(name));
}

/** Whether a group has a lesson at a time: expected or recorded, and not called off. */
function hasLesson(day: PlannedDay, group: string, period: number): boolean {
  const isThen = dutiesOf(day, group).some((duty) => duty.period === period);
  return isThen && contentOf(day, group, period)?.held !== false;
}
