import type { Database } from 'better-sqlite3';
import { everyStudent, type Person, personByNumber } from '../../db/students.js';
import { foldLatvian } from '../../rules/latvian-order.js';
import { likelyTheSame, likenessKey } from '../../rules/likeness.js';
import { remembered } from '../../rules/remembered.js';
import { type Wrong, wrong } from '../../text/findings.js';

/** Names repeat, but a list of them may be long. */
const mostNames = 4_000;

/**
 * Points out a new student who is like one who is already there: perhaps the same person under a
 * second register number. The students in the database are read when the first new one comes; of each
 * only the number is kept. `finish` writes the rows that wait, so that one of them can be read.
 */
export function similarStudents(db: Database, finish: () => void) {
  const known = new Map<string, string>();
  const fold = remembered(foldLatvian, mostNames);
  let isRead = false;
  const firstLike = (person: Person): string | undefined => {
    const key = likenessKey(person, fold);
    const first = key === undefined ? undefined : known.get(key);
    if (key !== undefined && first === undefined) known.set(key, person.register_no);
    return first;
  };
  return (person: Person): Wrong | undefined => {
    if (!isRead) for (const one of everyStudent(db)) firstLike(one);
    isRead = true;
    const registerNo = firstLike(person);
    if (registerNo === undefined || registerNo === person.register_no) return undefined;
    finish();
    const other = personByNumber(db, registerNo);
    const likeness = other && likelyTheSame(person, other);
    return likeness && wrong('similarStudent', { likeness, registerNo });
  };
}
