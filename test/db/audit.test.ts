import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { ask, file, folder, harm, school } from '../support/school.js';

let db: string;

beforeAll(async () => {
  ({ db } = await school());
  const subjects = file('s.csv', 'code,name,scale', 'ZZ,Zīmēšana,points', 'YY,Jāšana,points');
  await run(`ejournal --db ${db} import-subjects ${subjects}`);
  const renamed = file('s.csv', 'code,name,scale', 'ZZ,Rasēšana,points', 'YY,,pass');
  await run(`ejournal --db ${db} import-subjects ${renamed}`);
  await run(`ejournal --db ${db} undo`);
});

/** A copy of the database in which somebody did something past the program. */
function harmed(statements: string): string {
  const copy = join(folder(), 'copy.db');
  const source = new Database(db);
  source.pragma('wal_checkpoint(TRUNCATE)');
  source.close();
  copyFileSync(db, copy);
  const database = harm(copy);
  database.pragma('foreign_keys = OFF');
  const triggers = database
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.exec(statements);
  for (const { sql } of triggers) database.exec(sql);
  database.close();
  return copy;
}

async function verified(database: string, more = '') {
  const { status, stdout } = await run(
    `ejournal --db ${database} audit --verify --format json ${more}`,
  );
  return { status, found: JSON.parse(stdout)[0] };
}

test('an untouched chain is intact, and its head is that of the last operation', async () => {
  const [last] = ask<{ hash: string }>(
    db,
    'SELECT hash FROM operation ORDER BY operation_id DESC LIMIT 1',
  );
  expect(await verified(db, `--expect-head ${last?.hash.slice(0, 12)}`)).toEqual({
    status: 0,
    found: { operations: 5, head: last?.hash, outcome: 'intact' },
  });
});

describe('what was done past the program is found at the first operation that it concerns', () => {
  test.each([
    ['a row was changed', "UPDATE subject SET name = 'Cits' WHERE code = 'YY'", 5],
    [
      'a mark was changed',
      "UPDATE mark SET value = '10' WHERE mark_id = (SELECT min(mark_id) FROM mark WHERE value <> '10')",
      2,
    ],
    [
      'what was before was changed',
      "UPDATE change SET before = replace(before, 'Zīm', 'Zim') WHERE before LIKE '%Zīm%'",
      3,
    ],
    [
      'a change was moved to another row',
      'UPDATE change SET row_id = row_id + 1 WHERE change_id = 20',
      2,
    ],
    [
      'a change was said to be of another operation',
      'UPDATE change SET operation_id = 4 WHERE change_id = 20',
      2,
    ],
    [
      'the salt of a change was changed',
      'UPDATE change SET salt = zeroblob(16) WHERE change_id = 21',
      2,
    ],
    [
      'the line of a change was changed',
      'UPDATE change_origin SET first_line = first_line + 1 WHERE first_change_id = (SELECT max(first_change_id) FROM change_origin)',
      4,
    ],
    ['a change was taken out', 'DELETE FROM change WHERE change_id = 25', 2],
    [
      'the name of who acted was changed',
      "UPDATE operation SET actor = 'other' WHERE operation_id = 3",
      3,
    ],
    [
      'the moment was changed',
      "UPDATE operation SET at = '2020-01-01T00:00:00Z' WHERE operation_id = 1",
      1,
    ],
    [
      'the hash of a file was changed',
      "UPDATE operation_file SET sha256 = replace(sha256, 'a', 'b') WHERE operation_id = 3",
      3,
    ],
    ['an operation was taken out', 'DELETE FROM operation WHERE operation_id = 3', 3],
    ['the last operation was taken out', 'DELETE FROM operation WHERE operation_id = 5', 5],
    [
      'two operations were swapped',
      'UPDATE operation SET operation_id = 99 WHERE operation_id = 3; UPDATE operation SET operation_id = 3 WHERE operation_id = 4; UPDATE operation SET operation_id = 4 WHERE operation_id = 99',
      3,
    ],
    [
      'an operation was added',
      'INSERT INTO operation (at, actor, command, words, version, previous_hash, hash) SELECT at, actor, command, words, version, hash, hash FROM operation WHERE operation_id = 5',
      6,
    ],
    [
      'a row was deleted',
      'DELETE FROM absence WHERE absence_id = (SELECT min(absence_id) FROM absence)',
      2,
    ],
  ])('%s', async (_what, statements, operation) => {
    const result = await verified(harmed(statements));
    expect(result).toMatchObject({ status: 3, found: { operation, outcome: 'broken' } });
  });

  test('any one changed byte of a recorded change', async () => {
    const [{ changes } = { changes: 0 }] = ask<{ changes: number }>(
      db,
      'SELECT count(*) AS changes FROM change',
    );
    const column = fc.constantFrom(
      'table_name',
      'action',
      'salt',
      'row_id',
      'operation_id',
      'change_id',
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: changes }), column, async (id, name) => {
        const value = {
          table_name: "'subjecu'",
          action: "'upsert'",
          salt: "CAST(substr(salt, 1, 15) || iif(substr(salt, 16) = X'00', X'01', X'00') AS BLOB)",
          row_id: 'row_id + 100000',
          operation_id: 'operation_id % 5 + 1',
          change_id: 'change_id + 1000000',
        }[name];
        const copy = harmed(`UPDATE change SET ${name} = ${value} WHERE change_id = ${id}`);
        expect((await verified(copy)).status).toBe(3);
      }),
      { numRuns: 25 },
    );
  });
});

