import type { Database } from 'better-sqlite3';
import { type Insertions, insertions, type Together } from './insertions.js';
import { tableByKey } from './table-by-key.js';

export interface AssessedWorks extends Pick<Insertions, 'finish'> {
  /** The number of a group's work of a day, which is entered where it is not there yet. */
  numberOf(teachingGroup: number, date: string, work: string): number;
}

/** So many works are remembered, then forgotten and asked for again. */
const mostRemembered = 10_000;

export function assessedWorks(db: Database, together: Together): AssessedWorks {
  const added = insertions(db, 'assessed_work', together);
  const table = tableByKey(db, 'assessed_work', ['teaching_group_id', 'date', 'work'], added);
  const known = new Map<string, number>();
  /** The one before: marks of one work mostly follow each other. */
  let latest = { group: 0, date: '', work: '', number: 0 };
  return {
    numberOf: (teaching_group_id, date, work) => {
      const { group, date: day, work: name } = latest;
      if (group === teaching_group_id && day === date && name === work) return latest.number;
      const place = `${teaching_group_id} ${date} ${work}`;
      let number = known.get(place);
      if (number === undefined) {
        number = table.put({ teaching_group_id, date, work }).id;
        if (known.size >= mostRemembered) known.clear();
        known.set(place, number);
      }
      latest = { group: teaching_group_id, date, work, number };
      return number;
    },
    finish: added.finish,
  };
}
