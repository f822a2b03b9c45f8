import type { Database } from 'better-sqlite3';
import { absenceEntries } from '../../db/absences.js';
import { lessonsOfGroups } from '../../db/journal-rows.js';
import { coversLesson, standing } from '../../rules/absence.js';
import { type CivilDate, weekday } from '../../rules/civil-date.js';
import { yearOfDay } from '../imports/school-year.js';
import { narrowed } from '../journal/asked-days.js';
import { isStanding, journalSpan, yearBook } from '../journal/journal-span.js';
import { studentOf } from '../journal/show-student.js';
import { groupsAround } from '../journal/student-groups.js';
import { type Explanation, fact, traces } from './explanation.js';

/**
 * What was entered of an absence, to which lesson it belongs, and which justification stands
 * (clause 3.3).
 * @throws Problem noSchoolYear, unknownSchoolYear, unknownStudent
 */
export function whyAbsence(
  db: Database,
  asOf: Date,
  asked: { student: string; date: CivilDate; period: number },
): Explanation {
  const { date, period } = asked;
  const book = yearBook(db, asOf, yearOfDay(db, date).year, narrowed.student(asked.student));
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
  const because: Explanation[] = entries
    .sort((a, b) => (a.recorded_at < b.recorded_at ? -1 : 1))
    .map((entry) => {
      const { mark, recorded_at, order } = entry;
      const facts = { mark, recorded_at, stands: entry === last };
      return fact('absenceEntry', facts, [], trace.row('absence', order));
    });
  if (absence) {
    const rows = lessonsOfGroups(db, {
      groups: groups
        .filter((one) => one.name === absence.group)
        .map((one) => one.teaching_group_id),
      ...days,
      asOf: book.asOf,
    }).filter((row) => row.period === period);
    const entered = standing(rows);
    const facts = { group: absence.group ?? null, is_entered: entered !== undefined };
    const sources = entered ? trace.row('lesson', entered.lesson_id) : [];
    because.push(fact('absenceLesson', facts, [], sources));
  }
  if (last?.mark === 'n') {
    const covering = span
      .justificationsOf(student, date)
      .filter((one) => coversLesson(one, { date, period }));
    const stands = standing(covering.filter(isStanding));
    because.push(
      ...covering.map((one) => {
        const {
          from,
          until,
          first_period,
          last_period,
          status,
          reason,
          group,
          recorded_at,
          withdrawn_at,
        } = one;
        const said = { from, until, first_period, last_period, status, reason, group, recorded_at };
        const sources = trace.row('justification', one.justification_id);
        return fact(
          'justification',
          { ...said, withdrawn_at, stands: one === stands },
          [],
          sources,
        );
      }),
    );
    if (covering.length === 0) because.push(fact('noJustification', undefined));
  } else if (last?.mark === 'k') because.push(fact('lateNeedsNone', undefined));
  return fact(
    'absence',
    {
      name: `${student.first_name} ${student.last_name}`,
      register_no: student.register_no,
      date,
      weekday: weekday(date),
      period,
      mark: last?.mark ?? null,
      decision: absence?.decision ?? 'undecided',
    },
    because,
  );
}
