import type { Database } from 'better-sqlite3';
import { type MarkRow, marksOfGroups, type WorkRow, worksOfGroups } from '../../db/group-works.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import { newestSchoolYear } from '../../db/school-years.js';
import { subjectsInOrder } from '../../db/subjects.js';
import type { PlannedGroup } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import { isWorkingDay } from '../../rules/calendar.js';
import { type CivilDate, daysFrom, schoolYearBounds } from '../../rules/civil-date.js';
import { dueAfterWorkingDays, type SchoolClock, workingDaysLate } from '../../rules/deadline.js';
import { type Duty, lateAt, missingAt } from '../../rules/duties/duty.js';
import {
  type Assessment,
  clauseOfWork,
  marksOwed,
  type WorkClause,
} from '../../rules/duties/works.js';
import { isLater } from '../../rules/entries.js';
import type { Scale } from '../../rules/marks.js';
import type { Moment } from '../../rules/school-time.js';
import { likelyName } from '../../rules/word-distance.js';
import { addWorkingDays } from '../../rules/working-days.js';
import { narrowed } from '../journal/asked-days.js';
import { type AskedYear, askedYear } from '../journal/year-book.js';
import { yearOfDay } from '../school-year.js';
import { absentees } from './duties/works.js';
import { type Explanation, fact, type Traces, traces } from './explanation.js';
import { groupOf } from './why-lesson.js';
import { owedBy } from './why-overdue.js';

/** A work of a group, with every mark that was entered for it. */
interface MarkedWork {
  readonly group: PlannedGroup;
  readonly work: WorkRow;
  readonly marks: readonly MarkRow[];
}

/**
 * Whether the marks of a work are overdue (clause 4.2), and why: what work it is, when its marks were
 * due, to whom they were owed and who has none. Of several works of that title the latest.
 * @throws Problem noSchoolYear, unknownSchoolYear, unknownGroup, noSuchWork
 */
export function whyOverdueWork(
  db: Database,
  asOf: Date,
  asked: { group: string; work: string; date?: CivilDate | undefined; year?: number | undefined },
): Explanation {
  const year = asked.date
    ? yearOfDay(db, asked.date).year
    : (asked.year ?? newestSchoolYear(db)?.year);
  const book = askedYear(db, asOf, year, narrowed.group(asked.group));
  const group = groupOf(book.plan.groups, asked.group);
  const marked = foundWork(db, book, group, asked);
  const { date, work, retest_of } = marked.work;
  const trace = traces(db);
  const assessment = natureOf(db, marked);
  const clause = clauseOfWork(assessment);
  const nature = natureFact(marked, assessment, trace);
  const place = { group: group.name, date, work };
  if (clause === undefined || retest_of !== null) {
    const because = [nature, fact('noDeadline', { is_retest: retest_of !== null })];
    return fact('overdueWork', { ...place, ...noneLate, state: 'not_owed' }, because);
  }
  const clock = { calendar: book.plan.calendar, zone: schoolZone(db) };
  const { days, duty, away } = dutyOf(db, book, clock, marked, clause);
  const because = [
    nature,
    deadlineFact(clock, duty, days),
    ...studentFacts(duty, away, book.asOf),
    owedBy(db, book, trace, group, date, []),
  ];
  return fact('overdueWork', { ...place, ...stateOf(clock, duty, book.asOf) }, because);
}

const noneLate = { missing: null, met_at: null, working_days_late: 0 };

function foundWork(
  db: Database,
  { year, asOf }: AskedYear,
  group: PlannedGroup,
  asked: { work: string; date?: CivilDate | undefined },
): MarkedWork {
  const { first, last } = schoolYearBounds(year.year);
  const span = {
    groups: [group.teaching_group_id],
    from: asked.date ?? first,
    until: asked.date ?? last,
    asOf,
  };
  const all = worksOfGroups(db, span);
  const works = all.filter((one) => one.work === asked.work);
  const entries = marksOfGroups(db, span);
  const found = works
    .map((work) => ({
      group,
      work,
      marks: entries.filter((mark) => mark.assessed_work_id === work.assessed_work_id),
    }))
    .filter(({ work, marks }) => work.announced_at !== null || marks.length > 0)
    .at(-1);
  if (found) return found;
  const titles = [...new Set(all.map((one) => one.work))].filter((one) => one !== asked.work);
  const near = likelyName(asked.work, titles);
  throw new Problem('noSuchWork', { work: asked.work, group: group.name, near }, { field: 'work' });
}

const firstMark = (marks: readonly MarkRow[]) =>
  marks.reduce<MarkRow | undefined>((a, b) => (a && isLater(b, a) ? a : b), undefined);

