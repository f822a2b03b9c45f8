import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';
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

const sql = statements((db) => ({
  names: db.prepare<[], string>('SELECT DISTINCT name FROM class ORDER BY name').pluck(),
}));

/** The classes of all school years. */
export function classNames(db: Database): string[] {
  return sql(db).names.all();
}
