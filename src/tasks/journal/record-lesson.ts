import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import type { AbsenceMark } from '../../db/absences-of-day.js';
import { type Entries, entries } from '../../db/entries.js';
import { write } from '../../db/operation.js';
import { type StaffMember, staffMember } from '../../db/staff.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { covers } from '../../rules/civil-date.js';
import type { LessonContent } from '../../rules/lesson-content.js';
import { type Objection, timetableObjection } from '../../rules/lesson-objections.js';
import { tidyText } from '../../rules/tidy-text.js';
import { attendanceOn, type GroupDay, groupDay, memberOf } from './group-day.js';
import { contentOf, type LessonRow, lessonRow } from './lesson-row.js';

/** Who was away; where somebody is named, or that nobody was absent, the absences are checked. */
export interface AbsencesOfLesson {
  readonly nobodyAbsent: boolean;
  readonly absent: readonly string[];
  readonly late: readonly string[];
  /** Who was recorded as away and was there after all. */
  readonly present: readonly string[];
}

/** What is to be entered of a lesson; what is left out stays as it is. */
export interface LessonToRecord {
  readonly date: CivilDate;
  /** None: the one lesson of the group on that day. */
  readonly period?: number | undefined;
  readonly group: string;
  readonly topic?: string | undefined;
  readonly homework?: string | undefined;
  /** The staff code of who held it. */
  readonly teacher?: string | undefined;
  /** null: an ordinary lesson */
  readonly kind?: LessonContent['kind'] | undefined;
  readonly absences?: AbsencesOfLesson | undefined;
  /** Enters what the timetable does not know; then a reason is needed. */
  readonly force?: boolean | undefined;
  readonly reason?: string | undefined;
  /** The lesson as whoever enters it has seen it: nothing is written where it is another by now. */
  readonly seen?: LessonRow | undefined;
}

export interface LessonRecorded {
  readonly outcome: 'recorded' | 'unchanged';
  readonly before: LessonRow;
  readonly lesson: LessonRow;
}

/**
 * Enters a lesson, or adds to one that is entered already: each time a further entry (clause 4.1).
 * @throws Problem unknownSchoolYear, unknownGroup, unknownStaff, notInGroup, periodNeeded,
 *   lessonSaysNothing, lessonObjected, forceNeedsReason, namedTwice, absencesStand, changedMeanwhile
 */
export function recordLesson(context: Context, wanted: LessonToRecord): LessonRecorded {
  return write(context, (operation) => {
    const day = groupDay(context, wanted.date, wanted.group);
    const period = wanted.period ?? onlyPeriod(day);
    const before = lessonRow(context, day, period);
    refuseChanged(before, wanted.seen);
    refuseEmpty(before, wanted);
    refuseObjections(day, period, wanted, objectionsTo(context.db, day, period, wanted));
    const isNew = [
      enterLesson(context.db, day, period, wanted, operation.at),
      enterAbsences(context.db, day, period, wanted.absences, operation.at),
    ].some(Boolean);
    const lesson = lessonRow(context, groupDay(context, day.date, wanted.group), period);
    return { outcome: isNew ? 'recorded' : 'unchanged', before, lesson };
  });
}

/** @throws Problem periodNeeded, unless the group has just one lesson that day */
function onlyPeriod(day: GroupDay): number {
  const { group, date } = day;
  const periods = day.expected(group.name);
  const [period] = periods;
  if (period !== undefined && periods.length === 1) return period;
  const because = timetableObjection(day.plan, group, date, 0);
  const objection = periods.length === 0 && because ? because : null;
  const facts = { group: group.name, date, expected: periods, period: 0, objection };
  throw new Problem('periodNeeded', facts, { field: objection ? 'date' : 'period' });
}

/** @throws Problem changedMeanwhile */
function refuseChanged(now: LessonRow, seen: LessonRow | undefined): void {
  if (!seen) return;
  const { topic, homework, held, absent, late } = now;
  const isOther =
    now.recorded_at !== seen.recorded_at ||
    String(absent) !== String(seen.absent) ||
    String(late) !== String(seen.late);
  if (!isOther) return;
  throw new Problem('changedMeanwhile', { topic, homework, held: held !== 'no', absent, late });
}

/**
 * A lesson that is there says what was done in it, who held it or who was away; a reason alone is enough
 * where the entry is forced.
 * @throws Problem lessonSaysNothing
 */
function refuseEmpty(standing: LessonRow, wanted: LessonToRecord): void {
  const { topic, homework, teacher, absences, reason } = wanted;
  const texts = [topic, homework, teacher, reason].map((text) => tidyText(text ?? ''));
  const saysSomething = texts.some((text) => text !== '' && text !== '\\N');
  if (standing.held !== null || absences || saysSomething) return;
  const { date, period, group } = standing;
  throw new Problem('lessonSaysNothing', { date, period, group }, { field: 'topic' });
}

/** @throws Problem lessonObjected, forceNeedsReason */
function refuseObjections(
  day: GroupDay,
  period: number,
  { force, reason }: Pick<LessonToRecord, 'force' | 'reason'>,
  objections: readonly Objection[],
): void {
  if (force && !tidyText(reason ?? '')) {
    throw new Problem('forceNeedsReason', undefined, { field: 'reason' });
  }
  if (force || objections.length === 0) return;
  const { date, group } = day;
  const expected = day.expected(group.name);
  throw new Problem('lessonObjected', { date, period, group: group.name, expected, objections });
}

