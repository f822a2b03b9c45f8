import type { Database } from 'better-sqlite3';
import { remembered } from '../rules/remembered.js';
import { likelyName } from '../rules/word-distance.js';

/** Finds the number of a row by the key that the school knows; undefined where there is none. */
export interface References {
  student(registerNo: string): number | undefined;
  staff(code: string): number | undefined;
  subject(code: string): number | undefined;
  programme(code: string): number | undefined;
  /** Of the school year. */
  class(name: string): number | undefined;
  /** Of the school year. */
  group(name: string): number | undefined;
  /** What is likely meant by a name that nobody bears; undefined where nothing is near it. */
  likely(what: NamedKind, name: string): string | undefined;
}

/** What is known by a name that people write by hand. */
export type NamedKind = 'class' | 'group' | 'subject' | 'staff';

const namesOf: Record<NamedKind, string> = {
  class: 'SELECT name FROM class WHERE school_year_id = ? ORDER BY name',
  group: 'SELECT name FROM teaching_group WHERE school_year_id = ? ORDER BY name',
  subject: 'SELECT code FROM subject WHERE ? IS NOT NULL ORDER BY code',
  staff: 'SELECT code FROM staff WHERE ? IS NOT NULL ORDER BY code',
};

/**
 * Looks up what the rows of a file refer to, in one school year. What was found is remembered:
 * a file names the same groups and students thousands of times. What was not found is asked again,
 * since the rows before may have made it.
 */
export function references(db: Database, schoolYear: number): References {
  const everywhere = (sql: string) => {
    const statement = db.prepare<[string], number>(sql).pluck();
    return remembered((key: string) => statement.get(key));
  };
  const ofYear = (sql: string) => {
    const statement = db.prepare<[number, string], number>(sql).pluck();
    return remembered((key: string) => statement.get(schoolYear, key));
  };
  return {
    student: everywhere('SELECT student_id FROM student WHERE register_no = ?'),
    staff: everywhere('SELECT staff_id FROM staff WHERE code = ?'),
    subject: everywhere('SELECT subject_id FROM subject WHERE code = ?'),
    programme: everywhere('SELECT programme_id FROM programme WHERE code = ?'),
    class: ofYear('SELECT class_id FROM class WHERE school_year_id = ? AND name = ?'),
    group: ofYear(
      'SELECT teaching_group_id FROM teaching_group WHERE school_year_id = ? AND name = ?',
    ),
    likely: likelyNames(db, schoolYear),
  };
}

/** A file may have one wrong name in all its rows: each is compared with the others once. */
function likelyNames(db: Database, schoolYear: number): References['likely'] {
  const known = (what: NamedKind) =>
    db.prepare<[number], string>(namesOf[what]).pluck().all(schoolYear);
  const found = new Map<string, string | undefined>();
  return (what, name) => {
    const key = `${what} ${name}`;
    if (!found.has(key)) found.set(key, likelyName(name, known(what)));
    return found.get(key);
  };
}
