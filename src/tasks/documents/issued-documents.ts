import type { Database } from 'better-sqlite3';
import { isClassAsked } from '../../rules/class-name.js';
import { checkNames } from '../journal/narrowing.js';
import { yearAsOf } from '../school-year.js';
import { certificateRegister, type RegisterEntry } from './certificate-register.js';
import type { CertificateScope } from './check-certificates.js';

/** An issued document; `duplicate_of` is series and number of the one that it replaces. */
export type IssuedDocument = Omit<RegisterEntry, 'duplicate_of'> & { duplicate_of: string | null };

/**
 * What was issued in a school year, for typing into the State's register; without what was spoilt, with
 * what was declared invalid since.
 * @throws Problem noCertificate, unknownClass, noSchoolYear, unknownSchoolYear
 */
export function issuedDocuments(
  db: Database,
  asOf: Date,
  scope: CertificateScope,
): IssuedDocument[] {
  const { grade, class: className, student } = scope;
  const year = yearAsOf(db, scope.year, asOf);
  checkNames(db, year, { class: className });
  return certificateRegister(db, { grade, year: year.year })
    .filter(({ state }) => state === 'issued' || state === 'invalid')
    .filter((row) => student === undefined || row.register_no === student)
    .filter((row) => isClassAsked(row.class, className))
    .map((row) => ({ ...row, duplicate_of: row.replaces }));
}
