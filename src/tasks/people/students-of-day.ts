import type { Database } from 'better-sqlite3';
import { references } from '../../db/references.js';
import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type PlannedStudent, plannedGroups } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import { type CivilDate, nearestIn, schoolYearBounds } from '../../rules/civil-date.js';
import { isClassAsked } from '../../rules/class-name.js';
import { byClassAndName } from '../../rules/latvian-order.js';
import { dateOf } from '../../rules/school-time.js';
import { type Membership, membership } from '../journal/membership.js';
import { yearAsOf, yearOfDay } from '../school-year.js';
import { refuseNobody } from './nobody-found.js';

/** Which students are asked about; none given: all who are in the school on the day. */
export interface AskedStudents {
  readonly year?: number | undefined;
  /** The day, which also says the school year; none = the day that the question is about. */
  readonly on?: CivilDate | undefined;
  readonly class?: string | undefined;
  readonly group?: string | undefined;
  readonly student?: string | undefined;
}

export interface StudentsOfDay {
  readonly year: SchoolYearRow;
  readonly day: CivilDate;
  /** By class and name, each with the class of the day. */
  readonly students: readonly PlannedStudent[];
}

/**
 * The students who are in the school, in a class or in a group on a day. Without a day of its own a year
 * that is over, or has not begun, is asked about on its last or first day.
 * @throws Problem noSchoolYear, unknownSchoolYear, unknownClass, unknownGroup, unknownStudent, otherClass, notAtSchool
 */
export function studentsOfDay(db: Database, asOf: Date, asked: AskedStudents): StudentsOfDay {
  const { on } = asked;
  const year = on === undefined ? yearAsOf(db, asked.year, asOf) : yearOfDay(db, on);
  const { first, last } = schoolYearBounds(year.year);
  const today = dateOf(asOf, schoolZone(db));
  const day = on ?? nearestIn({ from: first, until: last }, today);
  const { members, classOn } = membersOfDay(db, year, day, asked.group);
  const present = members.flatMap((student): PlannedStudent[] => {
    const name = classOn(student, day);
    return name === undefined ? [] : [{ ...student, class: name }];
  });
  const students = present.filter((student) => isAsked(student, asked)).sort(byClassAndName);
  if (students.length === 0) {
    const found = present.find((one) => one.register_no === asked.student)?.class;
    refuseNobody(db, { ...asked, schoolYear: year.school_year_id, day, found });
  }
  return { year, day, students };
}

/** Everybody of the school year, or who is in a group on the day. */
function membersOfDay(
  db: Database,
  year: SchoolYearRow,
  day: CivilDate,
  group: string | undefined,
): Pick<Membership, 'classOn'> & { members: readonly PlannedStudent[] } {
  if (group === undefined) {
    const { students, classOn } = membership(db, year);
    return { members: students, classOn };
  }
  const number = references(db, year.school_year_id).group(group);
  const [planned] = number === undefined ? [] : plannedGroups(db, year, [number]);
  if (!planned) throw new Problem('unknownGroup', { group }, { field: 'group' });
  const { members, classOn } = membership(db, year, [planned.teaching_group_id]);
  return { members: members(planned, day), classOn };
}

const isAsked = (
  { class: name, register_no }: PlannedStudent,
  { class: className, student }: AskedStudents,
) => isClassAsked(name, className) && (student === undefined || register_no === student);
