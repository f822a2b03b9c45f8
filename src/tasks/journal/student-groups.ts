import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import { type DaySpan, daysFrom } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { byPersonName } from '../../rules/latvian-order.js';
import type { LessonPlan } from './lesson-plan.js';
import type { Membership } from './membership.js';

interface Planned {
  readonly plan: Pick<LessonPlan, 'groups'>;
  readonly membership: Pick<Membership, 'classesOf' | 'listsOf'>;
}

/**
 * The groups in which each student is on some day, as far as their classes and the lists tell, by name: the
 * whole groups of their classes, and the lists on which they stand, of whatever class these are.
 */
export function groupsByStudent(
  { plan, membership }: Planned,
  students: readonly PlannedStudent[],
): ReadonlyMap<number, readonly PlannedGroup[]> {
  const wholes = [...plan.groups.values()]
    .filter((group) => group.whole)
    .flatMap((group) => group.classes.map((name) => ({ name, group })));
  const ofClass = groupedBy(wholes, ({ name }) => name);
  return new Map(
    students.map((student) => {
      const whole = membership
        .classesOf(student)
        .flatMap((name) => (ofClass.get(name) ?? []).map(({ group }) => group));
      const listed = membership.listsOf(student).flatMap((name) => plan.groups.get(name) ?? []);
      const groups = new Set([...whole, ...listed.filter((group) => !group.whole)]);
      return [student.student_id, [...groups].sort(byName)];
    }),
  );
}

/** The groups in which any of the students is on some day: all lessons that they could have. */
export function groupsAround(
  planned: Planned,
  students: readonly PlannedStudent[],
): readonly PlannedGroup[] {
  return [...new Set([...groupsByStudent(planned, students).values()].flat())];
}

/** Everybody who is in a group on one of the days, by name; nobody where there is no such group. */
export function membersDuring(
  membership: Pick<Membership, 'members'>,
  group: PlannedGroup | undefined,
  { from, until }: DaySpan,
): PlannedStudent[] {
  if (!group) return [];
  const found = new Set<PlannedStudent>();
  for (const day of daysFrom(from, until)) {
    for (const member of membership.members(group, day)) found.add(member);
  }
  return [...found].sort(byPersonName);
}

const byName = (a: PlannedGroup, b: PlannedGroup) => (a.name < b.name ? -1 : 1);
