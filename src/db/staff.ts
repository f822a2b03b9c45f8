import type { Database } from 'better-sqlite3';
import type { CivilDate } from '../rules/civil-date.js';
import { statements } from './statements.js';

/** Somebody of the staff, and when they were on it. */
export interface StaffMember {
  staff_id: number;
  from: CivilDate | null;
  until: CivilDate | null;
}

const sql = statements((db) => ({
  member: db.prepare<[string], StaffMember>(
    'SELECT staff_id, "from", until FROM staff WHERE code = ?',
  ),
  roles: db.prepare<[number], { staff_role_id: number; role: string }>(
    'SELECT staff_role_id, role FROM staff_role WHERE staff_id = ?',
  ),
  classTeacher: db.prepare<[number, number], { class_teacher_id: number; class_id: number }>(`
    SELECT class_teacher_id, class_id
      FROM class_teacher JOIN class USING (class_id)
     WHERE staff_id = ? AND school_year_id = ?`),
}));

/** Who has a staff code; undefined where nobody has. */
export function staffMember(db: Database, code: string): StaffMember | undefined {
  return sql(db).member.get(code);
}

export function rolesOf(db: Database, staff: number) {
  return sql(db).roles.all(staff);
}

/** Whose class teacher somebody is in a school year; undefined where of none. */
export function classTeacherOf(db: Database, staff: number, schoolYear: number) {
  return sql(db).classTeacher.get(staff, schoolYear);
}
