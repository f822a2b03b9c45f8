import type { Database } from 'better-sqlite3';
import { tableByKey } from './table-by-key.js';

/** Gives the number of a class of the school year, which is opened where it is not there yet. */
export function classes(db: Database, schoolYear: number) {
  const table = tableByKey(db, 'class', ['school_year_id', 'name']);
  const known = new Map<string, number>();
  return (name: string, grade: number): number => {
    let number = known.get(name);
    if (number === undefined) {
      const existing = table.find({ school_year_id: schoolYear, name });
      number = existing
        ? Number(existing['id'])
        : table.put({ school_year_id: schoolYear, name, grade }).id;
      known.set(name, number);
    }
    return number;
  };
}
