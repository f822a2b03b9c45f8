import { type MovementRecord, movementRecords } from '../../db/movements.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { addDays, type CivilDate, schoolYearBounds } from '../../rules/civil-date.js';
import { groupedBy } from '../../rules/grouping.js';
import type { DaySpan } from '../journal/membership.js';
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
    const find = (kind: MovementRecord['kind'], date: CivilDate) =>
      records.get(student.student_id)?.find((row) => row.kind === kind && row.date === date);
    return stays.flatMap((stay, place) => {
      const before = stays[place - 1];
      const next = stays[place + 1];
      const isChange = before !== undefined && addDays(before.until, 1) === stay.from;
      const changesNext = next !== undefined && addDays(stay.until, 1) === next.from;
      const joined = find('joined', stay.from);
      const begins = joined !== undefined || (lessonsBegin ?? stay.from) < stay.from;
      const changes: Change[] = [];
      if (isChange && find('left', before.until) === undefined) {
        const record = find('class', stay.from) ?? joined;
        changes.push({
          date: stay.from,
          kind: 'class',
          from: before.class,
          to: stay.class,
          record,
        });
      } else if (begins) {
        changes.push({
          date: stay.from,
          kind: 'joined',
          from: null,
          to: stay.class,
          record: joined,
        });
      }
      const left = find('left', stay.until);
      if (left !== undefined || (stay.until < last && !changesNext)) {
        changes.push({ date: stay.until, kind: 'left', from: stay.class, to: null, record: left });
      }
      return changes;
    });
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

function movementOf(student: PlannedStudent, change: Change): SummaryMovement {
  const { register_no, last_name, first_name } = student;
  const { date, kind, from, to, record } = change;
  return {
    ...{ date, register_no, last_name, first_name, kind, from_class: from, to_class: to },
    reason: record?.reason ?? null,
    order_no: record?.order_no ?? null,
  };
}
