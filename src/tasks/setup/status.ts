import type { Database } from 'better-sqlite3';
import { bellPeriods } from '../../db/bell-periods.js';
import { classSubjects, groupStates } from '../../db/class-subjects.js';
import {
  enrolledCount,
  followedProgrammes,
  studentsWithoutProgramme,
} from '../../db/enrolments.js';
import { firstRowOfYear, type SetUpTable } from '../../db/first-rows.js';
import { rowSources } from '../../db/row-sources.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { taughtWeekdays } from '../../db/year-plan.js';
import { numbersOf } from '../../rules/calendar.js';
import { dueOnDay } from '../../rules/deadline.js';
import { dateOf, type Moment, toMoment } from '../../rules/school-time.js';
import { yearSetUpAt } from '../school-year.js';

export type SetUpDuty = 'students' | 'subjects' | 'programmes' | 'journals' | 'bells';

/** How far a duty of clause 2.1 is; the names are an interface of the output. */
export interface StatusRow {
  clause: string;
  duty: SetUpDuty;
  done: number;
  of: number;
  /** What is missing, at most twenty of it. */
  missing: readonly string[];
  due_at: Moment;
  /** The day of it on the school's calendar. */
  due_on: string;
  met_at: Moment | null;
  state: 'met' | 'late' | 'overdue' | 'upcoming';
}

interface Progress {
  readonly of: number;
  readonly missing: readonly string[];
}

const mostNamed = 20;

/**
 * The duties of clause 2.1, how far each is, and whether it was met in time: a duty that is done was
 * met when the first of its rows in the school year was entered.
 * @throws Problem noSchoolYear, unknownSchoolYear
 */
export function setUpStatus(db: Database, asOf: Date, asked: number | undefined): StatusRow[] {
  const year = yearSetUpAt(db, asked, asOf);
  const zone = schoolZone(db);
  const dueAt = dueOnDay({ zone }, year.year, setting(db, 'set_up_due'));
  const entered = rowSources(db);
  const duties: [string, SetUpDuty, SetUpTable, Progress][] = [
    ['2.1.1', 'students', 'enrolment', studentsDone(db, year)],
    ['2.1.2', 'subjects', 'teaching_group', subjectsDone(db, year)],
    ['2.1.3', 'programmes', 'programme_subject', programmesDone(db, year)],
    ['2.1.4', 'journals', 'group_class', combinedGroupsDone(db, year)],
    ['2.1.5', 'bells', 'bell_period', bellsDone(db, year)],
  ];
  return duties.map(([clause, duty, table, { of, missing }]) => {
    const isDone = of > 0 && missing.length === 0;
    const first = isDone ? firstRowOfYear(db, table, year) : null;
    const met_at = first === null ? null : (entered(table, first)[0]?.at ?? null);
    const state = stateOf(met_at, dueAt, toMoment(asOf));
    const named = missing.slice(0, mostNamed);
    return {
      clause,
      duty,
      done: of - missing.length,
      of,
      missing: named,
      due_at: dueAt,
      due_on: dateOf(dueAt, zone),
      met_at,
      state,
    };
  });
}

/** Before its due day nothing is late: a list that is there holds, whenever it was entered. */
function stateOf(metAt: Moment | null, dueAt: Moment, asOf: Moment): StatusRow['state'] {
  const isDue = asOf >= dueAt;
  if (metAt !== null) return isDue && metAt > dueAt ? 'late' : 'met';
  return isDue ? 'overdue' : 'upcoming';
}

/** A student is entered with class and programme. */
function studentsDone(db: Database, year: SchoolYearRow): Progress {
  return { of: enrolledCount(db, year), missing: studentsWithoutProgramme(db, year) };
}

/** Every subject that a class learns has a group, and the group a teacher. */
function subjectsDone(db: Database, year: SchoolYearRow): Progress {
  const all = classSubjects(db, year);
  const missing = all.filter((one) => one.has_teacher === 0);
  return { of: all.length, missing: missing.map((one) => `${one.class} ${one.subject}`) };
}

/** Every programme has subjects in each grade in which students follow it. */
function programmesDone(db: Database, year: SchoolYearRow): Progress {
  const followed = followedProgrammes(db, year);
  const missing = followed.filter((one) => one.has_subjects === 0);
  return { of: followed.length, missing: missing.map((one) => `${one.programme} ${one.grade}`) };
}

/** Every combined group has a teacher and members; a school without combined groups has its other journals. */
function combinedGroupsDone(db: Database, year: SchoolYearRow): Progress {
  const groups = groupStates(db, year);
  const combined = groups.filter((group) => group.combined === 1);
  const judged = combined.length > 0 ? combined : groups;
  const missing = judged.filter((group) => group.unfilled === 1);
  return { of: judged.length, missing: missing.map((group) => group.name) };
}

/** On every weekday of the timetable bells ring; without a timetable, from Monday to Friday. */
function bellsDone(db: Database, year: SchoolYearRow): Progress {
  const days = taughtWeekdays(db, year);
  const needed = days.length > 0 ? days : [1, 2, 3, 4, 5];
  const rung = new Set(
    bellPeriods(db, year).flatMap(({ weekdays }) => [...(numbersOf(weekdays) ?? [])]),
  );
  return { of: needed.length, missing: needed.filter((day) => !rung.has(day)).map(String) };
}
