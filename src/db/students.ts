import type { Database } from 'better-sqlite3';
import { type CivilDate, schoolYearBounds } from '../rules/civil-date.js';
import type { SchoolYearRow } from './school-years.js';
import { statements } from './statements.js';

export interface Person {
  register_no: string;
  last_name: string;
  first_name: string;
  birth_date: CivilDate | null;
}

/** Who has left, and the last day. */
export interface Former {
  student_id: number;
  register_no: string;
  left_on: CivilDate;
}

const sql = statements((db) => ({
  people: db.prepare<[], Person>(
    'SELECT register_no, last_name, first_name, birth_date FROM student',
  ),
  registerNumbers: db.prepare<[], string>('SELECT register_no FROM student').pluck(),
  registerNo: db
    .prepare<[number], string>('SELECT register_no FROM student WHERE student_id = ?')
    .pluck(),
  person: db.prepare<[string], Person>(
    'SELECT register_no, last_name, first_name, birth_date FROM student WHERE register_no = ?',
  ),
  withCode: db
    .prepare<[string, string], string>(
      'SELECT register_no FROM student WHERE personal_code = ? AND register_no <> ?',
    )
    .pluck(),
  enrolled: db
    .prepare<[number], CivilDate | null>('SELECT enrolled_on FROM student WHERE student_id = ?')
    .pluck(),
  left: db
    .prepare<[number, string], CivilDate>(
      'SELECT left_on FROM student WHERE student_id = ? AND left_on < ?',
    )
    .pluck(),
  former: db.prepare<[CivilDate, number], Former>(`
    SELECT student_id, register_no, left_on FROM student
     WHERE left_on < ?
       AND student_id NOT IN (SELECT student_id FROM enrolment WHERE school_year_id = ?)`),
}));

/** Everybody who is or was a student. */
export function everyStudent(db: Database): IterableIterator<Person> {
  return sql(db).people.iterate();
}

/** The register numbers of everybody who is or was a student. */
export function registerNumbers(db: Database): string[] {
  return sql(db).registerNumbers.all();
}

export function personByNumber(db: Database, registerNo: string): Person | undefined {
  return sql(db).person.get(registerNo);
}

/** The register number of another student who has the personal code. */
export function otherWithPersonalCode(
  db: Database,
  code: string,
  registerNo: string,
): string | undefined {
  return sql(db).withCode.get(code, registerNo);
}

/** The first day that the list of students tells of somebody. */
export function enrolledOn(db: Database, student: number): CivilDate | undefined {
  return sql(db).enrolled.get(student) ?? undefined;
}

/** The last day that the list of students tells of somebody, where it is before another day. */
export function lastDayBefore(
  db: Database,
  student: number,
  date: CivilDate,
): CivilDate | undefined {
  return sql(db).left.get(student, date);
}

/** Those who left before a school year and are not in it, as the list of students tells. */
export function formerStudents(db: Database, { school_year_id, year }: SchoolYearRow): Former[] {
  return sql(db).former.all(schoolYearBounds(year).first, school_year_id);
}

/** The register number of a student by the number of the row. */
export function registerNoOf(db: Database, student: number): string | undefined {
  return sql(db).registerNo.get(student);
}
