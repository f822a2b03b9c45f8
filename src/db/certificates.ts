import type { Database } from 'better-sqlite3';
import type { CertificateKind } from '../rules/blanks.js';
import type { CivilDate } from '../rules/civil-date.js';
import type { Moment } from '../rules/school-time.js';
import { statements } from './statements.js';

/** What stands on a certificate of its holder; kept as it was written. */
export interface Holder {
  last_name: string;
  first_name: string;
  personal_code: string;
  birth_date: CivilDate;
  programme: string;
  programme_name: string | null;
}

/** A certificate from its blank to its end, as the register tells. */
export interface CertificateRow extends Holder {
  certificate_id: number;
  kind: CertificateKind;
  entry_no: number;
  series: string;
  number: string;
  student_id: number;
  register_no: string;
  class: string;
  school_year: number;
  dated_on: CivilDate;
  /** The marks recorded up to this moment stand on the transcript. */
  marks_at: Moment;
  duplicate_of: number | null;
  /** Series and number of the one that it replaces. */
  replaces: string | null;
  /** Series and number of the first one, which no duplicate is; null of itself. */
  original: string | null;
  /** Why a duplicate was asked for. */
  reason: string | null;
  notice_on: CivilDate | null;
  invalid_on: CivilDate | null;
  issued_on: CivilDate | null;
  receiver: string | null;
  voided_on: CivilDate | null;
  void_reason: string | null;
  /** What stood on it besides this entry when it was handed out, as JSON; null before. */
  content: string | null;
}

export interface CertificateFilter {
  kind?: CertificateKind | undefined;
  /** By its first calendar year. */
  year?: number | undefined;
  number?: string | undefined;
  series?: string | undefined;
}

export interface NewCertificate extends Holder {
  blank_id: number;
  kind: CertificateKind;
  student_id: number;
  school_year_id: number;
  class_id: number;
  dated_on: CivilDate;
  marks_at: Moment;
  duplicate_of: number | null;
  reason: string | null;
  notice_on: CivilDate | null;
  content: string | null;
}

