import type { Context } from '../../context.js';
import type { AccessRecord } from '../../csv/access-file.js';
import type { Report } from '../../csv/report.js';
import type { SourceOptions } from '../../csv/source.js';
import { families } from '../../db/parents.js';
import { studentRecords } from '../../db/personal-files.js';
import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { personByNumber } from '../../db/students.js';
import { plannedStudents } from '../../db/year-plan.js';
import type { Paper } from '../../documents/paper.js';
import { accessRole } from '../../rules/access-role.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { dateOf } from '../../rules/school-time.js';
import { membership } from '../journal/membership.js';
import { studentsOfDay } from '../people/students-of-day.js';
import { yearAsOf } from '../school-year.js';
import { isSameName, readAccessFile } from './access-file.js';
import { arrangePapers } from './arrange-papers.js';
import { type ArrangedWishes, type Printed, printPapers } from './print-papers.js';

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
 * @throws Problem noSchoolYear, fileNotFound, those of studentsOfDay
 */
export function accessLetters(
  context: Pick<Context, 'db' | 'asOf'>,
  path: string,
  asked: AskedAccess,
): AccessLetters {
  const { db, asOf } = context;
  const { on } = asked;
  const zone = schoolZone(db);
  const year = yearAsOf(db, undefined, asOf);
  const day = on ?? dateOf(asOf, zone);
  const isAsked = askedFor(context, asked);
  const nameOf = (registerNo: string) => {
    const person = personByNumber(db, registerNo);
    return person && `${person.first_name} ${person.last_name}`;
  };
  const { records, report } = readAccessFile(path, { ...asked, zone, nameOf });
  const accounts = accountsOf(context, year, day, records).filter(isAsked);
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

/** Whether an account is of those who are asked for; a class or student that is none is refused, as in all letters. */
function askedFor({ db, asOf }: Pick<Context, 'db' | 'asOf'>, asked: AskedAccess) {
  const { class: className, student, on } = asked;
  if (className === undefined && student === undefined) return () => true;
  const { students } = studentsOfDay(db, asOf, { class: className, student, on });
  const numbers = new Set(students.map(({ register_no }) => register_no));
  return ({ register_no }: Account) => register_no !== null && numbers.has(register_no);
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
    const { register_no, address, name, role } = record;
    const student = byNumber.get(register_no ?? '');
    const own = student ? `${student.first_name} ${student.last_name}` : '';
    const home = student && known.get(student.student_id);
    const named = (parents.get(student?.student_id ?? 0) ?? []).filter(
      (one) => name && isSameName(name, `${one.first_name} ${one.last_name}`),
    );
    const isOwn = !name || (isSameName(name, own) && isStudents(role, named.length > 0));
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

/**
 * Whether a letter with the name of a student is theirs: a son may bear the name of his father, then the role
 * says whose it is. Without one it is a parent's where one of that name is known.
 */
const isStudents = (role: AccessRecord['role'], isNameOfParent: boolean) =>
  (accessRole(role) ?? (isNameOfParent ? 'parent' : 'student')) === 'student';

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
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  const shown = wishes.preview ? papers.map(withoutPassword(concealed)) : papers;
  const files = arrangePapers(shown, arrangement, { date: day, label: label[wishes.language] });
  return printPapers(context, files, { ...wishes, year, register: false });
}

/** A letter with something else in the place of its password. */
export const withoutPassword =
  (password: string | undefined) =>
  (paper: Paper): Paper => ({ ...paper, data: { ...paper.data, password } });
