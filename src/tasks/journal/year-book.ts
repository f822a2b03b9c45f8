import type { Database } from 'better-sqlite3';
import { groupsOfClass } from '../../db/groups-of.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { DaySpan } from '../../rules/civil-date.js';
import { type Moment, toMoment } from '../../rules/school-time.js';
import { yearAsOf } from '../school-year.js';
import { type LessonPlan, lessonPlan } from './lesson-plan.js';
import { type Membership, membership } from './membership.js';

/** What is planned of a school year, and who belongs where. */
export interface YearBook {
  readonly plan: LessonPlan;
  readonly membership: Membership;
}

/** Of the whole school, or of some groups alone, by their numbers. */
export function yearBook(db: Database, year: SchoolYearRow, groups?: readonly number[]): YearBook {
  return { plan: lessonPlan(db, year, groups), membership: membership(db, year, groups) };
}

/** A school year as a person asks about it: its book, and what was known by then. */
export interface AskedYear extends YearBook {
  readonly year: SchoolYearRow;
  readonly asOf: Moment;
}

/** The classes to which a question is narrowed, in a school year; undefined is the whole school. */
export type ClassesOf = (
  db: Database,
  year: SchoolYearRow,
  days: DaySpan | undefined,
) => readonly string[] | undefined;

/**
 * What is needed of a school year to answer about some classes: a month of one group must not load a
 * whole school. The days are those asked for, where they are known before.
 * @throws Problem noSchoolYear, unknownSchoolYear
 */
export function askedYear(
  db: Database,
  asOf: Date,
  asked: number | undefined,
  classesOf: ClassesOf,
  days?: DaySpan,
): AskedYear {
  const year = yearAsOf(db, asked, asOf);
  const classes = classesOf(db, year, days);
  const groups = classes && [...new Set(classes.flatMap((name) => groupsOfClass(db, year, name)))];
  return { year, asOf: toMoment(asOf), ...yearBook(db, year, groups) };
}
