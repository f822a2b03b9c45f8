import type { Database } from 'better-sqlite3';
import { staffNames } from '../../db/staff-names.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import { ringingOn } from '../../rules/bells.js';
import { taughtAs, weekLetter } from '../../rules/calendar.js';
import { type CivilDate, covers } from '../../rules/civil-date.js';
import { compareNames } from '../../rules/latvian-order.js';
import type { MissingOfLesson } from '../../rules/lesson-duty.js';
import type { Moment } from '../../rules/school-time.js';
import {
  type Decision,
  type JournalLesson,
  journalSpan,
  type LessonState,
  type YearBook,
} from './journal-span.js';
import type { LessonPlan } from './lesson-plan.js';

/** A lesson of a day of a class or of a teacher; the names are an interface of the output. */
export interface DayLesson {
  date: CivilDate;
  period: number;
  starts: string | null;
  ends: string | null;
  class: string;
  group: string;
  subject: string;
  /** Who held it and owes the entries. */
  teacher: string;
  teacher_name: string;
  /** Whose lesson it is, where somebody else held it. */
  substitutes_for: string | null;
  room: string | null;
  state: LessonState;
  missing: MissingOfLesson | null;
  due_at: Moment;
  topic: string | null;
  homework: string | null;
  /** Register numbers. */
  absent: readonly string[];
  late: readonly string[];
}

/** Who was away on a day. */
export interface DayAbsence {
  readonly student: PlannedStudent;
  readonly period: number;
  readonly late: boolean;
  readonly decision: Decision;
}

export interface DayOfLessons {
  readonly lessons: readonly DayLesson[];
  /** By student and period. */
  readonly absences: readonly DayAbsence[];
}

/**
 * A day of a class: the lessons of all its groups, and who of the class is away.
 * @throws Problem unknownClass
 */
export function classDay(
  db: Database,
  book: YearBook,
  asked: string,
  date: CivilDate,
): DayOfLessons & { readonly class: string } {
  const groups = [...book.plan.groups.values()];
  const name = groups
    .flatMap((group) => group.classes)
    .find((one) => one.toLowerCase() === asked.toLowerCase());
  if (name === undefined) throw new Problem('unknownClass', { class: asked });
  const students = book.membership.classMembers(name, date);
  const own = groups.filter((group) => group.classes.includes(name));
  return { class: name, ...dayOf(db, book, own, students, date, () => true) };
}

/**
 * A day of a teacher: the lessons they owe, and their own that somebody else held.
 * @throws Problem unknownStaff
 */
export function teacherDay(
  db: Database,
  book: YearBook,
  code: string,
  date: CivilDate,
): DayOfLessons & { readonly name: string } {
  const name = staffNames(db).get(code);
  if (name === undefined) throw new Problem('unknownStaff', { code });
  const groups = [...book.plan.groups.values()];
  const students = book.membership.students.filter((one) => book.membership.classOn(one, date));
  const isOwn = (lesson: JournalLesson) => lesson.owed_by === code || lesson.teacher === code;
  return { name, ...dayOf(db, book, groups, students, date, isOwn) };
}

function dayOf(
  db: Database,
  book: YearBook,
  groups: readonly PlannedGroup[],
  students: readonly PlannedStudent[],
  date: CivilDate,
  isAsked: (lesson: JournalLesson) => boolean,
): DayOfLessons {
  const span = journalSpan(db, book, groups, students, { from: date, until: date });
  const absences = [...students]
    .sort(compareNames)
    .flatMap((student) => span.absencesOf(student).map((absence) => ({ student, ...absence })));
  const names = staffNames(db);
  const lessons = span.lessons.filter(isAsked);
  const isOf = (lesson: JournalLesson) => (absence: (typeof absences)[number]) =>
    absence.period === lesson.period && absence.group === lesson.group.name;
  return {
    lessons: lessons.map((lesson): DayLesson => {
      const away = absences.filter(isOf(lesson));
      const numbers = (late: boolean) =>
        away.filter((one) => one.late === late).map((one) => one.student.register_no);
      return {
        ...placed(book, lesson),
        teacher_name: names.get(lesson.owed_by) ?? '',
        absent: numbers(false),
        late: numbers(true),
      };
    }),
    absences: absences.filter(
      (absence) => absence.group === undefined || lessons.some((lesson) => isOf(lesson)(absence)),
    ),
  };
}

function placed({ plan }: YearBook, lesson: JournalLesson) {
  const { date, period, group, owed_by, teacher, state, missing, due_at } = lesson;
  const bell = ringingOn(plan.bells, plan.calendar, date).find((one) => one.period === period);
  return {
    date,
    period,
    starts: bell?.starts ?? null,
    ends: bell?.ends ?? null,
    class: group.classes.join('+'),
    group: group.name,
    subject: group.subject,
    teacher: owed_by,
    substitutes_for: owed_by === teacher ? null : teacher,
    room: roomOf(plan, lesson),
    state,
    missing,
    due_at,
    topic: state === 'not_held' ? lesson.reason : lesson.topic,
    homework: lesson.homework,
  };
}

/** The room that the timetable gives for a lesson; null where it does not know the lesson. */
export function roomOf(
  { timetable, calendar }: LessonPlan,
  { date, period, group }: Pick<JournalLesson, 'date' | 'period' | 'group'>,
): string | null {
  const day = taughtAs(calendar, date);
  const week = weekLetter(calendar, date);
  const row = timetable.find(
    (one) =>
      one.group === group.name &&
      one.period === period &&
      one.weekday === day &&
      (one.week === null || one.week === week) &&
      covers(one, date),
  );
  return row?.room ?? null;
}
