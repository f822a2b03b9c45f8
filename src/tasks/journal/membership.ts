import type { Database } from 'better-sqlite3';
import { possibleMembers } from '../../db/groups-of.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import {
  type Dated,
  listedMembers,
  type PlannedGroup,
  type PlannedStudent,
  plannedStudents,
  programmeSubjects,
  studentMovements,
} from '../../db/year-plan.js';
import { type CivilDate, covers, type DaySpan, schoolYearBounds } from '../../rules/civil-date.js';
import { gradeOf, isClassAsked } from '../../rules/class-name.js';
import { spansOf } from '../../rules/enrolment.js';
import { groupedBy } from '../../rules/grouping.js';

/** In which class a student is, and when. */
interface Stay extends DaySpan {
  student: PlannedStudent;
  class: string;
}

/** Who is in which class and in which group, day by day, in one school year. */
export interface Membership {
  readonly students: readonly PlannedStudent[];
  /** The stays of a student in classes, in their order. */
  staysOf(student: PlannedStudent): readonly Stay[];
  /** The class of a student on a day; undefined before joining and after the last day. */
  classOn(student: Pick<PlannedStudent, 'student_id'>, date: CivilDate): string | undefined;
  /** The students of a class on a day, by register number. */
  classMembers(name: string, date: CivilDate): PlannedStudent[];
  /** The students who were in a class on any day, by register number; its letters in any case. */
  everIn(name: string): PlannedStudent[];
  /** The classes in which a student is on any day. */
  classesOf(student: PlannedStudent): string[];
  /** The groups on whose lists a student is, on any day. */
  listsOf(student: PlannedStudent): string[];
  isMember(group: PlannedGroup, student: PlannedStudent, date: CivilDate): boolean;
  /** When a student is in a group. */
  spansInGroup(group: PlannedGroup, student: PlannedStudent): DaySpan[];
  /** The members of a group on a day, by register number. */
  members(group: PlannedGroup, date: CivilDate): PlannedStudent[];
}

/**
 * Of the whole school, or of some groups alone: where one day of one group is asked, the rest of the
 * year is not read.
 */
export function membership(
  db: Database,
  year: SchoolYearRow,
  groups?: readonly number[],
): Membership {
  const only = groups && possibleMembers(db, year, groups);
  const students = plannedStudents(db, year, only);
  const stays = staysOf(db, year, students, only);
  const staysOfStudent = groupedBy(stays, (stay) => stay.student.student_id);
  const staysInClass = groupedBy(stays, (stay) => stay.class);
  const lists = listedMembers(db, year, groups);
  const listed = groupedBy(lists, (row) => memberKey(row.group, row.student_id));
  const listsWith = groupedBy(lists, (row) => row.student_id);
  const studentsListed = groupedBy(lists, (row) => row.group);
  const byNumber = new Map(students.map((student) => [student.student_id, student]));
  const learns = learning(db, year);

  const staysOfOne = (student: Pick<PlannedStudent, 'student_id'>) =>
    staysOfStudent.get(student.student_id) ?? [];

  const classOn = (student: Pick<PlannedStudent, 'student_id'>, date: CivilDate) =>
    staysOfOne(student).find((stay) => covers(stay, date))?.class;

  const isMember = (group: PlannedGroup, student: PlannedStudent, date: CivilDate) => {
    const name = classOn(student, date);
    if (name === undefined) return false;
    if (group.whole) return group.classes.includes(name) && learns(student, name, group.subject);
    const rows = listed.get(memberKey(group.name, student.student_id)) ?? [];
    return rows.some((row) => covers(row, date));
  };

  const spansInGroup = (group: PlannedGroup, student: PlannedStudent) => {
    const own = staysOfOne(student);
    if (group.whole) {
      const { classes, subject } = group;
      return own.filter(
        ({ class: name }) => classes.includes(name) && learns(student, name, subject),
      );
    }
    const dated = listed.get(memberKey(group.name, student.student_id)) ?? [];
    return dated.flatMap((row) => own.flatMap((stay) => shared(stay, row)));
  };

  const classMembers = (name: string, date: CivilDate) =>
    (staysInClass.get(name) ?? []).filter((stay) => covers(stay, date)).map((stay) => stay.student);

  const everIn = (name: string) => {
    const isAsked = (stay: Stay) => isClassAsked(stay.class, name);
    return students.filter(({ student_id }) => staysOfStudent.get(student_id)?.some(isAsked));
  };

  const classesOf = ({ student_id }: PlannedStudent) => [
    ...new Set(staysOfStudent.get(student_id)?.map((stay) => stay.class)),
  ];
  const listsOf = ({ student_id }: PlannedStudent) => [
    ...new Set(listsWith.get(student_id)?.map((row) => row.group)),
  ];

  const candidates = (group: PlannedGroup, date: CivilDate): PlannedStudent[] => {
    if (group.whole) return group.classes.flatMap((name) => classMembers(name, date));
    const numbers = new Set((studentsListed.get(group.name) ?? []).map((row) => row.student_id));
    return [...numbers].flatMap((number) => byNumber.get(number) ?? []);
  };

  const members = (group: PlannedGroup, date: CivilDate) =>
    candidates(group, date)
      .filter((student) => isMember(group, student, date))
      .sort((a, b) => (a.register_no < b.register_no ? -1 : 1));

  return {
    students,
    staysOf: staysOfOne,
    classOn,
    classMembers,
    everIn,
    classesOf,
    listsOf,
    isMember,
    spansInGroup,
    members,
  };
}

/** The days that lie in both. */
function shared(stay: DaySpan, row: Dated): DaySpan[] {
  const from = row.from !== null && row.from > stay.from ? row.from : stay.from;
  const until = row.until !== null && row.until < stay.until ? row.until : stay.until;
  return from <= until ? [{ from, until }] : [];
}

const memberKey = (group: string, student: number) => `${student} ${group}`;

function staysOf(
  db: Database,
  year: SchoolYearRow,
  students: readonly PlannedStudent[],
  only: readonly number[] | undefined,
): Stay[] {
  const movements = groupedBy(studentMovements(db, year, only), (movement) => movement.student_id);
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
