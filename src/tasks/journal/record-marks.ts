import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.js';
import { assessedWorks } from '../../db/assessed-works.js';
import { entries } from '../../db/entries.js';
import { write } from '../../db/operation.js';
import { firstWorkOf, lastTitles } from '../../db/works-of-group.js';
import type { PlannedStudent } from '../../db/year-plan.js';
import { Problem } from '../../problem.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { hasDeadline } from '../../rules/duties/works.js';
import { compareLatvian } from '../../rules/latvian-order.js';
import { fitsScale, isMark, type MarkValue, type Scale, type WorkKind } from '../../rules/marks.js';
import { tidyText } from '../../rules/tidy-text.js';
import { type GroupDay, groupDay, memberOf } from './group-day.js';
import { fullName } from './lesson-row.js';
import { oneMarkEach } from './one-mark-each.js';
import {
  type MarkRow,
  markRows,
  otherScaleMark,
  type WorkNow,
  withoutMark,
  workNow,
} from './work-marks.js';

/** A mark that is to be entered. */
export interface NewMark {
  readonly registerNo: string;
  readonly value: MarkValue;
}

export interface WorkKey {
  readonly date: CivilDate;
  readonly group: string;
  /** Its title. */
  readonly work: string;
}

/** What is to be entered of a work; what is left out stays as it is. */
export interface MarksToRecord extends WorkKey {
  readonly kind?: WorkKind | undefined;
  readonly scale?: Scale | undefined;
  /** The title of the work that is written again. */
  readonly retestOf?: string | undefined;
  /** Announces the work, so that it is seen without a single mark. */
  readonly announce?: boolean | undefined;
  readonly marks: readonly NewMark[];
  /** Takes the deadline away from a test; then a reason is needed. */
  readonly force?: boolean | undefined;
  /** Why marks that were there are changed, or why a test has no deadline any more. */
  readonly reason?: string | undefined;
  /** The marks as whoever enters them has seen them, by register number. */
  readonly seen?: ReadonlyMap<string, MarkValue | null> | undefined;
}

export interface MarksRecorded {
  readonly outcome: 'recorded' | 'unchanged';
  /** Every member of the group. */
  readonly rows: readonly MarkRow[];
  readonly isAnnounced: boolean;
  readonly added: number;
  readonly changed: number;
  /** Of a test: the register numbers of those who still owe a mark. */
  readonly without: readonly string[];
  /** Whether the group has a lesson on the day of the work. */
  readonly hasLesson: boolean;
}

/**
 * Enters a work of a group with its marks (clause 4.2): an announcement, marks, or both. A mark that
 * is changed keeps its history.
 * @throws Problem unknownSchoolYear, unknownGroup, unknownWork, unknownFirstWork, stillATest,
 *   forceNeedsReason, workAhead, notInGroup, markedTwice, offTheScale, changeNeedsReason, scaleHasMarks, marksChanged
 */
export function recordMarks(context: Context, wanted: MarksToRecord): MarksRecorded {
  return write(context, ({ at }) => {
    const day = groupDay(context, wanted.date, wanted.group);
    const work = tidyText(wanted.work);
    const before = workNow(context, day, work);
    refuseWork(context, day, work, before, wanted);
    const isAnnounced = announce(context, day, work, before, wanted, at);
    const marks = newMarks(day, before, wanted);
    enterMarks(context, day, work, before, marks, wanted, at);
    const now = workNow(context, day, work);
    const added = marks.filter(({ standing }) => standing === undefined).length;
    return {
      outcome: isAnnounced || marks.length > 0 ? 'recorded' : 'unchanged',
      rows: markRows(context, day, work, now, before.marks),
      isAnnounced,
      added,
      changed: marks.length - added,
      without: owing(context, day, now),
      hasLesson: day.expected(day.group.name).length + day.entries(day.group.name).size > 0,
    };
  });
}

/** Only a test has a deadline, and a retest is owed to nobody. */
function owing(context: Context, day: GroupDay, now: WorkNow): string[] {
  if (!hasDeadline({ kind: now.kind, retest_of: now.announced?.retest_of })) return [];
  return withoutMark(context, day, now).map((student) => student.register_no);
}

