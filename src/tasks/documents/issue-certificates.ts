import type { Context } from '../../context.js';
import {
  type CertificateRow,
  certificateRows,
  isStanding,
  issueCertificate,
} from '../../db/certificates.js';
import { write } from '../../db/operation.js';
import { Problem } from '../../problem.js';
import { type CertificateKind, certificateOf } from '../../rules/blanks.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { yearOf } from '../imports/school-year.js';
import { today } from '../today.js';
import { contentToHandOut } from './certificate-content.js';
import type { CertificateScope } from './check-certificates.js';
import { refuseUnprintable } from './unprintable-text.js';

export interface Issue extends CertificateScope {
  /** None = today. */
  readonly date?: CivilDate | undefined;
  /** Who signed for it; none = the holder. */
  readonly receiver?: string | undefined;
}

/**
 * Enters that the prepared certificates were handed out: all of them, or those of a class or a student.
 * What they say stands from then on, whatever is corrected later.
 * @throws Problem nothingPrepared, dateToCome, issuedBefore, oneReceiver, fontLacks, noCertificate
 */
export function issueCertificates(context: Context, issue: Issue): CertificateRow[] {
  const { db } = context;
  const kind = certificateOf(issue.grade);
  if (!kind) throw new Problem('noCertificate', { grade: issue.grade }, { field: 'grade' });
  return write(context, () => {
    const date = issue.date ?? today(context);
    if (date > today(context)) throw new Problem('dateToCome', { date }, { field: 'date' });
    const prepared = preparedOnes(context, kind, issue);
    if (prepared.length === 0) throw new Problem('nothingPrepared', undefined);
    if (issue.receiver !== undefined && prepared.length > 1) {
      throw new Problem('oneReceiver', { certificates: prepared.length }, { field: 'receiver' });
    }
    if (issue.receiver !== undefined) refuseUnprintable(issue.receiver, 'receiver');
    refuseTooEarly(prepared, date);
    for (const [year, rows] of groupedBy(prepared, (row) => row.school_year)) {
      const contentOf = contentToHandOut(db, kind, yearOf(db, year));
      for (const row of rows) {
        const receiver = issue.receiver ?? `${row.first_name} ${row.last_name}`;
        const content = JSON.stringify(contentOf(row)) ?? null;
        issueCertificate(db, row.certificate_id, { on: date, receiver, content });
      }
    }
    const issued = new Set(prepared.map(({ certificate_id }) => certificate_id));
    return certificateRows(db, { kind }).filter((row) => issued.has(row.certificate_id));
  });
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
function preparedOnes({ db }: Context, kind: CertificateKind, issue: Issue): CertificateRow[] {
  const { student, class: className } = issue;
  const year = student === undefined || issue.year ? yearOf(db, issue.year).year : undefined;
  return certificateRows(db, { kind, year }).filter(
    (row) =>
      isStanding(row) &&
      row.issued_on === null &&
      (student === undefined || row.register_no === student) &&
      (className === undefined || row.class.toLowerCase() === className.toLowerCase()),
  );
}