/** What speaks against entering a lesson as it is wanted: the day, the timetable, who held it. */
export function objectionsTo(
  db: Database,
  day: GroupDay,
  period: number,
  { teacher, kind }: Pick<LessonToRecord, 'teacher' | 'kind'>,
): Objection[] {
  const { date, group, plan, today } = day;
  const standing = contentOf(day, group.name, period);
  const found: Objection[] = [];
  if (!standing) {
    if (date > today) found.push({ why: 'future', today });
    const objection = timetableObjection(plan, group, date, period);
    const isOutside = kind === 'consultation' && objection?.why !== 'dayOff';
    if (objection && !isOutside) found.push(objection);
  } else if (!standing.held) {
    found.push({ why: 'notHeld', reason: standing.reason });
  }
  if (teacher !== undefined && teacher !== standing?.teacher) {
    found.push(...objectionsToTeacher(db, day, teacher));
  }
  return found;
}

/** @throws Problem unknownStaff */
function objectionsToTeacher(db: Database, day: GroupDay, teacher: string): Objection[] {
  const person = staffNamed(db, teacher);
  if (!covers(person, day.date)) {
    return [{ why: 'notOnStaff', teacher, from: person.from, until: person.until }];
  }
  const own = day.plan.teachersOn(day.group.name, day.date);
  return own.includes(teacher) ? [] : [{ why: 'otherTeacher', teacher, own }];
}

/** @throws Problem unknownStaff */
function staffNamed(db: Database, code: string): StaffMember {
  const member = staffMember(db, code);
  if (!member) throw new Problem('unknownStaff', { code }, { field: 'teacher' });
  return member;
}

/** An entry with what it adds to those before it; none where it would say nothing new. */
function enterLesson(
  db: Database,
  day: GroupDay,
  period: number,
  wanted: LessonToRecord,
  at: string,
): boolean {
  const { date, group, plan } = day;
  const standing = contentOf(day, group.name, period);
  const said = {
    topic: added(wanted.topic, standing?.topic),
    homework: added(wanted.homework, standing?.homework),
    reason: added(wanted.reason, standing?.reason),
    staff_id: substitute(db, wanted.teacher, standing?.teacher ?? plan.teacherOn(group.name, date)),
    absences_checked_at: isChecked(wanted.absences) && !standing?.absences_checked ? at : null,
  };
  const kind = wanted.kind === undefined ? (standing?.kind ?? null) : wanted.kind;
  const addsNothing = Object.values(said).every((value) => value === null);
  if (standing?.held && kind === standing.kind && addsNothing) return false;
  const { teaching_group_id } = group;
  const lessons = entries(db, 'lesson');
  lessons.enter({ teaching_group_id, date, period, ...said, held: 1, kind, recorded_at: at });
  lessons.finish();
  return true;
}

/** That somebody was there after all says nothing of the others. */
const isChecked = (absences: AbsencesOfLesson | undefined) =>
  absences !== undefined &&
  (absences.nobodyAbsent || absences.absent.length + absences.late.length > 0);

/** A text that is not what stands; an empty one takes away what stands. */
function added(text: string | undefined, standing: string | null | undefined): string | null {
  if (text === undefined) return null;
  const tidy = text.trim() === '\\N' ? '' : tidyText(text);
  return tidy === (standing ?? '') ? null : tidy;
}

function substitute(db: Database, teacher: string | undefined, standing: string): number | null {
  if (teacher === undefined || teacher === standing) return null;
  return staffNamed(db, teacher).staff_id;
}

/** @throws Problem notInGroup, namedTwice, absencesStand */
function enterAbsences(
  db: Database,
  day: GroupDay,
  period: number,
  absences: AbsencesOfLesson | undefined,
  at: string,
): boolean {
  if (!absences) return false;
  const said = markedStudents(day, absences);
  const all = day.members.map((student) => student.student_id);
  const standing = attendanceOn(db, all, day);
  const markOf = ({ student_id }: PlannedStudent) => standing.get(student_id)?.get(period)?.mark;
  const stillAbsent = day.members.filter(
    (student) => markOf(student) === 'n' && !said.has(student),
  );
  if (absences.nobodyAbsent && stillAbsent.length > 0) {
    const students = stillAbsent.map((student) => student.register_no);
    throw new Problem('absencesStand', { students });
  }
  const table: Entries = entries(db, 'absence');
  const changed = [...said].filter(([student, mark]) => (markOf(student) ?? '-') !== mark);
  for (const [{ student_id }, mark] of changed) {
    table.enter({ student_id, date: day.date, period, mark, recorded_at: at });
  }
  table.finish();
  return changed.length > 0;
}

/**
 * How each student who is named is to stand.
 * @throws Problem notInGroup, namedTwice
 */
export function markedStudents(day: GroupDay, { absent, late, present }: AbsencesOfLesson) {
  const said = new Map<PlannedStudent, AbsenceMark>();
  const mark = (numbers: readonly string[], sign: AbsenceMark, field: string) => {
    for (const number of numbers) {
      const student = memberOf(day, number, field);
      if ((said.get(student) ?? sign) !== sign) {
        throw new Problem('namedTwice', { registerNo: number }, { field });
      }
      said.set(student, sign);
    }
  };
  mark(absent, 'n', 'absent');
  mark(late, 'k', 'late');
  mark(present, '-', 'present');
  return said;
}
