import type { Database } from 'better-sqlite3';
import { marksOfGroups, worksOfGroups } from '../../db/group-works.js';
import type { PlannedGroup, PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { AbsenceStatus } from '../../rules/absence.js';
import { byLessonTime } from '../../rules/absence.js';
import type { CivilDate, DaySpan } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import { average } from '../../rules/marks.js';
import { type JournalLesson, journalSpan, type LessonState } from './journal-span.js';
import { standingMarks } from './standing-marks.js';
import { groupsAround, membersDuring } from './student-groups.js';
import type { AskedYear } from './year-book.js';

/** A column of the page: a lesson, or a day with a work and no lesson. */
export interface PageColumn {
  readonly date: CivilDate;
  readonly lesson: JournalLesson | undefined;
}

/** What stands in a cell of the page. */
export interface PageCell {
  readonly works: readonly string[];
  readonly marks: readonly string[];
  readonly absence: 'absent' | 'late' | null;
  readonly decision: AbsenceStatus | null;
}

export interface RegisterPage {
  readonly group: PlannedGroup;
  readonly columns: readonly PageColumn[];
  /** Everybody who was in the group at some time of these days, in Latvian order. */
  readonly rows: readonly {
    readonly student: PlannedStudent;
    readonly cells: readonly PageCell[];
    readonly average: string | null;
  }[];
}

/** One cell, with its student and its lesson; the names are an interface of the output. */
export interface RegisterRow {
  date: CivilDate;
  period: number | null;
  group: string;
  state: LessonState | null;
  teacher: string | null;
  topic: string | null;
  homework: string | null;
  register_no: string | null;
  last_name: string | null;
  first_name: string | null;
  works: readonly string[];
  marks: readonly string[];
  absence: 'absent' | 'late' | null;
  decision: AbsenceStatus | null;
}

/**
 * The page of the class register of a group: its lessons across, its students down. A mark stands at
 * the first lesson of its day that was held. Lessons of days to come are not on it.
 * @throws Problem unknownGroup
 */
export function registerPage(
  db: Database,
  book: AskedYear,
  name: string,
  days: DaySpan,
): RegisterPage {
  const group = book.plan.groups.get(name);
  if (!group) throw new Problem('unknownGroup', { group: name });
  const students = membersDuring(book.membership, group, days);
  const around = groupsAround(book, students);
  const span = journalSpan(db, book, [...new Set([group, ...around])], students, days);
  const marks = marksOf(db, book, group, days);
  const columns = columnsOf(
    span.lessons(group).filter((lesson) => lesson.state !== 'expected'),
    [...new Set(marks.map((mark) => mark.date))],
  );
  const ofStudent = groupedBy(marks, (mark) => mark.student_id);
  const placeOf = (date: CivilDate) => markColumn(columns, date);
  return {
    group,
    columns,
    rows: students.map((student) => {
      const own = ofStudent.get(student.student_id) ?? [];
      const away = span.absencesOf(student).filter((absence) => absence.group === name);
      return {
        student,
        average: average(own.map((mark) => mark.value)),
        cells: columns.map((column): PageCell => {
          const here = own.filter((mark) => placeOf(mark.date) === column);
          const absence = away.find(
            ({ date, period }) => date === column.date && period === column.lesson?.period,
          );
          return {
            works: here.map((mark) => mark.work),
            marks: here.map((mark) => mark.value),
            absence: absence ? (absence.late ? 'late' : 'absent') : null,
            decision: absence && !absence.late ? absence.decision : null,
          };
        }),
      };
    }),
  };
}

function marksOf(db: Database, { asOf }: AskedYear, group: PlannedGroup, days: DaySpan) {
  const span = { ...days, groups: [group.teaching_group_id], asOf };
  const works = worksOfGroups(db, span);
  return standingMarks(works, marksOfGroups(db, span)).sort(
    (a, b) => a.assessed_work_id - b.assessed_work_id,
  );
}

function columnsOf(lessons: readonly JournalLesson[], marked: readonly CivilDate[]): PageColumn[] {
  const held = new Set(lessons.filter((one) => one.state !== 'not_held').map((one) => one.date));
  const columns = [
    ...lessons.map((lesson): PageColumn => ({ date: lesson.date, lesson })),
    ...marked
      .filter((date) => !held.has(date))
      .map((date): PageColumn => ({ date, lesson: undefined })),
  ];
  const time = ({ date, lesson }: PageColumn) => ({ date, period: lesson?.period ?? 99 });
  return columns.sort((a, b) => byLessonTime(time(a), time(b)));
}

const markColumn = (columns: readonly PageColumn[], date: CivilDate) =>
  columns.find((one) => one.date === date && one.lesson?.state !== 'not_held');

/** The page in rows: each student in each lesson; a lesson without students is a row too. */
export function* registerRows({ group, columns, rows }: RegisterPage): Generator<RegisterRow> {
  for (const [at, { date, lesson }] of columns.entries()) {
    const place = {
      date,
      period: lesson?.period ?? null,
      group: group.name,
      state: lesson?.state ?? null,
      teacher: lesson?.owed_by ?? null,
      topic: (lesson?.state === 'not_held' ? lesson.reason : lesson?.topic) ?? null,
      homework: lesson?.homework ?? null,
    };
    for (const { student, cells } of rows) {
      const { register_no, last_name, first_name } = student;
      const { works = [], marks = [], absence = null, decision = null } = cells[at] ?? {};
      yield { ...place, register_no, last_name, first_name, works, marks, absence, decision };
    }
    if (rows.length === 0) yield { ...place, ...nobody };
  }
}

const nobody = {
  register_no: null,
  last_name: null,
  first_name: null,
  works: [],
  marks: [],
  absence: null,
  decision: null,
};
