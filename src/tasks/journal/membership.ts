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
import {
  type CivilDate,
  covers,
  type DaySpan,
  overlap,
  schoolYearBounds,
} from '../../rules/civil-date.js';
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
  /** Whether a student is in a group on any of the days. */
  isInDuring(group: PlannedGroup, student: PlannedStudent, days: DaySpan): boolean;
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
  const stays = classStays(students, staysOf(db, year, students, only));
  const lists = groupLists(db, year, students, groups);
  const learns = learning(db, year);

  const isMember = (group: PlannedGroup, student: PlannedStudent, date: CivilDate) => {
    const name = stays.classOn(student, date);
    if (name === undefined) return false;
    if (group.whole) return group.classes.includes(name) && learns(student, name, group.subject);
    return lists.rowsOf(group, student).some((row) => covers(row, date));
  };

  const spansInGroup = (group: PlannedGroup, student: PlannedStudent): DaySpan[] => {
    const own = stays.staysOf(student);
    if (group.whole) {
      const { classes, subject } = group;
      return own.filter(
        (stay) => classes.includes(stay.class) && learns(student, stay.class, subject),
      );
    }
    const dated = lists.rowsOf(group, student);
    return dated.flatMap((row) => own.flatMap((stay) => shared(stay, row)));
  };

  const isInDuring = (group: PlannedGroup, student: PlannedStudent, days: DaySpan) =>
    spansInGroup(group, student).some((span) => overlap(span, days));

  const candidates = (group: PlannedGroup, date: CivilDate): PlannedStudent[] =>
    group.whole
      ? group.classes.flatMap((name) => stays.classMembers(name, date))
      : lists.studentsOn(group);

  const members = (group: PlannedGroup, date: CivilDate) =>
    candidates(group, date)
      .filter((student) => isMember(group, student, date))
      .sort((a, b) => (a.register_no < b.register_no ? -1 : 1));

  return {
    students,
    ...stays,
    listsOf: lists.listsOf,
    isMember,
    spansInGroup,
    isInDuring,
    members,
  };
}

/** Who is in which class on which day. */
function classStays(students: readonly PlannedStudent[], stays: readonly Stay[]) {
  const ofStudent = groupedBy(stays, (stay) => stay.student.student_id);
  const inClass = groupedBy(stays, (stay) => stay.class);
  const of = ({ student_id }: Pick<PlannedStudent, 'student_id'>) =>
    ofStudent.get(student_id) ?? [];
  return {
    staysOf: of,
    classOn: (student: Pick<PlannedStudent, 'student_id'>, date: CivilDate) =>
      of(student).find((stay) => covers(stay, date))?.class,
    classMembers: (name: string, date: CivilDate) =>
      (inClass.get(name) ?? []).filter((stay) => covers(stay, date)).map((stay) => stay.student),
    everIn: (name: string) =>
      students.filter((student) => of(student).some((stay) => isClassAsked(stay.class, name))),
    classesOf: (student: PlannedStudent) => [...new Set(of(student).map((stay) => stay.class))],
  };
}

/** Who is on the list of which group; groups of whole classes have none. */
function groupLists(
  db: Database,
  year: SchoolYearRow,
  students: readonly PlannedStudent[],
  groups: readonly number[] | undefined,
) {
  const rows = listedMembers(db, year, groups);
  const ofMember = groupedBy(rows, (row) => memberKey(row.group, row.student_id));
  const withStudent = groupedBy(rows, (row) => row.student_id);
  const ofGroup = groupedBy(rows, (row) => row.group);
  const byNumber = new Map(students.map((student) => [student.student_id, student]));
  return {
    rowsOf: (group: PlannedGroup, student: PlannedStudent) =>
      ofMember.get(memberKey(group.name, student.student_id)) ?? [],
    studentsOn: (group: PlannedGroup) => {
      const numbers = new Set(ofGroup.get(group.name)?.map((row) => row.student_id));
      return [...numbers].flatMap((number) => byNumber.get(number) ?? []);
    },
    listsOf: ({ student_id }: PlannedStudent) => [
      ...new Set(withStudent.get(student_id)?.map((row) => row.group)),
    ],
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
    const { class: base, enrolled_on: since, left_on, student_id } = student;
    const told = movements.get(student_id) ?? [];
    // Who is in the list of the year was there: a later day is that of another year's joining.
    const enrolled_on = since !== null && since <= last ? since : null;
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
