import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import { statements } from './statements.js';

export interface Person {
  register_no: string;
  last_name: string;
  first_name: string;
  birth_date: CivilDate | null;
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
  left: db
    .prepare<[number, string], number>(
      'SELECT count(*) FROM student WHERE student_id = ? AND left_on < ?',
    )
    .pluck(),
  enrolled: db.prepare<[number], Person & { student_id: number; class: string }>(`
    SELECT student_id, register_no, last_name, first_name, birth_date, class.name AS class
      FROM enrolment
      JOIN student USING (student_id)
      JOIN class USING (class_id)
     WHERE enrolment.school_year_id = ? AND left_on IS NULL
     ORDER BY register_no`),
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

/** The students of a school year who have not left, by register number. */
export function enrolledStudents(db: Database, schoolYear: number) {
  return sql(db).enrolled.all(schoolYear);
}

/** Whether the list of students says that somebody left before a day. */
export function hasLeftBefore(db: Database, student: number, date: CivilDate): boolean {
  return sql(db).left.get(student, date) === 1;
}

/** The register number of a student by the number of the row. */
export function registerNoOf(db: Database, student: number): string | undefined {
  return sql(db).registerNo.get(student);
}
