import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { rowSources } from '../../src/db/row-sources.js';
import { run } from '../support/run.js';
import { ask, file, school } from '../support/school.js';

interface Change {
  operation_id: number;
  table_name: string;
  row_id: number;
}

test('every row is traced to the operation that entered it, as a walk over all changes finds it', async () => {
  const { db, files } = await school();
  const students = ask<{ register_no: string }>(db, 'SELECT register_no FROM student').map(
    (row) => row.register_no,
  );
  for (const value of ['7', '8', '9']) {
    const rows = students.map((no) => `${no},MAT,semester1,${value}`);
    const marks = file('marks.csv', 'register_no,subject,term,value', ...rows);
    await run(`ejournal --db ${db} import-term-marks ${marks}`);
    await run(
      `ejournal --db ${db} term-marks enter ${students[0]}=${value} --subject LV --term semester1`,
    );
  }
  await run(`ejournal --db ${db} undo`);
  await run(`ejournal --db ${db} undo 7`);
  expect((await run(`ejournal --db ${db} setup ${files}`)).status).toBe(0);

  const inserted = ask<Change>(
    db,
    `SELECT min(operation_id) AS operation_id, table_name, row_id FROM change
      WHERE action = 'insert' GROUP BY table_name, row_id`,
  );
  const database = new Database(db, { readonly: true });
  const sourcesOf = rowSources(database);
  const wrong = inserted.filter(
    ({ table_name, row_id, operation_id }) =>
      sourcesOf(table_name, row_id)[0]?.operation !== operation_id,
  );
  expect(inserted.length).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
  expect(sourcesOf('student', 999_999)).toEqual([]);
  expect(sourcesOf('no_table', 1)).toEqual([]);
  database.close();
});

test('a row that was taken back and put back comes from where it was entered', async () => {
  const { db } = await school();
  await run(`ejournal --db ${db} term-marks enter 1001=8 --subject MAT --term semester1`);
  const entered = ask<{ last: number }>(db, 'SELECT max(operation_id) AS last FROM operation')[0];
  await run(`ejournal --db ${db} undo`);
  await run(`ejournal --db ${db} undo ${(entered?.last ?? 0) + 1}`);
  const [row] = ask<{ id: number }>(db, 'SELECT term_mark_id AS id FROM term_mark');
  const database = new Database(db, { readonly: true });
  expect(rowSources(database)('term_mark', row?.id ?? 0)).toMatchObject([
    { action: 'insert', operation: entered?.last, command: 'term-marks' },
  ]);
  database.close();
});