test('a row that came past the program is found, though the chain is whole', async () => {
  const added = harmed(`
    INSERT INTO subject (code, name, scale) VALUES ('XX', 'Cits', 'points'), ('XY', 'Cits', 'points')`);
  expect(await verified(added)).toEqual({
    status: 3,
    found: { table: 'subject', rows: 2, outcome: 'unrecorded' },
  });
});

test('a database that is not built as the program builds it is named, and one that records nothing is not written to', async () => {
  for (const [statement, part] of [
    ['DROP TRIGGER record_UPDATE_of_mark', 'record_UPDATE_of_mark'],
    ["CREATE TRIGGER other AFTER INSERT ON mark BEGIN UPDATE mark SET value = '10'; END", 'other'],
    ['DROP INDEX mark_of_work', 'mark_of_work'],
    ['ALTER TABLE mark ADD COLUMN secret TEXT', 'mark'],
    ['CREATE TABLE other (x)', 'other'],
    ['DROP VIEW blank_state; CREATE VIEW blank_state AS SELECT 1', 'blank_state'],
  ] as const) {
    const copy = harmed('');
    harm(copy).exec(statement);
    expect(await verified(copy)).toEqual({ status: 3, found: { part, outcome: 'schema' } });
  }
  const silent = harmed('');
  harm(silent).exec('DROP TRIGGER record_UPDATE_of_mark');
  const subjects = file('s.csv', 'code,name,scale', 'WW,Vizuālā māksla,points');
  const refused = await run(`ejournal --db ${silent} --lang en import-subjects ${subjects}`);
  expect(refused).toMatchObject({
    status: 5,
    stderr: expect.stringContaining('would not be recorded'),
  });
});

test('a damaged index is found, though every row is as it was recorded', async () => {
  const copy = harmed('');
  const database = harm(copy);
  database.unsafeMode(true);
  database.pragma('writable_schema = ON');
  // The rows below are in the table, and no more in its index.
  database.exec(
    `UPDATE sqlite_schema SET sql = sql || ' WHERE period < 5' WHERE name = 'absence_of_day'`,
  );
  database.close();
  const again = harm(copy);
  again.unsafeMode(true);
  again.exec('REINDEX absence_of_day');
  again.pragma('writable_schema = ON');
  again.exec(
    `UPDATE sqlite_schema SET sql = replace(sql, ' WHERE period < 5', '') WHERE name = 'absence_of_day'`,
  );
  again.close();
  const { status, stderr } = await run(`ejournal --db ${copy} --lang en audit --verify`);
  expect({ status, stderr }).toMatchObject({
    status: 5,
    stderr: expect.stringContaining('The database is damaged'),
  });
});

