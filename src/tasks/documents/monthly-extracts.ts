import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type SubjectRow, subjectsInOrder } from '../../db/subjects.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import {
  type CivilDate,
  type DaySpan,
  monthSpan,
  parseCivilDate,
  schoolYearOf,
} from '../../rules/civil-date.js';
import { isClassAsked } from '../../rules/class-name.js';
import { groupedBy } from '../../rules/grouping.js';
import { byPersonName, compareLatvian } from '../../rules/latvian-order.js';
import { average } from '../../rules/marks.js';
import { toMoment } from '../../rules/school-time.js';
import { groupsByStudent } from '../journal/student-groups.js';
import { refuseNobody } from '../people/nobody-found.js';
import { yearOfDay } from '../school-year.js';
import type { AbsenceCounts, Extract, ExtractSubject } from './extract.js';
import { type MonthAbsence, type MonthBook, type MonthMark, monthBook } from './month-book.js';

/** Days that lie in one school year. */
interface AskedSpan extends DaySpan {
  /** The month, where it was asked for as one. */
  readonly month?: string | undefined;
}

export interface ExtractFilter extends AskedSpan {
  readonly class?: string | undefined;
  readonly student?: string | undefined;
}

/** The extracts of one class, its students in Latvian order. */
export interface ClassExtracts {
  readonly class: string;
  readonly students: readonly Extract[];
}

/**
 * The extract of clause 3.4 for each student: of a class its students of the last day of the span,
 * with the subjects of every group they were in during it and any with entries, in document order.
 * @throws Problem badSpan, noSchoolYear, unknownSchoolYear, unknownClass, unknownStudent, otherClass, notAtSchool
 */
export function monthlyExtracts(db: Database, asOf: Date, filter: ExtractFilter): ClassExtracts[] {
  const { from, until } = filter;
  const year = yearOfSpan(db, filter);
  const book = monthBook(db, { year, from, until, asOf: toMoment(asOf) });
  const present = presentStudents(book, until);
  const chosen = present.filter((one) => isAsked(one, filter));
  if (chosen.length === 0) {
    const found = present.find(([, one]) => one.register_no === filter.student)?.[0];
    refuseNobody(db, { ...filter, schoolYear: year.school_year_id, day: until, found });
  }
  const subjects = subjectsInOrder(db);
  const groupsOf = groupsDuring(
    book,
    chosen.map(([, student]) => student),
    filter,
  );
  return [...groupedBy(chosen, ([className]) => className)]
    .sort(([a], [b]) => compareLatvian(a, b))
    .map(([name, members]) => ({
      class: name,
      students: members
        .map(([, student]) => student)
        .sort(byPersonName)
        .map((student) =>
          extractOf(book, student, name, periodOf(filter), subjects, groupsOf(student)),
        ),
    }));
}

/**
 * The school year in which a span lies.
 * @throws Problem badSpan, noSchoolYear, unknownSchoolYear
 */
export function yearOfSpan(db: Database, { from, until, month }: AskedSpan): SchoolYearRow {
  const year = schoolYearOf(from);
  if (until < from || schoolYearOf(until) !== year) {
    throw new Problem('badSpan', { from, until }, { field: 'until' });
  }
  return yearOfDay(db, from, month === undefined ? 'from' : 'month');
}

/** `2015-10` for a whole month, else `2015-10-01/2015-10-15`. */
export function periodOf({ from, until }: DaySpan): string {
  const month = from.slice(0, 7);
  const whole = monthSpan(month);
  return whole?.from === from && whole.until === until ? month : `${from}/${until}`;
}

/**
 * The span that a period of an extract names.
 * @throws Problem badSpan
 */
export function spanOfPeriod(period: string): DaySpan {
  const [from, until] = period.split('/').map(parseCivilDate);
  const span = monthSpan(period) ?? (from && until && { from, until });
  if (!span) throw new Problem('badSpan', { from: period, until: period });
  return span;
}

/** Everybody who is in a class on a day, with the class. */
function presentStudents({ membership }: MonthBook, day: CivilDate): [string, PlannedStudent][] {
  return membership.students.flatMap((student): [string, PlannedStudent][] => {
    const name = membership.classOn(student, day);
    return name === undefined ? [] : [[name, student]];
  });
}

function isAsked([name, { register_no }]: [string, PlannedStudent], asked: ExtractFilter): boolean {
  const { class: className, student } = asked;
  return isClassAsked(name, className) && (student === undefined || register_no === student);
}

/** The groups in which a student was on any day of a span. */
function groupsDuring(book: MonthBook, students: readonly PlannedStudent[], asked: DaySpan) {
  const groupsOf = groupsByStudent(book, students);
  const { isInDuring } = book.membership;
  return (student: PlannedStudent): PlannedGroup[] =>
    (groupsOf.get(student.student_id) ?? []).filter((group) => isInDuring(group, student, asked));
}

function extractOf(
  book: MonthBook,
  student: PlannedStudent,
  className: string,
  month: string,
  subjects: readonly SubjectRow[],
  groups: readonly PlannedGroup[],
): Extract {
  const subjectOf = (group: string | undefined) => book.plan.groups.get(group ?? '')?.subject ?? '';
  const marks = groupedBy(book.marksOf(student), (mark) => subjectOf(mark.group));
  const all = book.absencesOf(student);
  const absences = groupedBy(all, (absence) => subjectOf(absence.group));
  const own = new Set([
    ...groups.map((group) => group.subject),
    ...marks.keys(),
    ...absences.keys(),
  ]);
  const { register_no, last_name, first_name } = student;
  return {
    register_no,
    last_name,
    first_name,
    class: className,
    month,
    subjects: subjects
      .filter(({ code }) => own.has(code))
      .map(({ code }) => subjectLine(code, marks.get(code) ?? [], absences.get(code) ?? [])),
    absences: absenceCounts(all),
    late: all.filter((absence) => absence.late).length,
  };
}

function subjectLine(
  subject: string,
  marks: readonly MonthMark[],
  absences: readonly MonthAbsence[],
): ExtractSubject {
  return {
    subject,
    marks,
    average: average(marks.map((mark) => mark.value)),
    absences: absenceCounts(absences),
    late: absences.filter((absence) => absence.late).length,
  };
}

/** A late arrival is no absence and needs no justification. */
export function absenceCounts(absences: readonly MonthAbsence[]): AbsenceCounts {
  const missed = absences.filter((absence) => !absence.late);
  const decided = (as: MonthAbsence['decision']) => missed.filter((a) => a.decision === as).length;
  return {
    justified: decided('justified'),
    unjustified: decided('unjustified'),
    undecided: decided('undecided'),
  };
}
