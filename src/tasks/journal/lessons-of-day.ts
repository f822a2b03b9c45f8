import type { Context } from '../../context.js';
import type { AbsenceMark } from '../../db/absences-of-day.js';
import { groupsOfClass, groupsOfTeacher } from '../../db/groups-of.js';
import { staffMember } from '../../db/staff.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { compareLatvian } from '../../rules/latvian-order.js';
import { type MissingOfLesson, missingAt } from '../../rules/lesson-duty.js';
import type { Objection } from '../../rules/lesson-objections.js';
import { classAsked } from '../classes-asked.js';
import { attendanceOn, groupDay, type PlannedDay, plannedDay } from './group-day.js';
import { contentOf, dutiesOf, fullName, type LessonRow, lessonRow } from './lesson-row.js';
import { type LessonToRecord, markedStudents, objectionsTo } from './record-lesson.js';

/** A lesson of a teacher's or a class's day. */
export interface LessonOfDay {
  period: number;
  group: string;
  /** What is still owed; null where all is entered or the lesson was not held. */
  missing: MissingOfLesson | null;
  topic: string | null;
  held: boolean;
}

/**
 * The lessons of a day, expected and recorded, of a teacher (staff code) or of a class, in their order;
 * undefined where there is nobody of that name.
 * @throws Problem unknownSchoolYear
 */
export function lessonsOfDay(
  context: Context,
  date: CivilDate,
  whose: string,
): LessonOfDay[] | undefined {
  const isTeacher = staffMember(context.db, whose) !== undefined;
  const day = plannedDay(context, date, (db, year) =>
    isTeacher ? groupsOfTeacher(db, year, whose) : groupsOfClass(db, year, classAsked(db, whose)),
  );
  if (!isTeacher && day.groups.length === 0) return undefined;
  const groups = day.groups.filter(
    ({ name }) => !isTeacher || day.plan.teachersOn(name, date).includes(whose),
  );
  return groups.flatMap(({ name }) => lessonsOf(day, name)).sort(inOrder);
}

function lessonsOf(day: PlannedDay, group: string): LessonOfDay[] {
  return dutiesOf(day, group).map((duty) => {
    const content = contentOf(day, group, duty.period);
    return {
      period: duty.period,
      group,
      missing: missingAt(duty, day.now) ?? null,
      topic: content?.topic ?? null,
      held: content?.held ?? true,
    };
  });
}

const inOrder = (a: LessonOfDay, b: LessonOfDay) =>
  a.period - b.period || compareLatvian(a.group, b.group);

/** A student of the group, and how they stand in the lesson. */
export interface StudentInLesson {
  readonly register_no: string;
  readonly name: string;
  readonly mark: AbsenceMark | undefined;
}

/** A lesson as it is before something is entered. */
export interface LessonSeen {
  readonly lesson: LessonRow;
  /** In the order of their names. */
  readonly students: readonly StudentInLesson[];
  readonly objections: readonly Objection[];
}

/** A lesson that is to be looked at, who is to have held it and who to have been away. */
interface LessonToSee
  extends Pick<LessonToRecord, 'date' | 'group' | 'teacher' | 'kind' | 'absences'> {
  readonly period: number;
}

/** @throws Problem unknownSchoolYear, unknownGroup, unknownStaff, notInGroup, namedTwice */
export function lessonAsSeen(context: Context, wanted: LessonToSee): LessonSeen {
  const { db } = context;
  const { date, group, period } = wanted;
  const day = groupDay(context, date, group);
  if (wanted.absences) markedStudents(day, wanted.absences);
  const numbers = day.members.map((student) => student.student_id);
  const attendance = attendanceOn(db, numbers, day);
  const students = day.members.map((student) => ({
    register_no: student.register_no,
    name: fullName(student),
    mark: attendance.get(student.student_id)?.get(period)?.mark,
  }));
  return {
    lesson: lessonRow(context, day, period),
    students: students.sort((a, b) => compareLatvian(a.name, b.name)),
    objections: objectionsTo(db, day, period, wanted),
  };
}
