import type { Context } from '../../context.js';
import { freeBlanks } from '../../db/blanks.js';
import {
  addCertificate,
  type CertificateRow,
  certificateRows,
  invalidateCertificate,
  isStanding,
} from '../../db/certificates.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import { setting } from '../../db/school-settings.js';
import { schoolYear } from '../../db/school-years.js';
import { Problem } from '../../problem.js';
import { addDays, type CivilDate, daysBetween } from '../../rules/civil-date.js';
import { today } from '../today.js';
import { refuseUnprintable } from './unprintable-text.js';
import { type BlankNumber, certificateNumbered } from './void-certificate.js';

export interface Duplication {
  /** The lost certificate. */
  readonly of: BlankNumber;
  readonly reason: string;
  /** The day on which Latvijas Vēstnesis published that it is invalid. */
  readonly noticeDate: CivilDate;
  /** The day that stands on the duplicate; none = today. */
  readonly date?: CivilDate | undefined;
  /** Only blanks of this series. */
  readonly series?: string | undefined;
}

export interface Duplicated {
  readonly certificate: CertificateRow;
  /** By when it had to be written, where it is written later; else undefined. */
  readonly lateSince: CivilDate | undefined;
}

/**
 * Prepares a duplicate of a certificate that was lost and declared invalid in Latvijas Vēstnesis. It
 * says what the first one said, marks included; within 10 days of the notice the head writes and
 * registers it (Nr. 913/2006 as LV portāls tells it).
 * @throws Problem unknownCertificate, severalBlanks, notIssued, hasDuplicate, dateToCome, noticeTooEarly,
 *   duplicateTooEarly, fontLacks, notEnoughBlanks
 */
export function duplicateCertificate(context: Context, wanted: Duplication): Duplicated {
  const { db } = context;
  const { of, noticeDate: notice_on, reason, series } = wanted;
  return write(context, () => {
    const now = today(context);
    if (notice_on > now) {
      throw new Problem('dateToCome', { date: notice_on }, { field: 'notice-date' });
    }
    const lost = certificateNumbered(db, of, 'of');
    refuseUnlost(lost, certificateRows(db, { kind: lost.kind }));
    const dated_on = wanted.date ?? now;
    refuseWrongOrder(lost, notice_on, dated_on);
    refuseUnprintable(reason, 'reason');
    refuseUnprintable([lost.last_name, lost.first_name, lost.programme_name].join('\n'), 'of');
    const [blank] = freeBlanks(db, lost.kind, series, 1);
    if (!blank) throw new Problem('notEnoughBlanks', { kind: lost.kind, needed: 1, free: 0 });
    if (lost.invalid_on === null) invalidateCertificate(db, lost.certificate_id, notice_on);
    const copied = copyOf(context, lost);
    const before = setting(db, `${lost.kind}_entries_before`);
    addCertificate(
      db,
      { ...copied, blank_id: blank.blank_id, dated_on, reason, notice_on },
      before,
    );
    const due = addDays(notice_on, setting(db, 'duplicate_days'));
    const isLate = daysBetween(due, dated_on) > 0;
    const certificate = certificateNumbered(db, blank);
    return { certificate, lateSince: isLate ? due : undefined };
  });
}

/** What a duplicate takes over from the one that was lost. */
function copyOf({ db }: Context, lost: CertificateRow) {
  const { kind, student_id, last_name, first_name, personal_code, birth_date } = lost;
  const { programme, programme_name, marks_at, school_year, certificate_id, content } = lost;
  const year = schoolYear(db, school_year);
  const class_id = year && references(db, year.school_year_id).class(lost.class);
  if (!year || !class_id) throw new Error('the school year of a certificate is gone');
  const holder = { last_name, first_name, personal_code, birth_date, programme, programme_name };
  const { school_year_id } = year;
  const of = { duplicate_of: certificate_id, marks_at, content };
  return { ...holder, kind, student_id, school_year_id, class_id, ...of };
}

/** A certificate is lost after it was handed out, the notice follows, and the duplicate follows the notice. */
function refuseWrongOrder(
  { series, number, issued_on }: CertificateRow,
  notice: CivilDate,
  dated: CivilDate,
): void {
  if (issued_on !== null && notice < issued_on) {
    const facts = { number: `${series} ${number}`, date: notice, issued: issued_on };
    throw new Problem('noticeTooEarly', facts, { field: 'notice-date' });
  }
  if (dated < notice) {
    throw new Problem('duplicateTooEarly', { date: dated, notice }, { field: 'date' });
  }
}

function refuseUnlost(lost: CertificateRow, all: readonly CertificateRow[]): void {
  const number = `${lost.series} ${lost.number}`;
  if (lost.issued_on === null || lost.voided_on !== null) {
    throw new Problem('notIssued', { number }, { field: 'of' });
  }
  const other = all.find((row) => row.student_id === lost.student_id && isStanding(row));
  if (other && other.certificate_id !== lost.certificate_id) {
    const standing = `${other.series} ${other.number}`;
    throw new Problem('hasDuplicate', { number, standing }, { field: 'of' });
  }
}
