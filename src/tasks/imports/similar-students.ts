import type { Database } from 'better-sqlite3';
import { everyStudent, type Person, personByNumber } from '../../db/students.js';
import { foldLatvian } from '../../rules/latvian-order.js';
import { likelyTheSame, namesKey } from '../../rules/likeness.js';
import { remembered } from '../../rules/remembered.js';
import { type Wrong, wrong } from '../../text/findings.js';

/** Names repeat, but a list of them may be long. */
const mostNames = 4_000;

/**
 * Points out a new student who is like one who is already there: perhaps the same person under a
 * second register number. The students in the database are read when the first new one comes; of each
 * only the number is kept. `finish` writes the rows that wait, so that they can be read.
 */
export function similarStudents(db: Database, finish: () => void) {
  const fold = remembered(foldLatvian, mostNames);
  const keyOf = (person: Person) => namesKey(person, fold);
  /** By birth date and names, and those without a date by their names. */
  const known = new Map<string, string>();
  /** By names alone; only somebody without a birth date is looked for so. */
  let byNames: Map<string, string> | undefined;
  let isRead = false;

  const note = (person: Person): string | undefined => {
    const names = keyOf(person);
    const key = person.birth_date === null ? names : `${person.birth_date}|${names}`;
    const first = known.get(key);
    if (first === undefined) known.set(key, person.register_no);
    if (byNames && !byNames.has(names)) byNames.set(names, person.register_no);
    return first ?? (person.birth_date === null ? undefined : known.get(names));
  };
  const firstOfNames = (person: Person): string | undefined => {
    if (!byNames) {
      finish();
      byNames = new Map();
      for (const one of everyStudent(db)) {
        const names = keyOf(one);
        if (one.register_no !== person.register_no && !byNames.has(names))
          byNames.set(names, one.register_no);
      }
    }
    return byNames.get(keyOf(person));
  };
  return (person: Person): Wrong | undefined => {
    if (!isRead) for (const one of everyStudent(db)) note(one);
    isRead = true;
    const like = person.birth_date === null ? firstOfNames(person) : undefined;
    const noted = note(person);
    const registerNo = like ?? noted;
    if (registerNo === undefined || registerNo === person.register_no) return undefined;
    finish();
    const other = personByNumber(db, registerNo);
    const likeness = other && likelyTheSame(person, other);
    return likeness && wrong('similarStudent', { likeness, registerNo });
  };
}
