import type { Database } from 'better-sqlite3';
import { type CivilDate, covers } from '../rules/civil-date.js';
import { groupedBy } from '../rules/grouping.js';
import type { SchoolYearRow } from './school-years.js';
import { staffNames } from './staff-names.js';
import { statements } from './statements.js';
import type { Dated } from './year-plan.js';

interface Holder extends Dated {
  code: string;
}

interface ClassTeacherRow extends Dated {
  class: string;
  grade: number;
  code: string | null;
}

const sql = statements((db) => ({
  holders: db.prepare<[string], Holder>(`
    SELECT code, "from", until FROM staff_role JOIN staff USING (staff_id)
     WHERE role = ? ORDER BY code`),
  classTeachers: db.prepare<[number], ClassTeacherRow>(`
    SELECT class.name AS class, grade, staff.code, staff."from", staff.until
      FROM class
      LEFT JOIN class_teacher USING (class_id)
      LEFT JOIN staff USING (staff_id)
     WHERE school_year_id = ?
     ORDER BY grade, class.name, staff."from" DESC, staff.until NULLS LAST, staff.code DESC`),
}));

/** The staff codes of all who held an office on a day, joined by `+`. */
export function officeHolders(
  db: Database,
  role: 'administrator' | 'deputy',
  date: CivilDate,
): string {
  const holders = sql(db).holders.all(role);
  return holders
    .filter((holder) => covers(holder, date))
    .map(({ code }) => code)
    .join('+');
}

/**
 * A class of a school year, and who its teacher was on a day: of several who were there, or where none was,
 * the one who began last, then the later one of the file as it is exported; '' where it has none.
 */
export interface ClassWithTeacher {
  readonly class: string;
  readonly grade: number;
  teacherOn(date: CivilDate): string;
}

/** The classes of a school year, each with all who are named as its teacher. */
export function classesWithTeacher(db: Database, year: SchoolYearRow): ClassWithTeacher[] {
  const rows = sql(db).classTeachers.all(year.school_year_id);
  const classes = groupedBy(rows, (row) => row.class);
  return [...classes.values()].map((rows) => ({
    class: rows[0]?.class ?? '',
    grade: rows[0]?.grade ?? 0,
    teacherOn: (date) => (rows.find((row) => covers(row, date)) ?? rows[0])?.code ?? '',
  }));
}

/** "First Last" of who was the teacher of a class on a day; '' where it has none. */
export function classTeacherNames(
  db: Database,
  year: SchoolYearRow,
): (className: string, date: CivilDate) => string {
  const names = staffNames(db);
  const classes = new Map(classesWithTeacher(db, year).map((one) => [one.class, one]));
  return (className, date) => names.get(classes.get(className)?.teacherOn(date) ?? '') ?? '';
}
