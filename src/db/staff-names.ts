import type { Database } from 'better-sqlite3';
import { statements } from './statements.js';

const sql = statements((db) => ({
  names: db
    .prepare<[], [string, string]>("SELECT code, first_name || ' ' || last_name FROM staff")
    .raw(),
  contacts: db
    .prepare<[], [string, string, string | null]>(
      "SELECT code, first_name || ' ' || last_name, nullif(email, '') FROM staff",
    )
    .raw(),
}));

/** "First Last" of everybody on the staff, by code. */
export function staffNames(db: Database): ReadonlyMap<string, string> {
  return new Map(sql(db).names.all());
}

/** "First Last" and the e-mail address, null where none is known, of everybody on the staff, by code. */
export function staffContacts(
  db: Database,
): ReadonlyMap<string, { name: string; email: string | null }> {
  return new Map(
    sql(db)
      .contacts.all()
      .map(([code, name, email]) => [code, { name, email }]),
  );
}
