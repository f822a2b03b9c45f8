import type { Database } from 'better-sqlite3';
import { calendarDays } from '../../db/calendar-days.js';
import { type StudyYear, studyYearsBefore } from '../../db/graduates.js';
import { type SchoolYearRow, schoolYear } from '../../db/school-years.js';
import { markedSubjects } from '../../db/term-facts.js';
import {
  type PlannedGroup,
  type PlannedStudent,
  type ProgrammeSubject,
  plannedGroups,
  programmeSubjects,
} from '../../db/year-plan.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { groupedBy } from '../../rules/grouping.js';
import { remembered, rememberedOfTwo } from '../../rules/remembered.js';
import { yearEnd } from '../../rules/year-end.js';
import { type Membership, membership } from '../journal/membership.js';

/** A subject that a student learned in a school year, and what its programme asked at the year's end. */
export interface Study {
  readonly school_year_id: number;
  readonly year: number;
  readonly subject: string;
  readonly demand: 'exam' | 'credit' | null;
}

/** Where a student is in a school year. */
export interface Place {
  readonly student: PlannedStudent;
  readonly class: string;
  readonly grade: number;
}

/**
 * Tells for one school year which subjects of the programme a student learns: those in whose groups they are,
 * and those of the class that are neither chosen nor untaught.
 */
export function learnedSubjects(
  db: Database,
  year: SchoolYearRow,
  members: Membership,
): (place: Place, day: CivilDate) => Study[] {
  const plan = { subjects: programmeSubjects(db, year), groups: plannedGroups(db, year) };
  const { subjects, groups } = plan;
  const ofProgramme = groupedBy(subjects, ({ programme, grade }) => `${programme} ${grade}`);
  const byName = new Map(groups.map((group) => [group.name, group]));
  const ofClass = groupedBy(groups.flatMap(byClass), ({ key }) => key);
  const isUntaught = untaughtSubjects(db, year, members, plan);
  const learns = (
    { student, class: name }: Place,
    { subject, year_end }: Pick<ProgrammeSubject, 'subject' | 'year_end'>,
    day: CivilDate,
  ) => {
    const offered = (ofClass.get(`${name} ${subject}`) ?? []).map(({ group }) => group);
    const listed = members.listsOf(student).flatMap((list) => byName.get(list) ?? []);
    const isIn = [...offered, ...listed].some(
      (group) => group.subject === subject && members.isMember(group, student, day),
    );
    return isIn || !(isChosen(offered) || (year_end === null && isUntaught(name, subject)));
  };
  return (place, day) =>
    (ofProgramme.get(`${place.student.programme} ${place.grade}`) ?? [])
      .filter((one) => learns(place, one, day))
      .map(({ subject, year_end }) => ({ ...year, subject, demand: year_end }));
}

const byClass = (group: PlannedGroup) =>
  group.classes.map((name) => ({ key: `${name} ${group.subject}`, group }));

/** What the programmes of a school year ask, and its groups. */
interface YearOfGroups {
  readonly subjects: readonly ProgrammeSubject[];
  readonly groups: readonly PlannedGroup[];
}

/**
 * Tells whether a class does not learn a subject of its programme, which is that of most of its students: it
 * has groups, but none for that subject, and nobody in it has a mark of it. So it is where all have taken the
 * same second language. Where a class has no groups at all, the programme alone tells.
 */
export function untaughtSubjects(
  db: Database,
  year: SchoolYearRow,
  members: Membership,
  { subjects, groups: planned }: YearOfGroups = {
    subjects: programmeSubjects(db, year),
    groups: plannedGroups(db, year),
  },
): (className: string, subject: string) => boolean {
  const groups = planned.flatMap(byClass);
  const offered = new Set(groups.map(({ key }) => key));
  const classes = new Set(groups.flatMap(({ group }) => group.classes));
  const marked = markedSubjects(db, year);
  const hasGroups = remembered(
    (name: string) =>
      classes.has(name) || members.everIn(name).some((one) => members.listsOf(one).length > 0),
  );
  const asked = new Set(subjects.map((one) => `${one.programme} ${one.grade} ${one.subject}`));
  const isOfMost = (name: string, subject: string) => {
    const students = members.everIn(name);
    const own = students.filter(({ programme }) =>
      asked.has(`${programme} ${gradeOf(name)} ${subject}`),
    );
    return own.length * 2 > students.length;
  };
  return rememberedOfTwo((name: string, subject: string) => {
    const key = `${name} ${subject}`;
    const isTaught = offered.has(key) || marked.has(key);
    return !isTaught && hasGroups(name) && isOfMost(name, subject);
  });
}

/**
 * Whether a subject is one that a student of a class may or may not have chosen. It is not where the
 * whole class learns it, where the class is divided for it (then everybody must be in one of the
 * parts), and where there is no group at all.
 */
function isChosen(offered: readonly PlannedGroup[]): boolean {
  const parts = offered.filter((group) => !group.whole && group.classes.length === 1);
  return offered.length > 0 && parts.length < 2 && !offered.some((group) => group.whole);
}

/**
 * What the students learned in the grades of their stage before this one; of a grade that was
 * repeated, in the last year of it.
 */
export function earlierStudies(
  db: Database,
  places: readonly Place[],
  { firstGrade, year }: { firstGrade: number; year: number },
): ReadonlyMap<number, readonly Study[]> {
  const grades = new Map(places.map(({ student, grade }) => [student.student_id, grade]));
  const spent = studyYearsBefore(db, [...grades.keys()], year).filter(
    ({ student_id, grade }) => grade >= firstGrade && grade < (grades.get(student_id) ?? 0),
  );
  const last = new Map(spent.map((one) => [`${one.student_id} ${one.grade}`, one]));
  const byYear = [...groupedBy(last.values(), ({ year: of }) => of)].sort(([a], [b]) => a - b);
  const studies = byYear.flatMap(([of, years]) => studiesOf(db, of, years));
  const byStudent = groupedBy(studies, ([student]) => student);
  return new Map([...byStudent].map(([student, own]) => [student, own.map(([, study]) => study)]));
}

function studiesOf(
  db: Database,
  of: number,
  years: readonly StudyYear[],
): [student: number, Study][] {
  const year = schoolYear(db, of);
  if (!year) return [];
  const members = membership(db, year);
  const learned = learnedSubjects(db, year, members);
  const students = new Map(members.students.map((student) => [student.student_id, student]));
  const calendar = calendarDays(db, year);
  return years.flatMap(({ student_id, grade }) => {
    const student = students.get(student_id);
    if (!student) return [];
    const day = yearEnd(calendar, grade, of);
    const place = { student, class: members.classOn(student, day) ?? student.class, grade };
    return learned(place, day).map((study): [number, Study] => [student_id, study]);
  });
}
