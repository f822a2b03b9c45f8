import type { Database } from 'better-sqlite3';
import { type AbsenceEntry, absenceEntries } from '../../db/absences.js';
import { type JustificationRow, justificationEntries } from '../../db/justifications.js';
import { lessonsEntered } from '../../db/lessons.js';
import type { EntrySpan } from '../../db/month-entries.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { type AbsenceStatus, decidingOn, type LessonTime, standing } from '../../rules/absence.js';
import { type CivilDate, daysFrom } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import type { LessonPlan } from './lesson-plan.js';
import type { Membership } from './membership.js';

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

/** What is planned of a school year, and who belongs where. */
export interface YearBook {
  readonly plan: LessonPlan;
  readonly membership: Membership;
}

/** The absences of some students, in the order of the lessons. */
export type AbsenceBook = (student: PlannedStudent) => BookedAbsence[];

/** What stands of the absences of students on these days; only their own entries are read. */
export function absenceBook(
  db: Database,
  span: EntrySpan,
  { plan, membership }: YearBook,
  students: readonly PlannedStudent[],
): AbsenceBook {
  const numbers = students.map((student) => student.student_id);
  const ofStudent = groupedBy(absenceEntries(db, span, numbers), (entry) => entry.student_id);
  const missed = new Map([...ofStudent].map(([id, entries]) => [id, standingAbsences(entries)]));
  const days = new Set([...missed.values()].flat().map((entry) => entry.date));
  const lessonThen = lessonsByTime(db, span, { plan, membership }, days);
  const decided = decisions(db, span, { plan, membership }, numbers);
  return (student) =>
    (missed.get(student.student_id) ?? []).map((entry) => {
      const { date, period, mark, recorded_at } = entry;
      const by = decided(student, entry);
      const decision = by?.status ?? 'undecided';
      const group = lessonThen(student, entry);
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
  const lessonThen = lessonsByTime(db, span, book, new Set(days));
  return days
    .flatMap((date) => periods.map((period) => ({ date, period })))
    .filter((time) => lessonThen(student, time) !== undefined);
}

const periods = Array.from({ length: 16 }, (_, period) => period);

/** Of each lesson what stands in the end; who was present after all was not absent. */
function standingAbsences(entries: readonly AbsenceEntry[]): AbsenceEntry[] {
  return [...groupedBy(entries, ({ date, period }) => `${date} ${period}`).values()]
    .flatMap((ofLesson) => standing(ofLesson) ?? [])
    .filter((entry) => entry.mark !== '-')
    .sort((a, b) => (a.date === b.date ? a.period - b.period : a.date < b.date ? -1 : 1));
}

/** The lesson that a student had then: the one entered, else the one expected. */
function lessonsByTime(
  db: Database,
  { year, asOf }: EntrySpan,
  { plan, membership }: YearBook,
  days: ReadonlySet<CivilDate>,
) {
  const place = ({ date, period }: LessonTime) => `${date} ${period}`;
  const entered = groupedBy(lessonsEntered(db, year, [...days], asOf), place);
  const expected = groupedBy(
    [...days].flatMap((day) => [...plan.expected(day, day)]),
    place,
  );
  return (student: PlannedStudent, time: LessonTime): string | undefined => {
    const candidates = [...(entered.get(place(time)) ?? []), ...(expected.get(place(time)) ?? [])];
    return candidates.find(({ group: name }) => {
      const group = plan.groups.get(name);
      return group !== undefined && membership.isMember(group, student, time.date);
    })?.group;
  };
}

/** Which justification decides: one of the student, or of a group in which they were that day. */
function decisions(
  db: Database,
  span: EntrySpan,
  { plan, membership }: YearBook,
  students: readonly number[],
) {
  const all = justificationEntries(db, span, students);
  const ofStudent = groupedBy(all, (entry) => entry.student_id);
  const ofGroups = all.filter((entry) => entry.group !== null);
  return (student: PlannedStudent, time: LessonTime) => {
    const together = ofGroups.filter(({ group: name }) => {
      const group = plan.groups.get(name ?? '');
      return group !== undefined && membership.isMember(group, student, time.date);
    });
    return decidingOn(time, [...(ofStudent.get(student.student_id) ?? []), ...together]);
  };
}
