import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from '../../db/school-years.js';
import {
  type Classes,
  listedMembers,
  type PlannedGroup,
  type PlannedStudent,
  plannedStudents,
  programmeSubjects,
  studentMovements,
} from '../../db/year-plan.js';
import { type CivilDate, covers, schoolYearBounds } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { spansOf } from '../../rules/enrolment.js';
import { groupedBy } from '../../rules/grouping.js';

/** In which class a student is, from one day to another, both included. */
interface Stay {
  student: PlannedStudent;
  class: string;
  from: CivilDate;
  until: CivilDate;
}

/** Who is in which class and in which group, day by day, in one school year. */
export interface Membership {
  readonly students: readonly PlannedStudent[];
  /** The class of a student on a day; undefined before joining and after the last day. */
  classOn(student: PlannedStudent, date: CivilDate): string | undefined;
  /** Every class in which a student is at some time of the year. */
  classesOf(student: PlannedStudent): ReadonlySet<string>;
  /** The students of a class on a day, by register number. */
  classMembers(name: string, date: CivilDate): PlannedStudent[];
  isMember(group: PlannedGroup, student: PlannedStudent, date: CivilDate): boolean;
  /** The members of a group on a day, by register number. */
  members(group: PlannedGroup, date: CivilDate): PlannedStudent[];
}

/** Who is where in a school year, or as far as some classes are concerned. */
export function membership(db: Database, year: SchoolYearRow, classes?: Classes): Membership {
  const students = plannedStudents(db, year, classes);
  const stays = staysOf(db, year, students);
  const staysOfStudent = groupedBy(stays, (stay) => stay.student.student_id);
  const staysInClass = groupedBy(stays, (stay) => stay.class);
  const rows = listedMembers(db, year, classes);
  const listed = groupedBy(rows, (row) => memberKey(row.group, row.student_id));
  const studentsListed = groupedBy(rows, (row) => row.group);
  const byNumber = new Map(students.map((student) => [student.student_id, student]));
  const learns = learning(db, year);

  const classOn = (student: PlannedStudent, date: CivilDate) =>
    staysOfStudent.get(student.student_id)?.find((stay) => covers(stay, date))?.class;

  const classesOf = (student: PlannedStudent) =>
    new Set((staysOfStudent.get(student.student_id) ?? []).map((stay) => stay.class));

  const isMember = (group: PlannedGroup, student: PlannedStudent, date: CivilDate) => {
    const name = classOn(student, date);
    if (name === undefined) return false;
    if (group.whole) return group.classes.includes(name) && learns(student, name, group.subject);
    const own = listed.get(memberKey(group.name, student.student_id)) ?? [];
    return own.some((row) => covers(row, date));
  };

  const classMembers = (name: string, date: CivilDate) =>
    (staysInClass.get(name) ?? []).filter((stay) => covers(stay, date)).map((stay) => stay.student);

  const candidates = (group: PlannedGroup, date: CivilDate): PlannedStudent[] => {
    if (group.whole) return group.classes.flatMap((name) => classMembers(name, date));
    const numbers = new Set((studentsListed.get(group.name) ?? []).map((row) => row.student_id));
    return [...numbers].flatMap((number) => byNumber.get(number) ?? []);
  };

  const members = (group: PlannedGroup, date: CivilDate) =>
    candidates(group, date)
      .filter((student) => isMember(group, student, date))
      .sort((a, b) => (a.register_no < b.register_no ? -1 : 1));

  return { students, classOn, classesOf, classMembers, isMember, members };
}

const memberKey = (group: string, student: number) => `${student} ${group}`;

function staysOf(db: Database, year: SchoolYearRow, students: readonly PlannedStudent[]): Stay[] {
  const movements = groupedBy(studentMovements(db, year), (movement) => movement.student_id);
  const { first, last } = schoolYearBounds(year.year);
  return students.flatMap((student) => {
    const { class: base, enrolled_on, left_on, student_id } = student;
    const told = movements.get(student_id) ?? [];
    const spans = spansOf({ base, enrolled_on, left_on, movements: told }, first, last);
    return spans.map((span) => ({ student, ...span }));
  });
}

/** Whether the programme of a student has a subject; without a programme every subject of the class counts. */
function learning(db: Database, year: SchoolYearRow) {
  const taught = new Set(
    programmeSubjects(db, year).map(({ programme, grade, subject }) =>
      [programme, grade, subject].join(' '),
    ),
  );
  return (student: PlannedStudent, className: string, subject: string) =>
    student.programme === null ||
    taught.has([student.programme, gradeOf(className), subject].join(' '));
}
