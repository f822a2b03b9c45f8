import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import type { LessonTime } from '../../rules/absence.js';
import type { Membership } from './membership.js';

/** What is known of the lessons of a group at a time. */
export interface KnownLessons {
  isEntered(group: PlannedGroup, time: LessonTime): boolean;
  isExpected(group: PlannedGroup, time: LessonTime): boolean;
}

/**
 * Tells the group whose lesson a student had then, of the groups in which each may be, in the order of
 * their names: the one entered, else the one expected. Where two were entered (a consultation beside a
 * lesson), it is the one that is expected as well. Undefined where there was none.
 */
export function lessonThen(
  { isMember }: Pick<Membership, 'isMember'>,
  { isEntered, isExpected }: KnownLessons,
  groupsOf: ReadonlyMap<number, readonly PlannedGroup[]>,
): (student: PlannedStudent, time: LessonTime) => string | undefined {
  return (student, time) => {
    const own = groupsOf.get(student.student_id) ?? [];
    const isOwn = (group: PlannedGroup) => isMember(group, student, time.date);
    const entered = own.filter((group) => isEntered(group, time) && isOwn(group));
    if (entered.length > 1) {
      return (entered.find((group) => isExpected(group, time)) ?? entered[0])?.name;
    }
    const lesson = entered[0] ?? own.find((group) => isExpected(group, time) && isOwn(group));
    return lesson?.name;
  };
}
