import type { Database } from 'better-sqlite3';
import {
  type CertificateRow,
  certificateRows,
  type Holder,
  isLost,
  isStanding,
} from '../../db/certificates.js';
import { classSubjects } from '../../db/class-subjects.js';
import { setting } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { subjectsInOrder } from '../../db/subjects.js';
import { unprintable } from '../../documents/characters.js';
import { Problem } from '../../problem.js';
import { type CertificateKind, certificateKinds, stages } from '../../rules/blanks.js';
import { isClassAsked } from '../../rules/class-name.js';
import { type Asked, type Lack, type Readiness, readinessOf } from '../../rules/readiness.js';
import { toMoment } from '../../rules/school-time.js';
import { membership } from '../journal/membership.js';
import { checkNames } from '../journal/narrowing.js';
import { refuseNobody } from '../people/nobody-found.js';
import { yearAsOf } from '../school-year.js';
import { certificateKind } from './certificate-kind.js';
import { type Graduate, graduates, judgedOn } from './graduates.js';
import { untaughtSubjects } from './studies.js';
import type { Result } from './transcript-results.js';

export interface CertificateScope {
  readonly grade: number;
  readonly year?: number | undefined;
  readonly class?: string | undefined;
  readonly student?: string | undefined;
}

/** How far the certificate of one student is. */
export interface Judged extends Readiness {
  readonly graduate: Graduate;
  readonly results: readonly Result[];
  readonly state: 'ready' | 'not_ready' | 'report_card' | 'prepared' | 'issued';
  /** The one that stands: neither spoilt nor declared invalid. */
  readonly certificate: CertificateRow | undefined;
}

export interface Checked {
  readonly kind: CertificateKind;
  readonly year: SchoolYearRow;
  readonly students: readonly Judged[];
  /** Certificates that wait to be handed out to somebody who is no longer in the last grade at the year's end. */
  readonly left: readonly CertificateRow[];
}

/**
 * Who is ready for the certificate of clause 2.2 and who lacks what, by class and name, as far as was
 * recorded up to a moment.
 * @throws Problem noCertificate, unknownClass, unknownStudent, notAtSchool, otherClass, otherGrade, noSchoolYear, unknownSchoolYear
 */
export function checkCertificates(db: Database, asOf: Date, scope: CertificateScope): Checked {
  const kind = certificateKind(scope.grade);
  const year = yearAsOf(db, scope.year, asOf);
  const everybody = graduates(db, kind, year, asOf);
  const register = certificateRows(db, { kind });
  const standing = byStudent(register.filter(isStanding));
  const lost = byStudent(register.filter(isLost));
  const asked = askedBy(db, kind);
  const there = new Set(everybody.map(({ student_id }) => student_id));
  const left = register
    .filter((row) => isStanding(row) && row.issued_on === null && row.duplicate_of === null)
    .filter((row) => row.school_year === year.year && !there.has(row.student_id))
    .filter((row) => isClassAsked(row.class, scope.class))
    .filter((row) => (scope.student ?? row.register_no) === row.register_no);
  const isOfNobodyElse = scope.student !== undefined && left.length > 0;
  const wanted = isOfNobodyElse ? [] : chosen(db, everybody, scope, { year, asOf });
  const students = wanted.map((graduate) => {
    const { student_id } = graduate;
    const results = graduate.results(toMoment(asOf));
    const certificate = standing.get(student_id);
    const invalid = certificate ? undefined : lost.get(student_id);
    return invalid
      ? awaitingDuplicate(graduate, results, invalid)
      : judged(graduate, kind, results, asked, certificate);
  });
  return { kind, year, students, left };
}

/**
 * What is in the programmes of the classes of these students, but taken as not learned there, see
 * `untaughtSubjects`; without class hours and what else is only passed or failed.
 */
export function untaughtIn(db: Database, { year, students }: Checked) {
  const classes = new Set(students.map(({ graduate }) => graduate.class));
  const isUntaught = untaughtSubjects(db, year, membership(db, year));
  const inPoints = subjectsInOrder(db).filter(({ scale }) => scale === 'points');
  const codes = new Set(inPoints.map(({ code }) => code));
  return classSubjects(db, year)
    .filter((one) => classes.has(one.class) && codes.has(one.subject))
    .filter((one) => isUntaught(one.class, one.subject))
    .map(({ class: name, subject }) => ({ class: name, subject }));
}

/** Of each student the last in the register. */
const byStudent = (rows: readonly CertificateRow[]) =>
  new Map(rows.map((row) => [row.student_id, row]));

/**
 * The students of a school year who get a certificate instead of the report card of the year: one stands
 * already, or the council let them graduate and their marks suffice. Who is not among them gets a card.
 */
export function certificateStudents(
  db: Database,
  asOf: Date,
  year: SchoolYearRow,
): ReadonlySet<number> {
  const all = certificateKinds.flatMap(
    (kind) => checkCertificates(db, asOf, { grade: stages[kind].last, year: year.year }).students,
  );
  const getting = all.filter(
    ({ certificate, gets, graduate }) =>
      certificate !== undefined || (graduate.decision !== null && gets === 'certificate'),
  );
  return new Set(getting.map(({ graduate }) => graduate.student_id));
}

