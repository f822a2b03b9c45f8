import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { firstLessonDay } from '../../db/calendar-days.js';
import { groupLists, isGroupUsed } from '../../db/groups.js';
import { write } from '../../db/operation.js';
import { type References, references } from '../../db/references.js';
import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { tableByKey } from '../../db/table-by-key.js';
import { type PlannedStudent, plannedGroups } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import { type CivilDate, nearestIn, schoolYearBounds } from '../../rules/civil-date.js';
import { byPersonName } from '../../rules/latvian-order.js';
import { dateOf } from '../../rules/school-time.js';
import { refuseOther } from '../agreed.js';
import { type Membership, membership } from '../journal/membership.js';
import { checkDays } from '../journal/narrowing.js';
import { yearOf } from '../school-year.js';

/** Groups that are made here, and not read from files (clauses 2.1.2, 2.1.4). */
export interface NewGroups {
  readonly year?: number | undefined;
  readonly subject: string;
  /** The classes; several for a combined group. */
  readonly classes: readonly string[];
  /** Staff codes, the first the one who owes the entries; for parts of a class one for each part. */
  readonly teachers: readonly string[];
  /** Into how many groups a class is divided; 1 for a combined group. */
  readonly parts: number;
  readonly by: 'alphabet' | 'sex' | 'alternate';
  /** The day from which the students are in them; none = for the whole year. */
  readonly from?: CivilDate | undefined;
  /** The members to which somebody agreed: where they would be others, nothing is written. */
  readonly agreed?: readonly NewMember[] | undefined;
}

/** One member of a group that was made. */
export interface NewMember {
  group: string;
  register_no: string;
  last_name: string;
  first_name: string;
  class: string;
}

/**
 * Divides a class for a subject, or combines classes: makes the groups and puts the students into them.
 * A group of that name is filled anew: who is no longer in it is taken out. Where lessons or works of it
 * were entered, who was in it then is not forgotten: its members change from a day on.
 * @throws Problem unknownClass, unknownSubject, unknownStaff, noStudents, sexUnknown, tooManyParts,
 *   oneClassCombined, wholeGroup, groupInUse, otherThanAgreed, and those of checkDays
 */
export function createGroups(context: Context, wanted: NewGroups): NewMember[] {
  const { db } = context;
  return write(context, () => {
    const year = yearOf(db, wanted.year);
    checkDays(year, { from: wanted.from });
    if (wanted.parts === 1 && wanted.classes.length < 2)
      throw new Problem('oneClassCombined', undefined, { field: 'combine' });
    const find = references(db, year.school_year_id);
    const day = wanted.from ?? nearestDay(context, year);
    const students = studentsOf(membership(db, year), wanted.classes, find, day);
    const made = divided(students, wanted).flatMap((part, place) =>
      part.length > 0 ? makeGroup(db, find, year.school_year_id, wanted, part, place) : [],
    );
    refuseOther(made, wanted.agreed);
    return made;
  });
}

/** The other groups of the subject in which the members of groups that were made are all the same that day. */
export function groupsBeside(
  { db, asOf }: Pick<Context, 'db' | 'asOf'>,
  { year: asked, subject, from }: NewGroups,
  made: readonly NewMember[],
): string[] {
  const year = yearOf(db, asked);
  const day = from ?? nearestDay({ db, asOf }, year);
  const [names, students] = [
    new Set(made.map(({ group }) => group)),
    new Set(made.map(({ register_no }) => register_no)),
  ];
  const members = membership(db, year);
  return plannedGroups(db, year)
    .filter((group) => group.subject === subject && !names.has(group.name))
    .filter((group) => members.members(group, day).some((one) => students.has(one.register_no)))
    .map(({ name }) => name);
}

