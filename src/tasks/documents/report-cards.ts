import type { Database } from 'better-sqlite3';
import { type DecisionRow, decisionsOf } from '../../db/decisions.js';
import { classTeacherNames } from '../../db/offices.js';
import { programmeNames } from '../../db/programmes.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type SubjectRow, subjectsInOrder } from '../../db/subjects.js';
import { termMarkEntries } from '../../db/term-marks.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { DaySpan } from '../../rules/civil-date.js';
import { isClassAsked } from '../../rules/class-name.js';
import { standingBy } from '../../rules/entries.js';
import type { TermValue } from '../../rules/final-marks.js';
import { groupedBy } from '../../rules/grouping.js';
import { byPersonName, compareLatvian } from '../../rules/latvian-order.js';
import { toMoment } from '../../rules/school-time.js';
import { type Term, terms } from '../../rules/term-marks.js';
import { type AbsenceBook, absenceBook } from '../journal/absence-book.js';
import { checkNames } from '../journal/narrowing.js';
import { type YearBook, yearBook } from '../journal/year-book.js';
import { yearAsOf } from '../school-year.js';
import { certificateStudents } from './check-certificates.js';
import { absenceCounts } from './monthly-extracts.js';
import { cardSpan, type OwedMarks, owedMarks } from './owed-marks.js';
import type { CardGap, CardSubject, CardTerm, ReportCard } from './report-card.js';

export interface CardFilter {
  readonly term: CardTerm;
  readonly year?: number | undefined;
  readonly class?: string | undefined;
  readonly student?: string | undefined;
  /** Leaves out who gets a certificate. */
  readonly exceptGraduates?: boolean | undefined;
}

/**
 * The report cards of a term (clause 3.5), class by class in Latvian order: of each class its students of
 * the last day of the term. The marks are all that were recorded for the student in the school year,
 * also in another class or from another school; the last entry stands. The absences are those between
 * the first and the last day of the term of the grade.
 * @throws Problem noSchoolYear, unknownSchoolYear, unknownClass, unknownStudent, otherClass, noTermInCalendar
 */
export function reportCards(db: Database, asOf: Date, filter: CardFilter): ReportCard[] {
  const year = yearAsOf(db, filter.year, asOf);
  const book = yearBook(db, year);
  checkNames(db, year, { class: filter.class, student: filter.student });
  const decisions = decisionsOf(db, year);
  const all = cardHolders(book, filter);
  if (all.length === 0) refuseOtherClass(book, filter);
  const graduating = filter.exceptGraduates ? certificateStudents(db, asOf, year) : new Set();
  const holders = all.filter(({ student }) => !graduating.has(student.student_id));
  const students = holders.map(({ student }) => student);
  const absences = absencesDuring(db, { year, asOf }, book, holders);
  const marks = termMarks(db, year, asOf, students);
  const owed = owedMarks(db, { year, asOf: toMoment(asOf), ...book }, filter.term);
  const subjects = subjectsInOrder(db);
  const programmes = programmeNames(db);
  const teacherOf = classTeacherNames(db, year);

  return holders.map(({ student, class: className, span }): ReportCard => {
    const { register_no, last_name, first_name, programme } = student;
    const ofStudent = shownMarks(marks.get(student.student_id), filter.term);
    const owedToStudent = owed(student, className);
    const decision = filter.term === 'year' ? (decisions.get(student.student_id) ?? null) : null;
    const gaps = gapsOf(subjects, owedToStudent, ofStudent);
    const undecided = filter.term === 'year' && decision === null;
    return {
      register_no,
      last_name,
      first_name,
      class: className,
      programme,
      term: filter.term,
      subjects: subjects
        .filter(({ code }) => ofStudent.has(code) || isOwed(owedToStudent, code))
        .map((subject) => cardSubject(subject, ofStudent.get(subject.code))),
      ...absences(student, span),
      decision: decision && decided(decision),
      programme_name: programmes.get(programme ?? '') ?? null,
      school_year: year.year,
      from: span.from,
      until: span.until,
      class_teacher: teacherOf(className, span.until) || null,
      missing: undecided ? [...gaps, { subject: null, missing: 'decision' }] : gaps,
    };
  });
}

/** Who gets a card: a student of a class on the last day of its term. */
interface CardHolder {
  readonly student: PlannedStudent;
  readonly class: string;
  readonly span: DaySpan;
}

