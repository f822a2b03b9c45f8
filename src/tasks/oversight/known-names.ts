import type { Database } from 'better-sqlite3';
import { references } from '../../db/references.js';
import type { SchoolYearRow } from '../../db/school-years.js';
import { Problem } from '../../problem.js';

interface Named {
  readonly teacher?: string | undefined;
  readonly class?: string | undefined;
  readonly group?: string | undefined;
}

/**
 * A name that nobody bears would find nothing, which a scheduled job takes for good news.
 * @throws Problem unknownStaff, unknownClass, unknownGroup
 */
export function checkNames(db: Database, year: SchoolYearRow, named: Named): void {
  const find = references(db, year.school_year_id);
  const { teacher, class: className, group } = named;
  if (teacher !== undefined && !find.staff(teacher)) {
    throw new Problem('unknownStaff', { code: teacher }, { field: 'teacher' });
  }
  if (className !== undefined && !find.class(className)) {
    throw new Problem('unknownClass', { class: className }, { field: 'class' });
  }
  if (group !== undefined && !find.group(group)) {
    throw new Problem('unknownGroup', { group }, { field: 'group' });
  }
}
