import type { Database } from 'better-sqlite3';
import { everyStudent, type Person } from '../../db/students.js';
import { groupedBy } from '../../rules/grouping.js';
import { likelyTheSame, likenessKey } from '../../rules/likeness.js';
import { type Wrong, wrong } from '../../text/findings.js';

/**
 * Points out a new student who is like one who is already there: perhaps the same person under a
 * second register number. The students in the database are read when the first new one comes.
 */
export function similarStudents(db: Database) {
  let known: Map<string, Person[]> | undefined;
  return (person: Person): Wrong | undefined => {
    known ??= groupedBy(everyStudent(db), likenessKey);
    for (const other of known.get(likenessKey(person)) ?? []) {
      const likeness = likelyTheSame(person, other);
      if (likeness && other.register_no !== person.register_no) {
        return wrong('similarStudent', { likeness, registerNo: other.register_no });
      }
    }
    const key = likenessKey(person);
    known.set(key, [...(known.get(key) ?? []), person]);
    return undefined;
  };
}