/** Kind and scale are those of the announcement, else of the first mark that tells it, and of the subject. */
function natureOf(db: Database, { group, work, marks }: MarkedWork): Assessment {
  const subject = subjectsInOrder(db).find((one) => one.code === group.subject);
  return {
    kind: work.kind,
    scale: work.scale ?? subject?.scale ?? 'points',
    hasWords: marks.some(({ value }) => value === 'i' || value === 'ni'),
  };
}

function natureFact({ work, marks }: MarkedWork, assessment: Assessment, trace: Traces) {
  const { kind, hasWords } = assessment;
  const scale: Scale = hasWords ? 'pass' : assessment.scale;
  const { work_announcement_id: announcement, announced_at } = work;
  const first = firstMark(marks);
  const ofMarks = first ? trace.row('mark', first.mark_id) : [];
  const told = announcement === null ? ofMarks : trace.row('work_announcement', announcement);
  return fact('work', { kind, scale, announced_at }, [], told);
}

/** The duty to those members who were there, by register number, and who was away. */
function dutyOf(
  db: Database,
  book: AskedYear,
  clock: SchoolClock,
  { group, work: { date, work }, marks }: MarkedWork,
  clause: WorkClause,
) {
  const days = setting(db, clause === '4.2.1' ? 'pass_test_days' : 'points_test_days');
  const members = book.membership.members(group, date);
  const day = { group: group.name, date };
  const wasAbsent = absentees({ db, ...book }, [{ ...day, students: members }]);
  const away = members.filter((student) => wasAbsent(day, student));
  const firsts = firstMoments(marks);
  const parts = members
    .filter((student) => !away.includes(student))
    .map((student) => ({ name: student.register_no, metAt: firsts.get(student.student_id) }));
  const teacher = book.plan.teacherOn(group.name, date);
  const place = { ...day, work, class: group.classes.join('+'), teacher };
  const duty = marksOwed(place, clause, dueAfterWorkingDays(clock, date, days), parts);
  return { days, duty, away: away.map((student) => student.register_no) };
}

/** When each student got the first mark. */
function firstMoments(marks: readonly MarkRow[]): ReadonlyMap<number, Moment> {
  const firsts = new Map<number, Moment>();
  for (const { student_id, recorded_at } of marks) {
    const known = firsts.get(student_id);
    if (known === undefined || recorded_at < known) firsts.set(student_id, recorded_at);
  }
  return firsts;
}

function deadlineFact({ calendar }: SchoolClock, duty: Duty, days: number): Explanation {
  const { clause, date, due_at } = duty;
  const last = addWorkingDays(calendar, date, days);
  const counted = [...daysFrom(date, last)].filter((d) => d > date && isWorkingDay(calendar, d));
  return fact('workDeadline', { clause, days, due_at, counted });
}

/** To whom marks were owed and to whom not, and who got one in time, late or not at all. */
function studentFacts(duty: Duty, away: readonly string[], asOf: Moment): Explanation[] {
  const late = lateAt(duty, asOf)?.students ?? [];
  const open = missingAt(duty, asOf)?.students ?? [];
  const owed = duty.parts.map(({ name }) => name);
  const inTime = owed.filter((student) => !late.includes(student) && !open.includes(student));
  return [
    fact('owedStudents', { count: owed.length }),
    ...(away.length > 0 ? [fact('wereAway', { students: away })] : []),
    ...(inTime.length > 0 ? [fact('marked', { count: inTime.length, students: inTime })] : []),
    ...(late.length > 0 ? [fact('markedLate', { students: late })] : []),
    ...(open.length > 0 ? [fact('unmarked', { students: open })] : []),
  ];
}

function stateOf(clock: SchoolClock, duty: Duty, asOf: Moment) {
  const { parts, due_at } = duty;
  if (parts.length === 0) return { ...noneLate, state: 'not_owed' } as const;
  const lateness = (at: Moment) => workingDaysLate(clock, due_at, at);
  if (missingAt(duty, asOf)) {
    const missing = 'marks';
    if (asOf < due_at) return { ...noneLate, state: 'upcoming', missing } as const;
    return { state: 'overdue', missing, met_at: null, working_days_late: lateness(asOf) } as const;
  }
  const met_at = parts.map(({ metAt }) => metAt ?? '').reduce((a, b) => (a > b ? a : b));
  if (met_at <= due_at) return { ...noneLate, state: 'met', met_at } as const;
  return { ...noneLate, state: 'late', met_at, working_days_late: lateness(met_at) } as const;
}
