import type { Database } from 'better-sqlite3';
import { lessonEntries } from '../../db/lessons.js';
import {
  type AbsenceEntry,
  absenceEntries,
  type EntrySpan,
  justificationEntries,
  type MarkEntry,
  markEntries,
} from '../../db/month-entries.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { decisionOn, isLater, standing } from '../../rules/absence.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import type { WorkKind } from '../../rules/marks.js';
import { type LessonPlan, lessonPlan } from '../journal/lesson-plan.js';
import { type Membership, membership } from '../journal/membership.js';

export interface MonthMark {
  date: CivilDate;
  group: string;
  work: string;
  kind: WorkKind | null;
  value: string;
}

/** One missed lesson, or one late arrival. */
export interface MonthAbsence {
  /** The group whose lesson it was; undefined where no lesson was entered or expected then. */
  group: string | undefined;
  late: boolean;
  decision: 'justified' | 'unjustified' | 'undecided';
}

/** All that was entered about the days of one month, by student. */
export interface MonthBook {
  readonly plan: LessonPlan;
  readonly membership: Membership;
  marksOf(student: PlannedStudent): MonthMark[];
  absencesOf(student: PlannedStudent): MonthAbsence[];
}

export function monthBook(db: Database, span: EntrySpan): MonthBook {
  const plan = lessonPlan(db, span.year);
  const members = membership(db, span.year);
  const marks = groupedBy(markEntries(db, span), (entry) => entry.student_id);
  const absences = groupedBy(absenceEntries(db, span), (entry) => entry.student_id);
  const lessonThen = lessonsByTime(db, span, plan, members);
  const decided = decisions(db, span, plan, members);
  return {
    plan,
    membership: members,
    marksOf: (student) => standingMarks(marks.get(student.student_id) ?? []),
    absencesOf: (student) =>
      standingAbsences(absences.get(student.student_id) ?? []).map((entry) => ({
        group: lessonThen(student, entry),
        late: entry.mark === 'k',
        decision: decided(student, entry),
      })),
  };
}

/** Of each work the mark that stands; the work's kind is that of its announcement, else of its first mark. */
function standingMarks(entries: readonly MarkEntry[]): MonthMark[] {
  return [...groupedBy(entries, (entry) => entry.assessed_work_id).values()]
    .flatMap((ofWork) => {
      const last = standing(ofWork);
      if (!last) return [];
      const first = ofWork.reduce((a, b) => (isLater(a, b) ? b : a));
      const { date, group, work, value, announced_kind } = last;
      return [{ date, group, work, kind: announced_kind ?? first.kind, value }];
    })
    .sort(byDay);
}

function byDay(a: MonthMark, b: MonthMark): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.work < b.work ? -1 : 1;
}

/** Of each lesson what stands in the end; who was present after all was not absent. */
function standingAbsences(entries: readonly AbsenceEntry[]): AbsenceEntry[] {
  return [...groupedBy(entries, ({ date, period }) => `${date} ${period}`).values()]
    .flatMap((ofLesson) => standing(ofLesson) ?? [])
    .filter((entry) => entry.mark !== '-');
}

type Time = { date: CivilDate; period: number };

/** The lesson that a student had then: the one entered, else the one expected. */
function lessonsByTime(
  db: Database,
  { year, from, until, asOf }: EntrySpan,
  plan: LessonPlan,
  members: Membership,
) {
  const place = ({ date, period }: Time) => `${date} ${period}`;
  const entered = groupedBy(lessonEntries(db, year, { from, until }, asOf), place);
  const expected = groupedBy(plan.expected(from, until), place);
  return (student: PlannedStudent, time: Time): string | undefined => {
    const candidates = [...(entered.get(place(time)) ?? []), ...(expected.get(place(time)) ?? [])];
    return candidates.find(({ group: name }) => {
      const group = plan.groups.get(name);
      return group !== undefined && members.isMember(group, student, time.date);
    })?.group;
  };
}

/** What was decided about an absence, by a justification of the student or of a group they were in that day. */
function decisions(db: Database, span: EntrySpan, plan: LessonPlan, members: Membership) {
  const all = justificationEntries(db, span);
  const ofStudent = groupedBy(all, (entry) => entry.student_id);
  const ofGroups = all.filter((entry) => entry.group !== null);
  return (student: PlannedStudent, time: Time) => {
    const together = ofGroups.filter(({ group: name }) => {
      const group = plan.groups.get(name ?? '');
      return group !== undefined && members.isMember(group, student, time.date);
    });
    return decisionOn(time, [...(ofStudent.get(student.student_id) ?? []), ...together]);
  };
}
