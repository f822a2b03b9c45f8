import type { Database } from 'better-sqlite3';
import { type AbsenceEntry, absenceEntries } from '../../db/absences.js';
import { lessonsOfGroups } from '../../db/journal-rows.js';
import { isStanding, type JustificationRow } from '../../db/justifications.js';
import type { PlannedGroup } from '../../db/year-plan.js';
import { coversLesson, type LessonTime } from '../../rules/absence.js';
import { weekday } from '../../rules/civil-date.js';
import { byMoment, standing } from '../../rules/entries.js';
import { narrowed } from '../journal/asked-days.js';
import { journalSpan } from '../journal/journal-span.js';
import { studentOf } from '../journal/show-student.js';
import { groupsAround } from '../journal/student-groups.js';
import { type AskedYear, askedYear } from '../journal/year-book.js';
import { yearOfDay } from '../school-year.js';
import { type Explanation, fact, type Traces, traces } from './explanation.js';

/**
 * What was entered of an absence, to which lesson it belongs, and which justification stands
 * (clause 3.3).
 * @throws Problem unknownSchoolYear, unknownStudent
 */
export function whyAbsence(
  db: Database,
  asOf: Date,
  asked: LessonTime & { student: string },
): Explanation {
  const { date, period } = asked;
  const book = askedYear(db, asOf, yearOfDay(db, date).year, narrowed.student(asked.student));
  const student = studentOf(book, asked.student, { field: 'student' });
  const days = { from: date, until: date };
  const groups = groupsAround(book, [student]);
  const span = journalSpan(db, book, groups, [student], days);
  const trace = traces(db);

  const asking = { ...days, year: book.year, asOf: book.asOf };
  const entries = absenceEntries(db, asking, [student.student_id]).filter(
    (entry) => entry.period === period,
  );
  const last = standing(entries);
  const absence = span.absencesOf(student).find((one) => one.period === period);
  const group = groups.find((one) => one.name === absence?.group);
  const facts = {
    name: `${student.first_name} ${student.last_name}`,
    register_no: student.register_no,
    ...{ date, weekday: weekday(date), period },
    mark: last?.mark ?? null,
    decision: absence?.decision ?? 'undecided',
  };
  return fact('absence', facts, [
    ...entriesOf(entries, trace),
    ...(absence ? [lessonOf(db, book, group, asked, trace)] : []),
    ...(last?.mark === 'n' ? decisionsOf(span.justificationsOf(student, date), asked, trace) : []),
    ...(last?.mark === 'k' ? [fact('lateNeedsNone', undefined)] : []),
  ]);
}

/** Every entry of the absence in the order of time, and which of them stands. */
function entriesOf(entries: readonly AbsenceEntry[], trace: Traces): Explanation[] {
  const last = standing(entries);
  return [...entries].sort(byMoment).map((entry) => {
    const { mark, recorded_at, order } = entry;
    const facts = { mark, recorded_at, stands: entry === last };
    return fact('absenceEntry', facts, [], trace.row('absence', order));
  });
}

/** The lesson that was missed: of which group, and the entry of it where there is one. */
function lessonOf(
  db: Database,
  { asOf }: AskedYear,
  group: PlannedGroup | undefined,
  { date, period }: LessonTime,
  trace: Traces,
): Explanation {
  const groups = group ? [group.teaching_group_id] : [];
  const lessons = lessonsOfGroups(db, { groups, from: date, until: date, asOf });
  const entered = standing(lessons.filter((row) => row.period === period));
  const facts = { group: group?.name ?? null, is_entered: entered !== undefined };
  return fact('absenceLesson', facts, [], entered ? trace.row('lesson', entered.lesson_id) : []);
}

/** The justifications that cover the lesson, the withdrawn too, and which of them stands. */
function decisionsOf(
  justifications: readonly JustificationRow[],
  lesson: LessonTime,
  trace: Traces,
): Explanation[] {
  const covering = justifications.filter((one) => coversLesson(one, lesson));
  if (covering.length === 0) return [fact('noJustification', undefined)];
  const last = standing(covering.filter(isStanding));
  return covering.map((one) => {
    const { from, until, first_period, last_period, status, reason, group } = one;
    const facts = {
      ...{ from, until, first_period, last_period, status, reason, group },
      recorded_at: one.recorded_at,
      withdrawn_at: one.withdrawn_at,
      stands: one === last,
    };
    return fact('justification', facts, [], trace.row('justification', one.justification_id));
  });
}
