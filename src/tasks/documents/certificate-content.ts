import type { Database } from 'better-sqlite3';
import type { CertificateRow, Holder } from '../../db/certificates.js';
import { issuedPapers } from '../../db/documents.js';
import { classTeacherNames } from '../../db/offices.js';
import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { subjectsInOrder } from '../../db/subjects.js';
import type { CertificateKind } from '../../rules/blanks.js';
import { schoolYearBounds } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { endOfDay, type Moment } from '../../rules/school-time.js';
import { holderOf } from './check-certificates.js';
import { type Graduate, graduates } from './graduates.js';
import type { Result } from './transcript-results.js';

/** What a certificate and its transcript say besides the entry of the register. */
export interface CertificateContent {
  readonly exam_certificates: readonly { name: string; number: string }[];
  readonly class_teacher: string;
  readonly subjects: readonly { name: string; final: string; year: number }[];
  readonly exams: readonly Readonly<Record<string, string>>[];
}

/** What every sheet of a certificate says from the entry of the register. */
export function entryOf(row: CertificateRow) {
  const { kind, entry_no, series, number, last_name, first_name, personal_code } = row;
  const { birth_date, class: className, programme, programme_name, dated_on } = row;
  const holder = { last_name, first_name, personal_code, birth_date, class: className };
  const of = { programme, programme_name: programme_name ?? '', dated_on };
  return { kind, entry_no, series, number, ...holder, ...of, duplicate_of: row.original };
}

/**
 * What the data say of a certificate: of its holder now, and besides with the marks that were recorded up to
 * a moment; undefined of who is no longer in the last grade at the year's end. What that needs is asked for
 * once.
 */
export function certificateData(db: Database, kind: CertificateKind, year: SchoolYearRow) {
  const names = new Map(
    subjectsInOrder(db).map(({ code, name, certificate_name }) => [code, certificate_name ?? name]),
  );
  const { last } = schoolYearBounds(year.year);
  const end = new Date(endOfDay(last, schoolZone(db)));
  const teacherOf = classTeacherNames(db, year);
  const byStudent = new Map(graduates(db, kind, year, end).map((one) => [one.student_id, one]));
  const holder = (row: CertificateRow): Holder | undefined => {
    const graduate = byStudent.get(row.student_id);
    return graduate && holderOf(graduate);
  };
  const content = (row: CertificateRow, marksAt: Moment): CertificateContent | undefined => {
    const graduate = byStudent.get(row.student_id);
    if (!graduate) return undefined;
    const results = graduate.results(marksAt);
    return {
      exam_certificates: examNumbers(graduate, names),
      class_teacher: teacherOf(row.class, last),
      subjects: results.map(({ name, final = 'nv', year: of }) => ({ name, final, year: of })),
      exams: examsOf(graduate, results, names),
    };
  };
  return { holder, content };
}

/** What stood on a certificate when it was handed out; undefined before that. */
export function contentHandedOut({ content }: CertificateRow): CertificateContent | undefined {
  return content === null ? undefined : (JSON.parse(content) as CertificateContent);
}

/**
 * What is handed out with the certificates of a school year: what was printed of each last; of what was
 * not printed since it was prepared, what the data say. Undefined where neither is known.
 */
export function contentToHandOut(db: Database, kind: CertificateKind, year: SchoolYearRow) {
  const { content } = certificateData(db, kind, year);
  const printed = groupedBy(
    issuedPapers(db, { period: String(year.year) }),
    (paper) => paper.register_no,
  );
  return (row: CertificateRow): CertificateContent | undefined => {
    const entry = Object.entries(entryOf(row));
    const sheets = (printed.get(row.register_no) ?? [])
      .filter(({ made_at }) => made_at >= row.marks_at)
      .map(({ data }) => JSON.parse(data) as Readonly<Record<string, unknown>>)
      .filter((data) => entry.every(([field, value]) => data[field] === value))
      .map((data) => data as Partial<CertificateContent>);
    const said = content(row, row.marks_at);
    const certificate = sheets.findLast((data) => data.exam_certificates) ?? said;
    const { class_teacher, subjects, exams } =
      sheets.findLast((data) => data.subjects) ?? said ?? {};
    if (class_teacher === undefined || !subjects || !exams) return undefined;
    const exam_certificates = certificate?.exam_certificates ?? [];
    return { exam_certificates, class_teacher, subjects, exams };
  };
}

/** The numbers of the exam certificates, in the order of documents; those of one subject by their day. */
function examNumbers({ examCertificates }: Graduate, names: ReadonlyMap<string, string>) {
  return [...names].flatMap(([code, name]) =>
    examCertificates
      .filter(({ subject }) => subject === code)
      .map(({ number }) => ({ name, number })),
  );
}

/** What the programme asked at the year's end and what the State certified, in the order of documents. */
function examsOf(
  graduate: Graduate,
  results: readonly Result[],
  names: ReadonlyMap<string, string>,
) {
  const certificates = new Map(graduate.examCertificates.map((one) => [one.subject, one]));
  const subjects = [...names.keys()].filter(
    (code) =>
      certificates.has(code) || results.some((one) => one.subject === code && one.demand !== null),
  );
  return subjects.map((code) => {
    const result = results.find((one) => one.subject === code);
    const certificate = certificates.get(code);
    const demand = certificate && !result?.yearEnd ? 'certificate' : (result?.demand ?? 'exam');
    return {
      name: names.get(code) ?? code,
      kind: demand,
      mark: result?.yearEnd ?? '',
      percent: certificate?.percent ?? '',
      level: certificate?.level ?? '',
      number: certificate?.number ?? '',
    };
  });
}
