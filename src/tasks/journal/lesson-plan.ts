import type { Database } from 'better-sqlite3';
import { bellPeriods } from '../../db/bell-periods.js';
import { calendarDays } from '../../db/calendar-days.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import {
  type PlacedRow,
  type PlannedGroup,
  plannedGroups,
  type TeacherChange,
  teacherChanges,
  timetableRows,
} from '../../db/year-plan.js';
import type { BellRow } from '../../rules/bells.js';
import { type Calendar, makeCalendar } from '../../rules/calendar.js';
import { type CivilDate, covers } from '../../rules/civil-date.js';
import { type ExpectedLesson, expectedLessons } from '../../rules/expected-lessons.js';
import { groupedBy } from '../../rules/grouping.js';

/** What is planned of a school year: its days, its groups, and which lessons are expected. */
export interface LessonPlan {
  readonly calendar: Calendar;
  readonly bells: readonly BellRow[];
  readonly timetable: readonly PlacedRow[];
  /** Who had a group for some days instead of its own teacher. */
  readonly teacherChanges: ReadonlyMap<string, readonly TeacherChange[]>;
  readonly groups: ReadonlyMap<string, PlannedGroup>;
  /** The lessons that the timetable expects between two days, both included. */
  expected(from: CivilDate, until: CivilDate): Iterable<ExpectedLesson>;
  /** The staff code of who owes the entries of a group on a day; '' where it has no teacher. */
  teacherOn(group: string, date: CivilDate): string;
  /** The staff codes of all who teach a group on a day. */
  teachersOn(group: string, date: CivilDate): readonly string[];
}

/** Of all groups of the year, or of some alone. */
export function lessonPlan(
  db: Database,
  year: SchoolYearRow,
  only?: readonly number[],
): LessonPlan {
  const calendar = makeCalendar(calendarDays(db, year));
  const bells = bellPeriods(db, year);
  const timetable = timetableRows(db, year, only);
  const groups = new Map(plannedGroups(db, year, only).map((group) => [group.name, group]));
  const gradesOfGroup = (group: string) => groups.get(group)?.grades ?? [];
  const changes = groupedBy(teacherChanges(db, year, only), (change) => change.group);
  const standingIn = (group: string, date: CivilDate) =>
    (changes.get(group) ?? []).filter((span) => covers(span, date)).map((span) => span.teacher);
  return {
    calendar,
    bells,
    timetable,
    teacherChanges: changes,
    groups,
    expected: (from, until) =>
      expectedLessons({ calendar, bells, timetable, gradesOfGroup }, from, until),
    teacherOn: (group, date) => standingIn(group, date)[0] ?? groups.get(group)?.teachers[0] ?? '',
    teachersOn: (group, date) => [
      ...new Set([...standingIn(group, date), ...(groups.get(group)?.teachers ?? [])]),
    ],
  };
}
