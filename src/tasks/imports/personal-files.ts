import { personByNumber } from '../../db/students.js';
import { tableByKey } from '../../db/table-by-key.js';
import type { CivilDate } from '../../rules/civil-date.js';
import { type Wrong, wrong } from '../../text/findings.js';
import type { Begin } from './importing.js';
import { unknownStudent } from './unknown-names.js';

/** Clause 3.2: what the class teachers filled in. */
export const beginPersonalFiles: Begin<'personal-files'> = ({ db, find, on }) => {
  const files = tableByKey(db, 'personal_file', ['student_id']);
  return {
    row: ({ register_no, ...filledIn }) => {
      const student_id = find.student(register_no);
      if (!student_id) {
        return unknownStudent(register_no);
      }
      const born = personByNumber(db, register_no)?.birth_date ?? null;
      const why = impossibleDay(filledIn.birth_certificate_date, born, on);
      if (why) return { column: 'birth_certificate_date', wrong: why };
      return files.put({ student_id, ...filledIn }).outcome;
    },
  };
};

/** A certificate of birth is made out after it, and not in days to come. */
function impossibleDay(
  madeOut: CivilDate | null | undefined,
  born: CivilDate | null,
  today: CivilDate,
): Wrong | undefined {
  if (!madeOut) return undefined;
  if (madeOut > today) return wrong('dayToCome');
  return born && madeOut < born ? wrong('beforeBirth', { born }) : undefined;
}
