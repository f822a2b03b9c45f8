import { schoolZone } from '../../db/school-settings.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import {
  type Announcement,
  announcementsOf,
  type MarkOfWork,
  marksOfWork,
} from '../../db/works-of-group.js';
import { plannedGroups } from '../../db/year-plan.js';
import { type CivilDate, covers, type DaySpan } from '../../rules/civil-date.js';
import { standing } from '../../rules/entries.js';
import { isPoints, type Scale } from '../../rules/marks.js';
import { rememberedOfTwo } from '../../rules/remembered.js';
import { dateOf, type Moment, shownTime } from '../../rules/school-time.js';
import { wrong } from '../../text/findings.js';
import { membership } from '../journal/membership.js';
import type { ImportContext, Refusal } from './importing.js';

/** A moment after all that can be recorded. */
export const ever = '9999';

/** Who is in which group when, found once for each student and group: a file has a million marks. */
export function memberCheck({ db, year }: Pick<ImportContext, 'db' | 'year'>) {
  let spansIn: ReturnType<typeof spansInGroups> | undefined;
  const spansOf = rememberedOfTwo((group: number, student: number) => {
    spansIn ??= spansInGroups(db, year);
    return spansIn(group, student);
  });
  return (group: number, student: number, date: CivilDate): boolean =>
    spansOf(group, student).some((span) => covers(span, date));
}

/** Read when the first mark comes: by then the lists of a set-up are in. */
function spansInGroups(db: ImportContext['db'], year: SchoolYearRow) {
  const { students, spansInGroup } = membership(db, year);
  const student = new Map(students.map((each) => [each.student_id, each]));
  const group = new Map(plannedGroups(db, year).map((each) => [each.teaching_group_id, each]));
  return (groupNumber: number, studentNumber: number): readonly DaySpan[] => {
    const [one, other] = [group.get(groupNumber), student.get(studentNumber)];
    return one && other ? spansInGroup(one, other) : [];
  };
}

interface ImportedMark {
  readonly assessed_work_id: number;
  readonly kind: string | null;
  readonly value: string;
  readonly recorded_at: string;
}

/** So many works are remembered, then forgotten and asked for again. */
const mostWorks = 10_000;

/**
 * Whether a mark can stand in its work. A mark in points cannot, where the work was announced as passed
 * or failed when the mark was entered. `i` and `ni` may stand in a work in points, which they make one of
 * clause 4.2.1; where the announcement itself says points, that is pointed out, once for each work.
 */
export function scaleCheck({ db, warn }: Pick<ImportContext, 'db' | 'warn'>) {
  const announced = new Map<number, readonly Announcement[]>();
  const onceOfWork = onceForEach<number>();
  return (mark: ImportedMark, line: number): Refusal | undefined => {
    const { assessed_work_id: work, kind, value } = mark;
    const isNew = !announced.has(work);
    const all = announced.get(work) ?? announcementsOf(db, work, ever);
    if (isNew) {
      if (announced.size >= mostWorks) announced.clear();
      announced.set(work, all);
      const isKnown = kind !== null || all.length > 0 || marksOfWork(db, work, ever).length > 0;
      if (!isKnown) warn(line, 'kind', '', wrong('workWithoutKind'));
    }
    const scale = all.length > 0 ? scaleAt(all, mark.recorded_at) : null;
    if (scale === 'pass' && isPoints(value)) {
      return { column: 'value', wrong: wrong('pointsInPassWork') };
    }
    if (scale === 'points' && (value === 'i' || value === 'ni')) {
      onceOfWork(work, () => warn(line, 'value', value, wrong('passInPointsWork')));
    }
    return undefined;
  };
}

/**
 * Points out a mark that was recorded before the day of its work by the school's clock, which may be a
 * typing error in either; once for each work.
 */
export function earlyMarks({ db, warn }: Pick<ImportContext, 'db' | 'warn'>) {
  const zone = schoolZone(db);
  const onceOfWork = onceForEach<number>();
  return (work: number, date: CivilDate, recorded_at: Moment, line: number): void => {
    const on = dateOf(recorded_at, zone);
    if (on >= date) return;
    const value = shownTime(recorded_at, zone);
    onceOfWork(work, () => warn(line, 'recorded_at', value, wrong('markBeforeWork', { on, date })));
  };
}

/** Does something the first time that a name or a number comes. */
export function onceForEach<K>() {
  const seen = new Set<K>();
  return (key: K, work: () => void): void => {
    if (seen.has(key)) return;
    seen.add(key);
    work();
  };
}

/** The scale that the announcement in force at a moment says; null where it leaves it to the subject. */
function scaleAt(all: readonly Announcement[], at: string): Scale | null {
  return standing(all.filter((one) => one.recorded_at <= at))?.scale ?? null;
}

/**
 * The counterpart for an announcement: as passed or failed a work cannot be announced while marks in
 * points were entered that it would govern.
 */
export function announcementRefused(
  { db }: Pick<ImportContext, 'db'>,
  work: number,
  scale: Scale | null,
  at: string,
): Refusal | undefined {
  if (scale !== 'pass') return undefined;
  const later = announcementsOf(db, work, ever).filter((one) => one.recorded_at > at);
  const until = later.map((one) => one.recorded_at).sort()[0] ?? ever;
  const governed = (mark: MarkOfWork) => mark.recorded_at >= at && mark.recorded_at < until;
  const isRefused = marksOfWork(db, work, ever).some(
    (mark) => isPoints(mark.value) && governed(mark),
  );
  return isRefused ? { column: 'scale', wrong: wrong('passOverPoints') } : undefined;
}
