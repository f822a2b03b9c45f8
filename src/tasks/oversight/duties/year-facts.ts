import type { Database } from 'better-sqlite3';
import { officeHolders } from '../../../db/offices.js';
import { schoolZone } from '../../../db/school-settings.js';
import type { SchoolYearRow } from '../../../db/school-years.js';
import { type CivilDate, schoolYearBounds } from '../../../rules/civil-date.js';
import type { SchoolClock } from '../../../rules/deadline.js';
import { remembered } from '../../../rules/remembered.js';
import { dateOf, type Moment } from '../../../rules/school-time.js';
import { type LessonPlan, lessonPlan } from '../../journal/lesson-plan.js';
import { type Membership, membership } from '../../journal/membership.js';

/** What the rules of all clauses need of a school year; what only some need is read on first use. */
export interface YearFacts {
  readonly db: Database;
  readonly year: SchoolYearRow;
  readonly plan: LessonPlan;
  readonly clock: SchoolClock;
  /** Nothing that was recorded later exists. */
  readonly asOf: Moment;
  /** Duties that are due after this moment are not asked for. */
  readonly horizon: Moment;
  /** The day of the horizon, but not after the school year. */
  readonly lastDay: CivilDate;
  readonly members: () => Membership;
  /** The classes of a group, joined by `+`. */
  readonly classOf: (group: string) => string;
  readonly administratorsOn: (date: CivilDate) => string;
  readonly deputiesOn: (date: CivilDate) => string;
}

export function yearFacts(
  db: Database,
  year: SchoolYearRow,
  asOf: Moment,
  horizon: Moment,
): YearFacts {
  const plan = lessonPlan(db, year);
  const clock = { calendar: plan.calendar, zone: schoolZone(db) };
  const { last } = schoolYearBounds(year.year);
  const day = dateOf(horizon, clock.zone);
  let members: Membership | undefined;
  return {
    db,
    year,
    plan,
    clock,
    asOf,
    horizon,
    lastDay: day < last ? day : last,
    members: () => {
      members ??= membership(db, year);
      return members;
    },
    classOf: remembered((group) => plan.groups.get(group)?.classes.join('+') ?? ''),
    administratorsOn: remembered((date) => officeHolders(db, 'administrator', date)),
    deputiesOn: remembered((date) => officeHolders(db, 'deputy', date)),
  };
}
