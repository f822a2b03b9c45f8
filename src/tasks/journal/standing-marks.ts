import type { MarkRow, WorkRow } from '../../db/group-works.js';
import { standingBy } from '../../rules/entries.js';
import type { WorkMark } from '../../rules/term-mark-proposal.js';

/** A mark of a student with the work for which it stands. */
export interface TermWorkMark extends WorkMark {
  readonly mark_id: number;
  readonly group: string;
  readonly work: string;
}

interface StandingMark extends TermWorkMark {
  readonly student_id: number;
}

/** Of each student and work the mark that stands. */
export function standingMarks(works: readonly WorkRow[], entries: readonly MarkRow[]) {
  const byNumber = new Map(works.map((work) => [work.assessed_work_id, work]));
  const marks = standingBy(entries, (entry) => `${entry.assessed_work_id} ${entry.student_id}`);
  return [...marks.values()].flatMap((last): StandingMark[] => {
    const work = byNumber.get(last.assessed_work_id);
    if (!work) return [];
    const { mark_id, student_id, value, assessed_work_id } = last;
    const { date, group, work: title, kind } = work;
    return [{ mark_id, student_id, assessed_work_id, date, group, work: title, kind, value }];
  });
}
