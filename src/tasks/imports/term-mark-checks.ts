import { subjectScale } from '../../db/subjects.js';
import { plannedGroups, programmeSubjects } from '../../db/year-plan.js';
import { gradeOf } from '../../rules/class-name.js';
import { groupedBy } from '../../rules/grouping.js';
import { isPoints } from '../../rules/marks.js';
import { remembered } from '../../rules/remembered.js';
import { wrong } from '../../text/findings.js';
import { membership } from '../journal/membership.js';
import { groupsByStudent } from '../journal/student-groups.js';
import type { ImportContext } from './importing.js';
import { notInYear } from './year-checks.js';

interface ImportedTermMark {
  readonly student: number;
  /** The code. */
  readonly subject: string;
  readonly term: string;
  readonly value: string;
}

/**
 * Whether a term mark can be: its student must be in the school year. What is merely odd is pointed
 * out: a subject that the student does not learn, points in a subject that is passed or failed.
 */
export function termMarkCheck(context: ImportContext) {
  let known: ReturnType<typeof learners> | undefined;
  return ({ student, subject, term, value }: ImportedTermMark, line: number) => {
    known ??= learners(context);
    const subjects = known.subjectsOf(student);
    if (!subjects) return notInYear(context.year);
    if (!subjects.has(subject)) {
      context.warn(line, 'subject', subject, wrong('subjectNotLearnt', { subject }));
    } else if (term !== 'exam' && isPoints(value) && known.isPassed(subject)) {
      context.warn(line, 'value', value, wrong('pointsInPassSubject', { subject }));
    }
    return undefined;
  };
}

/** Which subjects a student learns at some time of the year, by programme or in a group. */
function learners({ db, year }: ImportContext) {
  const members = membership(db, year);
  const { students, classesOf, spansInGroup } = members;
  const byNumber = new Map(students.map((student) => [student.student_id, student]));
  const groups = new Map(plannedGroups(db, year).map((group) => [group.name, group]));
  const groupsOf = groupsByStudent({ plan: { groups }, membership: members }, students);
  const ofProgramme = groupedBy(programmeSubjects(db, year), ({ programme, grade }) =>
    [programme, grade].join(' '),
  );
  const found = new Map<number, ReadonlySet<string> | undefined>();
  const subjectsOf = (number: number): ReadonlySet<string> | undefined => {
    const student = byNumber.get(number);
    if (!student || found.has(number)) return found.get(number);
    const planned = classesOf(student).flatMap(
      (name) => ofProgramme.get([student.programme, gradeOf(name)].join(' ')) ?? [],
    );
    const learnt = (groupsOf.get(number) ?? []).filter(
      (group) => spansInGroup(group, student).length > 0,
    );
    const subjects = new Set([...planned, ...learnt].map(({ subject }) => subject));
    found.set(number, subjects);
    return subjects;
  };
  const isPassed = remembered((code: string) => subjectScale(db, code) === 'pass');
  return { subjectsOf, isPassed };
}
