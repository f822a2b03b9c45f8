import type { Database } from 'better-sqlite3';
import type { CertificateRow } from '../../db/certificates.js';
import { stages } from '../../rules/blanks.js';
import { groupedBy } from '../../rules/grouping.js';
import type { Lack } from '../../rules/readiness.js';
import { checkCertificates } from './check-certificates.js';

/** A prepared certificate that is not as it should be, and why. */
export interface Doubtful {
  readonly certificate: CertificateRow;
  readonly lacks: readonly Lack[];
}

/**
 * Which of these certificates, that wait to be handed out, are no longer as the data say at a moment:
 * something was corrected since they were prepared, or the student would not get one any more. A duplicate
 * says what the first one said.
 */
export function doubtfulCertificates(
  db: Database,
  asOf: Date,
  waiting: readonly CertificateRow[],
): Doubtful[] {
  const first = waiting.filter((row) => row.issued_on === null && row.duplicate_of === null);
  const batches = groupedBy(first, ({ kind, school_year }) => `${kind} ${school_year}`);
  return [...batches.values()].flatMap((rows) => {
    const [one] = rows;
    if (!one) return [];
    const scope = { grade: stages[one.kind].last, year: one.school_year };
    const { students } = checkCertificates(db, asOf, scope);
    const judged = new Map(students.map(({ graduate, lacks }) => [graduate.student_id, lacks]));
    return rows.flatMap((certificate) => {
      const lacks = judged.get(certificate.student_id) ?? [leftSince];
      return lacks.length > 0 ? [{ certificate, lacks }] : [];
    });
  });
}

/** Of who is no longer in the last grade at the year's end. */
export const leftSince: Lack = { lack: 'decision', subject: null, value: 'left' };
