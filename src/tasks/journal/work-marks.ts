import type { Context } from '../../context.js';
import { subjectScale } from '../../db/subjects.js';
import {
  type Announcement,
  announcementsOf,
  firstWorkOf,
  type MarkOfWork,
  marksOfWork,
  workNumber,
} from '../../db/works-of-group.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { byMoment, standing, standingBy } from '../../rules/entries.js';
import { byPersonName } from '../../rules/latvian-order.js';
import { isPoints, type MarkValue, type Scale, type WorkKind } from '../../rules/marks.js';
import type { Moment } from '../../rules/school-time.js';
import { absentees } from '../oversight/duties/works.js';
import type { GroupDay } from './group-day.js';

/** A work of a group as it stands: what was announced, and the marks. */
export interface WorkNow {
  /** undefined where the work is not there yet. */
  readonly number: number | undefined;
  readonly announced: Announcement | undefined;
  /** By announcement, else by its first mark. */
  readonly kind: WorkKind | undefined;
  readonly scale: Scale;
  /** The last entry of each student, by number. */
  readonly marks: ReadonlyMap<number, MarkOfWork>;
}

/** What stands of a work of a group's day. */
export function workNow({ db }: Pick<Context, 'db'>, day: GroupDay, work: string): WorkNow {
  const { group, date, now } = day;
  const number = workNumber(db, group.teaching_group_id, date, work);
  const announced = number === undefined ? undefined : standing(announcementsOf(db, number, now));
  const entries = number === undefined ? [] : marksOfWork(db, number, now);
  const marks = marksByStudent(entries);
  const kind = announced?.kind ?? firstKind(entries);
  const isPassed = [...marks.values()].some(({ value }) => value === 'i' || value === 'ni');
  const scale =
    announced?.scale ?? (isPassed ? 'pass' : (subjectScale(db, group.subject) ?? 'points'));
  return { number, announced, kind, scale, marks };
}

const marksByStudent = (entries: readonly MarkOfWork[]) =>
  standingBy(entries, (entry) => entry.student_id);

function firstKind(entries: readonly MarkOfWork[]): WorkKind | undefined {
  const inOrder = [...entries].sort(byMoment);
  return inOrder.find((entry) => entry.kind !== null)?.kind ?? undefined;
}

/** A member of the group with the mark of a work; the names are an interface of the output. */
export interface MarkRow {
  date: CivilDate;
  group: string;
  work: string;
  kind: WorkKind | null;
  scale: Scale;
  retest_of: string | null;
  register_no: string;
  last_name: string;
  first_name: string;
  value: MarkValue | null;
  /** What stood before this run; null where nothing did. */
  before: MarkValue | null;
  /** Of a retest: the mark of the first work, which stays. */
  first: MarkValue | null;
  reason: string | null;
  recorded_at: Moment | null;
}

/** Every member of the group on the day of the work, by name, with the mark that stands. */
export function markRows(
  { db }: Pick<Context, 'db'>,
  day: GroupDay,
  work: string,
  { kind, scale, announced, marks }: WorkNow,
  before: ReadonlyMap<number, MarkOfWork>,
): MarkRow[] {
  const { date, group, now } = day;
  const retest_of = announced?.retest_of ?? null;
  const firstWork =
    retest_of === null
      ? undefined
      : firstWorkOf(db, { group: group.teaching_group_id, date, work }, retest_of);
  const first =
    firstWork === undefined ? new Map() : marksByStudent(marksOfWork(db, firstWork, now));
  return [...day.members].sort(byPersonName).map((student) => {
    const { student_id, register_no, last_name, first_name } = student;
    const mark = marks.get(student_id);
    return {
      ...{ date, group: group.name, work, kind: kind ?? null, scale, retest_of },
      ...{ register_no, last_name, first_name },
      value: mark?.value ?? null,
      before: before.get(student_id)?.value ?? null,
      first: first.get(student_id)?.value ?? null,
      reason: mark?.reason ?? null,
      recorded_at: mark?.recorded_at ?? null,
    };
  });
}

/** A mark of the other scale, with whose it is; undefined where all that stand fit. */
export function otherScaleMark(
  marks: Iterable<MarkOfWork>,
  scale: Scale,
  replaced: ReadonlySet<number>,
): MarkOfWork | undefined {
  for (const mark of marks) {
    if (replaced.has(mark.student_id)) continue;
    const isOther = scale === 'pass' ? isPoints(mark.value) : ['i', 'ni'].includes(mark.value);
    if (isOther) return mark;
  }
  return undefined;
}

/** Who still owes the work a mark (clause 4.2): not those who were absent in every lesson of the group that day. */
export function withoutMark(
  { db }: Pick<Context, 'db'>,
  day: GroupDay,
  { marks }: WorkNow,
): PlannedStudent[] {
  const place = { group: day.group.name, date: day.date };
  const wasAbsent = absentees({ db, ...day, asOf: day.now }, [{ ...place, students: day.members }]);
  return day.members.filter(
    (student) => !marks.has(student.student_id) && !wasAbsent(place, student),
  );
}
