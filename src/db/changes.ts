import type { Database } from 'better-sqlite3';
import { withoutEmpty } from './digests.js';
import { recordedTables, wholeRowAsJson } from './recorded-tables.js';
import { statements } from './statements.js';

/** One row that an operation touched; before and after are the whole row as JSON, null where it was not there. */
export interface RecordedChange {
  change_id: number;
  operation_id: number;
  row_id: number;
  action: 'insert' | 'update' | 'delete';
  before: string | null;
  after: string | null;
  /** In hexadecimal digits. */
  salt: string;
}

/** A range of changes, both ends included: those of one operation follow each other. */
export interface ChangeSpan {
  first: number;
  last: number;
}

const sql = statements((db) => ({
  tables: db
    .prepare<ChangeSpan, string>(`
      SELECT DISTINCT table_name FROM change
       WHERE change_id BETWEEN :first AND :last ORDER BY table_name`)
    .pluck(),
  changedLater: db
    .prepare<{ table: string; first: number }, number>(`
      SELECT EXISTS (SELECT 1 FROM change
                      WHERE table_name = :table AND action <> 'insert' AND change_id >= :first)`)
    .pluck(),
  recordedRows: db.prepare<[], { table_name: string; rows: number }>(`
    SELECT table_name, sum(action = 'insert') - sum(action = 'delete') AS rows
      FROM change GROUP BY table_name`),
  ofTable: new Map<string, ReturnType<typeof prepareChanges>>(),
}));

/** The changes of an operation; none where it changed nothing. */
export function spanOf(operation: { first_change: number | null; changes: number }): ChangeSpan {
  const first = operation.first_change ?? 1;
  return { first, last: first + operation.changes - 1 };
}

/** The tables that a span of changes touched, in the order of their names. */
export function changedTables(db: Database, span: ChangeSpan): string[] {
  return sql(db).tables.all(span);
}

/** A table with rows that came into it without a change, and how many they are; undefined where none has any. */
export function unrecordedRows(db: Database): { table: string; rows: number } | undefined {
  const recorded = new Map(
    sql(db)
      .recordedRows.all()
      .map(({ table_name, rows }) => [table_name, rows]),
  );
  for (const table of recordedTables(db).keys()) {
    const there = db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
    const rows = there - (recorded.get(table) ?? 0);
    if (rows > 0) return { table, rows };
  }
  return undefined;
}

/**
 * The changes of one table in a span, in the order in which they were made. They are read piece by piece:
 * a million need no room, and between them the connection can be asked for other rows.
 */
export function* changesOfTable(
  db: Database,
  table: string,
  span: ChangeSpan,
): Generator<RecordedChange> {
  const { rows } = preparedFor(db, table, span);
  for (const part of pieces(span)) {
    for (const row of rows.all({ ...part, table })) yield changeOf(row);
  }
}

function changeOf(values: ChangeValues): RecordedChange {
  const [change_id, operation_id, row_id, action, before, after, salt] = values;
  const whole = after && withoutEmpty(after);
  return { change_id, operation_id, row_id, action, before, after: whole, salt };
}

type ChangeValues = [
  number,
  number,
  number,
  RecordedChange['action'],
  string | null,
  string | null,
  string,
];

/**
 * What the digest of each change of one table in a span is made from, in the order in which they were
 * made: salt, numbers, table, action, before and after, a line each. They come in pieces of many: their
 * count, then their texts, the rows with their empty columns. Put together by SQLite, since one long text
 * crosses to us faster than the values of each. Read without an index they come in their order; telling
 * SQLite to sort them would take half as long again.
 */
export function* textsOfTable(db: Database, table: string, span: ChangeSpan): Generator<string> {
  const { texts } = preparedFor(db, table, span);
  for (const part of pieces(span)) {
    const text = texts.get({ ...part, table });
    if (text) yield text;
  }
}

/** How many changes are read at once. */
const piece = 250;

function* pieces(span: ChangeSpan): Generator<ChangeSpan> {
  for (let first = span.first; first <= span.last; first += piece) {
    yield { first, last: Math.min(first + piece - 1, span.last) };
  }
}

function preparedFor(db: Database, table: string, span: ChangeSpan) {
  const { ofTable } = sql(db);
  const isUntouched = sql(db).changedLater.get({ table, first: span.first }) === 0;
  const variant = `${table} ${isUntouched}`;
  const prepared = ofTable.get(variant) ?? prepareChanges(db, table, isUntouched);
  ofTable.set(variant, prepared);
  return prepared;
}

/**
 * What was after a change: the `before` of the next change of that row, else the row as it stands. Where
 * the table got nothing but new rows since the span began, there is no next one to look for.
 */
function prepareChanges(db: Database, table: string, isUntouched: boolean) {
  const recorded = recordedTables(db).get(table);
  const [name, now, key] = recorded
    ? [table, wholeRowAsJson(recorded, 'now'), recorded.key]
    : ['(SELECT NULL AS change_id)', 'NULL', 'change_id'];
  const next = isUntouched
    ? ''
    : `LEFT JOIN change AS next ON next.change_id = (
             SELECT later.change_id FROM change AS later
              WHERE later.table_name = change.table_name AND later.row_id = change.row_id
                AND later.change_id > change.change_id AND later.action <> 'insert'
              ORDER BY later.change_id LIMIT 1)`;
  const changedAgain = isUntouched
    ? ''
    : `WHEN change.action = 'delete' THEN NULL
                  WHEN next.change_id IS NOT NULL THEN next.before`;
  const after = `CASE ${changedAgain} WHEN now.${key} IS NOT NULL THEN ${now} END`;
  const from = `
        FROM change NOT INDEXED
        ${next}
        LEFT JOIN ${name} AS now ON now.${key} = change.row_id
       WHERE change.change_id BETWEEN :first AND :last AND change.table_name = :table`;
  const digested = [
    'hex(change.salt)',
    ...['change_id', 'operation_id', 'table_name', 'row_id', 'action'].map(
      (one) => `change.${one}`,
    ),
    "coalesce(change.before, '')",
    `coalesce(${after}, '')`,
  ];
  return {
    rows: db
      .prepare<ChangeSpan & { table: string }, ChangeValues>(`
      SELECT change.change_id, change.operation_id, change.row_id, change.action, change.before,
             ${after} AS after, hex(change.salt) AS salt ${from}
       ORDER BY change.change_id`)
      .raw(),
    texts: db
      .prepare<ChangeSpan & { table: string }, string | null>(`
      SELECT count(*) || char(30) ||
             group_concat(concat_ws(char(10), ${digested.join(', ')}), char(30))
             ${from}`)
      .pluck(),
  };
}
