import type { Database } from 'better-sqlite3';
import { firstLessonDay } from '../../db/calendar-days.js';
import { type ClassSubject, classSubjects } from '../../db/class-subjects.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type PlannedGroup, plannedGroups } from '../../db/year-plan.js';
import { schoolYearBounds } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { membership } from '../journal/membership.js';

/** What the journals of a year still lack. */
export interface JournalGap {
  gap: 'no_journal' | 'no_group' | 'no_teacher';
  class: string;
  subject: string;
  group: string;
  register_no: string;
}

/** The classes and subjects that no group has yet. */
export function withoutJournal(db: Database, year: SchoolYearRow): ClassSubject[] {
  return classSubjects(db, year).filter(({ has_group }) => has_group === 0);
}

/** Everything that the journals lack: a subject without a journal, a student without a group, a journal without a teacher. */
export function journalGaps(db: Database, year: SchoolYearRow): JournalGap[] {
  const groups = plannedGroups(db, year);
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
  return [...missing, ...withoutGroup(db, year, groups), ...teacherless];
}

/**
 * Students who are in none of the groups into which their own class is divided for a subject. Groups
 * of several classes are chosen (a second language), so nobody must be in one.
 */
function withoutGroup(
  db: Database,
  year: SchoolYearRow,
  groups: readonly PlannedGroup[],
): JournalGap[] {
  const day = firstLessonDay(db, year) ?? schoolYearBounds(year.year).first;
  const members = membership(db, year);
  const gaps: JournalGap[] = [];
  const divided = groupedBy(
    groups.filter((group) => !group.whole),
    (group) => `${group.classes.join('+')} ${group.subject}`,
  );
  for (const parts of divided.values()) {
    const [first] = parts;
    if (!first || parts.length < 2 || first.classes.length > 1) continue;
    for (const student of members.classMembers(first.classes[0] ?? '', day)) {
      if (parts.some((group) => members.isMember(group, student, day))) continue;
      const { register_no } = student;
      gaps.push(
        gap('no_group', { class: first.classes[0] ?? '', subject: first.subject, register_no }),
      );
    }
  }
  return gaps;
}

function gap(kind: JournalGap['gap'], facts: Partial<JournalGap>): JournalGap {
  return { gap: kind, class: '', subject: '', group: '', register_no: '', ...facts };
}
