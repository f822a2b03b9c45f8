import type { Database } from 'better-sqlite3';
import { addDays, type CivilDate } from '../rules/civil-date.js';
import type { Fields } from './fields.js';
import { statements } from './statements.js';
import { type Outcome, type Table, tableByKey } from './table-by-key.js';

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
  isWhole: db
    .prepare<[number], 0 | 1>('SELECT whole FROM teaching_group WHERE teaching_group_id = ?')
    .pluck(),
  classes: db.prepare<[number], { id: number; member: number }>(
    'SELECT group_class_id AS id, class_id AS member FROM group_class WHERE teaching_group_id = ?',
  ),
}));

/** Whether a group is of all students of its classes, so that its list says nothing. */
export function isWholeGroup(db: Database, group: number): boolean {
  return sql(db).isWhole.get(group) === 1;
}

/** Sets the teachers, the classes or the members of a group to a list, in its order. */
export function groupLists(db: Database) {
  const members = tableByKey(db, 'group_member', ['teaching_group_id', 'student_id', 'from']);
  const teachers = tableByKey(db, 'group_teacher', ['teaching_group_id', 'staff_id']);
  const classes = tableByKey(db, 'group_class', ['teaching_group_id', 'class_id']);
  return {
    setTeachers: (teaching_group_id: number, staff: readonly number[]): Outcome => {
      const there = sql(db).teachers.all(teaching_group_id);
      return setList(
        teachers,
        there.filter((row) => !staff.includes(row.member)),
        staff.map((staff_id, position) => ({ teaching_group_id, staff_id, position })),
      );
    },
    /** Members for the whole year, without dates. */
    setMembers: (teaching_group_id: number, students: readonly number[]): Outcome => {
      const there = sql(db).members.all(teaching_group_id);
      const undated = { from: null, until: null };
      return setList(
        members,
        there.filter((row) => row.from !== null || !students.includes(row.member)),
        students.map((student_id) => ({ teaching_group_id, student_id, ...undated })),
      );
    },
    /** The members from a day on; who was one before stays so until the day before it. */
    changeMembers: (
      teaching_group_id: number,
      students: readonly number[],
      from: CivilDate,
    ): void => {
      const there = sql(db)
        .members.all(teaching_group_id)
        .filter(({ until }) => until === null || until >= from);
      const [later, before] = [
        there.filter((row) => row.from !== null && row.from > from),
        there.filter((row) => row.from === null || row.from <= from),
      ];
      for (const { id } of later) members.remove(id);
      for (const row of before) {
        if (students.includes(row.member)) members.change(row.id, { until: null });
        else if (row.from === from) members.remove(row.id);
        else members.change(row.id, { until: addDays(from, -1) });
      }
      const stays = new Set(before.map((row) => row.member));
      const added = students.filter((student_id) => !stays.has(student_id));
      for (const student_id of added)
        members.put({ teaching_group_id, student_id, from, until: null });
    },
    setClasses: (teaching_group_id: number, ofClasses: readonly number[]): Outcome => {
      const there = sql(db).classes.all(teaching_group_id);
      return setList(
        classes,
        there.filter((row) => !ofClasses.includes(row.member)),
        ofClasses.map((class_id, position) => ({ teaching_group_id, class_id, position })),
      );
    },
  };
}

/** Whether something was entered about a group: a lesson, or work to assess. */
export function isGroupUsed(db: Database, teachingGroup: number): boolean {
  return sql(db).isUsed.get(teachingGroup, teachingGroup) === 1;
}

/** Takes away the rows that are not in the list any more, and puts those that are. */
function setList(
  table: Table,
  gone: readonly { id: number }[],
  listed: readonly Fields[],
): Outcome {
  for (const { id } of gone) table.remove(id);
  const put = listed.map((row) => table.put(row));
  const isChanged = gone.length > 0 || put.some(({ outcome }) => outcome !== 'unchanged');
  return isChanged ? 'changed' : 'unchanged';
}
