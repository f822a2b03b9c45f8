import type { Database } from 'better-sqlite3';
import type { CertificateKind } from '../rules/blanks.js';
import type { CivilDate } from '../rules/civil-date.js';
import { remembered } from '../rules/remembered.js';
import { statements } from './statements.js';

export type BlankState = 'free' | 'bound' | 'issued' | 'spoilt';

/** How many blanks of a series are where; received = free + bound + issued + spoilt. */
export interface BlankCounts {
  kind: CertificateKind;
  series: string;
  received: number;
  free: number;
  bound: number;
  issued: number;
  spoilt: number;
  /** The number that is used next. */
  next: string | null;
}

/** One blank and what became of it. */
export interface BlankRow {
  kind: CertificateKind;
  series: string;
  number: string;
  state: BlankState;
  received_on: CivilDate | null;
  /** The student whose certificate is on it. */
  register_no: string | null;
  /** Why it was spoilt. */
  reason: string | null;
}

interface Blank {
  blank_id: number;
  kind: CertificateKind;
  series: string;
  number: string;
}

const sql = statements((db) => ({
  ofSeries: db.prepare<[string], { number: string; kind: CertificateKind }>(
    'SELECT number, kind FROM blank WHERE series = ?',
  ),
  add: db.prepare<[string, string, string, string]>(
    'INSERT INTO blank (kind, series, number, received_on) VALUES (?, ?, ?, ?)',
  ),
  counts: db.prepare<[], BlankCounts>(`
    SELECT kind, series, count(*) AS received,
           count(*) FILTER (WHERE state = 'free') AS free,
           count(*) FILTER (WHERE state = 'bound') AS bound,
           count(*) FILTER (WHERE state = 'issued') AS issued,
           count(*) FILTER (WHERE state = 'spoilt') AS spoilt,
           (SELECT number FROM blank_state AS one
             WHERE one.kind = blank_state.kind AND one.series = blank_state.series
               AND one.state = 'free'
             ORDER BY length(number), number LIMIT 1) AS next
      FROM blank_state GROUP BY kind, series ORDER BY kind, min(blank_id)`),
  each: db.prepare<{ kind: string | null; series: string | null }, BlankRow>(`
    SELECT kind, series, number, state, received_on, register_no, reason
      FROM blank_state
      LEFT JOIN student USING (student_id)
     WHERE (:kind IS NULL OR kind = :kind) AND (:series IS NULL OR series = :series)
     ORDER BY kind, series, length(number), number`),
  free: db.prepare<{ kind: string; series: string | null; most: number }, Blank>(`
    SELECT blank_id, kind, series, number
      FROM blank_state
     WHERE kind = :kind AND state = 'free' AND (:series IS NULL OR series = :series)
     ORDER BY (SELECT min(blank_id) FROM blank AS first WHERE first.series = blank_state.series),
              length(number), number
     LIMIT :most`),
  numbered: db.prepare<{ series: string | null; number: string }, Blank & { state: BlankState }>(`
    SELECT blank_id, kind, series, number, state
      FROM blank_state
     WHERE (:series IS NULL OR series = :series) AND number = :number`),
  spoil: db.prepare<{ id: number; on: string; reason: string }>(
    'UPDATE blank SET spoilt_on = :on, spoilt_reason = :reason WHERE blank_id = :id',
  ),
}));

export interface BlankRun {
  readonly kind: CertificateKind;
  readonly series: string;
  readonly numbers: readonly string[];
  readonly received_on: CivilDate;
}

/** Why a blank is not entered: one of that number, in the writing `there`, is in the books already. */
export interface BlankThere {
  /** `blankOtherwise`: the same number with other zeros before it, as a spreadsheet makes them. */
  readonly finding: 'blankOfOtherKind' | 'blankOtherwise';
  readonly number: string;
  readonly there: string;
}

/**
 * Enters runs of blanks that came; those that are there already stay. One that cannot be a new one is told,
 * and ends its run. Each series is read once: meanwhile nobody else may enter any.
 */
export function blankEntry(
  db: Database,
): (run: BlankRun) => { fresh: number; refused: BlankThere | undefined } {
  const knownOf = remembered(
    (series: string) =>
      new Map(
        sql(db)
          .ofSeries.all(series)
          .map((blank) => [withoutZeros(blank.number), blank]),
      ),
  );
  return ({ kind, series, numbers, received_on }) => {
    const known = knownOf(series);
    let fresh = 0;
    for (const number of numbers) {
      const there = known.get(withoutZeros(number));
      if (there) {
        const finding = there.number === number ? 'blankOfOtherKind' : 'blankOtherwise';
        const isSame = there.number === number && there.kind === kind;
        if (!isSame) return { fresh, refused: { finding, number, there: there.number } };
        continue;
      }
      sql(db).add.run(kind, series, number, received_on);
      known.set(withoutZeros(number), { kind, number });
      fresh += 1;
    }
    return { fresh, refused: undefined };
  };
}

const withoutZeros = (number: string) => number.replace(/^0+(?=.)/, '');

export function blankCounts(db: Database): BlankCounts[] {
  return sql(db).counts.all();
}

/** Every blank, by series and number. */
export function blankRows(db: Database, kind: string | undefined, series: string | undefined) {
  return sql(db).each.all({ kind: kind ?? null, series: series ?? null });
}

/** The blanks to use next: the series that came first, in it the lowest number; at most so many. */
export function freeBlanks(
  db: Database,
  kind: CertificateKind,
  series: string | undefined,
  most: number,
): Blank[] {
  return sql(db).free.all({ kind, series: series ?? null, most });
}

/** The blanks with a number; without a series there may be several. */
export function blanksNumbered(db: Database, number: string, series: string | undefined) {
  return sql(db).numbered.all({ number, series: series ?? null });
}

export function spoilBlank(db: Database, id: number, on: CivilDate, reason: string): void {
  sql(db).spoil.run({ id, on, reason });
}
