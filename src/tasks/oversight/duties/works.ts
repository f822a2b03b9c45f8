import { lessonsOfDays } from '../../../db/lesson-days.js';
import { setting } from '../../../db/school-settings.js';
import { absencesOf, marksOfWorks, type WorkRow, worksKnown } from '../../../db/work-facts.js';
import type { PlannedStudent } from '../../../db/year-plan.js';
import type { CivilDate } from '../../../rules/civil-date.js';
import { dueAfterWorkingDays } from '../../../rules/deadline.js';
import type { Duty, Part } from '../../../rules/duties/duty.js';
import { clauseOfWork, decisivePeriods, marksOwed } from '../../../rules/duties/works.js';
import { standingBy } from '../../../rules/entries.js';
import { groupedBy } from '../../../rules/grouping.js';
import { remembered, rememberedOfTwo } from '../../../rules/remembered.js';
import type { Moment } from '../../../rules/school-time.js';
import type { YearFacts } from './year-facts.js';

/** A test, when its marks are due, and to whom they are owed unless they were absent. */
interface Test {
  readonly row: WorkRow;
  readonly clause: '4.2.1' | '4.2.2';
  readonly due_at: Moment;
  readonly first: ReadonlyMap<number, Moment>;
  readonly members: readonly PlannedStudent[];
}

/** Clauses 4.2.1 and 4.2.2: the marks of every test that was announced or marked. */
export function* marksDue(facts: YearFacts): Generator<Duty> {
  const tests = testsOf(facts);
  const wasAbsent = absentees(facts, tests.flatMap(inQuestion));
  const numbers = new Map(
    facts.members().students.map((student) => [student.student_id, student.register_no]),
  );
  for (const test of tests) {
    const { row, clause, due_at, first, members } = test;
    const parts = row.is_retest
      ? retestParts(numbers, first)
      : members
          .filter((student) => isOnTime(test, student) || !wasAbsent(row, student))
          .map((student) => ({ name: student.register_no, metAt: first.get(student.student_id) }));
    const { group, date, work } = row;
    const teacher = facts.plan.teacherOn(group, date);
    const place = { group, date, work, class: facts.classOf(group), teacher };
    yield marksOwed(place, clause, due_at, parts);
  }
}

/** Whose first mark came in time: whether it was owed decides nothing. */
const isOnTime = ({ first, due_at }: Test, { student_id }: PlannedStudent) =>
  (first.get(student_id) ?? '9') <= due_at;

const unmarked = { first: new Map<number, Moment>(), hasWords: false };

function testsOf(facts: YearFacts): Test[] {
  const { db, year, clock, horizon, lastDay, asOf, plan } = facts;
  const days = { '4.2.1': setting(db, 'pass_test_days'), '4.2.2': setting(db, 'points_test_days') };
  const dueAt = {
    '4.2.1': remembered((date: CivilDate) => dueAfterWorkingDays(clock, date, days['4.2.1'])),
    '4.2.2': remembered((date: CivilDate) => dueAfterWorkingDays(clock, date, days['4.2.2'])),
  };
  const rows = worksKnown(db, year, lastDay, asOf).filter((row) => row.kind === 'test');
  const numbers = rows.map((row) => row.assessed_work_id);
  const marks = marksOfWorks(db, numbers, asOf);
  return rows.flatMap((row) => {
    const { first, hasWords } = marks.get(row.assessed_work_id) ?? unmarked;
    const clause = clauseOfWork({ ...row, hasWords });
    const due_at = clause && dueAt[clause](row.date);
    const group = plan.groups.get(row.group);
    if (!clause || !due_at || due_at > horizon || !group) return [];
    return { row, clause, due_at, first, members: facts.members().members(group, row.date) };
  });
}

/** Who sits a retest is not known before; only its marks tell. */
function retestParts(
  numbers: ReadonlyMap<number, string>,
  first: ReadonlyMap<number, Moment>,
): Part[] {
  const parts = [...first].map(([student, metAt]) => ({ name: numbers.get(student) ?? '', metAt }));
  return parts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The students of a test that is no retest, of whom it decides whether they were absent. */
const inQuestion = (test: Test): GroupOfDay[] =>
  test.row.is_retest
    ? []
    : [{ ...test.row, students: test.members.filter((student) => !isOnTime(test, student)) }];

/** A day of a group, and the students of whom it is asked whether they were there. */
interface GroupOfDay {
  readonly group: string;
  readonly date: CivilDate;
  readonly students: readonly PlannedStudent[];
}

type AbsenceFacts = Pick<YearFacts, 'db' | 'year' | 'plan' | 'asOf'>;

/** Tells whether a student was absent in every lesson of a group on a day: no mark is owed to them then. */
export function absentees(facts: AbsenceFacts, asked: readonly GroupOfDay[]) {
  const people = new Map(
    asked.flatMap(({ date, students }) =>
      students.map(({ student_id }) => [`${student_id} ${date}`, [student_id, date] as const]),
    ),
  );
  const marks = new Map<string, string>();
  for (const one of absencesOf(facts.db, [...people.values()], facts.asOf)) {
    marks.set(`${one.student_id} ${one.date} ${one.period}`, one.mark);
  }
  const days = asked
    .filter(({ students }) => students.length > 0)
    .map(({ group, date }) => [group, date] as const);
  const decisive = decisiveOn(facts, days);
  return ({ group, date }: Omit<GroupOfDay, 'students'>, { student_id }: PlannedStudent) => {
    const periods = decisive(group, date);
    const missed = (period: number) => marks.get(`${student_id} ${date} ${period}`) === 'n';
    return periods.length > 0 && periods.every(missed);
  };
}

/** The periods that decide whether somebody was absent from a group on one of the days asked for. */
function decisiveOn(
  { db, year, plan, asOf }: AbsenceFacts,
  days: readonly (readonly [group: string, date: CivilDate])[],
) {
  const entered = groupedBy(lessonsOfDays(db, year, days, asOf), (day) => day.date);
  const expectedOn = remembered((date: CivilDate) => [...plan.expected(date, date)]);
  return rememberedOfTwo((group: string, date: CivilDate): readonly number[] => {
    const entries = entered.get(date)?.find((day) => day.group === group)?.entries ?? [];
    const lessons = [...standingBy(entries, (entry) => entry.period).values()].map(
      ({ period, held, kind }) => ({ period, isHeld: held && kind !== 'consultation' }),
    );
    const expected = expectedOn(date).filter((lesson) => lesson.group === group);
    return decisivePeriods(
      lessons,
      expected.map(({ period }) => period),
    );
  });
}
