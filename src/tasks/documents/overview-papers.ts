import type { Database } from 'better-sqlite3';
import { classTeacherNames } from '../../db/offices.js';
import { setting } from '../../db/school-settings.js';
import { subjectsInOrder } from '../../db/subjects.js';
import type { Composition, Paper } from '../../documents/paper.js';
import type { DaySpan } from '../../rules/civil-date.js';
import { isInsufficient } from '../../rules/marks.js';
import type { Extract } from './extract.js';
import {
  type ClassExtracts,
  monthlyExtracts,
  periodOf,
  spanOfPeriod,
  yearOfSpan,
} from './monthly-extracts.js';

/** What a class teacher wants to know of a span of days; the names are an interface of the output. */
export interface Overview {
  class: string;
  from: string;
  until: string;
  class_teacher: string;
  students: number;
  /** Subjects in which a student has marks below 4, fails or work that is owed. */
  insufficient: {
    register_no: string;
    name: string;
    subject: string;
    marks: string[];
    average: string | null;
  }[];
  /** Who missed at least so many lessons: the setting `overview_absences`. */
  absences_from: number;
  absent: {
    register_no: string;
    name: string;
    missed: number;
    justified: number;
    unjustified: number;
    undecided: number;
    late: number;
  }[];
  /** Who has no mark at all. */
  nothing: { register_no: string; name: string }[];
}

/** The overview of each class, from the extracts of its students. */
export function overviews(
  db: Database,
  span: DaySpan,
  classes: readonly ClassExtracts[],
): Overview[] {
  const teacherOf = classTeacherNames(db, yearOfSpan(db, span));
  const names = new Map(subjectsInOrder(db).map(({ code, name }) => [code, name]));
  const absences_from = setting(db, 'overview_absences');
  return classes.map(({ class: className, students }) => ({
    class: className,
    from: span.from,
    until: span.until,
    class_teacher: teacherOf(className, span.until),
    students: students.length,
    insufficient: students.flatMap((student) => insufficient(student, names)),
    absences_from,
    absent: students.map(absence).filter(({ missed }) => missed >= absences_from),
    nothing: students
      .filter(({ subjects }) => subjects.every(({ marks }) => marks.length === 0))
      .map(named),
  }));
}

const named = ({ register_no, last_name, first_name }: Extract) => ({
  register_no,
  name: `${last_name} ${first_name}`,
});

function insufficient(student: Extract, names: ReadonlyMap<string, string>) {
  return student.subjects.flatMap(({ subject, marks, average }) => {
    const values = marks.map(({ value }) => value).filter(isInsufficient);
    const row = { ...named(student), subject: names.get(subject) ?? subject, average };
    return values.length > 0 ? [{ ...row, marks: values }] : [];
  });
}

function absence(student: Extract) {
  const { justified, unjustified, undecided } = student.absences;
  const missed = justified + unjustified + undecided;
  return { ...named(student), missed, ...student.absences, late: student.late };
}

export function overviewPapers(span: DaySpan, of: readonly Overview[]): Paper[] {
  return of.map((overview) => ({
    kind: 'class-overview',
    period: periodOf(span),
    class: overview.class,
    student: null,
    data: { ...overview },
  }));
}

/** The overviews of all classes in a period. */
export function composeOverviews(db: Database, asOf: Date, period: string): Composition {
  const span = spanOfPeriod(period);
  const all = overviews(db, span, monthlyExtracts(db, asOf, span));
  return { date: span.until, papers: overviewPapers(span, all) };
}