/** Of the students of the school year one of another class would only be told to get no card. */
function refuseOtherClass(book: YearBook, filter: CardFilter): void {
  const { class: className, student: registerNo } = filter;
  if (className === undefined || registerNo === undefined) return;
  const [holder] = cardHolders(book, { ...filter, class: undefined });
  if (!holder) return;
  const facts = { registerNo, class: className, found: holder.class };
  throw new Problem('otherClass', facts, { field: 'student' });
}

function cardHolders(book: YearBook, filter: CardFilter): CardHolder[] {
  const { students, staysOf, classMembers } = book.membership;
  const names = new Set(students.flatMap((student) => staysOf(student).map((stay) => stay.class)));
  return [...names]
    .filter((name) => isClassAsked(name, filter.class))
    .sort(compareLatvian)
    .flatMap((name) => {
      const span = cardSpan(book, filter.term, name);
      return classMembers(name, span.until)
        .filter((one) => filter.student === undefined || one.register_no === filter.student)
        .sort(byPersonName)
        .map((student) => ({ student, class: name, span }));
    });
}

function absencesDuring(
  db: Database,
  { year, asOf }: { year: SchoolYearRow; asOf: Date },
  book: YearBook,
  holders: readonly CardHolder[],
) {
  const from = holders.map(({ span }) => span.from).sort()[0];
  const until = holders
    .map(({ span }) => span.until)
    .sort()
    .at(-1);
  const students = holders.map(({ student }) => student);
  const all: AbsenceBook =
    from && until
      ? absenceBook(db, { year, from, until, asOf: toMoment(asOf) }, book, students)
      : () => [];
  return (student: PlannedStudent, span: DaySpan) => {
    const own = all(student).filter(({ date }) => date >= span.from && date <= span.until);
    return { absences: absenceCounts(own), late: own.filter((one) => one.late).length };
  };
}

type SubjectMarks = ReadonlyMap<Term, TermValue>;

/** The marks that stand, by student, subject and term. */
function termMarks(
  db: Database,
  year: SchoolYearRow,
  asOf: Date,
  students: readonly PlannedStudent[],
): ReadonlyMap<number, ReadonlyMap<string, SubjectMarks>> {
  const numbers = students.map((student) => student.student_id);
  const entries = termMarkEntries(db, year, numbers, toMoment(asOf));
  const byStudent = [...groupedBy(entries, (entry) => entry.student_id)];
  return new Map(
    byStudent.map(([student, ofStudent]) => {
      const bySubject = [...groupedBy(ofStudent, (entry) => entry.subject)];
      return [student, new Map(bySubject.map(([subject, all]) => [subject, standingByTerm(all)]))];
    }),
  );
}

function standingByTerm(entries: ReturnType<typeof termMarkEntries>): SubjectMarks {
  const stand = standingBy(entries, (entry) => entry.term);
  return new Map([...stand].map(([term, { value }]) => [term, value]));
}

/** On the card of a semester nothing later stands, whenever it is printed. */
function shownMarks(
  marks: ReadonlyMap<string, SubjectMarks> | undefined,
  term: CardTerm,
): ReadonlyMap<string, SubjectMarks> {
  if (!marks || term === 'year') return marks ?? new Map();
  return new Map(
    [...marks].flatMap(([subject, ofSubject]) => {
      const value = ofSubject.get(term);
      return value === undefined ? [] : [[subject, new Map([[term, value]])] as const];
    }),
  );
}

const isOwed = (owed: OwedMarks, subject: string) =>
  [...owed.values()].some((subjects) => subjects.has(subject));

function gapsOf(
  subjects: readonly SubjectRow[],
  owed: OwedMarks,
  marks: ReadonlyMap<string, SubjectMarks>,
): CardGap[] {
  return subjects.flatMap(({ code }) =>
    terms
      .filter((term) => owed.get(term)?.has(code) && !marks.get(code)?.has(term))
      .map((missing) => ({ subject: code, missing })),
  );
}

function cardSubject(
  { code, name, certificate_name }: SubjectRow,
  marks: SubjectMarks | undefined,
): CardSubject {
  const of = (term: Term) => marks?.get(term) ?? null;
  return {
    subject: code,
    name: certificate_name ?? name,
    semester1: of('semester1'),
    semester2: of('semester2'),
    year: of('year'),
    exam: of('exam'),
    credit: of('credit'),
    reexam: of('reexam'),
  };
}

const decided = ({ decision, order_no, date }: DecisionRow) => ({ decision, order_no, date });
