import type { Context } from '../../context.js';
import { exit } from '../../problem.js';
import { groupedBy } from '../../rules/grouping.js';
import { nameOfLack } from '../../rules/readiness.js';
import type { Session } from '../../session.js';
import { certificatePapers, type Sheet } from '../../tasks/documents/certificate-papers.js';
import { certificateRegister } from '../../tasks/documents/certificate-register.js';
import {
  checkCertificates,
  isWithoutCertificate,
  type Judged,
  untaughtIn,
} from '../../tasks/documents/check-certificates.js';
import {
  type Doubtful,
  doubtfulCertificates,
  leftSince,
} from '../../tasks/documents/doubtful-certificates.js';
import { duplicateCertificate } from '../../tasks/documents/duplicate-certificate.js';
import { type Issued, issueCertificates } from '../../tasks/documents/issue-certificates.js';
import { issuedDocuments } from '../../tasks/documents/issued-documents.js';
import { prepareCertificates } from '../../tasks/documents/prepare-certificates.js';
import {
  printCalibration,
  printCertificates,
  printRegister,
} from '../../tasks/documents/print-certificates.js';
import { voidSpoiltCertificate } from '../../tasks/documents/void-certificate.js';
import { confirm } from '../../terminal/confirm.js';
import { needed } from '../../terminal/needed.js';
import type { ColumnName } from '../../text/columns.js';
import { lackWords } from '../../text/lacks.js';
import { printingCertificates } from '../../text/print-certificates.js';
import { doneAsAgreed } from '../as-agreed.js';
import { print, shownAsJson } from '../printing.js';
import { sayWritten } from '../written.js';
import { bothSheets, type CertificateOptions } from './certificate-options.js';

const checked: ColumnName[] = [
  'class',
  'register_no',
  'last_name',
  'first_name',
  'state',
  'gets',
  'number',
  'lacks',
];
const checkedForPeople: ColumnName[] = ['class', 'register_no', 'name', 'state', 'number', 'lacks'];
const entries: ColumnName[] = [
  'entry_no',
  'kind',
  'series',
  'number',
  'state',
  'class',
  'register_no',
  'last_name',
  'first_name',
  'dated_on',
  'issued_on',
  'receiver',
];
/** What is not known of a certificate that was just prepared. */
const later: ColumnName[] = ['state', 'issued_on', 'receiver'];
const booked: ColumnName[] = [
  ...entries,
  'school_year',
  'personal_code',
  'birth_date',
  'programme',
  'replaces',
  'reason',
  'notice_on',
  'invalid_on',
  'voided_on',
  'void_reason',
];
const forStateRegister: ColumnName[] = [
  'register_no',
  'last_name',
  'first_name',
  'personal_code',
  'birth_date',
  'class',
  'programme',
  'programme_name',
  'kind',
  'series',
  'number',
  'entry_no',
  'dated_on',
  'issued_on',
  'duplicate_of',
  'state',
];

/** Shows who is ready and who lacks what; status 3 where somebody is not ready. */
export async function check(session: Session, options: CertificateOptions) {
  const say = session.text(printingCertificates);
  const checking = checkCertificates(session.db, session.asOf, scopeOf(options));
  const { students } = checking;
  const columns = session.out.format === 'table' ? checkedForPeople : checked;
  const gone = checking.left.map(leftShown(session));
  await session.out.wrapped(columns, [...students.map(shownTo(session)), ...gone]);
  const count = (state: Judged['state']) => students.filter((one) => one.state === state).length;
  const open = students.filter(isOpen).length + gone.length;
  session.out.say(
    say.checked(students.length + gone.length, {
      ready: count('ready'),
      prepared: count('prepared') + gone.length,
      issued: count('issued'),
      reportCard: count('report_card'),
      open,
    }),
  );
  for (const [name, subjects] of groupedBy(untaughtIn(session.db, checking), (one) => one.class)) {
    session.out.warn(say.untaught({ class: name, subjects: subjects.map((one) => one.subject) }));
  }
  const forms = checking.left.map(({ series, number }) => `${series} ${number}`);
  if (forms.length > 0) session.out.warn(say.left(forms));
  const without = students.filter(isWithoutCertificate).length;
  if (without > 0) session.out.warn(say.withoutCertificate(without));
  return open > 0 ? exit.found : exit.done;
}

