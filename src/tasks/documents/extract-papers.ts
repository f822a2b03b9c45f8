import type { Database } from 'better-sqlite3';
import { classTeacherNames } from '../../db/offices.js';
import { subjectsInOrder } from '../../db/subjects.js';
import type { Composition, Paper } from '../../documents/paper.js';
import type { DaySpan } from '../../rules/civil-date.js';
import {
  type ClassExtracts,
  monthlyExtracts,
  periodOf,
  spanOfPeriod,
  yearOfSpan,
} from './monthly-extracts.js';

/** The papers of extracts, in the order of the extracts: what they say, with the names that it needs. */
export function extractPapers(
  db: Database,
  span: DaySpan,
  classes: readonly ClassExtracts[],
): Paper[] {
  const teacherOf = classTeacherNames(db, yearOfSpan(db, span));
  const names = new Map(subjectsInOrder(db).map(({ code, name }) => [code, name]));
  const period = periodOf(span);
  return classes.flatMap(({ class: className, students }) => {
    const class_teacher = teacherOf(className, span.until);
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
        data: { ...extract, ...span, class_teacher, subjects },
      };
    });
  });
}

/** Everybody's extracts of a period. */
export function composeExtracts(db: Database, asOf: Date, period: string): Composition {
  const span = spanOfPeriod(period);
  return { date: span.until, papers: extractPapers(db, span, monthlyExtracts(db, asOf, span)) };
}
