import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { type CertificateRow, certificateRows, voidCertificate } from '../../db/certificates.js';
import { write } from '../../db/operation.js';
import { Problem } from '../../problem.js';
import { stages } from '../../rules/blanks.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { refuseOther } from '../agreed.js';
import { today } from '../today.js';
import { certificateKind } from './certificate-kind.js';
import { refuseUnprintable } from './unprintable-text.js';

/** A certificate by what is printed on its blank. */
export interface BlankNumber {
  readonly number: string;
  readonly series?: string | undefined;
  /** The grade that its holder completed. */
  readonly grade?: number | undefined;
}

/** A form that was spoilt. */
export interface Spoilt extends BlankNumber {
  readonly reason: string;
  /** The day on which it was spoilt; none = today. */
  readonly date?: CivilDate | undefined;
  /** The certificate to whose end somebody agreed: where it would be another, nothing is written. */
  readonly agreed?: CertificateRow | undefined;
}

/**
 * Enters that the form of a certificate was spoilt: its blank is never used again, and its holder can
 * be prepared anew on another.
 * @throws Problem noCertificate, unknownCertificate, severalBlanks, notStanding, dateToCome, fontLacks, otherThanAgreed
 */
export function voidSpoiltCertificate(context: Context, spoilt: Spoilt): CertificateRow {
  const { db } = context;
  return write(context, () => {
    const row = certificateNumbered(db, spoilt);
    refuseEnded(row);
    const date = spoilt.date ?? today(context);
    if (date > today(context)) throw new Problem('dateToCome', { date }, { field: 'date' });
    refuseUnprintable(spoilt.reason, 'reason');
    voidCertificate(db, row.certificate_id, date, spoilt.reason);
    const ended = certificateNumbered(db, row);
    refuseOther(ended, spoilt.agreed);
    return ended;
  });
}

/** @throws Problem noCertificate, unknownCertificate; severalBlanks where the number stands in more than one series */
export function certificateNumbered(
  db: Database,
  { number, series, grade }: BlankNumber,
  field = 'number',
): CertificateRow {
  const kind = grade === undefined ? undefined : certificateKind(grade);
  const [row, ...others] = certificateRows(db, { number, series, kind });
  if (!row) throw new Problem('unknownCertificate', { number }, { field });
  if (others.length > 0) {
    const known = [row, ...others].map((one) => one.series);
    throw new Problem('severalBlanks', { number, series: known }, { field: 'series' });
  }
  return row;
}

/** @throws Problem notStanding, where a certificate was spoilt or declared invalid */
export function refuseEnded(row: CertificateRow): void {
  const { kind, series, number, voided_on, invalid_on } = row;
  const ended = voided_on ? ('void' as const) : invalid_on ? ('invalid' as const) : undefined;
  const grade = stages[kind].last;
  if (ended) throw new Problem('notStanding', { number: `${series} ${number}`, ended, grade });
}