/** Binds the certificates of those who are ready to blanks. */
export async function prepare(session: Session, options: CertificateOptions) {
  const say = session.text(printingCertificates);
  const { date, series } = options;
  const prepared = prepareCertificates(session, { ...scopeOf(options), date, series });
  const columns: ColumnName[] = ['change', ...entries.filter((column) => !later.includes(column))];
  await session.out.rows(columns, prepared.certificates);
  const { certificates, unchanged, notReady } = prepared;
  const told = session.mode === 'write' ? say.prepared : say.wouldPrepare;
  session.out.say(told(certificates.length, unchanged, notReady.length));
  return exit.done;
}

/** Enters what was handed out; asks before where something of it is no longer as the data say. */
export async function issue(session: Session, options: CertificateOptions) {
  const { series, number, date, receiver } = options;
  const wanted = { ...scopeOf(options), series, number, date, receiver };
  const work = (context: Context, agreed?: Issued) =>
    issueCertificates(context, { ...wanted, agreed });
  const { certificates } = await doneAsAgreed(session, work, ({ doubtful }) =>
    isAgreed(session, doubtful),
  );
  await session.out.rows(
    entries.filter((column) => column !== 'state'),
    certificates,
  );
  sayWritten(session, session.text(printingCertificates).handedOut(certificates.length));
  return exit.done;
}

async function isAgreed(session: Session, doubtful: readonly Doubtful[]): Promise<boolean> {
  if (doubtful.length === 0) return true;
  const all = doubts(session, doubtful);
  return confirm(session, session.text(printingCertificates).issueDoubtful(all));
}

/** Who is concerned, and by what. */
function doubts({ text }: Session, doubtful: readonly Doubtful[]) {
  const inWords = text(lackWords);
  return doubtful.map(({ certificate: { last_name, first_name, register_no }, lacks }) => ({
    who: `${last_name} ${first_name} (${register_no})`,
    why: inWords(lacks),
  }));
}

type Voided = ReturnType<typeof voidSpoiltCertificate>;

/** Enters a form that was spoilt; asks before where it is in somebody's hands already. */
export async function voided(session: Session, options: CertificateOptions) {
  const spoilt = {
    number: needed(options.number, '--number'),
    series: options.series,
    grade: options.grade,
    reason: needed(options.reason, '--reason'),
    date: options.date,
  };
  const say = session.text(printingCertificates);
  const work = (context: Context, agreed?: Voided) =>
    voidSpoiltCertificate(context, { ...spoilt, agreed });
  const isVoidAgreed = async ({ issued_on: date, ...of }: Voided) => {
    const [number, name] = [`${of.series} ${of.number}`, `${of.last_name} ${of.first_name}`];
    return date === null || confirm(session, say.voidIssued({ number, name, date }));
  };
  const row = await doneAsAgreed(session, work, isVoidAgreed);
  const columns: ColumnName[] = [
    'entry_no',
    'series',
    'number',
    'register_no',
    'voided_on',
    'void_reason',
  ];
  await session.out.rows(columns, [row]);
  sayWritten(session, row.replaces === null ? say.spoilt(row) : say.duplicateSpoilt(row));
  return exit.done;
}

/** Prepares the duplicate of a lost certificate. */
export async function duplicate(session: Session, options: CertificateOptions) {
  const say = session.text(printingCertificates);
  const { certificate, lateSince } = duplicateCertificate(session, {
    of: { number: needed(options.of, '--of'), series: options.series, grade: options.grade },
    reason: needed(options.reason, '--reason'),
    noticeDate: needed(options.noticeDate, '--notice-date'),
    date: options.date,
  });
  const columns: ColumnName[] = [
    'entry_no',
    'series',
    'number',
    'register_no',
    'dated_on',
    'replaces',
    'reason',
  ];
  await session.out.rows([...columns, 'notice_on'], [certificate]);
  if (lateSince) session.out.warn(say.late(lateSince));
  const { series, number } = certificate;
  sayWritten(session, say.duplicated(series, number, certificate.replaces ?? ''));
  return exit.done;
}

