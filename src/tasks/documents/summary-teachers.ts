import { staffNames } from '../../db/staff-names.js';
import { subjectsInOrder } from '../../db/subjects.js';
import { type PlannedGroup, type TeacherChange, teacherChanges } from '../../db/year-plan.js';
import { groupedBy } from '../../rules/grouping.js';
import { compareLatvian } from '../../rules/latvian-order.js';
import type { SummaryScope, SummaryTeacher } from './summary-journal.js';

/** Tells who taught the groups of a class, by subject in the order of documents, and by group. */
export function summaryTeachers({ db, year, book }: SummaryScope) {
  const names = staffNames(db);
  const changes = groupedBy(teacherChanges(db, year), ({ group }) => group);
  const subjects = subjectsInOrder(db);
  const groups = [...book.plan.groups.values()];
  return (name: string): SummaryTeacher[] => {
    const own = groupedBy(
      groups.filter(({ classes }) => classes.includes(name)),
      ({ subject }) => subject,
    );
    return subjects.flatMap(({ code, name: subjectName, certificate_name }) =>
      [...(own.get(code) ?? [])]
        .sort((a, b) => compareLatvian(a.name, b.name))
        .map((group) => ({
          subject: code,
          name: certificate_name ?? subjectName,
          group: group.name,
          classes: group.classes,
          teachers: teachersOf(group, changes.get(group.name) ?? [], names),
        })),
    );
  };
}

function teachersOf(
  { teachers }: PlannedGroup,
  changes: readonly TeacherChange[],
  names: ReadonlyMap<string, string>,
): SummaryTeacher['teachers'] {
  const whole = teachers.map((teacher) => ({ teacher, from: null, until: null }));
  return [...whole, ...changes].map(({ teacher, from, until }) => ({
    name: names.get(teacher) ?? teacher,
    from,
    until,
  }));
}