/** @throws Problem unknownWork, unknownFirstWork, stillATest, forceNeedsReason, workAhead, scaleHasMarks */
function refuseWork(
  { db }: Context,
  day: GroupDay,
  work: string,
  before: WorkNow,
  wanted: MarksToRecord,
): void {
  const { kind, marks } = wanted;
  const { date, group } = day;
  if (work === '' || (before.kind === undefined && kind === undefined)) {
    const near = lastTitles(db, group.teaching_group_id, date);
    throw new Problem('unknownWork', { work, group: group.name, date, near }, { field: 'work' });
  }
  refuseRetest(db, day, work, wanted);
  refuseLostDeadline(work, before, wanted);
  if (marks.length > 0) refuseAhead(day);
  refuseTwoScales(day, before, wanted);
}

/** @throws Problem unknownFirstWork */
function refuseRetest(
  db: Database,
  { date, group }: GroupDay,
  work: string,
  { retestOf }: Pick<MarksToRecord, 'retestOf'>,
): void {
  const key = { group: group.teaching_group_id, date, work };
  if (!retestOf || firstWorkOf(db, key, tidyText(retestOf)) !== undefined) return;
  const near = lastTitles(db, group.teaching_group_id, date);
  const facts = { work: tidyText(retestOf), group: group.name, near };
  throw new Problem('unknownFirstWork', facts, { field: 'retest-of' });
}

/** @throws Problem workAhead: a work has marks when it has been written */
function refuseAhead({ date, today }: GroupDay): void {
  if (date > today) throw new Problem('workAhead', { date, today });
}

/** @throws Problem scaleHasMarks */
function refuseTwoScales(
  day: GroupDay,
  before: WorkNow,
  { scale, marks }: Pick<MarksToRecord, 'scale' | 'marks'>,
): void {
  if (scale === undefined) return;
  const replaced = new Set(marks.map(({ registerNo }) => numberOf(day, registerNo)));
  const other = otherScaleMark(before.marks.values(), scale, replaced);
  if (!other) return;
  const owner = day.members.find((student) => student.student_id === other.student_id);
  const facts = { registerNo: owner?.register_no ?? '', value: other.value };
  throw new Problem('scaleHasMarks', facts, { field: 'scale' });
}

/**
 * A test whose marks are owed is not made one of which nobody owes any without a word why (clause 4.2).
 * @throws Problem stillATest, forceNeedsReason
 */
function refuseLostDeadline(
  work: string,
  { kind: standing, announced }: WorkNow,
  { kind = standing, retestOf, force, reason }: Omit<MarksToRecord, 'marks'>,
): void {
  if (force && !tidyText(reason ?? '')) {
    throw new Problem('forceNeedsReason', undefined, { field: 'reason' });
  }
  const retest_of = announced?.retest_of;
  const isLost =
    hasDeadline({ kind: standing, retest_of }) &&
    !hasDeadline({ kind, retest_of: retestOf ?? retest_of });
  if (force || !isLost) return;
  throw new Problem('stillATest', { work }, { field: kind === standing ? 'retest-of' : 'kind' });
}

const numberOf = (day: GroupDay, registerNo: string) =>
  day.members.find((student) => student.register_no === registerNo)?.student_id ?? 0;

/** Announces a work where that was asked for, or where only an announcement can say what was. */
function announce(
  { db }: Context,
  day: GroupDay,
  work: string,
  { kind: standingKind, announced }: WorkNow,
  wanted: MarksToRecord,
  at: string,
): boolean {
  const kind = wanted.kind ?? standingKind;
  const isOtherKind = standingKind !== undefined && kind !== standingKind;
  const isAsked = wanted.announce || wanted.scale !== undefined || wanted.retestOf !== undefined;
  if (!kind || !(isAsked || isOtherKind)) return false;
  const scale = wanted.scale ?? announced?.scale ?? null;
  const retest_of = wanted.retestOf ? tidyText(wanted.retestOf) : (announced?.retest_of ?? null);
  const isSame =
    announced?.kind === kind && announced.scale === scale && announced.retest_of === retest_of;
  if (isSame) return false;
  const works = assessedWorks(db, {});
  const assessed_work_id = works.numberOf(day.group.teaching_group_id, day.date, work);
  const table = entries(db, 'work_announcement', { after: works });
  const reason = (standingKind && tidyText(wanted.reason ?? '')) || null;
  table.enter({ assessed_work_id, kind, scale, retest_of, reason, recorded_at: at });
  table.finish();
  return true;
}