/** Prints certificates, forms, transcripts; as JSON shows what stands on them. */
export async function printSheets(session: Session, options: CertificateOptions) {
  const wanted: readonly Sheet[] =
    options.print === undefined || options.print === bothSheets
      ? ['certificate', 'transcript']
      : [options.print];
  const composed = certificatePapers(session.db, session.asOf, scopeOf(options), wanted);
  const papers = composed.sheets.flatMap((sheet) => sheet.papers);
  const data = papers.map((paper) => paper.data);
  if (await shownAsJson(session, options, data)) return exit.done;
  const doubtful = doubtfulCertificates(session.db, session.clock(), composed.certificates);
  if (doubtful.length > 0) {
    const { printDoubtful, spoils } = session.text(printingCertificates);
    session.out.warn(printDoubtful(doubts(session, doubtful)));
    // A form of the State that says what is not so is spoilt.
    if (wanted.includes('form') && !(await confirm(session, spoils))) return exit.found;
  }
  const status = await print(session, options, papers.length, (printing) =>
    printCertificates(session, composed, printing),
  );
  return status === exit.done && doubtful.length > 0 ? exit.found : status;
}

/** Prints the pages by which the printer is set to the forms, or to that of one grade. */
export function calibrate(session: Session, options: CertificateOptions) {
  const { grade } = options;
  return print(session, options, grade === undefined ? 2 : 1, (printing) =>
    printCalibration(session, { grade }, printing),
  );
}

/** Lists the register, or prints it as a book. */
export async function register(session: Session, options: CertificateOptions) {
  const { out, merge, preview } = options;
  if (out !== undefined || merge !== undefined || preview) {
    const scope = scopeOf(options);
    return print(session, options, 1, (printing) => printRegister(session, scope, printing));
  }
  const rows = certificateRegister(session.db, scopeOf(options));
  await session.out.rows(session.out.format === 'table' ? entries : booked, rows);
  return exit.done;
}

/** Lists what was issued, for typing it into the State's register. */
export async function issued(session: Session, options: CertificateOptions) {
  await session.out.rows(
    forStateRegister,
    issuedDocuments(session.db, session.asOf, scopeOf(options)),
  );
  return exit.done;
}

function scopeOf({ grade, class: className, student, year }: CertificateOptions) {
  return { grade: needed(grade, '--grade'), class: className, student, year };
}

/** Somebody must still do something: enter what is missing, or look at what was prepared before it changed. */
const isOpen = ({ state, lacks }: Judged) =>
  state === 'not_ready' || (state === 'prepared' && lacks.length > 0);

/** A student whose certificate is checked. */
type CheckedPerson = Pick<Judged['graduate'], 'class' | 'register_no' | 'last_name' | 'first_name'>;

/** How far it is; `said` is what a person reads of it, where that is more than the lacks. */
interface Standing extends Pick<Judged, 'state' | 'lacks'> {
  readonly gets: Judged['gets'] | null;
  readonly certificate: Doubtful['certificate'] | undefined;
  readonly said?: string | undefined;
}

/** A person reads words, a script names. */
function rowOf({ text, out }: Session, person: CheckedPerson, standing: Standing) {
  const { class: name, register_no, last_name, first_name } = person;
  const { state, gets, lacks, certificate, said = text(lackWords)(lacks) } = standing;
  return {
    ...{ class: name, register_no, last_name, first_name, name: `${last_name} ${first_name}` },
    ...{ state, gets, lacks: out.format === 'table' ? said : lacks.map(nameOfLack) },
    number: certificate ? `${certificate.series} ${certificate.number}` : null,
  };
}

function shownTo(session: Session) {
  const inWords = session.text(lackWords);
  const { cardInstead } = session.text(printingCertificates);
  return (judged: Judged) => {
    const said = isWithoutCertificate(judged) ? cardInstead(inWords(judged.lacks)) : undefined;
    return rowOf(session, judged.graduate, { ...judged, said });
  };
}

/** The same of a certificate whose student is no longer in the grade. */
const leftShown = (session: Session) => (certificate: Doubtful['certificate']) =>
  rowOf(session, certificate, { state: 'prepared', gets: null, lacks: [leftSince], certificate });
