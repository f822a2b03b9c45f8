import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import type { AbsenceMark } from '../../db/absences-of-day.js';
import { entries } from '../../db/entries.js';
import { groupsOfStudents } from '../../db/groups-of.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { yearOfDay } from '../school-year.js';
import { type Attendance, attendanceOn, type PlannedDay, plannedDay } from './group-day.js';
import { contentOf, dutiesOf } from './lesson-row.js';

export interface AbsencesToRecord {
  readonly date: CivilDate;
  /** Register numbers. */
  readonly students: readonly string[];
  /** None: every lesson of each student on that day. */
  readonly periods?: readonly number[] | undefined;
  readonly mark: AbsenceMark;
  /** Also in the future, and where a student has no lesson. */
  readonly force: boolean;
}

/** How a student stands in a lesson; the names are an interface of the output. */
export interface AbsenceRow {
  date: CivilDate;
  period: number;
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
  /** The group whose lesson it is; null where the student has none then. */
  group: string | null;
  mark: AbsenceMark;
  /** What stood before; null where nothing was entered. */
  before: AbsenceMark | null;
}

/**
 * Records for each lesson and student that they were absent, late, or there after all: an entry for
 * each that is not so already.
 * @throws Problem unknownSchoolYear, unknownStudent, notAtSchool, noLessonThen, absenceAhead
 */
export function recordAbsences(context: Context, wanted: AbsencesToRecord): AbsenceRow[] {
  const { db } = context;
  return write(context, ({ at }) => {
    const { date, mark, force } = wanted;
    const numbers = studentNumbers(db, date, wanted.students);
    const day = plannedDay(context, date, (_db, year) => groupsOfStudents(db, year, numbers));
    if (date > day.today && !force) throw new Problem('absenceAhead', { date, today: day.today });
    const standing = attendanceOn(db, numbers, day);
    const rows = numbers.flatMap((number, place) => {
      const student = studentOn(day, number, wanted.students[place] ?? '');
      return rowsOf(day, student, standing.get(number) ?? new Map(), wanted);
    });
    const table = entries(db, 'absence');
    for (const { student_id, period, before } of rows) {
      if ((before ?? '-') === mark) continue;
      table.enter({ student_id, date, period, mark, recorded_at: at });
    }
    table.finish();
    return rows;
  });
}

/** @throws Problem unknownStudent */
function studentNumbers(db: Database, date: CivilDate, registerNos: readonly string[]): number[] {
  const find = references(db, yearOfDay(db, date).school_year_id);
  return registerNos.map((registerNo) => {
    const number = find.student(registerNo);
    if (number === undefined) {
      throw new Problem('unknownStudent', { registerNo }, { field: 'student' });
    }
    return number;
  });
}

/** @throws Problem notAtSchool */
function studentOn(day: PlannedDay, number: number, registerNo: string): PlannedStudent {
  const { membership, date } = day;
  const student = membership.students.find((each) => each.student_id === number);
  if (student && membership.classOn(student, date) !== undefined) return student;
  throw new Problem('notAtSchool', { registerNo, date }, { field: 'student' });
}

/** @throws Problem noLessonThen */
function rowsOf(
  day: PlannedDay,
  student: PlannedStudent,
  standing: ReadonlyMap<number, Attendance>,
  { date, periods, mark, force }: AbsencesToRecord,
): (AbsenceRow & { student_id: number })[] {
  const { register_no, last_name, first_name, student_id } = student;
  const lessons = lessonsOfStudent(day, student);
  const isAway = (period: number) => (standing.get(period)?.mark ?? '-') !== '-';
  const known = (period: number) => lessons.has(period) || (mark === '-' && isAway(period));
  const all = mark === '-' ? [...standing.keys()].filter(isAway) : [...lessons.keys()];
  const asked = [...(periods ?? all)].sort((a, b) => a - b);
  const without = asked.filter((period) => !known(period));
  const isNothing = asked.length === 0 && lessons.size === 0;
  if ((without.length > 0 && !force) || isNothing) {
    const has = [...lessons.keys()].sort((a, b) => a - b);
    const facts = { registerNo: register_no, date, periods: without, has };
    throw new Problem('noLessonThen', facts, { field: 'student' });
  }
  return asked.map((period) => ({
    student_id,
    date,
    period,
    register_no,
    last_name,
    first_name,
    class: day.membership.classOn(student, date) ?? '',
    group: lessons.get(period) ?? null,
    mark,
    before: standing.get(period)?.mark ?? null,
  }));
}

/** The lessons of a student on a day, expected or recorded as held, with their groups. */
function lessonsOfStudent(day: PlannedDay, student: PlannedStudent): ReadonlyMap<number, string> {
  const lessons = new Map<number, string>();
  for (const group of day.groups) {
    if (!day.membership.isMember(group, student, day.date)) continue;
    for (const { period } of dutiesOf(day, group.name)) {
      const isHeld = contentOf(day, group.name, period)?.held ?? true;
      if (isHeld && !lessons.has(period)) lessons.set(period, group.name);
    }
  }
  return lessons;
}
