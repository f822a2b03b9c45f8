import type { Database } from 'better-sqlite3';
import { calendarDays } from '../../db/calendar-days.js';
import {
  type ExamCertificateRow,
  examCertificateRows,
  type GraduateRow,
  graduateRows,
  type TermEntry,
  termEntries,
} from '../../db/graduates.js';
import { schoolZone, setting } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type SubjectRow, subjectsInOrder } from '../../db/subjects.js';
import { type CertificateKind, stages } from '../../rules/blanks.js';
import { type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { gradeOf } from '../../rules/class-name.js';
import { finalMarks } from '../../rules/final-marks.js';
import { groupedBy } from '../../rules/grouping.js';
import { compareLatvian } from '../../rules/latvian-order.js';
import type { SubjectResult } from '../../rules/readiness.js';
import { dateOf, type Moment } from '../../rules/school-time.js';
import { yearEnd } from '../../rules/year-end.js';
import { membership } from '../journal/membership.js';
import { earlierStudies, learnedSubjects, type Place, type Study } from './studies.js';

/** A subject with what counts in the end, as it stands on the transcript. */
export interface Result extends SubjectResult {
  /** How documents call it. */
  readonly name: string;
  /** The school year in which it was learned last. */
  readonly year: number;
}

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
  const transcripts = transcriptsOf(db, kind, year, places, (place) => learned(place, day));
  const rows = new Map(graduateRows(db, year.school_year_id).map((row) => [row.student_id, row]));
  return places.sort(byClassAndName).flatMap(({ student, class: name }) => {
    const row = rows.get(student.student_id);
    const { register_no, last_name, first_name, programme } = student;
    const own = transcripts(student.student_id);
    return row
      ? [{ ...row, register_no, last_name, first_name, programme, class: name, ...own }]
      : [];
  });
}

function judgedOn(db: Database, year: SchoolYearRow, grade: number, asOf: Date): CivilDate {
  const end = yearEnd(calendarDays(db, year), grade, year.year);
  const today = dateOf(asOf, schoolZone(db));
  const { first } = schoolYearBounds(year.year);
  return today > end ? end : today < first ? first : today;
}

const byClassAndName = (a: Place, b: Place) =>
  compareLatvian(a.class, b.class) ||
  compareLatvian(a.student.last_name, b.student.last_name) ||
  compareLatvian(a.student.first_name, b.student.first_name) ||
  compareLatvian(a.student.register_no, b.student.register_no);

/** Gathers once what the results of all students need. */
function transcriptsOf(
  db: Database,
  kind: CertificateKind,
  year: SchoolYearRow,
  places: readonly Place[],
  learned: (place: Place) => Study[],
) {
  const students = places.map(({ student }) => student.student_id);
  const entries = termEntries(db, students);
  const ofStudent = groupedBy(entries, (entry) => entry.student_id);
  const certificates = groupedBy(examCertificateRows(db, students), (row) => row.student_id);
  const withEarlier = setting(db, 'earlier_subjects') === 'yes';
  const stage = { firstGrade: stages[kind].first, year: year.year };
  const earlier = withEarlier ? earlierStudies(db, places, stage) : new Map<number, Study[]>();
  const current = new Map(places.map((place) => [place.student.student_id, learned(place)]));
  const subjects = subjectsInOrder(db);
  const graded = gradedSubjects(entries, subjects);
  const examLeast = setting(db, 'exam_least_mark');
  return (student: number) => {
    const own = ofStudent.get(student) ?? [];
    const examCertificates = certificates.get(student) ?? [];
    const studies = [...(earlier.get(student) ?? []), ...(current.get(student) ?? [])];
    const all = [...studies, ...besideProgramme(own, studies, year)].filter(graded);
    return {
      examCertificates,
      results: (at: Moment) =>
        resultsOf({ studies: all, marks: marksAt(own, at), examCertificates, subjects, examLeast }),
    };
  };
}

/**
 * A class hour is in the programme and has no mark: a subject that is only passed or failed stands on
 * documents where anybody of the grade has a year mark in it. Which subjects are so, no law was found to say.
 */
function gradedSubjects(entries: readonly TermEntry[], subjects: readonly SubjectRow[]) {
  const passed = new Set(subjects.filter(({ scale }) => scale === 'pass').map(({ code }) => code));
  const marked = new Set(
    entries
      .filter(({ term }) => term === 'year')
      .map(({ school_year_id, subject }) => `${school_year_id} ${subject}`),
  );
  return ({ school_year_id, subject }: Study) =>
    !passed.has(subject) || marked.has(`${school_year_id} ${subject}`);
}

/** Subjects with a year mark of this year that the programme does not name, or whose group was left. */
function besideProgramme(
  entries: readonly TermEntry[],
  studies: readonly Study[],
  year: SchoolYearRow,
): Study[] {
  const known = new Set(studies.map(({ subject }) => subject));
  const more = entries.filter(
    ({ school_year_id, term, subject }) =>
      school_year_id === year.school_year_id && term === 'year' && !known.has(subject),
  );
  return [...new Set(more.map(({ subject }) => subject))].map((subject) => ({
    ...year,
    subject,
    demand: null,
  }));
}

type Marks = ReadonlyMap<string, TermEntry['value']>;

/** Of each school year, subject and term the last entry up to a moment. */
function marksAt(entries: readonly TermEntry[], at: Moment): Marks {
  return new Map(
    entries
      .filter(({ recorded_at }) => recorded_at <= at)
      .map(({ school_year_id, subject, term, value }) => [
        `${school_year_id} ${subject} ${term}`,
        value,
      ]),
  );
}

interface Studied {
  readonly studies: readonly Study[];
  readonly marks: Marks;
  readonly examCertificates: readonly ExamCertificateRow[];
  readonly subjects: readonly SubjectRow[];
  readonly examLeast: number;
}

/** A subject has the mark of the year in which it was learned last; an exam may have been in an earlier one. */
function resultsOf({ studies, marks, examCertificates, subjects, examLeast }: Studied): Result[] {
  const bySubject = groupedBy(studies, ({ subject }) => subject);
  return subjects.flatMap(({ code, name, certificate_name }) => {
    const own = bySubject.get(code) ?? [];
    const last = own.at(-1);
    if (!last) return [];
    const asked = own.findLast(({ demand }) => demand !== null);
    const number = examCertificates.findLast(({ subject }) => subject === code)?.number ?? null;
    const yearOf = (study: Study) => {
      const mark = (term: TermEntry['term']) =>
        marks.get(`${study.school_year_id} ${code} ${term}`);
      const entered = {
        year: mark('year'),
        exam: mark('exam'),
        reexam: mark('reexam'),
        credit: mark('credit'),
      };
      const isCertified = study.demand === 'exam' && number !== null && entered.exam === undefined;
      return finalMarks(entered, isCertified ? null : study.demand, examLeast);
    };
    return [
      {
        subject: code,
        name: certificate_name ?? name,
        year: last.year,
        final: yearOf(last).final,
        demand: asked?.demand ?? null,
        yearEnd: asked && yearOf(asked).yearEnd,
        examCertificate: number,
      },
    ];
  });
}
