import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { type CertificateRow, certificateRows, voidCertificate } from '../../db/certificates.js';
import { write } from '../../db/operation.js';
import { Problem } from '../../problem.js';
import { today } from '../today.js';

/** A certificate by what is printed on its blank. */
export interface BlankNumber {
  readonly number: string;
  readonly series?: string | undefined;
}

/**
 * Enters that the form of a certificate was spoilt: its blank is never used again, and its holder can
 * be prepared anew on another.
 * @throws Problem unknownCertificate, severalBlanks, notStanding
 */
export function voidSpoiltCertificate(
  context: Context,
  spoilt: BlankNumber & { reason: string },
): CertificateRow {
  const { db } = context;
  return write(context, () => {
    const row = certificateNumbered(db, spoilt);
    refuseEnded(row);
    voidCertificate(db, row.certificate_id, today(context), spoilt.reason);
    return certificateNumbered(db, row);
  });
}

/** @throws Problem unknownCertificate; severalBlanks where the number stands in more than one series */
export function certificateNumbered(
  db: Database,
  { number, series }: BlankNumber,
  field = 'number',
): CertificateRow {
  const [row, ...others] = certificateRows(db, { number, series });
  if (!row) throw new Problem('unknownCertificate', { number }, { field });
  if (others.length > 0) {
    const known = [row, ...others].map((one) => one.series);
    throw new Problem('severalBlanks', { number, series: known }, { field: 'series' });
  }
  return row;
}

/** @throws Problem notStanding, where a certificate was spoilt or declared invalid */
export function refuseEnded({ series, number, voided_on, invalid_on }: CertificateRow): void {
  const ended = voided_on ? ('void' as const) : invalid_on ? ('invalid' as const) : undefined;
  if (ended) throw new Problem('notStanding', { number: `${series} ${number}`, ended });
}