test('an end that was cut off shows by the head that was kept elsewhere', async () => {
  const cut =
    harmed(`DELETE FROM operation WHERE operation_id = 5; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'operation';
    DELETE FROM change WHERE operation_id = 5; DELETE FROM operation_table WHERE operation_id = 5; DELETE FROM change_origin WHERE first_change_id NOT IN (SELECT change_id FROM change);
    UPDATE subject SET name = 'Rasēšana' WHERE code = 'ZZ'; UPDATE subject SET scale = 'pass' WHERE code = 'YY'`);
  expect((await verified(cut)).status).toBe(0);
  const [last] = ask<{ hash: string }>(
    db,
    'SELECT hash FROM operation ORDER BY operation_id DESC LIMIT 1',
  );
  expect(await verified(cut, `--expect-head ${last?.hash}`)).toMatchObject({
    status: 3,
    found: { outcome: 'other-head' },
  });
});

test('no row of the school can be written without an operation', () => {
  const database = harm(db);
  expect(() =>
    database.exec("INSERT INTO subject (code, name, scale) VALUES ('A', 'B', 'points')"),
  ).toThrow(/NOT NULL constraint failed: change.operation_id/);
  expect(() => database.exec('DELETE FROM change WHERE change_id = 1')).toThrow(/never deleted/);
  expect(() => database.exec("UPDATE operation SET actor = 'x' WHERE operation_id = 1")).toThrow(
    /never changed/,
  );
});

test('the history of a row tells who changed it, when, and from which line of which file', async () => {
  const { stdout } = await run(
    `ejournal --db ${db} audit --table subject --key ZZ --format jsonl --columns operation,actor,command,before,after,line`,
  );
  const rows = stdout
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row));
  const named = (name: string) => expect.stringContaining(`"name":"${name}"`);
  expect(rows).toEqual([
    {
      operation: 3,
      actor: 'tester',
      command: 'import-subjects',
      before: null,
      after: named('Zīmēšana'),
      line: 2,
    },
    {
      operation: 4,
      actor: 'tester',
      command: 'import-subjects',
      before: named('Zīmēšana'),
      after: named('Rasēšana'),
      line: 2,
    },
    {
      operation: 5,
      actor: 'tester',
      command: 'undo',
      before: named('Rasēšana'),
      after: named('Zīmēšana'),
      line: null,
    },
  ]);
});

test.each([
  ['--table nope', 'The tables are: absence, '],
  ['--key nope', 'There was never a row with the key “nope”.'],
  ['--key nope --operation 2', 'There was never a row with the key “nope”.'],
  ['--table subject --key 1001', 'The table subject never had a row “1001”.'],
  ['--verify --table student', 'exclude each other'],
])('audit %s is refused, since it could find nothing', async (narrowed, told) => {
  const { db } = await school({ size: 2 });
  const refused = await run(`ejournal --db ${db} --lang en audit ${narrowed}`);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toContain(told);
});

test('what an operation did not touch is no error', async () => {
  const { db } = await school({ size: 2 });
  const none = await run(`ejournal --db ${db} audit --key 1001 --operation 1 --columns key`);
  expect(none).toEqual({ status: 0, stdout: 'key\n', stderr: '' });
});

test('a person reads operation by operation which field was what', async () => {
  const { stdout } = await run(
    `ejournal --db ${db} --lang en --no-color audit --table subject --key ZZ`,
    { terminal: 80 },
  );
  expect(stdout.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'WHEN').replace(/· .*[/]/g, '· ')).toBe(
    [
      'Operation 3, WHEN, tester: import-subjects',
      'subject ZZ: new  · s.csv:2',
      '  code: ZZ',
      '  name: Zīmēšana',
      '  scale: points',
      '',
      'Operation 4, WHEN, tester: import-subjects',
      'subject ZZ: changed  · s.csv:2',
      '  name: Zīmēšana → Rasēšana',
      '',
      'Operation 5, WHEN, tester: undo',
      'subject ZZ: changed',
      '  name: Rasēšana → Zīmēšana',
      '',
    ].join('\n'),
  );
});
