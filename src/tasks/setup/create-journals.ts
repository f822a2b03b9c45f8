import type { Context } from '../../context.js';
import { groupLists } from '../../db/groups.js';
import { write } from '../../db/operation.js';
import { references } from '../../db/references.js';
import { tableByKey } from '../../db/table-by-key.js';
import { plannedGroups } from '../../db/year-plan.js';
import type { FileSummary } from '../imports/import-files.js';
import { yearOf } from '../school-year.js';
import { type JournalGap, journalGaps, withoutJournal } from './journal-gaps.js';

/**
 * Opens the journals of a school year: a journal is a teaching group, so one is opened for each class
 * and subject of its programme that no group has yet, without a teacher. Shows what is still missing.
 * @throws Problem noSchoolYear, unknownSchoolYear
 */
export function createJournals(
  context: Context,
  asked: { year?: number | undefined },
): { summary: FileSummary; gaps: JournalGap[] } {
  const { db } = context;
  return write(context, () => {
    const year = yearOf(db, asked.year);
    const { school_year_id } = year;
    const find = references(db, school_year_id);
    const groups = tableByKey(db, 'teaching_group', ['school_year_id', 'name']);
    const lists = groupLists(db);
    const before = plannedGroups(db, year).length;
    const missing = withoutJournal(db, year);
    for (const { class: className, subject } of missing) {
      const [subject_id, class_id] = [find.subject(subject), find.class(className)];
      if (subject_id === undefined || class_id === undefined) continue;
      const name = `${className} ${subject}`;
      const { id } = groups.put({ school_year_id, name, subject_id, whole: 1 });
      lists.setClasses(id, [class_id]);
    }
    const rows = before + missing.length;
    const summary = {
      file: 'journals',
      rows,
      new: missing.length,
      changed: 0,
      unchanged: before,
      ended: 0,
      rejected: 0,
    };
    return { summary, gaps: journalGaps(db, year) };
  });
}
