import type { Database } from 'better-sqlite3';
import { type CertificateRow, certificateRows } from '../../db/certificates.js';
import { certificateKind } from './certificate-kind.js';

/** An entry of the register as it is shown; the names are an interface of the output. */
export interface RegisterEntry extends CertificateRow {
  state: 'prepared' | 'issued' | 'void' | 'invalid';
}

/**
 * The register of issued certificates of a grade: every entry that was ever made, of one school year
 * or of all.
 * @throws Problem noCertificate
 */
export function certificateRegister(
  db: Database,
  { grade, year }: { grade: number; year?: number | undefined },
): RegisterEntry[] {
  const kind = certificateKind(grade);
  return certificateRows(db, { kind, year }).map((row) => ({ ...row, state: stateOf(row) }));
}

function stateOf({ voided_on, invalid_on, issued_on }: CertificateRow): RegisterEntry['state'] {
  if (voided_on !== null) return 'void';
  if (invalid_on !== null) return 'invalid';
  return issued_on === null ? 'prepared' : 'issued';
}
