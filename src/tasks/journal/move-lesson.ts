import type { Context } from '../../context.js';
import { entries } from '../../db/entries.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import { putWorkOn, worksOn } from '../../db/works-of-group.js';
import { Problem } from '../../problem.js';
import { type CivilDate, schoolYearOf } from '../../rules/civil-date.js';
import { dayOff, noBell, type Objection } from '../../rules/lesson-objections.js';
import { tidyText } from '../../rules/tidy-text.js';
import { enterNotHeld, lessonsThere, refuseUnknown } from './cancel-lesson.js';
import { attendanceOn, type GroupDay, groupDay } from './group-day.js';
import { contentOf, type LessonRow, lessonRow } from './lesson-row.js';
import { groupsTaughtThen, type OtherLesson, otherLessons } from './other-lessons.js';

export interface LessonToMove {
  readonly date: CivilDate;
  readonly period: number;
  readonly group: string;
  readonly toDate: CivilDate;
  readonly toPeriod: number;
  /** What the old entry says: where to. */
  readonly whereTo: string;
  /** What the new entry says: where from. */
  readonly whereFrom: string;
  /** Moves it where the day, the bells, the students or the teacher speak against it, too. */
  readonly force: boolean;
}

export interface LessonMoved {
  readonly from: LessonRow;
  readonly to: LessonRow;
  /** How many absences went along with the lesson. */
  readonly absences: number;
  /** The titles of the works of the old day that went along with it, and of those that stay. */
  readonly works: readonly string[];
  readonly worksLeft: readonly string[];
}

/**
 * Moves a lesson of a group to another time: the old one is recorded as not held, the new one with
 * the topic, the homework, who held it and the works of its day. Where its topic or the check of its
 * absences had been entered, it was held and stood at a wrong time: the absences go along. Else it is yet
 * to be held, and nobody was away from it.
 * @throws Problem unknownSchoolYear, unknownGroup, noSuchLesson, otherYear, nothingToMove,
 *   lessonThere, lessonObjected, absencesClash
 */
export function moveLesson(context: Context, wanted: LessonToMove): LessonMoved {
  return write(context, ({ at }) => {
    const { period, group, toDate, toPeriod } = wanted;
    const year = schoolYearOf(wanted.date);
    if (schoolYearOf(toDate) !== year) {
      throw new Problem('otherYear', { date: toDate, year }, { field: 'to-date' });
    }
    const old = groupDay(context, wanted.date, group);
    const next = groupDay(context, toDate, group);
    refuseUnknown(old, [period]);
    refuseMove(context, old, next, wanted);
    const absences = moveAbsences(context, old, next, wanted, at);
    const works = moveWorks(context, old, next, period);
    enterMoved(context, old, next, wanted, at);
    enterNotHeld(context, old, period, wanted.whereTo, at);
    return {
      from: lessonRow(context, groupDay(context, wanted.date, group), period),
      to: lessonRow(context, groupDay(context, toDate, group), toPeriod),
      absences,
      ...works,
    };
  });
}

/** @throws Problem nothingToMove, lessonThere, lessonObjected */
function refuseMove(context: Context, old: GroupDay, next: GroupDay, wanted: LessonToMove): void {
  const { group, date, period, toDate, toPeriod } = wanted;
  if (contentOf(old, group, period)?.held === false) {
    throw new Problem('nothingToMove', { group, date, period });
  }
  if (lessonsThere(next).includes(toPeriod)) {
    throw new Problem('lessonThere', { group, date: toDate, period: toPeriod });
  }
  if (wanted.force) return;
  const off = dayOff(next.plan.calendar, toDate, next.group.grades);
  const others = otherObjection(otherLessons(context, next, toPeriod));
  const teacher = contentOf(old, group, period)?.teacher ?? next.plan.teacherOn(group, toDate);
  const busy = teacherObjection(teacher, groupsTaughtThen(context, next, teacher, toPeriod));
  const silent = off ? undefined : noBell(next.plan, next.group.grades, toDate, toPeriod);
  const objections = [off ?? [], silent ?? [], others ?? [], busy ?? []].flat();
  if (objections.length === 0) return;
  const expected = next.expected(group);
  const place = { date: toDate, period: toPeriod, group, expected, objections };
  throw new Problem('lessonObjected', place, { field: off ? 'to-date' : 'to-period' });
}

