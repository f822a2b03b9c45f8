import type { Database } from 'better-sqlite3';
import { schoolZone } from '../../db/school-settings.js';
import { staffNames } from '../../db/staff-names.js';
import { addDays } from '../../rules/civil-date.js';
import { isClassAsked } from '../../rules/class-name.js';
import { type SchoolClock, workingDaysLeft } from '../../rules/deadline.js';
import { type Clause, type Duty, isPartOf, missingAt } from '../../rules/duties/duty.js';
import { groupedBy } from '../../rules/grouping.js';
import { dateOf, endOfDay, type Moment, shownTime, toMoment } from '../../rules/school-time.js';
import { checkNames } from '../journal/narrowing.js';
import { yearAsOf } from '../school-year.js';
import { dutiesOfYear } from './duties/duties-of-year.js';

export interface DeadlineFilter {
  readonly year?: number | undefined;
  /** How many days are looked ahead, today not counted. */
  readonly days: number;
  readonly teacher?: string | undefined;
  readonly class?: string | undefined;
  /** A clause, or the beginning of several. */
  readonly clause?: string | undefined;
}

/** What one person owes by one moment after a clause; the names are an interface of the output. */
export interface DeadlineRow {
  due_at: Moment;
  /** The same by the school's clock, for a person. */
  due: string;
  clause: Clause;
  owed_by: string;
  owed_by_name: string;
  /** How many lessons, works or papers are not there yet. */
  open: number;
  /** The groups, or classes where it is not about a group. */
  about: readonly string[];
  working_days_left: number;
  /** Whole hours. */
  hours_left: number;
}

/**
 * What is due after a moment, up to the end of the day so many days later, and not there yet: by due
 * moment, clause and person.
 * @throws Problem noSchoolYear, unknownSchoolYear, those of checkNames
 */
export function comingDeadlines(db: Database, asOf: Date, filter: DeadlineFilter): DeadlineRow[] {
  const zone = schoolZone(db);
  const at = toMoment(asOf);
  const until = new Date(endOfDay(addDays(dateOf(asOf, zone), filter.days), zone));
  const isAsked = (one: Clause) => filter.clause === undefined || isPartOf(one, filter.clause);
  const year = yearAsOf(db, filter.year, asOf);
  checkNames(db, year, filter);
  const { clock, duties } = dutiesOfYear(db, year, { asOf, until, isAsked });
  const shares: { person: string; duty: Duty }[] = [];
  for (const duty of duties) {
    if (duty.due_at <= at || !missingAt(duty, at)) continue;
    if (!duty.class.split('+').some((name) => isClassAsked(name, filter.class))) continue;
    for (const person of duty.owed_by.split('+')) {
      if (filter.teacher === undefined || person === filter.teacher) shares.push({ person, duty });
    }
  }
  const key = ({ person, duty }: (typeof shares)[number]) =>
    `${duty.due_at} ${duty.clause} ${person}`;
  const names = staffNames(db);
  return [...groupedBy(shares, key)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      if (!first) return [];
      const { person, duty } = first;
      const name = names.get(person) ?? '';
      return [deadlineRow(clock, at, { person, name, duties: own.map((one) => one.duty) }, duty)];
    });
}

function deadlineRow(
  clock: SchoolClock,
  at: Moment,
  { person, name, duties }: { person: string; name: string; duties: readonly Duty[] },
  { due_at, clause }: Duty,
): DeadlineRow {
  const about = [...new Set(duties.map((duty) => duty.group || duty.class))].filter(Boolean);
  return {
    due_at,
    due: shownTime(due_at, clock.zone),
    clause,
    owed_by: person,
    owed_by_name: name,
    open: duties.length,
    about: about.sort(),
    working_days_left: workingDaysLeft(clock, due_at, at),
    hours_left: Math.floor((Date.parse(due_at) - Date.parse(at)) / 3_600_000),
  };
}
