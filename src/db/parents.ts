import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

export interface ParentLink {
  student_parent_id: number;
  parent_id: number;
  last_name: string;
  first_name: string;
  phone: string | null;
  email: string | null;
}

/** Somebody who may be told about a student. */
export interface Contact {
  student_id: number;
  /** "First Last" */
  name: string;
  phone: string | null;
}

/** A parent or guardian of a student, and whether they may be told anything. */
export interface FamilyMember {
  student_id: number;
  parent_id: number;
  last_name: string;
  first_name: string;
  relation: 'mother' | 'father' | 'guardian';
  phone: string | null;
  email: string | null;
  contact: 'yes' | 'no' | null;
}

export interface PhoneOfParent {
  last_name: string;
  first_name: string;
  phone: string;
}

interface Named {
  last_name?: string | null | undefined;
  first_name?: string | null | undefined;
  phone?: string | null | undefined;
}

const link = `SELECT student_parent_id, parent_id, last_name, first_name, phone, email
                FROM student_parent JOIN parent USING (parent_id)`;

const sql = statements((db) => ({
  byPhone: db.prepare<[number, string], ParentLink>(
    `${link} WHERE student_id = ? AND parent.phone = ?`,
  ),
  byName: db.prepare<[number, string, string], ParentLink>(
    `${link} WHERE student_id = ? AND parent.last_name = ? AND parent.first_name = ?`,
  ),
  contacts: db.prepare<[string], Contact>(`
    SELECT student_id, first_name || ' ' || last_name AS name, phone
      FROM json_each(?) AS asked
      JOIN student_parent ON student_parent.student_id = asked.value
      JOIN parent USING (parent_id)
     WHERE contact IS NOT 'no'
     ORDER BY student_id, phone IS NULL, student_parent_id`),
  families: db.prepare<[number], FamilyMember>(`
    SELECT student_id, parent_id, last_name, first_name, relation, phone, email, contact
      FROM enrolment
      JOIN student_parent USING (student_id)
      JOIN parent USING (parent_id)
     WHERE school_year_id = ?
     ORDER BY student_id, student_parent_id`),
  person: db
    .prepare<[string, string, string], number>(
      'SELECT parent_id FROM parent WHERE phone = ? AND last_name = ? AND first_name = ?',
    )
    .pluck(),
  phones: db.prepare<[], PhoneOfParent>(
    'SELECT last_name, first_name, phone FROM parent WHERE phone IS NOT NULL',
  ),
  children: db
    .prepare<[number], number>('SELECT count(*) FROM student_parent WHERE parent_id = ?')
    .pluck(),
}));

/**
 * The parent of a student by phone, else by name; where the phone is now that of one parent and the name that
 * of another, by name.
 */
export function linkOf(db: Database, student: number, named: Named): ParentLink | undefined {
  const { last_name, first_name, phone } = named;
  const byName = sql(db).byName.get(student, last_name ?? '', first_name ?? '');
  return byName ?? (phone ? sql(db).byPhone.get(student, phone) : undefined);
}

/** Another parent of a student who has that phone; undefined where there is none. */
export function otherWithPhone(
  db: Database,
  student: number,
  { parent, phone }: { parent: number; phone: string },
): ParentLink | undefined {
  return sql(db)
    .byPhone.all(student, phone)
    .find((link) => link.parent_id !== parent);
}

/** The one person who has this phone and this name; undefined where no phone is given. */
export function parentByPhoneAndName(db: Database, named: Named): number | undefined {
  const { last_name, first_name, phone } = named;
  return phone ? sql(db).person.get(phone, last_name ?? '', first_name ?? '') : undefined;
}

/** Every parent with a phone. */
export function phonesOfParents(db: Database): PhoneOfParent[] {
  return sql(db).phones.all();
}

/** How many children of a parent are in the school's books. */
export function childrenOf(db: Database, parent: number): number {
  return sql(db).children.get(parent) ?? 0;
}

/** The parents of students who may be told something, those with a telephone first. */
export function contactsOf(db: Database, students: readonly number[]): Contact[] {
  return sql(db).contacts.all(JSON.stringify(students));
}

/** The parents of every student of a school year, also those who may not be told anything. */
export function families(db: Database, schoolYear: number): FamilyMember[] {
  return sql(db).families.all(schoolYear);
}
