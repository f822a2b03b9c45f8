import type { Database } from 'better-sqlite3';
import { type MarkRow, marksOfGroups, type WorkRow, worksOfGroups } from '../../db/group-works.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import { newestSchoolYear } from '../../db/school-years.js';
import { subjectsInOrder } from '../../db/subjects.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import { isLater } from '../../rules/absence.js';
import { isWorkingDay } from '../../rules/calendar.js';
import { type CivilDate, daysFrom, schoolYearBounds } from '../../rules/civil-date.js';
import { workingDaysLate } from '../../rules/deadline.js';
import { type Assessment, clauseOfWork, type WorkClause } from '../../rules/duties/works.js';
import type { Scale } from '../../rules/marks.js';
import { endOfDay, type Moment } from '../../rules/school-time.js';
import { likelyName } from '../../rules/word-distance.js';
import { addWorkingDays } from '../../rules/working-days.js';
import { yearOfDay } from '../imports/school-year.js';
import { narrowed } from '../journal/asked-days.js';
import { type YearBook, yearBook } from '../journal/journal-span.js';
import { absentees } from './duties/works.js';
import { type Explanation, fact, traces } from './explanation.js';
import { groupOf } from './why-lesson.js';
import { owedBy } from './why-overdue.js';

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
  const book = yearBook(db, asOf, year, narrowed.group(asked.group));
  const group = groupOf(book.plan.groups, asked.group);
  const { work, marks } = foundWork(db, book, group, asked);
  const trace = traces(db);
  const assessment = natureOf(db, group, work, marks);
  const { kind } = assessment;
  const clause = clauseOfWork(assessment);
  const scale: Scale = assessment.hasWords ? 'pass' : assessment.scale;
  const announcement = work.work_announcement_id;
  const first = firstMark(marks);
  const told =
    announcement !== null
      ? trace.row('work_announcement', announcement)
      : first
        ? trace.row('mark', first.mark_id)
        : [];
  const nature = fact('work', { kind, scale, announced_at: work.announced_at }, [], told);
  const place = { group: group.name, date: work.date, work: work.work };
  if (clause === undefined || work.retest_of !== null) {
    const is_retest = work.retest_of !== null;
    const none = { missing: null, met_at: null, working_days_late: 0 };
    const because = [nature, fact('noDeadline', { is_retest })];
    return fact('overdueWork', { ...place, state: 'not_owed', ...none }, because);
  }
  const duty = dutyOf(db, book, group, work, marks, clause);
  const because = [
    nature,
    duty.deadline,
    ...duty.students,
    owedBy(db, book, trace, group, work.date, []),
  ];
  return fact('overdueWork', { ...place, ...duty.state }, because);
}

function foundWork(
  db: Database,
  { year, asOf }: YearBook,
  group: PlannedGroup,
  asked: { work: string; date?: CivilDate | undefined },
): { work: WorkRow; marks: MarkRow[] } {
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
function natureOf(
  db: Database,
  group: PlannedGroup,
  work: WorkRow,
  marks: readonly MarkRow[],
): Assessment {
  const subject = subjectsInOrder(db).find((one) => one.code === group.subject);
  return {
    kind: work.kind ?? firstMark(marks.filter((mark) => mark.kind !== null))?.kind ?? null,
    scale: work.scale ?? subject?.scale ?? 'points',
    hasWords: marks.some(({ value }) => value === 'i' || value === 'ni'),
  };
}

function dutyOf(
  db: Database,
  book: YearBook,
  group: PlannedGroup,
  { date }: WorkRow,
  marks: readonly MarkRow[],
  clause: WorkClause,
) {
  const { calendar } = book.plan;
  const zone = schoolZone(db);
  const days = setting(db, clause === '4.2.1' ? 'pass_test_days' : 'points_test_days');
  const last = addWorkingDays(calendar, date, days);
  const due_at = endOfDay(last, zone);
  const counted = [...daysFrom(date, last)].filter((d) => d > date && isWorkingDay(calendar, d));

  const members = book.membership.members(group, date);
  const day = { group: group.name, date };
  const wasAbsent = absentees({ db, ...book }, [{ ...day, students: members }]);
  const away = members.filter((student) => wasAbsent(day, student));
  const owed = members.filter((student) => !away.includes(student));
  const firsts = new Map<number, Moment>();
  for (const { student_id, recorded_at } of marks) {
    const known = firsts.get(student_id);
    if (known === undefined || recorded_at < known) firsts.set(student_id, recorded_at);
  }
  const metAt = (student: PlannedStudent) => firsts.get(student.student_id);
  const open = owed.filter((student) => metAt(student) === undefined);
  const late = owed.filter((student) => (metAt(student) ?? '') > due_at);
  const inTime = owed.filter((student) => (metAt(student) ?? '9') <= due_at);
  const numbers = (students: readonly PlannedStudent[]) => students.map((one) => one.register_no);
  const lateness = (at: Moment) => workingDaysLate({ calendar, zone }, due_at, at);
  const met_at = owed.map((student) => metAt(student) ?? '').reduce((a, b) => (a > b ? a : b), '');
  return {
    deadline: fact('workDeadline', { clause, days, due_at, counted }),
    state: stateOf(
      open.length,
      owed.length,
      late.length,
      { due_at, met_at, asOf: book.asOf },
      lateness,
    ),
    students: [
      fact('owedStudents', { count: owed.length }),
      ...(away.length > 0 ? [fact('wereAway', { students: numbers(away) })] : []),
      ...(inTime.length > 0
        ? [fact('marked', { count: inTime.length, students: numbers(inTime) })]
        : []),
      ...(late.length > 0 ? [fact('markedLate', { students: numbers(late) })] : []),
      ...(open.length > 0 ? [fact('unmarked', { students: numbers(open) })] : []),
    ],
  };
}

function stateOf(
  open: number,
  owed: number,
  late: number,
  { due_at, met_at, asOf }: { due_at: Moment; met_at: Moment; asOf: Moment },
  lateness: (at: Moment) => number,
) {
  const none = { missing: null, met_at: null, working_days_late: 0 };
  if (owed === 0) return { ...none, state: 'not_owed' } as const;
  if (open === 0 && late === 0) return { ...none, state: 'met', met_at } as const;
  if (open === 0)
    return { ...none, state: 'late', met_at, working_days_late: lateness(met_at) } as const;
  const missing = 'marks';
  if (asOf < due_at) return { ...none, state: 'upcoming', missing } as const;
  return { ...none, state: 'overdue', missing, working_days_late: lateness(asOf) } as const;
}
