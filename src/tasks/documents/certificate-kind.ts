import { Problem } from '../../problem.js';
import { type CertificateKind, certificateOf } from '../../rules/blanks.js';

/**
 * The kind of certificate that a grade ends with.
 * @throws Problem noCertificate, where it ends with none
 */
export function certificateKind(grade: number): CertificateKind {
  const kind = certificateOf(grade);
  if (!kind) throw new Problem('noCertificate', { grade }, { field: 'grade' });
  return kind;
}
