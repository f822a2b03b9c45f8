import {
  type Announcement,
  announcementsOf,
  firstWorkOf,
  kindByMarks,
  type WorkKey,
} from '../../db/works-of-group.js';
import { isLater, standing } from '../../rules/absence.js';
import { hasDeadline } from '../../rules/duties/works.js';
import { wrong } from '../../text/findings.js';
import type { ImportContext, Refusal } from './importing.js';
import { ever } from './mark-checks.js';

/** An announcement as a row of a file enters it. */
interface Announced extends Omit<Announcement, 'order'> {
  readonly number: number;
  /** The name of the group. */
  readonly group: string;
}

/**
 * Whether an announcement can stand among all that was entered. What it writes again must be there: by
 * its announcement, which may come further down, or by its marks, which are in another file. And a test
 * whose marks are owed is not made one of which nobody owes any without a word why (clause 4.2).
 */
export function announcementRefusedLate(
  { db }: Pick<ImportContext, 'db'>,
  key: WorkKey,
  announced: Announced,
): Refusal | undefined {
  const { retest_of, group, reason } = announced;
  if (retest_of !== null && firstWorkOf(db, key, retest_of) === undefined) {
    return { column: 'retest_of', wrong: wrong('unknownFirstWork', { work: retest_of, group }) };
  }
  if (hasDeadline(announced) || reason !== null || !hadDeadline(db, announced)) return undefined;
  return { column: retest_of === null ? 'kind' : 'retest_of', wrong: wrong('stillATest') };
}

/** Whether marks were owed for the work by what was entered before. */
function hadDeadline(db: ImportContext['db'], { number, ...announced }: Announced): boolean {
  const all = announcementsOf(db, number, ever);
  const own = all.find((one) => isSame(one, announced));
  const before = standing(own ? all.filter((one) => isLater(own, one)) : all);
  if (before) return hasDeadline(before);
  return kindByMarks(db, number, announced.recorded_at) === 'test';
}

const isSame = (one: Announcement, announced: Omit<Announcement, 'order'>) =>
  (['recorded_at', 'kind', 'scale', 'retest_of'] as const).every(
    (column) => one[column] === announced[column],
  );
