import type { Database } from 'better-sqlite3';
import { type EntryTable, entryKeys } from './entry-tables.js';
import type { Fields } from './fields.js';
import { type Insertions, insertions, type Together } from './insertions.js';

export interface Entries extends Pick<Insertions, 'finish'> {
  /** Whether the row was new; a column that is not given says nothing. */
  enter(row: Fields): boolean;
  /**
   * The same for a row that bears a moment only because it came without one; `corrected` = it was entered
   * before, and a later entry of its key says otherwise. `at` makes the row as it is when recorded at another
   * moment, where more than `recorded_at` is another then.
   */
  enterNow(row: Fields, at?: (recorded_at: string) => Fields): 'new' | 'said' | 'corrected';
  /** Whether the row is there already, the same in every column. */
  has(row: Fields): boolean;
  /** Whether the last entry of its key says the same, whenever that was recorded. */
  says(row: Fields): boolean;
}

/**
 * Enters rows into a table of the journal; a row that is there already, the same in every column, is
 * one and the same. An entry without its moment bears the one given, unless the last entry of its key
 * says the same: then it says nothing new.
 */
export function entries(db: Database, table: EntryTable, together: Together = {}): Entries {
  const added = insertions(db, table, together);
  const known = knownEntries(db, table, added);
  const enter = (row: Fields): boolean => {
    const isNew = known.learn(row);
    if (isNew) added.add(row);
    return isNew;
  };
  const whenever = (row: Fields) => (recorded_at: string) => ({ ...row, recorded_at });
  return {
    enter,
    enterNow: (row, at = whenever(row)) => {
      if (known.isLast(row, at)) return 'said';
      if (enter(row)) return 'new';
      return known.lastMoment(row) > String(row['recorded_at']) ? 'corrected' : 'said';
    },
    has: known.has,
    says: (row) => known.isLast(row, whenever(row)),
    finish: added.finish,
  };
}

/** Entries whose keys are alike but for the last column, by what stands in it. */
type Neighbours = Map<unknown, Fields[]>;

/** So many entries are remembered, then forgotten and read again where they are needed. */
const mostRemembered = 2_000;

/**
 * Knows which entries there are, those that wait to be written included. Lines of a file that follow each
 * other are mostly about one work, or one student's day: reading all entries of these at once takes a
 * fifth of the time of asking for each line.
 */
function knownEntries(db: Database, table: EntryTable, { columns, finish }: Insertions) {
  const key: readonly string[] = entryKeys[table];
  const shared = key.slice(0, Math.max(1, key.length - 1));
  const list = (names: readonly string[], write: (name: string) => string, between: string) =>
    names.map((name) => write(`"${name}"`)).join(between);
  const stored = db.prepare<unknown[], Fields>(
    `SELECT ${list(columns, String, ', ')} FROM ${table}
      WHERE ${list(shared, (name) => `${name} IS ?`, ' AND ')}`,
  );
  const own = columns.filter((column) => !shared.includes(column));
  const last = key.length > 1 ? (key.at(-1) ?? '') : undefined;
  const remembered = new Map<string, Neighbours>();
  let count = 0;
  /** Those of the row before: most often they are those of the next. */
  let latest: { row: Fields; neighbours: Neighbours } | undefined;

  const placeOf = (row: Fields) => (last === undefined ? '' : row[last]);
  const note = (neighbours: Neighbours, row: Fields) => {
    const there = neighbours.get(placeOf(row));
    if (there) there.push(row);
    else neighbours.set(placeOf(row), [row]);
    count += 1;
  };
  const read = (row: Fields): Neighbours => {
    if (count > mostRemembered) {
      finish();
      remembered.clear();
      count = 0;
    }
    const found: Neighbours = new Map();
    for (const one of stored.all(shared.map((column) => row[column]))) note(found, one);
    remembered.set(textOf(row, shared), found);
    return found;
  };
  const neighboursOf = (row: Fields): Neighbours => {
    const before = latest?.row;
    if (latest && shared.every((column) => row[column] === before?.[column]))
      return latest.neighbours;
    const neighbours = remembered.get(textOf(row, shared)) ?? read(row);
    latest = { row, neighbours };
    return neighbours;
  };
  const lastOf = (there: readonly Fields[]) =>
    there.reduce<Fields | undefined>(
      (last, one) =>
        last && String(last['recorded_at']) > String(one['recorded_at']) ? last : one,
      undefined,
    );
  const lastLike = (row: Fields) => lastOf(neighboursOf(row).get(placeOf(row)) ?? []);
  const isThere = (there: readonly Fields[], row: Fields) =>
    there.some((one) =>
      own.every((column) => row[column] === undefined || one[column] === row[column]),
    );
  const isAmong = (neighbours: Neighbours, row: Fields) =>
    isThere(neighbours.get(placeOf(row)) ?? [], row);
  return {
    has: (row: Fields): boolean => isAmong(neighboursOf(row), row),
    /** Whether the last entry of the key, of equal moments the later one, says what `at` makes of its moment. */
    isLast: (row: Fields, at: (recorded_at: string) => Fields): boolean => {
      const last = lastLike(row);
      return last !== undefined && isThere([last], at(String(last['recorded_at'])));
    },
    /** When the last entry of the key was recorded; '' where there is none. */
    lastMoment: (row: Fields): string => String(lastLike(row)?.['recorded_at'] ?? ''),
    /** Whether the row was not known yet; from now on it is. */
    learn: (row: Fields): boolean => {
      const neighbours = neighboursOf(row);
      if (isAmong(neighbours, row)) return false;
      note(neighbours, row);
      return true;
    },
  };
}

/** The values of some columns as one text, in which an empty cell is not an empty text. */
function textOf(row: Fields, columns: readonly string[]): string {
  let text = '';
  for (const column of columns) {
    const value = row[column];
    text += value === null ? '\0\n' : `${value}\n`;
  }
  return text;
}
