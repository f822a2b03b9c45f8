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
  const expected = expectedPeriods(facts);
  for (const { group, date, entries } of recordedOrExpected(facts, expected)) {
    const due_at = dueAt(date);
    if (due_at > horizon) continue;
    const lessons = lessonDuties(expected.get(group)?.get(date) ?? [], entries, asOf);
    const teacher = plan.teacherOn(group, date);
    const day = { group, date, due_at, teacher, class: classOf(group) };
    for (const lesson of lessons) yield lessonOwed(day, lesson);
  }
}

/** The periods at which lessons are expected, by group and day. */
export function expectedPeriods({ year, plan, lastDay }: YearFacts) {
  const periods = new Map<string, Map<CivilDate, number[]>>();
  for (const { group, date, period } of plan.expected(schoolYearBounds(year.year).first, lastDay)) {
    let days = periods.get(group);
    if (!days) {
      days = new Map();
      periods.set(group, days);
    }
    const ofDay = days.get(date);
    if (ofDay) ofDay.push(period);
    else days.set(date, [period]);
  }
  return periods;
}

/** The days of groups on which a lesson was recorded, and then those on which one was only expected. */
function* recordedOrExpected(
  { db, year, lastDay, asOf }: YearFacts,
  expected: ReturnType<typeof expectedPeriods>,
): Generator<LessonDay> {
  const recorded = new Map<string, Set<CivilDate>>();
  for (const day of lessonDays(db, year, lastDay, asOf)) {
    const days = recorded.get(day.group);
    if (days) days.add(day.date);
    else recorded.set(day.group, new Set([day.date]));
    yield day;
  }
  for (const [group, days] of expected) {
    const known = recorded.get(group);
    for (const date of days.keys()) {
      if (!known?.has(date)) yield { group, date, entries: [] };
    }
  }
}
