import { decisionsOf } from '../../../db/decisions.js';
import { type MadeDocument, madeDocuments } from '../../../db/made-documents.js';
import { type ClassWithTeacher, classesWithTeacher } from '../../../db/offices.js';
import { personalFiles } from '../../../db/personal-files.js';
import { setting } from '../../../db/school-settings.js';
import type { PlannedStudent } from '../../../db/year-plan.js';
import { certificateOf } from '../../../rules/blanks.js';
import { isSchoolDay } from '../../../rules/calendar.js';
import { type CivilDate, daysFrom, monthSpan } from '../../../rules/civil-date.js';
import { dueAfterWorkingDays, dueNextMonth, dueOnDay } from '../../../rules/deadline.js';
import type { Duty, Part } from '../../../rules/duties/duty.js';
import { papersOwed, summaryOwed } from '../../../rules/duties/papers.js';
import { groupedBy } from '../../../rules/grouping.js';
import { missingInPersonalFile } from '../../../rules/personal-file.js';
import { isRefused } from '../../../rules/readiness.js';
import { remembered } from '../../../rules/remembered.js';
import { dateOf, type Moment, momentOf } from '../../../rules/school-time.js';
import { type Semester, semesterSpan } from '../../../rules/semesters.js';
import type { YearFacts } from './year-facts.js';

/** Which document it must be; without a period or a day any will do. */
interface Wanted {
  readonly kinds: readonly string[];
  readonly class: string;
  readonly period?: string;
  /** What was made before cannot be complete. */
  readonly since?: Moment;
}

/** Clause 3.2: the personal files, of the students who are in a class on the day when they are due. */
export function* personalFilesDue(facts: YearFacts): Generator<Duty> {
  const { db, year, clock, horizon, members } = facts;
  const due_at = dueOnDay(clock, year.year, setting(db, 'personal_files_due'));
  if (due_at > horizon) return;
  const date = dateOf(due_at, clock.zone);
  const files = personalFiles(db, year.school_year_id);
  const isComplete = ({ student_id }: PlannedStudent) => {
    const file = files.get(student_id);
    return file !== undefined && missingInPersonalFile(file).length === 0;
  };
  for (const one of classesWithTeacher(db, year)) {
    const open = members()
      .classMembers(one.class, date)
      .filter((student) => !isComplete(student))
      .map(({ register_no }) => ({ name: register_no, metAt: undefined }));
    const paper = { class: one.class, owed_by: one.teacherOn(date), period: null, date, due_at };
    yield papersOwed({ clause: '3.2', ...paper }, open);
  }
}

/** Clause 3.4: the extract of every month in which a class had lessons, for its students of the last day. */
export function* extractsDue(facts: YearFacts): Generator<Duty> {
  const { db, year, clock, horizon, members } = facts;
  const day = setting(db, 'extract_day');
  const made = register(facts);
  const monthsOf = remembered((grade: number) => lessonMonths(facts, grade));
  for (const one of classesWithTeacher(db, year)) {
    for (const [month, lastLessonDay] of monthsOf(one.grade)) {
      const date = monthSpan(month)?.until ?? lastLessonDay;
      const due_at = dueNextMonth(clock, date, day);
      if (due_at > horizon) continue;
      const students = members().classMembers(one.class, date);
      const since = momentOf(lastLessonDay, '00:00', clock.zone);
      const wanted = { kinds: ['monthly-extract'], class: one.class, period: month, since };
      const owed_by = one.teacherOn(dateOf(due_at, clock.zone));
      const paper = { class: one.class, owed_by, period: month, date, due_at };
      yield papersOwed({ clause: '3.4', ...paper }, made.parts([wanted], students));
    }
  }
}

/** The months in which a grade has lessons, each with its last school day. */
function lessonMonths({ plan }: YearFacts, grade: number): Map<string, CivilDate> {
  const first = semesterSpan(plan.calendar.rows, 'semester1', grade);
  const second = semesterSpan(plan.calendar.rows, 'semester2', grade);
  // One of them may not be known yet.
  const [from, until] = [(first ?? second)?.from, (second ?? first)?.until];
  const months = new Map<string, CivilDate>();
  if (!from || !until) return months;
  for (const day of daysFrom(from, until)) {
    if (isSchoolDay(plan.calendar, day, grade)) months.set(day.slice(0, 7), day);
  }
  return months;
}

const certificates = ['certificate', 'certificate-form-basic', 'certificate-form-secondary'];

