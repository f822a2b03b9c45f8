import type { Database } from 'better-sqlite3';
import { rememberedOf } from '../rules/remembered.js';

/** A table whose rows are recorded when they change: its key is `<name>_id`. */
export interface RecordedTable {
  readonly name: string;
  readonly key: string;
  readonly columns: readonly string[];
  /** Columns that point to a row of another table. */
  readonly references: ReadonlyMap<string, string>;
  readonly uniqueKeys: readonly UniqueKey[];
}

/** What no two rows have alike, among those of which a condition holds: SQL over the columns. */
export interface UniqueKey {
  readonly values: string;
  readonly condition: string;
}

/** The tables that keep the books themselves, and SQLite's own. */
const books = [
  'operation',
  'operation_file',
  'operation_table',
  'change',
  'change_origin',
  'open_operation',
];

/** Every table that holds data of the school, read from the schema once for each connection. */
export const recordedTables = rememberedOf(readTables);

function readTables(db: Database): ReadonlyMap<string, RecordedTable> {
  const names = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
    .filter((name) => !books.includes(name));
  return new Map(names.map((name) => [name, readTable(db, name)]));
}

function readTable(db: Database, name: string): RecordedTable {
  const columns = db
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .pluck()
    .all(name);
  const references = db
    .prepare<[string], { from: string; table: string }>(
      'SELECT "from", "table" FROM pragma_foreign_key_list(?)',
    )
    .all(name);
  return {
    name,
    key: `${name}_id`,
    columns,
    references: new Map(references.map((reference) => [reference.from, reference.table])),
    uniqueKeys: readUniqueKeys(db, name),
  };
}

function readUniqueKeys(db: Database, name: string): UniqueKey[] {
  const indexes = db
    .prepare<[string], { columns: string; sql: string | null }>(`
      SELECT (SELECT group_concat('"' || name || '"') FROM pragma_index_info(one.name)) AS columns, sql
        FROM pragma_index_list(?) AS one
        JOIN sqlite_schema ON sqlite_schema.name = one.name
       WHERE "unique"`)
    .all(name);
  return indexes.map(({ columns, sql }) => {
    const [, values, condition] = sql?.match(/ ON \w+ \((.*)\)(?: WHERE (.*))?$/s) ?? [];
    return { values: values ?? columns, condition: condition ?? 'TRUE' };
  });
}

/** SQL that makes a row into JSON, with its empty columns. */
export function wholeRowAsJson(table: RecordedTable, row: string): string {
  return `json_object(${table.columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`;
}

/**
 * SQL that makes a row into JSON. Empty columns are left out, so that a column added later
 * does not change what was said of the rows before it.
 */
export function rowAsJson(table: RecordedTable, row: string): string {
  return `json_patch('{}', ${wholeRowAsJson(table, row)})`;
}

/** SQL that makes such JSON into a row again, for FROM. */
export function rowOfJson(table: RecordedTable, json: string): string {
  return `(SELECT ${table.columns.map((column) => `${json} ->> '$.${column}' AS "${column}"`).join(', ')})`;
}

/**
 * Lets every table record what happens to its rows, in pure SQL, so that no task can go around it.
 * Without an open operation `change.operation_id` is NULL, and the write is refused.
 */
export function makeRecorders(db: Database): void {
  for (const table of readTables(db).values()) {
    for (const statement of recorders(table)) db.exec(statement);
  }
}

function recorders(table: RecordedTable): string[] {
  const { name, key, columns } = table;
  const differs = columns.map((column) => `NEW."${column}" IS NOT OLD."${column}"`).join(' OR ');
  const record = (row: string, action: string, before: string) =>
    `INSERT INTO change (operation_id, table_name, row_id, action, before, salt)
     VALUES ((SELECT operation_id FROM open_operation), '${name}', ${row}."${key}", '${action}', ${before}, randomblob(16));`;
  const trigger = (event: string, when: string, body: string) =>
    `DROP TRIGGER IF EXISTS record_${event}_of_${name};
     CREATE TRIGGER record_${event}_of_${name} AFTER ${event} ON ${name} ${when} BEGIN ${body} END;`;
  return [
    trigger('INSERT', '', record('NEW', 'insert', 'NULL')),
    trigger('UPDATE', `WHEN ${differs}`, record('OLD', 'update', rowAsJson(table, 'OLD'))),
    trigger('DELETE', '', record('OLD', 'delete', rowAsJson(table, 'OLD'))),
  ];
}
