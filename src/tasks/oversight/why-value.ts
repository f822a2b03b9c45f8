import type { Database } from 'better-sqlite3';
import { type RecordedRow, rowNames } from '../../db/row-names.js';
import { type RowSource, rowSources } from '../../db/row-sources.js';
import { rowsByWords, tableNames } from '../../db/rows-by-words.js';
import { Problem } from '../../problem.js';
import { type Explanation, fact } from './explanation.js';

/**
 * Where each field of a row comes from: which operation said it last, who ran it, from which file and
 * line, and what it was before. Of a journal's row all entries; fewer words name more rows.
 * @throws Problem unknownTable, unknownRow
 */
export function whyValue(db: Database, table: string, words: readonly string[]): Explanation[] {
  if (!tableNames(db).includes(table)) {
    throw new Problem('unknownTable', { table, known: tableNames(db) });
  }
  const rows = rowsByWords(db, table, words);
  if (rows.length === 0) throw new Problem('unknownRow', { table, key: words.join(' ') });
  const names = rowNames(db);
  const sourcesOf = rowSources(db);
  return rows.map(({ id, row }) => {
    const changes = sourcesOf(table, id);
    const fields = Object.keys(row).filter((column) => column !== `${table}_id`);
    const because = fields.flatMap((column) => {
      const { column: name, value } = names.field(table, column, row);
      const { by, before } = lastSaid(changes, column, row);
      const was = before && names.field(table, column, before).value;
      if (value === null && was === null) return [];
      return fact(
        'field',
        { column: name, value, before: was ?? null },
        [],
        by ? [of(table, by)] : [],
      );
    });
    return fact('row', { table, key: names.key(table, row) }, because);
  });
}

/**
 * Where everything comes from that the list of students and the movements say of a student.
 * @throws Problem unknownRow
 */
export function whyStudent(db: Database, registerNo: readonly string[]): Explanation[] {
  const more = ['enrolment', 'movement'].filter(
    (table) => rowsByWords(db, table, registerNo).length > 0,
  );
  return ['student', ...more].flatMap((table) => whyValue(db, table, registerNo));
}

const of = (table: string, { operation, at, actor, command, file, line }: RowSource) => ({
  table,
  operation,
  at,
  actor,
  command,
  file,
  line,
});

/** The change that gave a field the value that stands, and the row as it was before that. */
function lastSaid(changes: readonly RowSource[], column: string, row: RecordedRow) {
  let value = row[column];
  for (const change of [...changes].reverse()) {
    if (change.before === null) return { by: change, before: null };
    const before = JSON.parse(change.before) as RecordedRow;
    if (before[column] !== value) return { by: change, before };
    value = before[column];
  }
  return { by: undefined, before: null };
}
