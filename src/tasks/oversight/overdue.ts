import type { Database } from 'better-sqlite3';
import { lessonEntries } from '../../db/lessons.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { staffNames } from '../../db/staff-names.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { dueAtHour, isOverdue, type SchoolClock, workingDaysLate } from '../../rules/deadline.js';
import { groupedBy } from '../../rules/grouping.js';
import { type LessonDuty, lessonDuties, missingAt } from '../../rules/lesson-duty.js';
import { dateOf, type Moment, toMoment } from '../../rules/school-time.js';
import { yearOf } from '../imports/school-year.js';
import { type LessonPlan, lessonPlan } from '../journal/lesson-plan.js';

export interface OverdueFilter {
  readonly year?: number | undefined;
  readonly teacher?: string | undefined;
  readonly class?: string | undefined;
  readonly group?: string | undefined;
  readonly from?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
}

/** One entry that is late; the names are an interface of the output. */
export interface OverdueRow {
  clause: string;
  missing: string;
  owed_by: string;
  owed_by_name: string;
  class: string;
  group: string;
  date: CivilDate;
  period: number;
  work: null;
  students: null;
  due_at: Moment;
  working_days_late: number;
}

/**
 * Everything of clause 4.1 that is late at a moment (18:00 of the day, unless the school decided otherwise), by day, lesson and group.
 * @throws Problem noSchoolYear, unknownSchoolYear
 */
export function overdueEntries(db: Database, asOf: Date, filter: OverdueFilter): OverdueRow[] {
  const year = yearOf(db, filter.year);
  const plan = lessonPlan(db, year);
  const clock = { calendar: plan.calendar, zone: schoolZone(db) };
  const at = toMoment(asOf);
  const hour = setting(db, 'lesson_due_time');
  const names = staffNames(db);
  const rows: OverdueRow[] = [];
  for (const { group, date, duty } of dutiesOf(db, year, plan, clock, at)) {
    const dueAt = dueAtHour(clock, date, hour);
    const missing = missingAt(duty, at);
    if (missing === undefined || !isOverdue(dueAt, duty.metAt, at)) continue;
    const owed_by = duty.substitute ?? plan.teacherOn(group, date);
    const row: OverdueRow = {
      clause: '4.1',
      missing,
      owed_by,
      owed_by_name: names.get(owed_by) ?? '',
      class: plan.groups.get(group)?.classes.join('+') ?? '',
      group,
      date,
      period: duty.period,
      work: null,
      students: null,
      due_at: dueAt,
      working_days_late: workingDaysLate(clock, dueAt, at),
    };
    if (isAskedFor(row, filter)) rows.push(row);
  }
  return rows.sort(inOrder);
}

interface GroupDuty {
  group: string;
  date: CivilDate;
  duty: LessonDuty;
}

/** What clause 4.1 asks of every day of every group, from the beginning of the year to the moment. */
function* dutiesOf(
  db: Database,
  year: SchoolYearRow,
  plan: LessonPlan,
  { zone }: SchoolClock,
  at: Moment,
): Generator<GroupDuty> {
  const { first, last } = schoolYearBounds(year.year);
  const today = dateOf(at, zone);
  const until = today < last ? today : last;
  const place = ({ group, date }: { group: string; date: CivilDate }) => `${date} ${group}`;
  const expected = groupedBy(plan.expected(first, until), place);
  const entries = groupedBy(lessonEntries(db, year, { from: first, until }, at), place);
  for (const key of new Set([...expected.keys(), ...entries.keys()])) {
    const ofDay = [...(expected.get(key) ?? []), ...(entries.get(key) ?? [])][0];
    if (!ofDay) continue;
    const periods = (expected.get(key) ?? []).map((lesson) => lesson.period);
    for (const duty of lessonDuties(periods, entries.get(key) ?? [], at)) {
      yield { group: ofDay.group, date: ofDay.date, duty };
    }
  }
}

function isAskedFor(row: OverdueRow, filter: OverdueFilter): boolean {
  return (
    (filter.teacher === undefined || row.owed_by === filter.teacher) &&
    (filter.group === undefined || row.group === filter.group) &&
    (filter.class === undefined || row.class.split('+').includes(filter.class)) &&
    (filter.from === undefined || row.date >= filter.from) &&
    (filter.until === undefined || row.date <= filter.until)
  );
}

function inOrder(a: OverdueRow, b: OverdueRow): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.period - b.period || (a.group < b.group ? -1 : 1);
}

/** How much somebody, or a class, owes. */
export interface OverdueSum {
  who: string;
  name: string;
  lessons: number;
  topics: number;
  absences: number;
  oldest: CivilDate;
  working_days_late: number;
}

/** The late entries of each teacher or class together, those who owe most first. */
export function overdueBy(rows: readonly OverdueRow[], whom: 'teacher' | 'class'): OverdueSum[] {
  const groups = groupedBy(rows, (row) => (whom === 'teacher' ? row.owed_by : row.class));
  return [...groups]
    .map(([who, owed]): OverdueSum => {
      const oldest = owed[0];
      const having = (part: string) => owed.filter((row) => row.missing.includes(part)).length;
      return {
        who,
        name: whom === 'teacher' ? (oldest?.owed_by_name ?? '') : '',
        lessons: having('lesson'),
        topics: having('topic'),
        absences: having('absences'),
        oldest: oldest?.date ?? ('' as CivilDate),
        working_days_late: oldest?.working_days_late ?? 0,
      };
    })
    .sort((a, b) => total(b) - total(a) || (a.who < b.who ? -1 : 1));
}

const total = ({ lessons, topics, absences }: OverdueSum) => lessons + topics + absences;
