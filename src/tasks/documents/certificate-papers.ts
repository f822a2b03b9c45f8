import type { Database } from 'better-sqlite3';
import { calendarDays } from '../../db/calendar-days.js';
import { type CertificateRow, certificateRows, isStanding } from '../../db/certificates.js';
import { setting } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import type { Composition, Paper } from '../../documents/paper.js';
import { Problem } from '../../problem.js';
import { type CertificateKind, certificateKinds, stages } from '../../rules/blanks.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { isClassAsked } from '../../rules/class-name.js';
import { nameOfLack } from '../../rules/readiness.js';
import { toMoment } from '../../rules/school-time.js';
import { yearEnd } from '../../rules/year-end.js';
import { yearAsOf, yearOf } from '../school-year.js';
import {
  type CertificateContent,
  certificateData,
  contentHandedOut,
  entryOf,
} from './certificate-content.js';
import { certificateKind } from './certificate-kind.js';
import type { CertificateScope } from './check-certificates.js';
import { doubtfulCertificates } from './doubtful-certificates.js';

/** The sheets of a certificate: itself on plain paper, the filling of the State's form, the transcript. */
export const sheets = ['certificate', 'form', 'transcript'] as const;
export type Sheet = (typeof sheets)[number];

/** The folders of the templates, which are the kinds in the register of documents; each form has its own. */
const templates = {
  certificate: 'certificate',
  form: { basic: 'certificate-form-basic', secondary: 'certificate-form-secondary' },
  transcript: 'certificate-transcript',
} as const satisfies Record<Sheet, string | Record<CertificateKind, string>>;

export interface SheetPapers {
  readonly sheet: Sheet;
  readonly papers: readonly Paper[];
}

/** The sheets of certificates, and these as they stand in the register. */
export interface CertificateSheets {
  readonly year: SchoolYearRow;
  readonly sheets: readonly SheetPapers[];
  readonly certificates: readonly CertificateRow[];
}

/**
 * The papers of the certificates that stand, in the order of the register, which is that of the blanks.
 * Onto forms is printed only what was not handed out yet, unless one student is asked for.
 * Who is no longer in the last grade has no transcript.
 * @throws Problem noCertificate, nothingToPrint, noSchoolYear, unknownSchoolYear
 */
export function certificatePapers(
  db: Database,
  asOf: Date,
  scope: CertificateScope,
  wanted: readonly Sheet[],
): CertificateSheets {
  const kind = certificateKind(scope.grade);
  const asked = askedFor(certificateRows(db, { kind, year: scope.year }), scope);
  // Of one student the newest, since a duplicate is of the school year of the first one.
  const newest = scope.student === undefined ? undefined : asked.at(-1)?.school_year;
  const year = yearAsOf(db, scope.year ?? newest, asOf);
  const rows = asked.filter((row) => row.school_year === year.year);
  if (rows.length === 0) throw new Problem('nothingToPrint', undefined);
  const compose = composer(db, kind, year, undefined);
  const isWanted = (sheet: Sheet, row: CertificateRow) =>
    sheet !== 'form' || row.issued_on === null || scope.student !== undefined;
  const sheets = wanted.map((sheet) => {
    const own = rows.filter((row) => isWanted(sheet, row));
    return { sheet, papers: own.flatMap((row) => compose[sheet](row) ?? []) };
  });
  return { year, sheets, certificates: rows };
}

function askedFor(
  rows: readonly CertificateRow[],
  { student, class: className }: CertificateScope,
): CertificateRow[] {
  return rows.filter(
    (row) =>
      isStanding(row) &&
      (student === undefined || row.register_no === student) &&
      isClassAsked(row.class, className),
  );
}

/** Everybody's certificates of a school year, which is their period; without those that were voided. */
export const composeCertificates = composingAll('certificate', certificateKinds);

/** Everybody's transcripts of a school year. */
export const composeTranscripts = composingAll('transcript', certificateKinds);

/** What is printed onto the forms of a school year, by the kind of its paper. */
export const formComposers = Object.fromEntries(
  certificateKinds.map((kind) => [templates.form[kind], composingAll('form', [kind])]),
);

