import type { Database } from 'better-sqlite3';
import { bellPeriods } from '../../db/bell-periods.js';
import { calendarDays } from '../../db/calendar-days.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import {
  type Classes,
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
  readonly groups: ReadonlyMap<string, PlannedGroup>;
  readonly bells: readonly BellRow[];
  readonly timetable: readonly PlacedRow[];
  /** Who had a group for some days instead of its own teacher. */
  readonly teacherChanges: ReadonlyMap<string, readonly TeacherChange[]>;
  /** The lessons that the timetable expects between two days, both included. */
  expected(from: CivilDate, until: CivilDate): Iterable<ExpectedLesson>;
  /** The staff code of who owes the entries of a group on a day; '' where it has no teacher. */
  teacherOn(group: string, date: CivilDate): string;
}

/** The plan of a school year, or of the groups of some classes only. */
export function lessonPlan(db: Database, year: SchoolYearRow, classes?: Classes): LessonPlan {
  const calendar = makeCalendar(calendarDays(db, year));
  const bells = bellPeriods(db, year);
  const timetable = timetableRows(db, year, classes);
  const groups = new Map(plannedGroups(db, year, classes).map((group) => [group.name, group]));
  const gradesOfGroup = (group: string) => groups.get(group)?.grades ?? [];
  const changes = groupedBy(teacherChanges(db, year), (change) => change.group);
  return {
    calendar,
    groups,
    bells,
    timetable,
    teacherChanges: changes,
    expected: (from, until) =>
      expectedLessons({ calendar, bells, timetable, gradesOfGroup }, from, until),
    teacherOn: (group, date) => {
      const change = changes.get(group)?.find((span) => covers(span, date));
      return change?.teacher ?? groups.get(group)?.teachers[0] ?? '';
    },
  };
}
