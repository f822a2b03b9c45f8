import { type LessonDay, lessonDays } from '../../../db/lesson-days.js';
import { setting } from '../../../db/school-settings.js';
import { type CivilDate, schoolYearBounds } from '../../../rules/civil-date.js';
import { dueAtHour } from '../../../rules/deadline.js';
import type { Duty } from '../../../rules/duties/duty.js';
import { lessonOwed } from '../../../rules/duties/lessons.js';
import { lessonDuties } from '../../../rules/lesson-duty.js';
import { remembered } from '../../../rules/remembered.js';
import type { YearFacts } from './year-facts.js';

/** Clause 4.1: every lesson that was expected or recorded, from the beginning of the year to the horizon. */
export function* lessonsDue(facts: YearFacts): Generator<Duty> {
  const { db, plan, clock, asOf, horizon, classOf } = facts;
  const hour = setting(db, 'lesson_due_time');
  const dueAt = remembered((date: CivilDate) => dueAtHour(clock, date, hour));
  for (const { group, date, entries, expected } of groupDays(facts)) {
    const due_at = dueAt(date);
    if (due_at > horizon) continue;
    const teacher = plan.teacherOn(group, date);
    const day = { group, date, due_at, teacher, class: classOf(group) };
    for (const lesson of lessonDuties(expected, entries, asOf)) yield lessonOwed(day, lesson);
  }
}

interface GroupDay extends LessonDay {
  readonly expected: readonly number[];
}

/** The days of groups on which a lesson was recorded, and then those on which one was only expected. */
function* groupDays(facts: YearFacts): Generator<GroupDay> {
  const { db, year, lastDay, asOf } = facts;
  const expected = expectedPeriods(facts);
  for (const day of lessonDays(db, year, lastDay, asOf)) {
    const days = expected.get(day.group);
    yield { ...day, expected: periodsOf(days?.get(day.date) ?? 0) };
    days?.delete(day.date);
  }
  for (const [group, days] of expected) {
    for (const [date, bits] of days) {
      yield { group, date, entries: [], expected: periodsOf(bits) };
    }
  }
}

/** By group and day the periods at which lessons are expected, a bit for each: there are 50,000 in a year. */
function expectedPeriods({ year, plan, lastDay }: YearFacts): Map<string, Map<CivilDate, number>> {
  const groups = new Map<string, Map<CivilDate, number>>();
  for (const { group, date, period } of plan.expected(schoolYearBounds(year.year).first, lastDay)) {
    let days = groups.get(group);
    if (!days) {
      days = new Map();
      groups.set(group, days);
    }
    days.set(date, (days.get(date) ?? 0) | (1 << period));
  }
  return groups;
}

function periodsOf(bits: number): number[] {
  const periods: number[] = [];
  for (let period = 0; bits >> period > 0; period += 1) {
    if ((bits >> period) & 1) periods.push(period);
  }
  return periods;
}
