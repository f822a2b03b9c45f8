import type { RecordOf } from '../../csv/files.js';
import { tableByKey } from '../../db/table-by-key.js';
import { removeOthersOfYear } from '../../db/year-rows.js';
import { wrong } from '../../text/findings.js';
import { type Begin, missingIn } from './importing.js';
import { unknownSubject } from './unknown-names.js';

export const beginSubjects: Begin<'subjects'> = ({ db }) => {
  const subjects = tableByKey(db, 'subject', ['code']);
  const isNew = (record: RecordOf<'subjects'>) => !subjects.find(record);
  return {
    isNew,
    row: (record) => {
      const missing = isNew(record) ? missingIn('subjects', record) : undefined;
      return missing ?? subjects.put(record).outcome;
    },
  };
};

/** Clause 2.1.3: the subjects of each programme, grade by grade. */
export const beginProgrammes: Begin<'programmes'> = ({ db, year, find }) => {
  const programmes = tableByKey(db, 'programme', ['code']);
  const key = ['school_year_id', 'programme_id', 'grade', 'subject_id'];
  const lines = tableByKey(db, 'programme_subject', key);
  const names = new Map<string, string>();
  const taken = new Set<number>();
  return {
    row: ({ programme, programme_name, grade, subject, lessons_per_week, year_end }) => {
      const subject_id = find.subject(subject);
      if (!subject_id) return unknownSubject(subject);
      const named = names.get(programme) ?? programme_name ?? undefined;
      if (programme_name && named !== programme_name) {
        return {
          column: 'programme_name',
          wrong: wrong('otherName', { programme, name: named ?? '' }),
        };
      }
      if (named) names.set(programme, named);

      const { id, outcome } = programmes.put({ code: programme, name: programme_name });
      const row = { school_year_id: year.school_year_id, programme_id: id, grade, subject_id };
      const line = lines.put({ ...row, lessons_per_week, year_end });
      taken.add(line.id);
      return outcome === 'changed' && line.outcome === 'unchanged' ? outcome : line.outcome;
    },
    removeMissing: () => removeOthersOfYear(db, 'programme_subject', year, taken),
  };
};
