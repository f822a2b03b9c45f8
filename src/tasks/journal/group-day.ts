import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { type AbsenceMark, absencesOfDay } from '../../db/absences-of-day.js';
import { groupNumber } from '../../db/groups-of.js';
import { lessonEntriesOn } from '../../db/lessons.js';
import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { standingBy } from '../../rules/entries.js';
import { groupedBy } from '../../rules/grouping.js';
import type { FullLessonEntry } from '../../rules/lesson-content.js';
import { dateOf, type Moment, toMoment } from '../../rules/school-time.js';
import { yearOfDay } from '../school-year.js';
import { type YearBook, yearBook } from './year-book.js';

/** Some groups on one day: what is planned, who is in them, what was entered up to now. */
export interface PlannedDay extends YearBook {
  readonly year: SchoolYearRow;
  readonly date: CivilDate;
  /** The true day. */
  readonly today: CivilDate;
  readonly now: Moment;
  readonly groups: readonly PlannedGroup[];
  /** The periods at which the timetable expects a group. */
  expected(group: string): readonly number[];
  /** The entries of a group, by period. */
  entries(group: string): ReadonlyMap<number, readonly FullLessonEntry[]>;
}

/** Which groups a day is asked of. */
type Choose = (db: Database, year: SchoolYearRow) => readonly number[];

/** @throws Problem unknownSchoolYear */
export function plannedDay(context: Context, date: CivilDate, choose: Choose): PlannedDay {
  const { db } = context;
  const year = yearOfDay(db, date);
  const numbers = choose(db, year);
  const book = yearBook(db, year, numbers);
  const now = toMoment(context.clock());
  const expected = groupedBy(book.plan.expected(date, date), (lesson) => lesson.group);
  const entries = groupedBy(lessonEntriesOn(db, numbers, date, now), (entry) => entry.group);
  return {
    year,
    date,
    today: dateOf(now, schoolZone(db)),
    now,
    ...book,
    groups: [...book.plan.groups.values()],
    expected: (group) => [
      ...new Set((expected.get(group) ?? []).map(({ period }) => period).sort((a, b) => a - b)),
    ],
    entries: (group) => groupedBy(entries.get(group) ?? [], (entry) => entry.period),
  };
}

/** One group on one day. */
export interface GroupDay extends PlannedDay {
  readonly group: PlannedGroup;
  /** By register number. */
  readonly members: readonly PlannedStudent[];
}

/** @throws Problem unknownSchoolYear, unknownGroup */
export function groupDay(context: Context, date: CivilDate, name: string): GroupDay {
  const day = plannedDay(context, date, (db, year) => {
    const number = groupNumber(db, year, name);
    if (number === undefined)
      throw new Problem('unknownGroup', { group: name }, { field: 'group' });
    return [number];
  });
  const [group] = day.groups;
  if (!group) throw new Error(`the group ${name} is gone`);
  return { ...day, group, members: day.membership.members(group, date) };
}

/** Whether a student was there in a lesson; `entry` is the number of the entry that says so. */
export interface Attendance {
  readonly mark: AbsenceMark;
  readonly entry: number;
}

/** What stands about students on a day, lesson by lesson: student, then period. */
export function attendanceOn(
  db: Database,
  students: readonly number[],
  { date, now }: Pick<PlannedDay, 'date' | 'now'>,
): ReadonlyMap<number, ReadonlyMap<number, Attendance>> {
  const ofStudent = groupedBy(absencesOfDay(db, students, date, now), (row) => row.student_id);
  return new Map(
    [...ofStudent].map(([student, rows]) => {
      const attended = [...standingBy(rows, (row) => row.period)].map(
        ([period, { mark, order }]) => [period, { mark, entry: order }] as const,
      );
      return [student, new Map(attended)];
    }),
  );
}

/**
 * The member of a group with that register number.
 * @throws Problem notInGroup
 */
export function memberOf(day: GroupDay, registerNo: string, field: string): PlannedStudent {
  const member = day.members.find((student) => student.register_no === registerNo);
  if (member) return member;
  const { group, date } = day;
  throw new Problem('notInGroup', { registerNo, group: group.name, date }, { field });
}
