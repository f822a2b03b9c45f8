import type { CivilDate } from '../civil-date.js';
import type { LessonDuty } from '../lesson-duty.js';
import type { Moment } from '../school-time.js';
import type { Duty, Part } from './duty.js';

/** A day of a group: who owes its lessons, and by when they must be entered. */
export interface GroupDay {
  readonly group: string;
  readonly class: string;
  readonly date: CivilDate;
  readonly teacher: string;
  readonly due_at: Moment;
}

/**
 * Clause 4.1: "ievada mācību stundas, stundu tēmas, kavējumus … ne vēlāk kā līdz katras darba dienas
 * pulksten 18.00". Whoever held the lesson owes it.
 */
export function lessonOwed(day: GroupDay, lesson: LessonDuty): Duty {
  const { group, date, due_at, teacher } = day;
  return {
    clause: '4.1',
    owed_by: lesson.substitute ?? teacher,
    class: day.class,
    group,
    date,
    period: lesson.period,
    work: null,
    due_at,
    toStudents: false,
    parts: [
      part('lesson', lesson.lessonAt, lesson.metAt),
      part('topic', lesson.topicAt, lesson.metAt),
      part('absences', lesson.absencesAt, lesson.metAt),
    ],
  };
}

/** Of a lesson that did not take place nothing is missing from the moment on that says so. */
function part(name: string, at: Moment | undefined, metAt: Moment | undefined): Part {
  const isCalledOff = metAt !== undefined && (at === undefined || at > metAt);
  return { name, metAt: isCalledOff ? metAt : at };
}