/** Today; outside the lessons of the school year, their nearest day. */
function nearestDay({ db, asOf }: Pick<Context, 'db' | 'asOf'>, year: SchoolYearRow): CivilDate {
  const { first, last } = schoolYearBounds(year.year);
  const from = firstLessonDay(db, year) ?? first;
  return nearestIn({ from, until: last }, dateOf(asOf, schoolZone(db)));
}

interface Placed extends PlannedStudent {
  className: string;
}

function studentsOf(
  members: Membership,
  classes: readonly string[],
  find: References,
  day: CivilDate,
): Placed[] {
  const found = classes.flatMap((name) => {
    if (find.class(name) === undefined)
      throw new Problem('unknownClass', { class: name }, { field: 'class' });
    return members.classMembers(name, day).map((student) => ({ ...student, className: name }));
  });
  if (found.length === 0) throw new Problem('noStudents', { classes: classes.join(', ') });
  return found.sort(byPersonName);
}

/** By the alphabet in equal runs, by turns, or girls and boys, of whom there may be none. */
function divided(students: readonly Placed[], { parts, by }: NewGroups): Placed[][] {
  if (by === 'sex') {
    const unknown = students.filter(({ sex }) => sex === null).map((one) => one.register_no);
    if (unknown.length > 0) throw new Problem('sexUnknown', { students: unknown });
    return ['S', 'V'].map((sex) => students.filter((student) => student.sex === sex));
  }
  const count = students.length;
  if (count < parts) throw new Problem('tooManyParts', { students: count, parts });
  const partOf = (place: number) =>
    by === 'alphabet' ? Math.floor((place * parts) / count) : place % parts;
  return Array.from({ length: parts }, (_, part) =>
    students.filter((_student, place) => partOf(place) === part),
  );
}

function makeGroup(
  db: Database,
  find: References,
  school_year_id: number,
  wanted: NewGroups,
  members: readonly Placed[],
  place: number,
): NewMember[] {
  const name = groupName(wanted, members, place);
  const subject_id = find.subject(wanted.subject);
  if (!subject_id)
    throw new Problem('unknownSubject', { subject: wanted.subject }, { field: 'subject' });
  const groups = tableByKey(db, 'teaching_group', ['school_year_id', 'name']);
  const existing = groups.find({ school_year_id, name });
  if (existing?.['whole']) throw new Problem('wholeGroup', { group: name });
  const { id } = groups.put({ school_year_id, name, subject_id, whole: 0 });
  const lists = groupLists(db);
  const teachers = teachersOf(wanted, find, place);
  // Whoever has the group keeps it where nobody is named.
  if (teachers.length > 0 || !existing) lists.setTeachers(id, teachers);
  const classes = wanted.classes.flatMap((each) => find.class(each) ?? []);
  lists.setClasses(id, classes);
  const students = members.map((student) => student.student_id);
  if (wanted.from !== undefined) lists.changeMembers(id, students, wanted.from);
  else if (lists.setMembers(id, students) !== 'unchanged' && isGroupUsed(db, id))
    throw new Problem('groupInUse', { group: name }, { field: 'from' });
  return members.map(({ register_no, last_name, first_name, className }) => ({
    group: name,
    register_no,
    last_name,
    first_name,
    class: className,
  }));
}

/** `7.a EN 1`; of girls and boys `7.a SPO S`; of several classes `10.a+10.b DE`. */
function groupName(
  { classes, subject, parts, by }: NewGroups,
  members: readonly Placed[],
  place: number,
) {
  const base = `${classes.join('+')} ${subject}`;
  if (by === 'sex') return `${base} ${members[0]?.sex ?? ''}`;
  return parts > 1 ? `${base} ${place + 1}` : base;
}

function teachersOf({ teachers, parts }: NewGroups, find: References, place: number): number[] {
  const own = parts > 1 && teachers.length === parts ? teachers.slice(place, place + 1) : teachers;
  return own.map((code) => {
    const staff = find.staff(code);
    if (staff === undefined) throw new Problem('unknownStaff', { code }, { field: 'teacher' });
    return staff;
  });
}
