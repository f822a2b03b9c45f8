import type { Database } from 'better-sqlite3';
import { tableByKey } from './upsert.js';

/** Gives the number of a group's work of a day, which is entered where it is not there yet. */
export function assessedWorks(db: Database) {
  const table = tableByKey(db, 'assessed_work', ['teaching_group_id', 'date', 'work']);
  const known = new Map<string, number>();
  return (teaching_group_id: number, date: string, work: string): number => {
    const place = `${teaching_group_id} ${date} ${work}`;
    let number = known.get(place);
    if (number === undefined) {
      number = table.put({ teaching_group_id, date, work }).id;
      known.set(place, number);
    }
    return number;
  };
}
