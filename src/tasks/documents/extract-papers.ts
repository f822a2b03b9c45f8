import type { Database } from 'better-sqlite3';
import type { SchoolYearRow } from '../../db/school-years.js';
import { classTeacherName } from '../../db/staff-names.js';
import { subjectsInOrder } from '../../db/subjects.js';
import type { Paper } from '../../documents/paper.js';
import { type ClassExtracts, periodOf, type Span } from './monthly-extracts.js';

/** The papers of extracts, in the order of the extracts: what they say, with the names that it needs. */
export function extractPapers(
  db: Database,
  year: SchoolYearRow,
  span: Span,
  classes: readonly ClassExtracts[],
): Paper[] {
  const names = new Map(subjectsInOrder(db).map(({ code, name }) => [code, name]));
  const period = periodOf(span);
  return classes.flatMap(({ class: className, students }) => {
    const class_teacher = classTeacherName(db, year.school_year_id, className) ?? '';
    return students.map((extract): Paper => {
      const { register_no, last_name, first_name } = extract;
      const subjects = extract.subjects.map((subject) => ({
        ...subject,
        name: names.get(subject.subject) ?? subject.subject,
      }));
      return {
        kind: 'monthly-extract',
        period,
        class: className,
        student: { register_no, last_name, first_name },
        data: { ...extract, from: span.from, until: span.until, class_teacher, subjects },
      };
    });
  });
}