/** A mark that is not so already, with what stood before. */
interface Change {
  readonly student: PlannedStudent;
  readonly value: MarkValue;
  readonly standing: MarkValue | undefined;
}

/** @throws Problem notInGroup, markedTwice, offTheScale, changeNeedsReason, marksChanged */
function newMarks(day: GroupDay, before: WorkNow, wanted: MarksToRecord): Change[] {
  const scale = wanted.scale ?? before.scale;
  const values = oneMarkEach(wanted.marks.map((mark) => [mark.registerNo, mark.value]));
  const changes = [...values].map(([registerNo, value]): Change => {
    const student = memberOf(day, registerNo, 'marks');
    if (!fitsScale(value, scale)) throw new Problem('offTheScale', { registerNo, value, scale });
    return { student, value, standing: before.marks.get(student.student_id)?.value };
  });
  refuseUnseen(changes, wanted.seen);
  const differing = changes.filter(({ value, standing }) => value !== standing);
  for (const { student, value, standing } of differing) {
    if (standing === undefined || !isMark(standing) || tidyText(wanted.reason ?? '')) continue;
    const facts = { registerNo: student.register_no, before: standing, value };
    throw new Problem('changeNeedsReason', facts, { field: 'reason' });
  }
  return differing;
}

/** @throws Problem marksChanged, where a mark is another than the one that was seen */
function refuseUnseen(changes: readonly Change[], seen: MarksToRecord['seen']): void {
  if (!seen) return;
  const marks = changes
    .filter(({ student, standing }) => (seen.get(student.register_no) ?? undefined) !== standing)
    .map(({ student, standing }) => ({ registerNo: student.register_no, value: standing ?? '' }));
  if (marks.length > 0) throw new Problem('marksChanged', { marks });
}

function enterMarks(
  { db }: Context,
  day: GroupDay,
  work: string,
  { announced, kind: standingKind }: WorkNow,
  changes: readonly Change[],
  wanted: MarksToRecord,
  at: string,
): void {
  if (changes.length === 0) return;
  const works = assessedWorks(db, {});
  const assessed_work_id = works.numberOf(day.group.teaching_group_id, day.date, work);
  const kind = announced ? null : (standingKind ?? wanted.kind ?? null);
  const why = tidyText(wanted.reason ?? '') || null;
  const table = entries(db, 'mark', { after: works });
  for (const { student, value, standing } of changes) {
    const reason = standing === undefined ? null : why;
    const { student_id } = student;
    table.enter({ assessed_work_id, student_id, kind, value, reason, recorded_at: at });
  }
  table.finish();
}

/** A work as it is before marks are entered, its members in the order of their names. */
export interface WorkSeen {
  readonly kind: WorkKind | undefined;
  readonly scale: Scale;
  readonly students: readonly {
    readonly register_no: string;
    readonly name: string;
    readonly value: MarkValue | null;
  }[];
}

/**
 * A work into which marks are to be entered, where what is said of it can stand.
 * @throws Problem unknownSchoolYear, unknownGroup, unknownFirstWork, stillATest, forceNeedsReason, workAhead
 */
export function workAsSeen(context: Context, wanted: Omit<MarksToRecord, 'marks'>): WorkSeen {
  const day = groupDay(context, wanted.date, wanted.group);
  const work = tidyText(wanted.work);
  const before = workNow(context, day, work);
  refuseRetest(context.db, day, work, wanted);
  refuseLostDeadline(work, before, wanted);
  refuseAhead(day);
  const { kind, scale, marks } = before;
  const students = day.members.map((student) => ({
    register_no: student.register_no,
    name: fullName(student),
    value: marks.get(student.student_id)?.value ?? null,
  }));
  return { kind, scale, students: students.sort((a, b) => compareLatvian(a.name, b.name)) };
}
