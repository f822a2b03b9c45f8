import type { Database } from 'better-sqlite3';
import { type LessonRow, lessonsOfGroups } from '../../db/journal-rows.js';
import { references } from '../../db/references.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import { staffNames } from '../../db/staff-names.js';
import type { PlannedGroup } from '../../db/year-plan.js';
import { isWorkingDay } from '../../rules/calendar.js';
import { type CivilDate, covers, weekday } from '../../rules/civil-date.js';
import { dueAtHour, workingDaysLate } from '../../rules/deadline.js';
import { byMoment, standing } from '../../rules/entries.js';
import { lessonContent } from '../../rules/lesson-content.js';
import {
  coveringPeriod,
  type LessonDuty,
  lessonDuties,
  missingAt,
} from '../../rules/lesson-duty.js';
import type { Moment } from '../../rules/school-time.js';
import { narrowed } from '../journal/asked-days.js';
import { type AskedYear, askedYear } from '../journal/year-book.js';
import { yearOfDay } from '../school-year.js';
import { type Explanation, fact, type Traces, traces } from './explanation.js';
import { explainLesson, groupOf } from './why-lesson.js';

/**
 * Whether a lesson's entries are overdue (clause 4.1), and why: what is expected, when it was due, what
 * is there and what is missing, and who owes it.
 * @throws Problem unknownSchoolYear, unknownGroup
 */
export function whyOverdueLesson(
  db: Database,
  asOf: Date,
  asked: { group: string; date: CivilDate; period: number },
): Explanation {
  const { date, period } = asked;
  const book = askedYear(db, asOf, yearOfDay(db, date).year, narrowed.group(asked.group));
  const group = groupOf(book.plan.groups, asked.group);
  const trace = traces(db);
  const groups = [group.teaching_group_id];
  const all = lessonsOfGroups(db, { groups, from: date, until: date, asOf: book.asOf });
  const entries = all.filter((entry) => entry.period === period);
  const expected = [...book.plan.expected(date, date)].filter((one) => one.group === group.name);
  const periods = expected.map((one) => one.period);
  const duty = lessonDuties(periods, all, book.asOf).find((one) => one.period === period);

  const plan = explainLesson(book, trace, group, date, period);
  const clock = { calendar: book.plan.calendar, zone: schoolZone(db) };
  const time = setting(db, 'lesson_due_time');
  const due_at = dueAtHour(clock, date, time);
  const late = (at: Moment) => workingDaysLate(clock, due_at, at);
  const because: Explanation[] = [plan];
  if (duty) {
    if (!plan.facts.holds) because.push(fact('unexpected', undefined));
    because.push(fact('deadline', { time, due_at, is_moved: !isWorkingDay(clock.calendar, date) }));
    because.push(...partsOf(duty, entries, trace), owedBy(db, book, trace, group, date, entries));
  } else if (plan.facts.holds) {
    const by = coveringPeriod(periods, all, book.asOf, period) ?? period;
    const covering = all.filter((entry) => entry.period === by);
    because.push(fact('covered', { period: by }, entriesOf(covering, trace)));
  }
  const state = { ...stateOf(duty, due_at, book.asOf, late), group: group.name, date, period };
  return fact('overdueLesson', { ...state, weekday: weekday(date) }, because);
}

function stateOf(
  duty: LessonDuty | undefined,
  due_at: Moment,
  asOf: Moment,
  late: (at: Moment) => number,
) {
  const none = { missing: null, met_at: null, working_days_late: 0 };
  if (!duty) return { state: 'not_owed', ...none } as const;
  const { metAt: met_at } = duty;
  if (met_at !== undefined) {
    const isLate = met_at > due_at;
    const state = isLate ? 'late' : 'met';
    return { ...none, state, met_at, working_days_late: isLate ? late(met_at) : 0 } as const;
  }
  const missing = missingAt(duty, asOf) ?? null;
  if (asOf < due_at) return { ...none, state: 'upcoming', missing } as const;
  return { state: 'overdue', missing, met_at: null, working_days_late: late(asOf) } as const;
}

/** When each part was there for the first time, and the entries that say so. */
function partsOf(duty: LessonDuty, entries: readonly LessonRow[], trace: Traces): Explanation[] {
  const [cancelled] = entries.filter((entry) => !entry.held).sort(byMoment);
  if (cancelled) {
    const reason = lessonContent(entries)?.reason ?? null;
    const facts = { at: cancelled.recorded_at, reason };
    return [fact('cancelled', facts, [], trace.row('lesson', cancelled.lesson_id))];
  }
  const part = (name: string, at: Moment | undefined) =>
    fact('part', { part: name, at: at ?? null });
  return [
    fact('part', { part: 'lesson', at: duty.lessonAt ?? null }, entriesOf(entries, trace)),
    ...(duty.lessonAt === undefined
      ? []
      : [part('topic', duty.topicAt), part('absences', duty.absencesAt)]),
  ];
}

const entriesOf = (entries: readonly LessonRow[], trace: Traces) =>
  entries.map(({ recorded_at, topic, lesson_id }) =>
    fact('entry', { recorded_at, topic: topic || null }, [], trace.row('lesson', lesson_id)),
  );

/** The substitute who held it, else who had the group that day, else its first teacher. */
export function owedBy(
  db: Database,
  { plan, year }: AskedYear,
  trace: Traces,
  group: PlannedGroup,
  date: CivilDate,
  entries: readonly LessonRow[],
): Explanation {
  const names = staffNames(db);
  const named = (code: string) => ({ code, name: names.get(code) ?? '' });
  const always = { from: null, until: null };
  const held = standing(entries.filter((entry) => entry.teacher));
  if (held?.teacher) {
    const facts = { ...named(held.teacher), ...always, how: 'substitute' as const };
    return fact('owedBy', facts, [], trace.row('lesson', held.lesson_id));
  }
  const { teaching_group_id } = group;
  const staff = (code: string) => references(db, year.school_year_id).staff(code) ?? null;
  const change = plan.teacherChanges.get(group.name)?.find((span) => covers(span, date));
  if (change) {
    const { teacher, from, until } = change;
    const key = { teaching_group_id, staff_id: staff(teacher), from };
    const sources = trace.key('group_teacher_change', key);
    return fact('owedBy', { ...named(teacher), from, until, how: 'change' }, [], sources);
  }
  const [first] = group.teachers;
  if (first === undefined) return fact('owedBy', { ...named(''), ...always, how: 'nobody' });
  const sources = trace.key('group_teacher', { teaching_group_id, staff_id: staff(first) });
  return fact('owedBy', { ...named(first), ...always, how: 'first' }, [], sources);
}
