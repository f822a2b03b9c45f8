import type { Database } from 'better-sqlite3';
import {
  type ExamCertificateRow,
  examCertificateRows,
  type TermEntry,
  termEntries,
} from '../../db/graduates.js';
import { setting } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { type SubjectRow, subjectsInOrder } from '../../db/subjects.js';
import { type CertificateKind, stages } from '../../rules/blanks.js';
import { standingBy } from '../../rules/entries.js';
import { finalMarks } from '../../rules/final-marks.js';
import { groupedBy } from '../../rules/grouping.js';
import type { SubjectResult } from '../../rules/readiness.js';
import type { Moment } from '../../rules/school-time.js';
import { earlierStudies, type Place, type Study } from './studies.js';

/** A subject with what counts in the end, as it stands on the transcript. */
export interface Result extends SubjectResult {
  /** How documents call it. */
  readonly name: string;
  /** The school year in which it was learned last. */
  readonly year: number;
}

/** Gathers once what the results of all students need. */
export function transcriptResults(
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
  const ofYear = studies.filter(({ school_year_id }) => school_year_id === year.school_year_id);
  const known = new Set(ofYear.map(({ subject }) => subject));
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

/** Of each school year, subject and term the entry that stands at a moment. */
function marksAt(entries: readonly TermEntry[], at: Moment): Marks {
  const stand = standingBy(
    entries.filter(({ recorded_at }) => recorded_at <= at),
    ({ school_year_id, subject, term }) => `${school_year_id} ${subject} ${term}`,
  );
  return new Map([...stand].map(([key, { value }]) => [key, value]));
}

interface Studied {
  readonly studies: readonly Study[];
  readonly marks: Marks;
  readonly examCertificates: readonly ExamCertificateRow[];
  readonly subjects: readonly SubjectRow[];
  readonly examLeast: number;
}

/** A subject has the mark of the year in which it was learned last; an exam may have been in an earlier one. */
function resultsOf(studied: Studied): Result[] {
  const bySubject = groupedBy(studied.studies, ({ subject }) => subject);
  return studied.subjects.flatMap(({ code, name, certificate_name }): Result[] => {
    const own = bySubject.get(code) ?? [];
    const last = own.at(-1);
    if (!last) return [];
    const asked = own.findLast(({ demand }) => demand !== null);
    const certificate = studied.examCertificates.findLast(({ subject }) => subject === code);
    const examCertificate = certificate?.number ?? null;
    const marksOf = (study: Study) => countingMarks(studied, study, examCertificate !== null);
    return [
      {
        subject: code,
        name: certificate_name ?? name,
        year: last.year,
        final: marksOf(last).final,
        demand: asked?.demand ?? null,
        yearEnd: asked && marksOf(asked).yearEnd,
        examCertificate,
      },
    ];
  });
}

/** Where the State has certified the exam and the school has no mark of it, a re-examination is of the year mark. */
function countingMarks({ marks, examLeast }: Studied, study: Study, isCertified: boolean) {
  const mark = (term: TermEntry['term']) =>
    marks.get(`${study.school_year_id} ${study.subject} ${term}`);
  const [year, exam, reexam, credit] = [mark('year'), mark('exam'), mark('reexam'), mark('credit')];
  const isTheStates = study.demand === 'exam' && isCertified && exam === undefined;
  return finalMarks({ year, exam, reexam, credit }, isTheStates ? null : study.demand, examLeast);
}
