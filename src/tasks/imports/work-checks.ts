import {
  type Announcement,
  announcementsOf,
  firstWorkOf,
  hasWork,
  kindByMarks,
  type WorkKey,
} from '../../db/works-of-group.js';
import { hasDeadline } from '../../rules/duties/works.js';
import { isLater, standing } from '../../rules/entries.js';
import { wrong } from '../../text/findings.js';
import type { ImportContext, Refusal } from './importing.js';
import { ever } from './mark-checks.js';

/** An announcement as a row of a file enters it. */
interface Announced extends Omit<Announcement, 'order' | 'reason'> {
  readonly number: number;
  readonly line: number;
  /** The name of the group. */
  readonly group: string;
}

/**
 * Whether an announcement can stand among all that was entered. What it writes again is there by its
 * announcement, which may come further down, or by its marks, which are in another file: it is missed
 * for certain only where all files came together. A test whose marks are owed, of which nobody owes any
 * after it (clause 4.2), is pointed out.
 */
export function announcementRefusedLate(
  { db, warn, together }: Pick<ImportContext, 'db' | 'warn' | 'together'>,
  key: WorkKey,
  announced: Announced,
): Refusal | undefined {
  const { retest_of, group, line, kind } = announced;
  if (retest_of !== null && firstWorkOf(db, key, retest_of) === undefined) {
    const finding = wrong('unknownFirstWork', { work: retest_of, group });
    if (together || hasWork(db, key.group, retest_of)) {
      return { column: 'retest_of', wrong: finding };
    }
    warn(line, 'retest_of', retest_of, finding);
  }
  if (!hasDeadline(announced) && hadDeadline(db, announced)) {
    const [column, value] = retest_of === null ? ['kind', kind] : ['retest_of', retest_of];
    warn(line, column, value, wrong('testNoMore'));
  }
  return undefined;
}

/** Whether marks were owed for the work by what was entered before. */
function hadDeadline(db: ImportContext['db'], announced: Announced): boolean {
  const all = announcementsOf(db, announced.number, ever);
  const own = all.find((one) => isSame(one, announced));
  const before = standing(own ? all.filter((one) => isLater(own, one)) : all);
  if (before) return hasDeadline(before);
  return kindByMarks(db, announced.number, announced.recorded_at) === 'test';
}

const isSame = (one: Announcement, announced: Announced) =>
  (['recorded_at', 'kind', 'scale', 'retest_of'] as const).every(
    (column) => one[column] === announced[column],
  );
