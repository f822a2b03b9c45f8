import type { Database } from 'better-sqlite3';
import { calendarDays } from '../../db/calendar-days.js';
import { type CertificateRow, certificateRows, isStanding } from '../../db/certificates.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { classTeacherName } from '../../db/staff-names.js';
import { subjectsInOrder } from '../../db/subjects.js';
import type { Composition, Paper } from '../../documents/paper.js';
import { Problem } from '../../problem.js';
import {
  type CertificateKind,
  certificateKinds,
  certificateOf,
  stages,
} from '../../rules/blanks.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { endOfDay } from '../../rules/school-time.js';
import { yearEnd } from '../../rules/year-end.js';
import { yearOf } from '../imports/school-year.js';
import type { CertificateScope } from './check-certificates.js';
import { type Graduate, graduates } from './graduates.js';
import type { Result } from './transcript-results.js';

/** The sheets of a certificate: itself on plain paper, the filling of the State's form, the transcript. */
export const sheets = ['certificate', 'form', 'transcript'] as const;
export type Sheet = (typeof sheets)[number];

/** The folders of the templates, which are the kinds in the register of documents. */
const templates = {
  certificate: 'certificate',
  form: 'certificate-form',
  transcript: 'certificate-transcript',
} as const satisfies Record<Sheet, string>;

export interface SheetPapers {
  readonly sheet: Sheet;
  readonly papers: readonly Paper[];
}

/**
 * The papers of the certificates that stand, in the order of the register, which is that of the blanks.
 * Onto forms is printed only what was not handed out yet, unless one student is asked for.
 * @throws Problem noCertificate, nothingToPrint, marksGone, noSchoolYear, unknownSchoolYear
 */
export function certificatePapers(
  db: Database,
  scope: CertificateScope,
  wanted: readonly Sheet[],
): { year: SchoolYearRow; sheets: SheetPapers[] } {
  const kind = certificateOf(scope.grade);
  if (!kind) throw new Problem('noCertificate', { grade: scope.grade }, { field: 'grade' });
  const asked = askedFor(certificateRows(db, { kind, year: scope.year }), scope);
  // Of one student the newest, since a duplicate is of the school year of the first one.
  const newest = scope.student === undefined ? undefined : asked.at(-1)?.school_year;
  const year = yearOf(db, scope.year ?? newest);
  const rows = asked.filter((row) => row.school_year === year.year);
  if (rows.length === 0) throw new Problem('nothingToPrint', undefined);
  const compose = composer(db, kind, year);
  const isWanted = (sheet: Sheet, row: CertificateRow) =>
    sheet !== 'form' || row.issued_on === null || scope.student !== undefined;
  return {
    year,
    sheets: wanted.map((sheet) => ({
      sheet,
      papers: rows.filter((row) => isWanted(sheet, row)).map((row) => compose[sheet](row)),
    })),
  };
}

function askedFor(
  rows: readonly CertificateRow[],
  { student, class: className }: CertificateScope,
): CertificateRow[] {
  return rows.filter(
    (row) =>
      isStanding(row) &&
      (student === undefined || row.register_no === student) &&
      (className === undefined || row.class.toLowerCase() === className.toLowerCase()),
  );
}

/** Everybody's certificates of a school year, which is their period; without those that were voided. */
export const composeCertificates = composingAll('certificate');

/** Everybody's transcripts of a school year. */
export const composeTranscripts = composingAll('transcript');

function composingAll(sheet: 'certificate' | 'transcript') {
  return (db: Database, _asOf: Date, period: string): Composition => {
    const year = yearOf(db, Number(period));
    const papers = certificateKinds.flatMap((kind) => {
      const rows = certificateRows(db, { kind, year: year.year }).filter(isStanding);
      const compose = rows.length > 0 ? composer(db, kind, year) : undefined;
      return rows.flatMap((row) => compose?.[sheet](row) ?? []);
    });
    return { date: dayOfCertificates(db, year), papers };
  };
}

/** The day that the files of a school year bear: when the last of its graduates end it. */
export function dayOfCertificates(db: Database, year: SchoolYearRow): CivilDate {
  const calendar = calendarDays(db, year);
  const ends = certificateKinds.map((kind) => yearEnd(calendar, stages[kind].last, year.year));
  return ends.sort().at(-1) ?? schoolYearBounds(year.year).last;
}

type Compose = (row: CertificateRow) => Paper;

/** How each sheet is made; what they need is asked for once, and the marks only for transcripts. */
function composer(
  db: Database,
  kind: CertificateKind,
  year: SchoolYearRow,
): Record<Sheet, Compose> {
  const names = new Map(
    subjectsInOrder(db).map(({ code, name, certificate_name }) => [code, certificate_name ?? name]),
  );
  const end = new Date(endOfDay(schoolYearBounds(year.year).last, schoolZone(db)));
  const byStudent = new Map(graduates(db, kind, year, end).map((one) => [one.student_id, one]));
  const paper = (sheet: Sheet, row: CertificateRow, more: Paper['data']): Paper => ({
    kind: templates[sheet],
    period: String(row.school_year),
    class: row.class,
    student: {
      register_no: row.register_no,
      last_name: row.last_name,
      first_name: row.first_name,
    },
    data: { ...entryOf(row), ...more },
  });
  const numbers = ({ student_id }: CertificateRow) => ({
    exam_certificates: (byStudent.get(student_id)?.examCertificates ?? []).map((one) => ({
      name: names.get(one.subject) ?? one.subject,
      number: one.number,
    })),
  });
  const offset = {
    x: setting(db, 'certificate_offset_x') / 10,
    y: setting(db, 'certificate_offset_y') / 10,
  };
  return {
    certificate: (row) => paper('certificate', row, numbers(row)),
    form: (row) => paper('form', row, { ...numbers(row), offset }),
    transcript: (row) => {
      const graduate = byStudent.get(row.student_id);
      if (!graduate) throw new Problem('marksGone', { registerNo: row.register_no });
      const results = graduate.results(row.marks_at);
      return paper('transcript', row, {
        class_teacher: classTeacherName(db, year.school_year_id, row.class) ?? '',
        subjects: results.map(({ name, final = 'nv', year: of }) => ({ name, final, year: of })),
        exams: examsOf(graduate, results, names),
      });
    },
  };
}

function entryOf(row: CertificateRow) {
  const { kind, entry_no, series, number, last_name, first_name, personal_code } = row;
  const { birth_date, class: className, programme, programme_name, dated_on } = row;
  const holder = { last_name, first_name, personal_code, birth_date, class: className };
  const of = { programme, programme_name: programme_name ?? '', dated_on };
  return { kind, entry_no, series, number, ...holder, ...of, duplicate_of: row.replaces };
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
