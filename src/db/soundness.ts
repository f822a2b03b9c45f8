import Database from 'better-sqlite3';
import { migrate } from './migrate.js';
import { recordedTables } from './recorded-tables.js';

/** Whether SQLite finds every page, row and index of the file as they must be; a damaged index loses rows. */
export function isSound(db: Database.Database): boolean {
  return db.pragma('integrity_check(1)', { simple: true }) === 'ok';
}

/**
 * The tables, indexes, views and triggers that are not as the program made them: missing, changed, or added
 * by somebody else. Their names, in order.
 */
export function strangeParts(db: Database.Database): string[] {
  const model = new Database(':memory:');
  try {
    migrate(model);
    const [ours, there] = [partsOf(model), partsOf(db)];
    const names = new Set([...ours.keys(), ...there.keys()]);
    return [...names].filter((name) => ours.get(name) !== there.get(name)).sort();
  } finally {
    model.close();
  }
}

function partsOf(db: Database.Database): Map<string, string | null> {
  const parts = db
    .prepare<[], [string, string | null]>(
      "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'",
    )
    .raw()
    .all();
  return new Map(parts);
}

/** Whether every table still records what happens to its rows: else what is written would leave no trace. */
export function recordsAll(db: Database.Database): boolean {
  const recorders = db
    .prepare<[], number>(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record\\_%' ESCAPE '\\'",
    )
    .pluck()
    .get();
  return recorders === 3 * recordedTables(db).size;
}
