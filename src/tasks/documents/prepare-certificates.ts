import type { Context } from '../../context.js';
import { freeBlanks } from '../../db/blanks.js';
import {
  addCertificate,
  type CertificateRow,
  certificateRows,
  isStanding,
  rewriteCertificate,
} from '../../db/certificates.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import { setting } from '../../db/school-settings.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { today } from '../today.js';
import {
  type CertificateScope,
  type Checked,
  checkCertificates,
  holderOf,
  type Judged,
} from './check-certificates.js';

export interface Preparation extends CertificateScope {
  /** Only blanks of this series. */
  readonly series?: string | undefined;
  /** The day that stands on the document; none = the day of the council's decision, else today. */
  readonly date?: CivilDate | undefined;
}

export interface Prepared {
  readonly outcome: 'prepared';
  /** The certificates as they stand in the register now. */
  readonly certificates: readonly (CertificateRow & { change: 'new' | 'rewritten' })[];
  readonly unchanged: number;
  /** Who cannot have one yet. */
  readonly notReady: readonly Judged[];
}

/**
 * Binds the certificate of every student who is ready to the next free blank of its kind, in the order
 * of classes and names. One that was prepared before keeps its blank and is written anew where
 * something was corrected since, or where another day is given. Where the blanks do not suffice, nothing is done.
 * @throws Problem notEnoughBlanks, notReady for one student who was asked for, those of checkCertificates
 */
export function prepareCertificates(context: Context, preparation: Preparation): Prepared {
  const { db, clock } = context;
  return write(context, (operation) => {
    const checked = checkCertificates(db, clock(), preparation);
    const notReady = checked.students.filter(
      ({ state, lacks }) => state === 'not_ready' || (state === 'prepared' && isHindered(lacks)),
    );
    refuseAlone(preparation, checked);
    const fresh = checked.students.filter(({ state }) => state === 'ready');
    const corrected = checked.students.filter((one) => isToRewrite(one, preparation.date));
    bind(context, checked, fresh, preparation, operation.at);
    for (const { graduate, certificate } of corrected) {
      const holder = holderOf(graduate);
      if (!holder || !certificate) continue;
      const dated_on = preparation.date ?? certificate.dated_on;
      const content = { ...holder, dated_on, marks_at: operation.at };
      rewriteCertificate(db, certificate.certificate_id, content);
    }
    const changes = new Map([
      ...fresh.map(({ graduate }) => [graduate.student_id, 'new'] as const),
      ...corrected.map(({ graduate }) => [graduate.student_id, 'rewritten'] as const),
    ]);
    const certificates = certificateRows(db, { kind: checked.kind }).flatMap((row) => {
      const change = changes.get(row.student_id);
      return change && isStanding(row) ? [{ ...row, change }] : [];
    });
    const prepared = checked.students.filter(({ state }) => state === 'prepared').length;
    return {
      outcome: 'prepared',
      certificates,
      unchanged: prepared - corrected.length,
      notReady,
    };
  });
}

/** A certificate that waits to be handed out, of which something was corrected, or which gets another day. */
function isToRewrite({ state, lacks, certificate }: Judged, date: CivilDate | undefined): boolean {
  if (state !== 'prepared' || isHindered(lacks)) return false;
  const isFirst = certificate?.duplicate_of === null;
  return lacks.length > 0 || (isFirst && (date ?? certificate.dated_on) !== certificate.dated_on);
}

/** Whether something is missing that no writing anew can mend. */
const isHindered = (lacks: Judged['lacks']) => lacks.some(({ lack }) => lack !== 'outdated');

/** A student who was asked for by number is not passed over in silence. */
function refuseAlone({ student }: Preparation, { students }: Checked): void {
  const [only] = students;
  if (student === undefined || !only) return;
  if (only.state === 'not_ready' || only.state === 'report_card') {
    throw new Problem('notReady', { registerNo: student, lacks: only.lacks }, { field: 'student' });
  }
}

function bind(
  { db }: Context,
  { kind, year }: Checked,
  students: readonly Judged[],
  { series, date }: Preparation,
  at: string,
): void {
  const blanks = freeBlanks(db, kind, series, students.length);
  if (blanks.length < students.length) {
    throw new Problem('notEnoughBlanks', { kind, needed: students.length, free: blanks.length });
  }
  const find = references(db, year.school_year_id);
  const before = setting(db, `${kind}_entries_before`);
  const day = date ?? today({ db, clock: () => new Date(at) });
  students.forEach(({ graduate }, place) => {
    const holder = holderOf(graduate);
    const blank = blanks[place];
    const class_id = find.class(graduate.class);
    if (!holder || !blank || !class_id)
      throw new Error('a certificate that is ready lacks something');
    addCertificate(
      db,
      {
        ...holder,
        blank_id: blank.blank_id,
        kind,
        student_id: graduate.student_id,
        school_year_id: year.school_year_id,
        class_id,
        dated_on: date ?? graduate.decided_on ?? day,
        marks_at: at,
        duplicate_of: null,
        reason: null,
        notice_on: null,
        content: null,
      },
      before,
    );
  });
}
