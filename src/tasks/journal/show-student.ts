import type { Database } from 'better-sqlite3';
import type { AbsenceEntry } from '../../db/absences.js';
import { marksOfStudent, worksOfGroups } from '../../db/group-works.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import { Problem, type Where } from '../../problem.js';
import type { AbsenceStatus } from '../../rules/absence.js';
import { byLessonTime } from '../../rules/absence.js';
import { type CivilDate, type DaySpan, overlap } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { roomOf } from './day-lessons.js';
import {
  type JournalAbsence,
  type JournalLesson,
  journalSpan,
  type LessonState,
} from './journal-span.js';
import { checkNames } from './narrowing.js';
import { standingMarks, type TermWorkMark } from './standing-marks.js';
import { groupsAround } from './student-groups.js';
import type { AskedYear } from './year-book.js';

/** A line of a student's journal: a lesson, or a mark or an absence without one; an interface of the output. */
export interface StudentLine {
  date: CivilDate;
  period: number | null;
  group: string | null;
  subject: string | null;
  teacher: string | null;
  room: string | null;
  state: LessonState | null;
  topic: string | null;
  homework: string | null;
  works: readonly string[];
  marks: readonly string[];
  absence: 'absent' | 'late' | null;
  decision: AbsenceStatus | null;
}

export interface StudentJournal {
  readonly student: PlannedStudent;
  /** The class on the last of these days on which the student was in one. */
  readonly class: string | null;
  readonly lines: readonly StudentLine[];
}

/**
 * The journal of a student between two days: the lessons of the groups they were in, with their marks
 * and absences; a mark stands beside the first lesson of its group that day.
 * @throws Problem unknownStudent, unknownSubject, doesNotLearn
 */
export function studentJournal(
  db: Database,
  book: AskedYear,
  registerNo: string,
  days: DaySpan,
  subject: string | undefined,
): StudentJournal {
  const student = studentOf(book, registerNo);
  checkNames(db, book.year, { subject });
  const groups = groupsAround(book, [student]).filter(
    (group) => subject === undefined || group.subject === subject,
  );
  if (subject !== undefined && groups.length === 0) {
    throw new Problem('doesNotLearn', { registerNo, place: subject }, { field: 'subject' });
  }
  const span = journalSpan(db, book, groups, [student], days);
  const lessons = span
    .lessons()
    .filter(({ group, date }) => book.membership.isMember(group, student, date));
  const lines = linesWithMarks(book, lessons, marksByDay(db, book, student, groups, days));
  for (const absence of span.absencesOf(student)) {
    if (subject === undefined || absence.group !== undefined) putAbsence(book, lines, absence);
  }
  const stays = book.membership.staysOf(student).filter((stay) => overlap(stay, days));
  return { student, class: stays.at(-1)?.class ?? null, lines: lines.sort(inOrder) };
}

/** A line for each lesson, and for each day of a group with marks that no lesson took. */
function linesWithMarks(
  book: AskedYear,
  lessons: readonly JournalLesson[],
  marks: Marks,
): StudentLine[] {
  const lines = lessons.map((lesson) => ({ ...lineOf(book, lesson), ...taken(marks, lesson) }));
  const left = [...marks.values()].flatMap((ofDay) => {
    const [one] = ofDay;
    return one ? [{ ...empty(one.date, one.group, book), ...shown(ofDay) }] : [];
  });
  return [...lines, ...left];
}

/** Says in the line of its lesson that the student was away, or in a line of its own. */
function putAbsence(
  book: AskedYear,
  lines: StudentLine[],
  { date, period, late, decision, group }: AbsenceEntry & JournalAbsence,
): void {
  const line = lines.find(
    (one) => one.date === date && one.period === period && one.group === group,
  );
  const said = { absence: late ? 'late' : 'absent', decision: late ? null : decision } as const;
  if (line) Object.assign(line, said);
  else lines.push({ ...empty(date, group ?? null, book), period, ...said });
}

/** @throws Problem unknownStudent, at the place where the number was given */
export function studentOf(
  { membership }: AskedYear,
  registerNo: string,
  where?: Where,
): PlannedStudent {
  const student = membership.students.find((one) => one.register_no === registerNo);
  if (!student) throw new Problem('unknownStudent', { registerNo }, where);
  return student;
}

type Shown = Pick<StudentLine, 'works' | 'marks'>;
type Marks = Map<string, TermWorkMark[]>;

const placeOf = (date: string, group: string) => `${date}\n${group}`;

function marksByDay(
  db: Database,
  book: AskedYear,
  student: PlannedStudent,
  groups: readonly PlannedGroup[],
  days: DaySpan,
): Marks {
  const numbers = groups.map((group) => group.teaching_group_id);
  const span = { ...days, groups: numbers, asOf: book.asOf };
  const entries = marksOfStudent(db, span, student.student_id);
  return groupedBy(standingMarks(worksOfGroups(db, span), entries), ({ date, group }) =>
    placeOf(date, group),
  );
}

/** The marks of the lesson's group that day, once. */
function taken(marks: Marks, { date, group, state }: JournalLesson): Shown {
  const place = placeOf(date, group.name);
  const found = state === 'not_held' ? [] : (marks.get(place) ?? []);
  if (found.length > 0) marks.delete(place);
  return shown(found);
}

const shown = (marks: readonly { work: string; value: string }[]): Shown => ({
  works: marks.map((mark) => mark.work),
  marks: marks.map((mark) => mark.value),
});

function lineOf({ plan }: AskedYear, lesson: JournalLesson): StudentLine {
  const { date, period, group, owed_by, state, topic, homework, reason } = lesson;
  return {
    ...nothing,
    date,
    period,
    group: group.name,
    subject: group.subject,
    teacher: owed_by,
    room: roomOf(plan, lesson),
    state,
    topic: state === 'not_held' ? reason : topic,
    homework,
  };
}

const nothing = {
  period: null,
  teacher: null,
  room: null,
  state: null,
  topic: null,
  homework: null,
  works: [],
  marks: [],
  absence: null,
  decision: null,
};

function empty(date: CivilDate, group: string | null, { plan }: AskedYear): StudentLine {
  return { ...nothing, date, group, subject: plan.groups.get(group ?? '')?.subject ?? null };
}

/** What belongs to no lesson comes last in its day. */
const inOrder = (a: StudentLine, b: StudentLine) =>
  byLessonTime({ ...a, period: a.period ?? 99 }, { ...b, period: b.period ?? 99 });
