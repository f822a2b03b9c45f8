import type { Context } from '../../context.js';
import type { AccessRecord } from '../../csv/access-file.js';
import type { Report } from '../../csv/report.js';
import type { SourceOptions } from '../../csv/source.js';
import { families } from '../../db/parents.js';
import { studentRecords } from '../../db/personal-files.js';
import { references } from '../../db/references.js';
import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { plannedStudents } from '../../db/year-plan.js';
import type { Paper } from '../../documents/paper.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { foldLatvian } from '../../rules/latvian-order.js';
import { dateOf } from '../../rules/school-time.js';
import { membership } from '../journal/membership.js';
import { yearOf } from '../school-year.js';
import { readAccessFile } from './access-file.js';
import { type Arrangement, arrangePapers } from './arrange-papers.js';
import { type Printed, type PrintWishes, printPapers } from './print-papers.js';

/** Somebody of the file who may not be told anything about the student. */
export interface Withheld {
  readonly name: string;
  readonly register_no: string;
}

export interface AccessLetters {
  readonly year: SchoolYearRow;
  readonly day: CivilDate;
  readonly papers: readonly Paper[];
  readonly withheld: readonly Withheld[];
  readonly report: Report;
}

interface AskedAccess extends SourceOptions {
  readonly class?: string | undefined;
  readonly student?: string | undefined;
  /** The day of the letters; none = the day that the question is about. */
  readonly on?: CivilDate | undefined;
}

/**
 * The letters that tell each person of a file their user name and one-time password (clauses 1.3, 1.6), in
 * the order of the file. A name with a register number is that of a parent, unless it is the student's own;
 * a parent whose contact is `no` gets nothing. Without an address of its own a letter about a student goes
 * to the student's. What was read is kept nowhere: no row of it comes into the database.
 * @throws Problem noSchoolYear, fileNotFound
 */
export function accessLetters(
  context: Pick<Context, 'db' | 'asOf'>,
  path: string,
  { class: className, student, on, encoding, delimiter }: AskedAccess,
): AccessLetters {
  const { db, asOf } = context;
  const zone = schoolZone(db);
  const year = yearOf(db, undefined);
  const day = on ?? dateOf(asOf, zone);
  const find = references(db, year.school_year_id);
  const isKnown = (registerNo: string) => find.student(registerNo) !== undefined;
  const { records, report } = readAccessFile(path, { zone, isKnown, encoding, delimiter });
  const accounts = accountsOf(context, year, day, records).filter(
    (account) =>
      (className === undefined || account.class?.toLowerCase() === className.toLowerCase()) &&
      (student === undefined || account.register_no === student),
  );
  return {
    year,
    day,
    papers: accounts.filter(({ contact }) => contact).map((account) => paperOf(account, year, day)),
    withheld: accounts
      .filter(({ contact }) => !contact)
      .map(({ name, register_no }) => ({ name, register_no: register_no ?? '' })),
    report,
  };
}

interface Account {
  readonly name: string;
  readonly class: string | null;
  readonly register_no: string | null;
  /** "Last First" of the student, where the letter goes to somebody else. */
  readonly student: string;
  readonly address: string;
  readonly record: AccessRecord;
  /** Whether the person may be told anything. */
  readonly contact: boolean;
}

function accountsOf(
  { db }: Pick<Context, 'db'>,
  year: SchoolYearRow,
  day: CivilDate,
  records: readonly AccessRecord[],
): Account[] {
  const { classOn } = membership(db, year);
  const known = studentRecords(db, year.school_year_id);
  const byNumber = new Map(plannedStudents(db, year).map((one) => [one.register_no, one]));
  const parents = groupedBy(families(db, year.school_year_id), (parent) => parent.student_id);
  return records.map((record): Account => {
    const { register_no, address, name } = record;
    const student = byNumber.get(register_no ?? '');
    const own = student ? `${student.first_name} ${student.last_name}` : '';
    const home = student && known.get(student.student_id);
    const named = (parents.get(student?.student_id ?? 0) ?? []).filter(
      (one) => name && isSameName(name, `${one.first_name} ${one.last_name}`),
    );
    const isOwn = !name || (isSameName(name, own) && (isStudent(record) || named.length === 0));
    return {
      name: isOwn && own !== '' ? own : (name ?? register_no ?? ''),
      class: student ? (classOn(student, day) ?? student.class) : null,
      register_no: register_no ?? null,
      student: student && !isOwn ? `${student.last_name} ${student.first_name}` : '',
      address: address ?? home?.actual_address ?? home?.address ?? '',
      record,
      contact: isOwn || named.every(({ contact }) => contact !== 'no'),
    };
  });
}

/** A son may bear the name of his father: then the role says whose letter it is, else it is the parent's. */
const isStudent = ({ role }: AccessRecord) => /^(student|skolēn|izglītojam)/iu.test(role ?? '');

/** A name may be written with the last name first. */
const isSameName = (a: string, b: string) => wordsOf(a) === wordsOf(b);
const wordsOf = (name: string) => foldLatvian(name).split(' ').sort().join(' ');

/** The user name tells two people of one name apart, in the names of files too. */
function paperOf(account: Account, year: SchoolYearRow, date: CivilDate): Paper {
  const { name, class: className, student, address, record } = account;
  const { role, user_name, password, valid_until } = record;
  return {
    kind: 'access-letter',
    period: String(year.year),
    class: className,
    student: null,
    receiver: `${name} (${user_name})`,
    data: {
      date,
      name,
      class: className ?? '',
      student,
      role: role ?? '',
      user_name,
      password,
      address,
      valid_until: valid_until ?? '',
    },
  };
}

const label = { en: 'access', lv: 'piekļuve' };

/** What a preview shows instead of a password, because its file stays in a folder for passing things. */
const concealed = '••••••••';

/**
 * Prints letters without entering them in the register of documents, so that no password comes into the
 * database. Only their owner can read the files.
 * @throws Problem those of printPapers
 */
export function printAccessLetters(
  context: Context,
  { year, day, papers }: AccessLetters,
  { arrangement, ...wishes }: Omit<PrintWishes, 'year'> & { arrangement: Arrangement },
): Promise<Printed> {
  const shown = wishes.preview ? papers.map(withoutPassword(concealed)) : papers;
  const files = arrangePapers(shown, arrangement, { date: day, label: label[wishes.language] });
  return printPapers(context, files, { ...wishes, year, register: false });
}

/** A letter with something else in the place of its password. */
export const withoutPassword =
  (password: string | undefined) =>
  (paper: Paper): Paper => ({ ...paper, data: { ...paper.data, password } });