const sql = statements((db) => ({
  rows: db.prepare<Record<keyof CertificateFilter, string | number | null>, CertificateRow>(`
    SELECT certificate.certificate_id, certificate.kind, certificate.entry_no, blank.series,
           blank.number, certificate.student_id, register_no, certificate.last_name,
           certificate.first_name, certificate.personal_code, certificate.birth_date,
           certificate.programme, certificate.programme_name, class.name AS class,
           school_year.year AS school_year, certificate.dated_on, certificate.marks_at,
           certificate.duplicate_of, old_blank.series || ' ' || old_blank.number AS replaces,
           (WITH RECURSIVE earlier (id) AS (
                   SELECT certificate.duplicate_of
                    UNION ALL
                   SELECT before.duplicate_of
                     FROM earlier JOIN certificate AS before ON before.certificate_id = earlier.id)
            SELECT first_blank.series || ' ' || first_blank.number
              FROM earlier
              JOIN certificate AS first ON first.certificate_id = earlier.id
              JOIN blank AS first_blank ON first_blank.blank_id = first.blank_id
             WHERE first.duplicate_of IS NULL) AS original,
           certificate.reason, certificate.notice_on, certificate.invalid_on,
           certificate.issued_on, certificate.receiver, certificate.voided_on,
           certificate.void_reason, certificate.content
      FROM certificate
      JOIN blank USING (blank_id)
      JOIN student USING (student_id)
      JOIN class USING (class_id)
      JOIN school_year ON school_year.school_year_id = certificate.school_year_id
      LEFT JOIN certificate AS old ON old.certificate_id = certificate.duplicate_of
      LEFT JOIN blank AS old_blank ON old_blank.blank_id = old.blank_id
     WHERE (:kind IS NULL OR certificate.kind = :kind)
       AND (:year IS NULL OR school_year.year = :year)
       AND (:number IS NULL OR blank.number = :number)
       AND (:series IS NULL OR blank.series = :series)
     ORDER BY certificate.kind, certificate.entry_no`),
  lastEntry: db
    .prepare<[string], number | null>('SELECT max(entry_no) FROM certificate WHERE kind = ?')
    .pluck(),
  add: db.prepare<NewCertificate & { entry_no: number }>(`
    INSERT INTO certificate
           (blank_id, kind, entry_no, student_id, school_year_id, class_id, last_name, first_name,
            personal_code, birth_date, programme, programme_name, dated_on, marks_at,
            duplicate_of, reason, notice_on, content)
    VALUES (:blank_id, :kind, :entry_no, :student_id, :school_year_id, :class_id, :last_name,
            :first_name, :personal_code, :birth_date, :programme, :programme_name, :dated_on,
            :marks_at, :duplicate_of, :reason, :notice_on, :content)`),
  rewrite: db.prepare<Holder & { dated_on: string; marks_at: string; id: number }>(`
    UPDATE certificate
       SET last_name = :last_name, first_name = :first_name, personal_code = :personal_code,
           birth_date = :birth_date, programme = :programme, programme_name = :programme_name,
           dated_on = :dated_on, marks_at = :marks_at
     WHERE certificate_id = :id`),
  issue: db.prepare<{ id: number; on: string; receiver: string; content: string | null }>(`
    UPDATE certificate
       SET issued_on = :on, receiver = :receiver, content = coalesce(content, :content)
     WHERE certificate_id = :id`),
  void: db.prepare<{ id: number; on: string; reason: string }>(
    'UPDATE certificate SET voided_on = :on, void_reason = :reason WHERE certificate_id = :id',
  ),
  invalidate: db.prepare<{ id: number; on: string }>(
    'UPDATE certificate SET invalid_on = :on WHERE certificate_id = :id',
  ),
}));

/** The register: every certificate that was ever bound to a blank, by kind and number of the entry. */
export function certificateRows(db: Database, filter: CertificateFilter): CertificateRow[] {
  const { kind = null, year = null, number = null, series = null } = filter;
  return sql(db).rows.all({ kind, year, number, series });
}

/** Whether a certificate is neither spoilt nor declared invalid. */
export function isStanding({ voided_on, invalid_on }: CertificateRow): boolean {
  return voided_on === null && invalid_on === null;
}

/** Whether a certificate was handed out and declared invalid: only a duplicate takes its place. */
export function isLost({ voided_on, invalid_on }: CertificateRow): boolean {
  return voided_on === null && invalid_on !== null;
}

/** Enters a certificate in the register under the next number, after those of the book on paper. */
export function addCertificate(
  db: Database,
  certificate: NewCertificate,
  entriesBefore: number,
): void {
  const last = sql(db).lastEntry.get(certificate.kind) ?? 0;
  sql(db).add.run({ ...certificate, entry_no: Math.max(last, entriesBefore) + 1 });
}

/** Writes a certificate anew that has not been handed out; blank and entry stay. */
export function rewriteCertificate(
  db: Database,
  id: number,
  content: Holder & { dated_on: CivilDate; marks_at: Moment },
): void {
  sql(db).rewrite.run({ ...content, id });
}

/** Enters that a certificate was handed out, with what stood on it; a duplicate has that from the first one. */
export function issueCertificate(
  db: Database,
  id: number,
  { on, receiver, content }: { on: CivilDate; receiver: string; content: string | null },
): void {
  sql(db).issue.run({ id, on, receiver, content });
}

export function voidCertificate(db: Database, id: number, on: CivilDate, reason: string): void {
  sql(db).void.run({ id, on, reason });
}

/** Enters that a certificate was declared invalid. */
export function invalidateCertificate(db: Database, id: number, on: CivilDate): void {
  sql(db).invalidate.run({ id, on });
}
