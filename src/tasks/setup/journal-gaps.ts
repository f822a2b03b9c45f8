import type { Database } from 'better-sqlite3';
import { firstLessonDay } from '../../db/calendar-days.js';
import { type ClassSubject, classSubjects } from '../../db/class-subjects.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type PlannedGroup, plannedGroups } from '../../db/year-plan.js';
import { type CivilDate, type DaySpan, schoolYearBounds } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { type Membership, membership } from '../journal/membership.js';

/** What the journals of a year still lack. */
export interface JournalGap {
  gap: 'no_journal' | 'no_group' | 'other_class' | 'no_teacher';
  class: string;
  subject: string;
  group: string;
  register_no: string;
}

/** The classes and subjects that no group has yet. */
export function withoutJournal(db: Database, year: SchoolYearRow): ClassSubject[] {
  return classSubjects(db, year).filter(({ has_group }) => has_group === 0);
}

/**
 * Everything that the journals lack: a subject without a journal, a student without a group or still in one of
 * a class that they left, a journal without a teacher.
 */
export function journalGaps(db: Database, year: SchoolYearRow): JournalGap[] {
  const groups = plannedGroups(db, year);
  const members = membership(db, year);
  const missing = withoutJournal(db, year).map(({ class: className, subject }) =>
    gap('no_journal', { class: className, subject }),
  );
  const teacherless = groups
    .filter((group) => group.teachers.length === 0)
    .map((group) =>
      gap('no_teacher', {
        class: group.classes.join('+'),
        subject: group.subject,
        group: group.name,
      }),
    );
  const first = firstLessonDay(db, year) ?? schoolYearBounds(year.year).first;
  return [
    ...missing,
    ...withoutGroup(members, groups, first),
    ...inOtherClass(members, groups),
    ...teacherless,
  ];
}

/**
 * Students who are in none of the groups into which their own class is divided for a subject, on any day from
 * the first of lessons on. Groups of several classes are chosen (a second language), so nobody must be in one.
 */
function withoutGroup(
  members: Membership,
  groups: readonly PlannedGroup[],
  firstDay: CivilDate,
): JournalGap[] {
  const gaps: JournalGap[] = [];
  const divided = groupedBy(
    groups.filter((group) => !group.whole),
    (group) => `${group.classes.join('+')} ${group.subject}`,
  );
  for (const parts of divided.values()) {
    const [first] = parts;
    if (!first || parts.length < 2 || first.classes.length > 1) continue;
    const [className = ''] = first.classes;
    for (const student of members.everIn(className)) {
      const stays = members
        .staysOf(student)
        .filter((stay) => stay.class === className && stay.until >= firstDay);
      const isIn = (stay: DaySpan) =>
        parts.some((group) => members.isInDuring(group, student, stay));
      if (stays.every(isIn)) continue;
      const { register_no } = student;
      gaps.push(gap('no_group', { class: className, subject: first.subject, register_no }));
    }
  }
  return gaps;
}

/** Students who are on the list of a group on the last day of a stay in a class that the group is not of. */
function inOtherClass(members: Membership, groups: readonly PlannedGroup[]): JournalGap[] {
  const byName = new Map(groups.map((group) => [group.name, group]));
  return members.students.flatMap((student) => {
    const stay = members.staysOf(student).at(-1);
    if (!stay) return [];
    return members
      .listsOf(student)
      .flatMap((name) => byName.get(name) ?? [])
      .filter((group) => !group.whole && !group.classes.includes(stay.class))
      .filter((group) => members.isMember(group, student, stay.until))
      .map(({ name, subject }) => {
        const { register_no } = student;
        return gap('other_class', { class: stay.class, subject, group: name, register_no });
      });
  });
}

function gap(kind: JournalGap['gap'], facts: Partial<JournalGap>): JournalGap {
  return { gap: kind, class: '', subject: '', group: '', register_no: '', ...facts };
}
