import { tableByKey } from '../../db/table-by-key.js';
import type { Begin } from './importing.js';
import { unknownStudent } from './unknown-names.js';

/** Clause 3.2: what the class teachers filled in. */
export const beginPersonalFiles: Begin<'personal-files'> = ({ db, find }) => {
  const files = tableByKey(db, 'personal_file', ['student_id']);
  return {
    row: ({ register_no, ...filledIn }) => {
      const student_id = find.student(register_no);
      if (!student_id) {
        return unknownStudent(register_no);
      }
      return files.put({ student_id, ...filledIn }).outcome;
    },
  };
};
