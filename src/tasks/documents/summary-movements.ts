import { type MovementRecord, movementRecords } from '../../db/movements.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { addDays, type CivilDate, type DaySpan, schoolYearBounds } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import type { SummaryMovement, SummaryScope } from './summary-journal.js';
import { firstLessons } from './summary-stays.js';

interface Stay extends DaySpan {
  readonly class: string;
}

/**
 * Tells who joined a class, left it or changed it in the year, by day. What the list of students alone
 * says counts from the first day of lessons on; what was recorded as a movement, always.
 */
export function summaryMovements({ db, year, book }: SummaryScope) {
  const { membership } = book;
  const records = groupedBy(movementRecords(db, year), ({ student_id }) => student_id);
  const { last } = schoolYearBounds(year.year);
  const lessonsBegin = firstLessons(book);

  const ofStudent = (student: PlannedStudent): Change[] => {
    const stays: readonly Stay[] = membership.staysOf(student);
    const find: Find = (kind, date) =>
      records.get(student.student_id)?.find((row) => row.kind === kind && row.date === date);
    return stays.flatMap((stay, place) => [
      ...beginning(stay, stays[place - 1], find, lessonsBegin ?? stay.from),
      ...ending(stay, stays[place + 1], find, last),
    ]);
  };

  return (name: string, members: readonly PlannedStudent[]): SummaryMovement[] =>
    members
      .flatMap((student) =>
        ofStudent(student)
          .filter(({ from, to }) => from === name || to === name)
          .map((change) => movementOf(student, change)),
      )
      .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}

interface Change {
  readonly date: CivilDate;
  readonly kind: MovementRecord['kind'];
  readonly from: string | null;
  readonly to: string | null;
  readonly record: MovementRecord | undefined;
}

/** The movement of a kind that was recorded for a day. */
type Find = (kind: MovementRecord['kind'], date: CivilDate) => MovementRecord | undefined;

function beginning(
  stay: Stay,
  before: Stay | undefined,
  find: Find,
  firstLessons: CivilDate,
): Change[] {
  const { from: date, class: to } = stay;
  const joined = find('joined', date);
  if (before && isNextDay(before, stay) && !find('left', before.until)) {
    const record = find('class', date) ?? joined;
    return [{ date, kind: 'class', from: before.class, to, record }];
  }
  if (!joined && date <= firstLessons) return [];
  return [{ date, kind: 'joined', from: null, to, record: joined }];
}

function ending(stay: Stay, next: Stay | undefined, find: Find, lastDay: CivilDate): Change[] {
  const { until: date, class: from } = stay;
  const record = find('left', date);
  const changesClass = next !== undefined && isNextDay(stay, next);
  if (!record && (date >= lastDay || changesClass)) return [];
  return [{ date, kind: 'left', from, to: null, record }];
}

const isNextDay = (before: Stay, next: Stay) => addDays(before.until, 1) === next.from;

function movementOf(student: PlannedStudent, change: Change): SummaryMovement {
  const { register_no, last_name, first_name } = student;
  const { date, kind, from, to, record } = change;
  return {
    ...{ date, register_no, last_name, first_name, kind, from_class: from, to_class: to },
    reason: record?.reason ?? null,
    order_no: record?.order_no ?? null,
  };
}
