import { groupLists, isWholeGroup } from '../../db/groups.js';
import { tableByKey } from '../../db/table-by-key.js';
import { remembered } from '../../rules/remembered.js';
import { wrong } from '../../text/findings.js';
import { backwards, datedRows } from './dated-rows.js';
import { type Begin, missingIn, type Refusal, together } from './importing.js';
import { unknownGroup, unknownStudent, unknownSubject, unknownTeacher } from './unknown-names.js';

/** Clauses 2.1.2 and 2.1.4: the groups that learn a subject together, of one class or of several. */
export const beginGroups: Begin<'groups'> = ({ db, year, find }) => {
  const groups = tableByKey(db, 'teaching_group', ['school_year_id', 'name']);
  const lists = groupLists(db);
  const keyOf = (name: string) => ({ school_year_id: year.school_year_id, name });
  return {
    isNew: ({ group }) => !groups.find(keyOf(group)),
    row: (record) => {
      const { group: name, subject, teacher, classes, whole } = record;
      const key = keyOf(name);
      const existing = groups.find(key);
      const subject_id = subject ? find.subject(subject) : undefined;
      if (subject && !subject_id) return unknownSubject(subject);
      const staff = numbers(teacher ?? [], find.staff, 'teacher', 'unknownStaff');
      const ofClasses = numbers(classes ?? [], find.class, 'classes', 'unknownClassInList');
      if (!Array.isArray(staff)) return staff;
      if (!Array.isArray(ofClasses)) return ofClasses;
      const missing = existing ? undefined : missingIn('groups', record);
      if (missing) return missing;

      const isWhole = whole === undefined && existing ? undefined : (whole ?? false);
      const group = groups.put({
        ...key,
        subject_id,
        whole: isWhole === undefined ? undefined : Number(isWhole),
      });
      const changes = [
        ...(teacher === undefined ? [] : [lists.setTeachers(group.id, staff)]),
        ...(classes === undefined ? [] : [lists.setClasses(group.id, ofClasses)]),
      ];
      const listed = together(...changes) === 'unchanged' ? 'unchanged' : 'changed';
      return together(group.outcome, listed);
    },
  };
};

function numbers(
  keys: readonly string[],
  find: (key: string) => number | undefined,
  column: string,
  finding: 'unknownStaff' | 'unknownClassInList',
): number[] | Refusal {
  const found: number[] = [];
  for (const key of keys) {
    const number = find(key);
    if (number === undefined) return { column, wrong: wrong(finding, { name: key }) };
    found.push(number);
  }
  return found;
}

/** Who has a group from one day to another instead of its first teacher. */
export const beginGroupTeachers: Begin<'group-teachers'> = ({ db, find }) => {
  const key = ['teaching_group_id', 'staff_id', 'from'];
  const changes = tableByKey(db, 'group_teacher_change', key);
  const dated = datedRows(db, 'group_teacher_change');
  return {
    row: ({ group, teacher, from, until }, line) => {
      const teaching_group_id = find.group(group);
      if (!teaching_group_id) return unknownGroup(group);
      const staff_id = find.staff(teacher);
      if (!staff_id) return unknownTeacher(teacher);
      const refused = backwards({ from, until });
      if (refused) return refused;
      const put = changes.put({ teaching_group_id, staff_id, from: from ?? null, until });
      dated.came(put.id, line);
      return put.outcome;
    },
    finish: dated.overlapping,
  };
};

/** Who belongs to a group that is not a whole class. */
export const beginGroupMembers: Begin<'group-members'> = ({ db, find, warn }) => {
  const members = tableByKey(db, 'group_member', ['teaching_group_id', 'student_id', 'from']);
  const dated = datedRows(db, 'group_member');
  const isWhole = remembered((group: number) => isWholeGroup(db, group));
  return {
    row: ({ group, register_no, from, until }, line) => {
      const teaching_group_id = find.group(group);
      if (!teaching_group_id) return unknownGroup(group);
      const student_id = find.student(register_no);
      if (!student_id) return unknownStudent(register_no);
      const refused = backwards({ from, until });
      if (refused) return refused;
      const put = members.put({ teaching_group_id, student_id, from: from ?? null, until });
      dated.came(put.id, line);
      if (isWhole(teaching_group_id)) warn(line, 'group', group, wrong('listOfWholeGroup'));
      return put.outcome;
    },
    finish: dated.overlapping,
  };
};
