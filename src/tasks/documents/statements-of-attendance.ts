import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { type IssuedRow, issuedPapers } from '../../db/documents.js';
import { studentRecords } from '../../db/personal-files.js';
import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { cleaned, fileNameOf } from '../../documents/file-name.js';
import type { Paper, PaperStudent } from '../../documents/paper.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { dateOf } from '../../rules/school-time.js';
import { studentsOfDay } from '../people/students-of-day.js';
import { arrangePapers } from './arrange-papers.js';
import { type ArrangedWishes, type Printed, printPapers } from './print-papers.js';

interface AskedStatement {
  readonly student: string;
  /** The day of the statement; none = the day that the question is about. */
  readonly on?: CivilDate | undefined;
  /** For whom it is issued. */
  readonly receiver?: string | undefined;
  /** As the school numbers what it sends out. */
  readonly number?: string | undefined;
}

export interface Statement {
  readonly year: SchoolYearRow;
  readonly day: CivilDate;
  readonly paper: Paper & { readonly student: PaperStudent };
}

/**
 * A statement that a student attends the school (izziņa), as of a day.
 * @throws Problem unknownStudent, notAtSchool, noSchoolYear, unknownSchoolYear
 */
export function statementOfAttendance(
  db: Database,
  asOf: Date,
  { student: registerNo, on, receiver, number }: AskedStatement,
): Statement {
  const certified = on ?? dateOf(asOf, schoolZone(db));
  const { year, day, students } = studentsOfDay(db, asOf, { student: registerNo, on: certified });
  const [student] = students;
  if (!student) {
    throw new Problem('notAtSchool', { registerNo, date: day }, { field: 'student' });
  }
  const record = studentRecords(db, year.school_year_id).get(student.student_id);
  const { register_no, last_name, first_name, class: className, enrolled_on } = student;
  const data = {
    number: number ?? '',
    date: day,
    receiver: receiver ?? '',
    register_no,
    last_name,
    first_name,
    personal_code: record?.personal_code ?? '',
    birth_date: record?.birth_date ?? '',
    class: className,
    programme: record?.programme ?? '',
    programme_name: record?.programme_name ?? '',
    since: enrolled_on ?? '',
    school_year: year.year,
  };
  const holder = { register_no, last_name, first_name };
  const paper = {
    kind: 'statement',
    period: day,
    class: className,
    student: holder,
    receiver,
    data,
  };
  return { year, day, paper };
}

/** Another statement that bears a number already; undefined where none does, or there is no number. */
export function otherOfNumber(
  db: Database,
  { paper }: Pick<Statement, 'paper'>,
): { register_no: string | null; date: string } | undefined {
  const { number } = paper.data;
  if (!number) return undefined;
  const isSame = (row: IssuedRow) =>
    row.register_no === paper.student.register_no &&
    row.period === paper.period &&
    row.receiver === (paper.receiver ?? null);
  const other = issuedPapers(db, { kind: paper.kind }).find(
    (row) => !isSame(row) && (JSON.parse(row.data) as { number?: string }).number === number,
  );
  return other && { register_no: other.register_no, date: other.period };
}

const label = { en: 'statement', lv: 'izziņa' };

/**
 * Prints a statement and enters it in the register of documents.
 * @throws Problem those of printPapers
 */
export function printStatement(
  context: Context,
  { year, day, paper }: Statement,
  { arrangement, ...wishes }: ArrangedWishes,
): Promise<Printed> {
  // Of several on one day the number tells which, else for whom it is.
  const which = paper.data['number'] || paper.receiver?.slice(0, 40);
  const ending = ['', day, label[wishes.language], which].filter((part) => part !== undefined);
  const path = `${fileNameOf(paper.student, cleaned(ending.join(' ')))}.pdf`;
  const files =
    typeof arrangement === 'object'
      ? arrangePapers([paper], arrangement, { date: day })
      : [{ path, date: day, papers: [paper] }];
  return printPapers(context, files, { ...wishes, year });
}
