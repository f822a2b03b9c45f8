import type { Database } from 'better-sqlite3';

const reading = new WeakSet<Database>();

/** Until this process writes, all that it reads is one state, whatever another one writes meanwhile. */
export function readOneState(db: Database): void {
  db.exec('BEGIN');
  reading.add(db);
}

/** What is read and written from now on is the newest state. */
export function readNewest(db: Database): void {
  if (reading.delete(db)) db.exec('COMMIT');
}
