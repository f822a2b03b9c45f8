import type { Database } from 'better-sqlite3';
import { addDays, type CivilDate } from '../rules/civil-date.js';
import { statements } from './statements.js';
import { type Outcome, tableByKey } from './table-by-key.js';

const sql = statements((db) => ({
  teachers: db.prepare<[number], { id: number; member: number }>(
    'SELECT group_teacher_id AS id, staff_id AS member FROM group_teacher WHERE teaching_group_id = ?',
  ),
  members: db.prepare<
    [number],
    { id: number; member: number; from: CivilDate | null; until: CivilDate | null }
  >(`
    SELECT group_member_id AS id, student_id AS member, "from", until
      FROM group_member WHERE teaching_group_id = ?`),
  isUsed: db
    .prepare<[number, number], number>(`
      SELECT EXISTS (SELECT 1 FROM lesson WHERE teaching_group_id = ?)
          OR EXISTS (SELECT 1 FROM assessed_work WHERE teaching_group_id = ?)`)
    .pluck(),
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
        .filter((row) => row.from !== null || !students.includes(row.member));
      for (const { id } of gone) members.remove(id);
      const put = students.map((student_id) =>
        members.put({ teaching_group_id, student_id, from: null, until: null }),
      );
      return gone.length > 0 ? 'changed' : anyChange(put);
    },
    /** The members from a day on; who was one before stays so until the day before it. */
    changeMembers: (
      teaching_group_id: number,
      students: readonly number[],
      from: CivilDate,
    ): Outcome => {
      const there = sql(db)
        .members.all(teaching_group_id)
        .filter(({ until }) => until === null || until >= from);
      const outcomes = there.map((row): Outcome => {
        const isFromThen = row.from !== null && row.from >= from;
        if (students.includes(row.member) && (!isFromThen || row.from === from))
          return members.change(row.id, { until: null });
        if (!isFromThen) return members.change(row.id, { until: addDays(from, -1) });
        members.remove(row.id);
        return 'changed';
      });
      const stays = new Set(
        there.filter((row) => row.from === null || row.from <= from).map((row) => row.member),
      );
      const added = students
        .filter((student_id) => !stays.has(student_id))
        .map((student_id) => members.put({ teaching_group_id, student_id, from, until: null }));
      return anyChange([...outcomes.map((outcome) => ({ outcome })), ...added]);
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

/** Whether something was entered about a group: a lesson, or work to assess. */
export function isGroupUsed(db: Database, teachingGroup: number): boolean {
  return sql(db).isUsed.get(teachingGroup, teachingGroup) === 1;
}

const anyChange = (rows: readonly { outcome: Outcome }[]): Outcome =>
  rows.some(({ outcome }) => outcome !== 'unchanged') ? 'changed' : 'unchanged';
