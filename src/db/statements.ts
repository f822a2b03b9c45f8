import type { Database } from 'better-sqlite3';

/** Prepares the statements of a module on first use, once for each connection. */
export function statements<T>(prepare: (db: Database) => T): (db: Database) => T {
  const prepared = new WeakMap<Database, T>();
  return (db) => {
    let ready = prepared.get(db);
    if (ready === undefined) {
      ready = prepare(db);
      prepared.set(db, ready);
    }
    return ready;
  };
}
