import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import {
  type CertificateRow,
  certificateRows,
  isStanding,
  issueCertificate,
} from '../../db/certificates.js';
import { write } from '../../db/operation.js';
import { Problem } from '../../problem.js';
import type { CertificateKind } from '../../rules/blanks.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { isClassAsked } from '../../rules/class-name.js';
import { groupedBy } from '../../rules/grouping.js';
import { refuseOther } from '../agreed.js';
import { yearAsOf, yearOf } from '../school-year.js';
import { today } from '../today.js';
import { contentToHandOut } from './certificate-content.js';
import { certificateKind } from './certificate-kind.js';
import type { CertificateScope } from './check-certificates.js';
import { type Doubtful, doubtfulCertificates } from './doubtful-certificates.js';
import { refuseUnprintable } from './unprintable-text.js';

export interface Issue extends CertificateScope {
  /** Only what stands on this form, or on one of this series. */
  readonly number?: string | undefined;
  readonly series?: string | undefined;
  /** None = today. */
  readonly date?: CivilDate | undefined;
  /** Who signed for it; none = the holder. */
  readonly receiver?: string | undefined;
  /** To what somebody agreed: where it would be other, nothing is written. */
  readonly agreed?: Issued | undefined;
}

/** What was handed out. */
export interface Issued {
  readonly certificates: readonly CertificateRow[];
  /** Those of them that are no longer as the data say. */
  readonly doubtful: readonly Doubtful[];
}

/**
 * Enters that the prepared certificates were handed out: all of them, or those of a class, a student, a
 * series, a number.
 * What they say stands from then on, whatever is corrected later.
 * @throws Problem nothingPrepared, unknownCertificate, issuedAlready, dateToCome, issuedBefore, oneReceiver, fontLacks, noCertificate, otherThanAgreed
 */
export function issueCertificates(context: Context, issue: Issue): Issued {
  const { db } = context;
  const kind = certificateKind(issue.grade);
  return write(context, () => {
    const date = issue.date ?? today(context);
    if (date > today(context)) throw new Problem('dateToCome', { date }, { field: 'date' });
    const prepared = preparedOnes(context, kind, issue);
    if (prepared.length === 0) refuseNothing(db, kind, issue);
    if (issue.receiver !== undefined && prepared.length > 1) {
      throw new Problem('oneReceiver', { certificates: prepared.length }, { field: 'receiver' });
    }
    if (issue.receiver !== undefined) refuseUnprintable(issue.receiver, 'receiver');
    refuseTooEarly(prepared, date);
    const doubtful = doubtfulCertificates(db, context.clock(), prepared);
    for (const [year, rows] of groupedBy(prepared, (row) => row.school_year)) {
      const contentOf = contentToHandOut(db, kind, yearOf(db, year));
      for (const row of rows) {
        const receiver = issue.receiver ?? `${row.first_name} ${row.last_name}`;
        const content = JSON.stringify(contentOf(row)) ?? null;
        issueCertificate(db, row.certificate_id, { on: date, receiver, content });
      }
    }
    const numbers = new Set(prepared.map(({ certificate_id }) => certificate_id));
    const certificates = certificateRows(db, { kind }).filter((row) =>
      numbers.has(row.certificate_id),
    );
    const issued = { certificates, doubtful };
    refuseOther(issued, issue.agreed);
    return issued;
  });
}

/** @throws Problem unknownCertificate, issuedAlready of a number that was given; nothingPrepared */
function refuseNothing(db: Database, kind: CertificateKind, { number, series }: Issue): never {
  const [named] = number === undefined ? [] : certificateRows(db, { kind, number, series });
  if (number !== undefined && !named) {
    throw new Problem('unknownCertificate', { number }, { field: 'number' });
  }
  if (named?.issued_on) {
    const facts = { number: `${named.series} ${named.number}`, date: named.issued_on };
    throw new Problem('issuedAlready', facts, { field: 'number' });
  }
  throw new Problem('nothingPrepared', undefined);
}

/** Nobody gets a document before the day that stands on it, nor a duplicate before its notice. */
function refuseTooEarly(prepared: readonly CertificateRow[], date: CivilDate): void {
  for (const { series, number, dated_on, notice_on } of prepared) {
    const least = notice_on !== null && notice_on > dated_on ? notice_on : dated_on;
    if (date >= least) continue;
    throw new Problem(
      'issuedBefore',
      { number: `${series} ${number}`, date, least },
      { field: 'date' },
    );
  }
}

/** A duplicate is of the school year of the first one, so it is found by its student in any year. */
function preparedOnes(
  { db, clock }: Context,
  kind: CertificateKind,
  issue: Issue,
): CertificateRow[] {
  const { student, class: className, series, number } = issue;
  const year =
    student === undefined || issue.year ? yearAsOf(db, issue.year, clock()).year : undefined;
  return certificateRows(db, { kind, year }).filter(
    (row) =>
      isStanding(row) &&
      row.issued_on === null &&
      (student ?? row.register_no) === row.register_no &&
      (series ?? row.series) === row.series &&
      (number ?? row.number) === row.number &&
      isClassAsked(row.class, className),
  );
}
