import type { Database } from 'better-sqlite3';
import { bellPeriods } from '../../db/bell-periods.js';
import { calendarDays } from '../../db/calendar-days.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import {
  type PlannedGroup,
  plannedGroups,
  teacherChanges,
  timetableRows,
} from '../../db/year-plan.js';
import { type Calendar, makeCalendar } from '../../rules/calendar.js';
import { type CivilDate, covers } from '../../rules/civil-date.js';
import { type ExpectedLesson, expectedLessons } from '../../rules/expected-lessons.js';
import { groupedBy } from '../../rules/grouping.js';

/** What is planned of a school year: its days, its groups, and which lessons are expected. */
export interface LessonPlan {
  readonly calendar: Calendar;
  readonly groups: ReadonlyMap<string, PlannedGroup>;
  /** The lessons that the timetable expects between two days, both included. */
  expected(from: CivilDate, until: CivilDate): Iterable<ExpectedLesson>;
  /** The staff code of who owes the entries of a group on a day; '' where it has no teacher. */
  teacherOn(group: string, date: CivilDate): string;
}

export function lessonPlan(db: Database, year: SchoolYearRow): LessonPlan {
  const calendar = makeCalendar(calendarDays(db, year));
  const bells = bellPeriods(db, year);
  const timetable = timetableRows(db, year);
  const groups = new Map(plannedGroups(db, year).map((group) => [group.name, group]));
  const gradesOfGroup = (group: string) => groups.get(group)?.grades ?? [];
  const changes = groupedBy(teacherChanges(db, year), (change) => change.group);
  return {
    calendar,
    groups,
    expected: (from, until) =>
      expectedLessons({ calendar, bells, timetable, gradesOfGroup }, from, until),
    teacherOn: (group, date) => {
      const change = changes.get(group)?.find((span) => covers(span, date));
      return change?.teacher ?? groups.get(group)?.teachers[0] ?? '';
    },
  };
}