/** Clause 3.5: the report cards of the first semester and of the year; for that a certificate will do. */
export function* reportCardsDue(facts: YearFacts): Generator<Duty> {
  const made = register(facts);
  for (const [semester, term, period] of [
    // The periods of the cards as they are printed.
    ['semester1', 'semester1', `${facts.year.year}-1`],
    ['semester2', 'year', String(facts.year.year)],
  ] as const) {
    for (const { one, end, since, due_at } of termEnds(facts, semester, 'report_cards_days')) {
      const students = facts.members().classMembers(one.class, end);
      const card = { kinds: ['report-card'], class: one.class, period, since };
      const certificate = { kinds: certificates, class: one.class, period };
      const owed_by = one.teacherOn(dateOf(due_at, facts.clock.zone));
      const paper = { class: one.class, owed_by, period: term, date: end, due_at };
      yield papersOwed({ clause: '3.5', ...paper }, made.parts([card, certificate], students));
    }
  }
}

/**
 * Clause 2.2: the certificates of the last grades, of all who were not decided otherwise. Whenever they were
 * made: there is none before the council's decision and the last mark.
 */
export function* certificatesDue(facts: YearFacts): Generator<Duty> {
  const { db, year, members, administratorsOn } = facts;
  const made = register(facts);
  const decisions = decisionsOf(db, year);
  for (const { one, end, due_at } of termEnds(facts, 'semester2', 'certificates_days')) {
    const kind = certificateOf(one.grade);
    if (!kind) continue;
    const students = members()
      .classMembers(one.class, end)
      .filter(({ student_id }) => !isRefused(kind, decisions.get(student_id)?.decision ?? null));
    const wanted = { kinds: certificates, class: one.class };
    const owed_by = administratorsOn(dateOf(due_at, facts.clock.zone));
    const paper = { class: one.class, owed_by, period: 'year', date: end, due_at };
    yield papersOwed({ clause: '2.2', ...paper }, made.parts([wanted], students));
  }
}

/** Clause 1.7: the summary journal of every class. */
export function* summaryJournalsDue(facts: YearFacts): Generator<Duty> {
  const made = register(facts);
  for (const { one, end, since, due_at } of termEnds(facts, 'semester2', 'summary_journal_days')) {
    const owed_by = facts.deputiesOn(dateOf(due_at, facts.clock.zone));
    const paper = { class: one.class, owed_by, period: 'year', date: end, due_at };
    const wanted = { kinds: ['summary-journal'], class: one.class, since };
    yield summaryOwed({ clause: '1.7', ...paper }, made.ofClass(wanted));
  }
}

interface TermEnd {
  readonly one: ClassWithTeacher;
  readonly end: CivilDate;
  /** The beginning of that day: a paper that was made before cannot be complete. */
  readonly since: Moment;
  /** When what is owed at the end is due. */
  readonly due_at: Moment;
}

/** The classes of which something at the end of their term is due before the horizon. */
function* termEnds(
  { db, year, plan, clock, horizon }: YearFacts,
  semester: Semester,
  key: 'report_cards_days' | 'certificates_days' | 'summary_journal_days',
): Generator<TermEnd> {
  const days = setting(db, key);
  const endOf = remembered((end: CivilDate) => ({
    end,
    since: momentOf(end, '00:00', clock.zone),
    due_at: dueAfterWorkingDays(clock, end, days),
  }));
  for (const one of classesWithTeacher(db, year)) {
    const end = semesterSpan(plan.calendar.rows, semester, one.grade)?.until;
    if (end && endOf(end).due_at <= horizon) yield { one, ...endOf(end) };
  }
}

/** When papers were first made: for a student alone, or with those of the whole class. */
function register({ db, year, asOf }: YearFacts) {
  const made = madeDocuments(db, year, asOf);
  const ofStudents = groupedBy(made, (document) => document.student_id);
  const firstOf = (documents: readonly MadeDocument[] | undefined, wanted: readonly Wanted[]) =>
    documents?.find((document) => wanted.some((one) => isWanted(document, one)))?.made_at;
  const forClass = (wanted: readonly Wanted[]) => {
    const name = wanted[0]?.class;
    const ofClass = ofStudents.get(null)?.filter((document) => document.class === name);
    return firstOf(ofClass, wanted);
  };
  return {
    /** Any of the papers wanted will do. */
    parts: (wanted: readonly Wanted[], students: readonly PlannedStudent[]): Part[] => {
      const together = forClass(wanted);
      return students.map(({ student_id, register_no }) => {
        const alone = firstOf(ofStudents.get(student_id), wanted);
        const metAt =
          alone && together ? (alone < together ? alone : together) : (alone ?? together);
        return { name: register_no, metAt };
      });
    },
    ofClass: (wanted: Wanted) => forClass([wanted]),
  };
}

const isWanted = ({ kind, period, made_at }: MadeDocument, wanted: Wanted): boolean =>
  wanted.kinds.includes(kind) &&
  (wanted.period === undefined || period === wanted.period) &&
  made_at >= (wanted.since ?? '');
