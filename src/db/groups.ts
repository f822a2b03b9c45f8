import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';
import { type Outcome, tableByKey } from './table-by-key.js';

const sql = statements((db) => ({
  teachers: db.prepare<[number], { id: number; member: number }>(
    'SELECT group_teacher_id AS id, staff_id AS member FROM group_teacher WHERE teaching_group_id = ?',
  ),
  members: db.prepare<[number], { id: number; member: number; dated: number }>(`
    SELECT group_member_id AS id, student_id AS member, "from" IS NOT NULL AS dated
      FROM group_member WHERE teaching_group_id = ?`),
  classes: db.prepare<[number], { id: number; member: number }>(
    'SELECT group_class_id AS id, class_id AS member FROM group_class WHERE teaching_group_id = ?',
  ),
}));

/** Sets the teachers, the classes or the members of a group to a list, in its order. */
export function groupLists(db: Database) {
  const members = tableByKey(db, 'group_member', ['teaching_group_id', 'student_id', 'from']);
  const teachers = tableByKey(db, 'group_teacher', ['teaching_group_id', 'staff_id']);
  const classes = tableByKey(db, 'group_class', ['teaching_group_id', 'class_id']);
  return {
    setTeachers: (teaching_group_id: number, staff: readonly number[]): Outcome => {
      const gone = sql(db)
        .teachers.all(teaching_group_id)
        .filter((row) => !staff.includes(row.member));
      for (const { id } of gone) teachers.remove(id);
      const put = staff.map((staff_id, position) =>
        teachers.put({ teaching_group_id, staff_id, position }),
      );
      return gone.length > 0 ? 'changed' : anyChange(put);
    },
    /** Members for the whole year, without dates. */
    setMembers: (teaching_group_id: number, students: readonly number[]): Outcome => {
      const gone = sql(db)
        .members.all(teaching_group_id)
        .filter((row) => row.dated === 1 || !students.includes(row.member));
      for (const { id } of gone) members.remove(id);
      const put = students.map((student_id) =>
        members.put({ teaching_group_id, student_id, from: null, until: null }),
      );
      return gone.length > 0 ? 'changed' : anyChange(put);
    },
    setClasses: (teaching_group_id: number, ofClasses: readonly number[]): Outcome => {
      const gone = sql(db)
        .classes.all(teaching_group_id)
        .filter((row) => !ofClasses.includes(row.member));
      for (const { id } of gone) classes.remove(id);
      const put = ofClasses.map((class_id, position) =>
        classes.put({ teaching_group_id, class_id, position }),
      );
      return gone.length > 0 ? 'changed' : anyChange(put);
    },
  };
}

const anyChange = (rows: readonly { outcome: Outcome }[]): Outcome =>
  rows.some(({ outcome }) => outcome !== 'unchanged') ? 'changed' : 'unchanged';