function composingAll(sheet: Sheet, kinds: readonly CertificateKind[]) {
  return (db: Database, asOf: Date, period: string): Composition => {
    const year = yearOf(db, Number(period));
    const papers = kinds.flatMap((kind) => {
      const rows = certificateRows(db, { kind, year: year.year }).filter(isStanding);
      const compose = rows.length > 0 ? composer(db, kind, year, asOf) : undefined;
      return rows.flatMap((row) => compose?.[sheet](row) ?? []);
    });
    return { date: dayOfCertificates(db, year), papers, byOwnCommand: sheet === 'form' };
  };
}

/** The day that the files of a school year bear: when the last of its graduates end it. */
export function dayOfCertificates(db: Database, year: SchoolYearRow): CivilDate {
  const calendar = calendarDays(db, year);
  const ends = certificateKinds.map((kind) => yearEnd(calendar, stages[kind].last, year.year));
  return ends.sort().at(-1) ?? schoolYearBounds(year.year).last;
}

/** Undefined where it says marks and the student is no longer in the last grade at the year's end. */
type Compose = (row: CertificateRow) => Paper | undefined;

/** How each sheet is made; what they need is asked for once. */
function composer(
  db: Database,
  kind: CertificateKind,
  year: SchoolYearRow,
  asOf: Date | undefined,
): Record<Sheet, Compose> {
  const inData = certificateData(db, kind, year);
  const offset = offsetOfForm(db, kind);
  const later = asOf && changesSince(db, kind, year, asOf, inData);
  const composing = (sheet: Sheet, says: (content: CertificateContent) => Paper['data']) => {
    const template =
      typeof templates[sheet] === 'string' ? templates[sheet] : templates[sheet][kind];
    return (row: CertificateRow): Paper | undefined => {
      const handedOut = contentHandedOut(row);
      const content = handedOut ?? inData.content(row, row.marks_at);
      if (!content && sheet === 'transcript') return undefined;
      const entry = entryOf(row);
      const now = later?.(row, content);
      return {
        kind: template,
        period: String(row.school_year),
        class: row.class,
        student: {
          register_no: row.register_no,
          last_name: row.last_name,
          first_name: row.first_name,
        },
        data: { ...entry, ...says(content ?? nothingKnown) },
        ...(now && {
          later: {
            state: now.state,
            data: { ...entry, ...now.holder, ...says(now.content), ...now.more },
          },
        }),
        ...(sheet === 'form' && { placing: { offset } }),
      };
    };
  };
  const examCertificates = ({ exam_certificates }: CertificateContent) => ({ exam_certificates });
  return {
    certificate: composing('certificate', examCertificates),
    form: composing('form', examCertificates),
    transcript: composing('transcript', ({ exam_certificates: _, ...transcript }) => transcript),
  };
}

/**
 * Tells what the data say at a moment of certificates that stand as they were written. Of one that waits to
 * be handed out only where it is doubtful, and why.
 */
function changesSince(
  db: Database,
  kind: CertificateKind,
  year: SchoolYearRow,
  asOf: Date,
  { holder, content }: ReturnType<typeof certificateData>,
) {
  const waiting = certificateRows(db, { kind, year: year.year }).filter(isStanding);
  const doubtful = new Map(
    doubtfulCertificates(db, asOf, waiting).map((one) => [
      one.certificate.certificate_id,
      one.lacks,
    ]),
  );
  return (row: CertificateRow, written: CertificateContent | undefined) => {
    const lacks = doubtful.get(row.certificate_id);
    const now = content(row, toMoment(asOf)) ?? written;
    if (!now || !(row.issued_on || lacks)) return undefined;
    // Who was class teacher then stands.
    const class_teacher = written?.class_teacher ?? now.class_teacher;
    return {
      state: row.issued_on
        ? ('changed_after_issuing' as const)
        : ('changed_after_preparing' as const),
      holder: holder(row),
      content: { ...now, class_teacher },
      more: lacks && { lacks: lacks.map(nameOfLack) },
    };
  };
}

/** Of a student who is no longer in the last grade at the year's end. */
const nothingKnown: CertificateContent = {
  exam_certificates: [],
  class_teacher: '',
  subjects: [],
  exams: [],
};

/** By how much all that is printed onto a form is moved, in millimetres. */
export function offsetOfForm(db: Database, kind: CertificateKind) {
  return {
    x: setting(db, `${kind}_form_offset_x`) / 10,
    y: setting(db, `${kind}_form_offset_y`) / 10,
  };
}