function otherObjection(others: readonly OtherLesson[]): Objection | undefined {
  const students = studentsOf(others).size;
  const groups = others.map((other) => other.group);
  return students > 0 ? { why: 'otherLessons', groups, students } : undefined;
}

function teacherObjection(teacher: string, groups: readonly string[]): Objection | undefined {
  return groups.length > 0 ? { why: 'teacherBusy', teacher, groups } : undefined;
}

const studentsOf = (others: readonly OtherLesson[]): ReadonlySet<string> =>
  new Set(others.flatMap((other) => other.students));

function enterMoved(
  { db }: Context,
  old: GroupDay,
  next: GroupDay,
  { period, toDate, toPeriod, whereFrom }: LessonToMove,
  at: string,
): void {
  const { teaching_group_id, name } = next.group;
  const standing = contentOf(old, name, period);
  const find = references(db, old.year.school_year_id);
  const lessons = entries(db, 'lesson');
  lessons.enter({
    teaching_group_id,
    date: toDate,
    period: toPeriod,
    topic: standing?.topic ?? null,
    homework: standing?.homework ?? null,
    staff_id: standing?.teacher ? (find.staff(standing.teacher) ?? null) : null,
    held: 1,
    reason: tidyText(whereFrom),
    kind: standing?.kind ?? null,
    absences_checked_at: standing?.absences_checked ? at : null,
    recorded_at: at,
  });
  lessons.finish();
}

/**
 * How many marks of absence went along. A student has one mark at a time: one that stands at the new
 * time for another lesson is not written over, and the old time keeps its mark for another lesson then.
 * @throws Problem absencesClash
 */
function moveAbsences(
  context: Context,
  old: GroupDay,
  next: GroupDay,
  { period, toDate, toPeriod }: LessonToMove,
  at: string,
): number {
  const { db } = context;
  if (!wasHeld(old, period)) return 0;
  const students = old.members.map((student) => student.student_id);
  const [before, there] = [attendanceOn(db, students, old), attendanceOn(db, students, next)];
  const away = old.members.flatMap(({ student_id, register_no }) => {
    const mark = before.get(student_id)?.get(period)?.mark ?? '-';
    const standing = there.get(student_id)?.get(toPeriod)?.mark ?? '-';
    return mark === '-' ? [] : [{ student_id, register_no, mark, standing }];
  });
  const busyThen = studentsOf(otherLessons(context, next, toPeriod));
  const clashing = away
    .filter((one) => one.standing !== '-')
    .filter((one) => one.standing !== one.mark || busyThen.has(one.register_no))
    .map((one) => one.register_no);
  if (clashing.length > 0) {
    throw new Problem('absencesClash', { date: toDate, period: toPeriod, students: clashing });
  }
  const busyBefore = studentsOf(otherLessons(context, old, period));
  const table = entries(db, 'absence');
  for (const { student_id, register_no, mark, standing } of away) {
    const row = { student_id, recorded_at: at };
    if (standing !== mark) table.enter({ ...row, date: toDate, period: toPeriod, mark });
    if (!busyBefore.has(register_no)) table.enter({ ...row, date: old.date, period, mark: '-' });
  }
  table.finish();
  return away.length;
}

/** A topic may be entered for a day to come; who was away from it cannot be. */
function wasHeld(old: GroupDay, period: number): boolean {
  const standing = contentOf(old, old.group.name, period);
  if (standing?.absences_checked) return true;
  return Boolean(standing?.topic) && old.date <= old.today;
}

/**
 * The works of the old day go along where that was the only lesson of the group then: else nobody knows
 * in which one they were written. One whose title the new day has already stays.
 */
function moveWorks(
  { db }: Context,
  old: GroupDay,
  next: GroupDay,
  period: number,
): Pick<LessonMoved, 'works' | 'worksLeft'> {
  if (next.date === old.date) return { works: [], worksLeft: [] };
  const { teaching_group_id } = old.group;
  const isOnlyOne = lessonsThere(old).every((one) => one === period);
  const titlesThere = worksOn(db, teaching_group_id, next.date).map(({ work }) => work);
  const found = worksOn(db, teaching_group_id, old.date);
  const going = found.filter(({ work }) => isOnlyOne && !titlesThere.includes(work));
  for (const { assessed_work_id } of going) putWorkOn(db, assessed_work_id, next.date);
  const staying = found.filter((work) => !going.includes(work));
  return { works: going.map(({ work }) => work), worksLeft: staying.map(({ work }) => work) };
}
