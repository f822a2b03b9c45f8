import type { Database } from 'better-sqlite3';
import { calendarDays } from '../../db/calendar-days.js';
import { type ExamCertificateRow, type GraduateRow, graduateRows } from '../../db/graduates.js';
import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type CertificateKind, stages } from '../../rules/blanks.js';
import { type CivilDate, nearestIn, schoolYearBounds } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { byPersonName, compareLatvian } from '../../rules/latvian-order.js';
import { dateOf, type Moment } from '../../rules/school-time.js';
import { yearEnd } from '../../rules/year-end.js';
import { membership } from '../journal/membership.js';
import { learnedSubjects, type Place } from './studies.js';
import { type Result, transcriptResults } from './transcript-results.js';

/** Who ends grade 9 or 12 in a school year, with all that a certificate asks of them. */
export interface Graduate extends GraduateRow {
  readonly register_no: string;
  readonly last_name: string;
  readonly first_name: string;
  readonly class: string;
  readonly programme: string | null;
  readonly examCertificates: readonly ExamCertificateRow[];
  /** The results by the marks that were recorded up to a moment, in the order of documents. */
  results(at: Moment): Result[];
}

/**
 * The students of the last grade of a stage on the last day of their year, or today where that is
 * still to come; by class and name.
 */
export function graduates(
  db: Database,
  kind: CertificateKind,
  year: SchoolYearRow,
  asOf: Date,
): Graduate[] {
  const grade = stages[kind].last;
  const day = judgedOn(db, year, grade, asOf);
  const members = membership(db, year);
  const places = members.students.flatMap((student): Place[] => {
    const name = members.classOn(student, day);
    return name !== undefined && gradeOf(name) === grade ? [{ student, class: name, grade }] : [];
  });
  const learned = learnedSubjects(db, year, members);
  const transcripts = transcriptResults(db, kind, year, places, (place) => learned(place, day));
  const rows = new Map(graduateRows(db, year.school_year_id).map((row) => [row.student_id, row]));
  return places.sort(byClassAndStudent).flatMap(({ student, class: name }) => {
    const row = rows.get(student.student_id);
    const { register_no, last_name, first_name, programme } = student;
    const own = transcripts(student.student_id);
    return row
      ? [{ ...row, register_no, last_name, first_name, programme, class: name, ...own }]
      : [];
  });
}

/** The last day of the year of a grade, or today where that is still to come. */
export function judgedOn(db: Database, year: SchoolYearRow, grade: number, asOf: Date): CivilDate {
  const { first } = schoolYearBounds(year.year);
  const end = yearEnd(calendarDays(db, year), grade, year.year);
  return nearestIn({ from: first, until: end }, dateOf(asOf, schoolZone(db)));
}

const byClassAndStudent = (a: Place, b: Place) =>
  compareLatvian(a.class, b.class) || byPersonName(a.student, b.student);