/** Whom the council let complete the grade though the marks do not suffice: as it stands, they get a report card. */
export const isWithoutCertificate = ({ certificate, gets, refused, graduate }: Judged): boolean =>
  !certificate && gets === 'report_card' && !refused && graduate.decision !== null;

function askedBy(db: Database, kind: CertificateKind): Asked {
  return {
    insufficientAllowed: setting(db, `${kind}_insufficient_allowed`),
    examLeast: setting(db, 'exam_least_mark'),
    examCertificates: setting(db, 'exam_certificates') === 'required',
  };
}

function chosen(
  db: Database,
  everybody: readonly Graduate[],
  { grade, class: className, student }: CertificateScope,
  { year, asOf }: { year: SchoolYearRow; asOf: Date },
): Graduate[] {
  checkNames(db, year, { class: className });
  const found = everybody.filter(
    (one) =>
      isClassAsked(one.class, className) && (student === undefined || one.register_no === student),
  );
  const inOther = everybody.find((one) => one.register_no === student)?.class;
  if (found.length === 0 && student !== undefined) {
    if (className !== undefined && inOther !== undefined) {
      const facts = { registerNo: student, class: className, found: inOther };
      throw new Problem('otherClass', facts, { field: 'student' });
    }
    const day = judgedOn(db, year, grade, asOf);
    const members = membership(db, year);
    const one = members.students.find(({ register_no }) => register_no === student);
    const inClass = one && members.classOn(one, day);
    refuseNobody(db, { student, schoolYear: year.school_year_id, day, found: inClass });
    const facts = { registerNo: student, grade, found: inClass ?? '' };
    throw new Problem('otherGrade', facts, { field: 'student' });
  }
  return found;
}

function judged(
  graduate: Graduate,
  kind: CertificateKind,
  results: readonly Result[],
  asked: Asked,
  certificate: CertificateRow | undefined,
): Judged {
  const readiness = readinessOf({ ...graduate, kind, subjects: results }, asked);
  const lacks = [
    ...readiness.lacks,
    // What was handed out stands as it was written.
    ...(certificate?.issued_on ? [] : unprintables(graduate, results)),
    ...(certificate ? outdated(graduate, results, certificate) : []),
  ];
  const state = stateOf({ ...readiness, lacks }, certificate);
  return { ...readiness, graduate, results, lacks, state, certificate };
}

/**
 * Whose certificate was declared invalid and whose duplicate was spoilt: only another duplicate takes its
 * place, which says what the first one said, whatever the data say now.
 */
function awaitingDuplicate(
  graduate: Graduate,
  results: readonly Result[],
  { series, number }: CertificateRow,
): Judged {
  const value = `${series} ${number}`;
  return {
    graduate,
    results,
    lacks: [{ lack: 'declared_invalid', subject: null, value }],
    gets: 'certificate',
    refused: false,
    state: 'not_ready',
    certificate: undefined,
  };
}

/** The characters that no document can show, of what would stand on the certificate and its transcript. */
function unprintables(graduate: Graduate, results: readonly Result[]): Lack[] {
  const { last_name, first_name, programme_name, examCertificates } = graduate;
  const texts: [subject: string | null, text: string | null][] = [
    [null, last_name],
    [null, first_name],
    [null, programme_name],
    ...results.map(({ subject, name }): [string, string] => [subject, name]),
    ...examCertificates.flatMap(({ subject, number, level }): [string, string | null][] => [
      [subject, number],
      [subject, level],
    ]),
  ];
  return texts.flatMap(([subject, text]) => {
    const value = unprintable(text ?? '');
    return value === undefined ? [] : [{ lack: 'character', subject, value } as const];
  });
}

function stateOf(readiness: Readiness, certificate: CertificateRow | undefined): Judged['state'] {
  if (certificate) return certificate.issued_on === null ? 'prepared' : 'issued';
  if (readiness.refused) return 'report_card';
  return readiness.lacks.length === 0 ? 'ready' : 'not_ready';
}

/**
 * What was corrected after a certificate was prepared: it would be printed as it was. A duplicate says
 * what the first one said, whatever changed since.
 */
function outdated(
  graduate: Graduate,
  results: readonly Result[],
  certificate: CertificateRow,
): Lack[] {
  if (certificate.issued_on !== null || certificate.duplicate_of !== null) return [];
  const holder = holderOf(graduate);
  const fields = Object.entries(holder ?? {}).filter(
    ([field, value]) => certificate[field as keyof Holder] !== value,
  );
  const before = new Map(graduate.results(certificate.marks_at).map((one) => [one.subject, one]));
  const marks = results.filter(
    ({ subject, final, yearEnd }) =>
      before.get(subject)?.final !== final || before.get(subject)?.yearEnd !== yearEnd,
  );
  return [
    ...fields.map(([value]): Lack => ({ lack: 'outdated', subject: null, value })),
    ...marks.map(
      ({ subject, final = null }): Lack => ({ lack: 'outdated', subject, value: final }),
    ),
  ];
}

/** What stands of a student on the certificate; undefined where something of it is missing. */
export function holderOf(graduate: Graduate): Holder | undefined {
  const { last_name, first_name, personal_code, birth_date, programme, programme_name } = graduate;
  if (personal_code === null || birth_date === null || programme === null) return undefined;
  return { last_name, first_name, personal_code, birth_date, programme, programme_name };
}
