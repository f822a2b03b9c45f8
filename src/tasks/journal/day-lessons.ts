import type { Database } from 'better-sqlite3';
import { staffNames } from '../../db/staff-names.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { AbsenceStatus } from '../../rules/absence.js';
import { ringingOn } from '../../rules/bells.js';
import { taughtAs, weekLetter } from '../../rules/calendar.js';
import { type CivilDate, covers, type DaySpan, daysFrom } from '../../rules/civil-date.js';
import { isClassAsked } from '../../rules/class-name.js';
import { groupedBy } from '../../rules/grouping.js';
import { byPersonName } from '../../rules/latvian-order.js';
import type { MissingOfLesson } from '../../rules/lesson-duty.js';
import type { Moment } from '../../rules/school-time.js';
import { type JournalLesson, journalSpan, type LessonState } from './journal-span.js';
import type { LessonPlan } from './lesson-plan.js';
import type { AskedYear } from './year-book.js';

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
  readonly decision: AbsenceStatus;
}

export interface DayOfLessons {
  readonly date: CivilDate;
  readonly lessons: readonly DayLesson[];
  /** By student and period. */
  readonly absences: readonly DayAbsence[];
}

export interface DaysOfLessons {
  /** Of the class, or of the teacher. */
  readonly name: string;
  readonly days: readonly DayOfLessons[];
}

/**
 * The days of a class: the lessons of all its groups, and who of the class is away.
 * @throws Problem unknownClass
 */
export function classDays(
  db: Database,
  book: AskedYear,
  asked: string,
  days: DaySpan,
): DaysOfLessons {
  const all = [...book.plan.groups.values()];
  const classes = all.flatMap((group) => group.classes);
  const name = classes.find((one) => isClassAsked(one, asked));
  if (name === undefined) throw new Problem('unknownClass', { class: asked });
  const groups = groupsOfClass(book, name, days);
  const isOfClass = (student: PlannedStudent, date: CivilDate) =>
    book.membership.classOn(student, date) === name;
  return {
    name,
    days: daysOf(db, book, { groups, days, isOfClass, isOwn: () => true, withoutLesson: true }),
  };
}

/** The groups of a class, and those of others on whose lists its students stand on some of the days. */
function groupsOfClass(
  { plan, membership }: AskedYear,
  name: string,
  days: DaySpan,
): PlannedGroup[] {
  const students = membership.everIn(name);
  const lists = new Set(students.flatMap(membership.listsOf));
  const hasGuest = (group: PlannedGroup) =>
    lists.has(group.name) &&
    students.some((student) => membership.isInDuring(group, student, days));
  return [...plan.groups.values()].filter(
    (group) => group.classes.includes(name) || hasGuest(group),
  );
}

/**
 * The days of a teacher: the lessons they owe, and their own that somebody else held.
 * @throws Problem unknownStaff
 */
export function teacherDays(
  db: Database,
  book: AskedYear,
  code: string,
  days: DaySpan,
): DaysOfLessons {
  const name = staffNames(db).get(code);
  if (name === undefined) throw new Problem('unknownStaff', { code });
  const groups = [...book.plan.groups.values()];
  const isOwn = (lesson: JournalLesson) => lesson.owed_by === code || lesson.teacher === code;
  const isOfClass = (student: PlannedStudent, date: CivilDate) =>
    book.membership.classOn(student, date) !== undefined;
  return { name, days: daysOf(db, book, { groups, days, isOfClass, isOwn, withoutLesson: false }) };
}

interface Asked {
  readonly groups: readonly PlannedGroup[];
  readonly days: DaySpan;
  /** Whether a student's absences of that day are asked for. */
  isOfClass(student: PlannedStudent, date: CivilDate): boolean;
  isOwn(lesson: JournalLesson): boolean;
  /** Whether an absence is told for which there was no lesson. */
  readonly withoutLesson: boolean;
}

function daysOf(db: Database, book: AskedYear, asked: Asked): DayOfLessons[] {
  const students = [...book.membership.students].sort(byPersonName);
  const span = journalSpan(db, book, asked.groups, students, asked.days);
  const names = staffNames(db);
  const lessons = groupedBy(span.lessons().filter(asked.isOwn), (lesson) => lesson.date);
  const absences = groupedBy(
    students.flatMap((student) => span.absencesOf(student).map((one) => ({ student, ...one }))),
    (absence) => absence.date,
  );
  return [...daysFrom(asked.days.from, asked.days.until)].map((date) => {
    const ofDay = lessons.get(date) ?? [];
    const away = (absences.get(date) ?? []).filter(({ student }) => asked.isOfClass(student, date));
    const isOf = (lesson: JournalLesson) => (absence: (typeof away)[number]) =>
      absence.period === lesson.period && absence.group === lesson.group.name;
    return {
      date,
      lessons: ofDay.map((lesson): DayLesson => {
        const missed = away.filter(isOf(lesson));
        const numbers = (late: boolean) =>
          missed.filter((one) => one.late === late).map((one) => one.student.register_no);
        return {
          ...placed(book, lesson),
          teacher_name: names.get(lesson.owed_by) ?? '',
          absent: numbers(false),
          late: numbers(true),
        };
      }),
      absences: away.filter(
        (absence) =>
          (absence.group === undefined && asked.withoutLesson) ||
          ofDay.some((lesson) => isOf(lesson)(absence)),
      ),
    };
  });
}

function placed({ plan }: AskedYear, lesson: JournalLesson) {
  const { date, period, group, owed_by, teacher, state, missing, due_at } = lesson;
  const bell = group.grades
    .flatMap((grade) => ringingOn(plan, date, grade))
    .find((one) => one.period === period);
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
