import type { Database } from 'better-sqlite3';
import { absenceEntries } from '../../db/absences.js';
import { type JustificationRow, justificationEntries } from '../../db/justifications.js';
import { lessonsEntered } from '../../db/lessons.js';
import type { EntrySpan } from '../../db/month-entries.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import {
  type AbsenceStatus,
  decidingOn,
  type LessonTime,
  standingAbsences,
} from '../../rules/absence.js';
import { lastPeriod } from '../../rules/bounds.js';
import { type CivilDate, daysFrom } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { remembered } from '../../rules/remembered.js';
import { justificationsOf } from './justifications-of.js';
import type { LessonPlan } from './lesson-plan.js';
import { type KnownLessons, lessonThen } from './lesson-then.js';
import { groupsByStudent } from './student-groups.js';
import type { YearBook } from './year-book.js';

/** One missed lesson, or one late arrival, with what was decided about it. */
export interface BookedAbsence extends LessonTime {
  /** The group whose lesson it was; undefined where no lesson was entered or expected then. */
  readonly group: string | undefined;
  readonly late: boolean;
  readonly decision: AbsenceStatus;
  /** The justification that decides; undefined where none does. */
  readonly by: JustificationRow | undefined;
  readonly recorded_at: string;
}

/** The absences of some students, in the order of the lessons. */
export type AbsenceBook = (student: PlannedStudent) => BookedAbsence[];

/** What stands of the absences of students on these days; only their own entries are read. */
export function absenceBook(
  db: Database,
  span: EntrySpan,
  book: YearBook,
  students: readonly PlannedStudent[],
): AbsenceBook {
  const numbers = students.map((student) => student.student_id);
  const ofStudent = groupedBy(absenceEntries(db, span, numbers), (entry) => entry.student_id);
  const missed = new Map([...ofStudent].map(([id, entries]) => [id, standingAbsences(entries)]));
  const absent = students.filter((student) => missed.has(student.student_id));
  const days = [...new Set([...missed.values()].flatMap((own) => own.map(({ date }) => date)))];
  const groupThen = lessonsOn(days, db, span, book, absent);
  const concerning = justificationsOf(book, justificationEntries(db, span, numbers));
  return (student) =>
    (missed.get(student.student_id) ?? []).map((entry) => {
      const { date, period, mark, recorded_at } = entry;
      const by = decidingOn(entry, concerning(student, date));
      const decision = by?.status ?? 'undecided';
      const group = groupThen(student, entry);
      return { date, period, recorded_at, group, late: mark === 'k', decision, by };
    });
}

/** When a student has a lesson that was entered or is expected on these days, in their order. */
export function lessonTimesOf(
  db: Database,
  span: EntrySpan,
  book: YearBook,
  student: PlannedStudent,
): LessonTime[] {
  const days = [...daysFrom(span.from, span.until)];
  const groupThen = lessonsOn(days, db, span, book, [student]);
  return days
    .flatMap((date) => periods.map((period) => ({ date, period })))
    .filter((time) => groupThen(student, time) !== undefined);
}

const periods = Array.from({ length: lastPeriod + 1 }, (_, period) => period);

/** Tells the group whose lesson a student had then, on one of these days. */
function lessonsOn(
  days: readonly CivilDate[],
  db: Database,
  { asOf }: EntrySpan,
  book: YearBook,
  students: readonly PlannedStudent[],
) {
  const groupsOf = groupsByStudent(book, students);
  const groups = new Set([...groupsOf.values()].flat());
  const numbers = [...groups].map((group) => group.teaching_group_id);
  const entered = lessonsEntered(db, numbers, days, asOf);
  const expectedOn = expectedByDay(book.plan);
  const known: KnownLessons = {
    isEntered: (group, { date, period }) =>
      entered.get(group.teaching_group_id)?.has(`${date} ${period}`) ?? false,
    isExpected: (group, { date, period }) => expectedOn(date).get(group.name)?.has(period) ?? false,
  };
  return lessonThen(book.membership, known, groupsOf);
}

/** The lessons that are expected on a day, by group; asked only where none was entered, and once. */
function expectedByDay(plan: LessonPlan) {
  return remembered((day: CivilDate) => {
    const ofDay = new Map<string, Set<number>>();
    for (const { group, period } of plan.expected(day, day)) {
      ofDay.set(group, (ofDay.get(group) ?? new Set()).add(period));
    }
    return ofDay;
  });
}
