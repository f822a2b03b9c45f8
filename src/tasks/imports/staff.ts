import type { Database } from 'better-sqlite3';
import { classTeacherOf, rolesOf } from '../../db/staff.js';
import { type Outcome, tableByKey } from '../../db/table-by-key.js';
import { wrong } from '../../text/findings.js';
import { type Begin, missingIn, together } from './importing.js';
import { spanRefusal } from './span-refusal.js';

export const beginStaff: Begin<'staff'> = ({ db, year, find }) => {
  const staff = tableByKey(db, 'staff', ['code']);
  const setRoles = roles(db);
  const setClass = classTeachers(db, year.school_year_id);
  return {
    isNew: ({ code }) => !staff.find({ code }),
    row: (record) => {
      const { roles: named, class: className, ...person } = record;
      const existing = staff.find(person);
      const missing = existing ? undefined : missingIn('staff', record);
      if (missing) return missing;
      const refused = spanRefusal(person, existing, ['from', 'until']);
      if (refused) return refused;
      const class_id = className ? find.class(className) : className === null ? null : undefined;
      if (className && !class_id) {
        return { column: 'class', wrong: wrong('unknownClass', { class: className }) };
      }
      const { id, outcome } = staff.put(person);
      const ofRoles = named ? setRoles(id, named) : 'unchanged';
      return together(outcome, settled(ofRoles), settled(setClass(id, class_id)));
    },
  };
};

/** A role or a class that is new to someone is a change of that person. */
const settled = (outcome: Outcome): Outcome => (outcome === 'unchanged' ? outcome : 'changed');

function roles(db: Database) {
  const table = tableByKey(db, 'staff_role', ['staff_id', 'role']);
  return (staff_id: number, named: readonly string[]): Outcome => {
    const outcomes = named.map((role, position) => table.put({ staff_id, role, position }).outcome);
    const given = rolesOf(db, staff_id).filter(({ role }) => !named.includes(role));
    for (const { staff_role_id } of given) table.remove(staff_role_id);
    return together(...outcomes, given.length > 0 ? 'changed' : 'unchanged');
  };
}

/** In a school year somebody is the teacher of one class at the most. */
function classTeachers(db: Database, schoolYear: number) {
  const table = tableByKey(db, 'class_teacher', ['staff_id', 'class_id']);
  return (staff_id: number, class_id: number | null | undefined): Outcome => {
    if (class_id === undefined) return 'unchanged';
    const before = classTeacherOf(db, staff_id, schoolYear);
    if (before?.class_id === class_id || (!before && class_id === null)) return 'unchanged';
    if (before && class_id === null) table.remove(before.class_teacher_id);
    else if (before) table.change(before.class_teacher_id, { class_id });
    else table.put({ staff_id, class_id });
    return 'changed';
  };
}
