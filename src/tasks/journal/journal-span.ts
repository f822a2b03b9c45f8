import type { Database } from 'better-sqlite3';
import { type AbsenceEntry, absenceEntries } from '../../db/absences.js';
import { type LessonRow, lessonsOfGroups } from '../../db/journal-rows.js';
import { everyJustification, isStanding, type JustificationRow } from '../../db/justifications.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import {
  type AbsenceStatus,
  byLessonTime,
  decisionOn,
  type LessonTime,
  standingAbsences,
} from '../../rules/absence.js';
import type { CivilDate, DaySpan } from '../../rules/civil-date.js';
import { dueAtHour } from '../../rules/deadline.js';
import { standing } from '../../rules/entries.js';
import { groupedBy } from '../../rules/grouping.js';
import { lessonContent } from '../../rules/lesson-content.js';
import {
  type LessonDuty,
  lessonDuties,
  type MissingOfLesson,
  missingAt,
} from '../../rules/lesson-duty.js';
import { dateOf, type Moment } from '../../rules/school-time.js';
import { justificationsOf } from './justifications-of.js';
import { type KnownLessons, lessonThen } from './lesson-then.js';
import { groupsByStudent } from './student-groups.js';
import type { AskedYear } from './year-book.js';

/**
 * `missing`: nothing is entered; `expected`: nothing yet, on a day to come; `incomplete`: the topic or
 * the check of absences is missing.
 */
export type LessonState = 'entered' | 'incomplete' | 'missing' | 'expected' | 'not_held';

/** A lesson of a group: entered, or expected and not there. */
export interface JournalLesson {
  readonly date: CivilDate;
  readonly period: number;
  readonly group: PlannedGroup;
  readonly state: LessonState;
  readonly missing: MissingOfLesson | null;
  readonly duty: LessonDuty;
  /** The staff code of who owes the entries: the substitute who held it, else the group's teacher. */
  readonly owed_by: string;
  /** The group's teacher that day. */
  readonly teacher: string;
  readonly due_at: Moment;
  readonly kind: LessonRow['kind'];
  readonly topic: string | null;
  readonly homework: string | null;
  readonly reason: string | null;
}

/** What stands of an absence, and what was decided about it. */
export interface JournalAbsence {
  readonly late: boolean;
  readonly decision: AbsenceStatus;
  /** The group whose lesson the student had then; undefined where there was none. */
  readonly group: string | undefined;
}

/** What was entered for some groups and students between two days, both included. */
export interface JournalSpan {
  /** The lessons of one group, or of all, by day, period and group. */
  lessons(ofGroup?: PlannedGroup): readonly JournalLesson[];
  /** The absences of a student, by day and period; who was present after all was not absent. */
  absencesOf(student: PlannedStudent): readonly (AbsenceEntry & JournalAbsence)[];
  /** All justifications that could concern a student, whatever they say; the withdrawn too. */
  justificationsOf(student: PlannedStudent, date: CivilDate): readonly JustificationRow[];
}

export function journalSpan(
  db: Database,
  book: AskedYear,
  groups: readonly PlannedGroup[],
  students: readonly PlannedStudent[],
  days: DaySpan,
): JournalSpan {
  const { plan, asOf } = book;
  const numbers = groups.map((group) => group.teaching_group_id);
  const span = { ...days, asOf, year: book.year };
  const asked = students.map((one) => one.student_id);
  const names = new Set(groups.map((group) => group.name));
  const expected = [...plan.expected(days.from, days.until)].filter((one) => names.has(one.group));
  const entries = lessonsOfGroups(db, { ...span, groups: numbers });
  const groupThen = lessonsOf(book, students, entries, expected);
  const absences = groupedBy(absenceEntries(db, span, asked), (entry) => entry.student_id);
  const concerning = justificationsOf(book, everyJustification(db, span, asked));
  return {
    lessons: (ofGroup) => {
      const isAsked = (one: Placed) => ofGroup === undefined || one.group === ofGroup.name;
      return journalLessons(db, book, entries.filter(isAsked), expected.filter(isAsked));
    },
    justificationsOf: concerning,
    absencesOf: (student) =>
      standingAbsences(absences.get(student.student_id) ?? []).map((entry) => ({
        ...entry,
        late: entry.mark === 'k',
        decision: decisionOn(entry, concerning(student, entry.date).filter(isStanding)),
        group: groupThen(student, entry),
      })),
  };
}

type Placed = LessonTime & { readonly group: string };

/** Tells the group whose lesson a student had then. */
function lessonsOf(
  book: AskedYear,
  students: readonly PlannedStudent[],
  entries: readonly LessonRow[],
  expected: readonly Placed[],
) {
  const place = ({ date, period, group }: Placed) => `${date} ${period} ${group}`;
  const [entered, planned] = [new Set(entries.map(place)), new Set(expected.map(place))];
  const known: KnownLessons = {
    isEntered: ({ name }, time) => entered.has(place({ ...time, group: name })),
    isExpected: ({ name }, time) => planned.has(place({ ...time, group: name })),
  };
  return lessonThen(book.membership, known, groupsByStudent(book, students));
}

function journalLessons(
  db: Database,
  { plan, asOf }: AskedYear,
  entries: readonly LessonRow[],
  expected: readonly Placed[],
): JournalLesson[] {
  const place = ({ date, group }: Placed) => `${date} ${group}`;
  const [entered, planned] = [groupedBy(entries, place), groupedBy(expected, place)];
  const clock = { calendar: plan.calendar, zone: schoolZone(db) };
  const hour = setting(db, 'lesson_due_time');
  const today = dateOf(asOf, clock.zone);
  const lessons = [...new Set([...entered.keys(), ...planned.keys()])].flatMap((key) => {
    const own = entered.get(key) ?? [];
    const [one] = [...own, ...(planned.get(key) ?? [])];
    const group = plan.groups.get(one?.group ?? '');
    if (!one || !group) return [];
    const periods = (planned.get(key) ?? []).map((lesson) => lesson.period);
    const teacher = plan.teacherOn(group.name, one.date);
    return lessonDuties(periods, own, asOf).map((duty): JournalLesson => {
      const ofPeriod = own.filter((entry) => entry.period === duty.period);
      const missing = missingAt(duty, asOf) ?? null;
      const last = standing(ofPeriod);
      const content = lessonContent(ofPeriod);
      return {
        date: one.date,
        period: duty.period,
        group,
        state: last || one.date <= today ? stateOf(last, missing) : 'expected',
        missing,
        duty,
        owed_by: duty.substitute ?? teacher,
        teacher,
        get due_at() {
          return dueAtHour(clock, one.date, hour);
        },
        kind: last?.kind ?? null,
        topic: content?.topic ?? null,
        homework: content?.homework ?? null,
        reason: content?.reason ?? null,
      };
    });
  });
  return lessons.sort((a, b) => byLessonTime(a, b) || (a.group.name < b.group.name ? -1 : 1));
}

function stateOf(last: LessonRow | undefined, missing: MissingOfLesson | null): LessonState {
  if (!last) return 'missing';
  if (!last.held) return 'not_held';
  return missing === null ? 'entered' : 'incomplete';
}
