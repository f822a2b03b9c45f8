import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../support/run.js';
import { file, folder, school } from '../support/school.js';

/** The tables that grow with every year: no question may look through all of them. That a removed row is
 * pointed to by none is asked of them too, but rows are removed by `undo` alone. */
const growing = ['lesson', 'absence', 'assessed_work', 'work_announcement', 'mark', 'term_mark'];

const prepared = new Set<string>();
const prepare = Database.prototype.prepare;
let db: string;

beforeAll(async () => {
  const made = await school({ until: '2015-10-31' as never });
  db = made.db;
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (
    this: Database.Database,
    sql: string,
  ) {
    prepared.add(sql);
    return prepare.call(this, sql);
  } as never);
  const lesson = file('lessons.csv', 'date,period,group,topic', '2015-10-30,9,7.a MAT,Atkārtojums');
  const mark = file(
    'marks.csv',
    'date,group,work,kind,register_no,value',
    '2015-10-05,7.a MAT,Tests,test,1001,7',
  );
  const lines = [
    'setup FILES',
    'status',
    'overdue --as-of 2016-06-30',
    'overdue --as-of 2016-06-30 --history --prove',
    'overdue --as-of 2015-10-31 --prove --notify',
    'deadlines --as-of 2015-10-05 --days 300',
    'monthly-extract --month 2015-10 --class 7.a --format json',
    'export all --out OUT',
    'export marks --class 7.a',
    'export absences --class 7.a',
    `import-lessons ${lesson}`,
    `import-marks ${mark}`,
    'absences --alarm --as-of 2015-10-20',
    'justify --list --as-of 2015-10-20',
    'undo --yes',
  ];
  for (const line of lines) {
    const named = line.replace('FILES', made.files).replace('OUT', join(folder(), 'all'));
    const { status, stderr } = await run(`ejournal --db ${db} ${named}`);
    expect([0, 3], `${line}\n${stderr}`).toContain(status);
  }
});
afterAll(() => {
  vi.restoreAllMocks();
});

test('no statement of these commands looks through a table of the journal', () => {
  const database = new Database(db, { readonly: true });
  const scans: string[] = [];
  let about = 0;
  for (const sql of prepared) {
    if (!/^\s*(SELECT|WITH)/i.test(sql)) continue;
    const aliases = growing.flatMap((table) => [
      table,
      ...[...sql.matchAll(new RegExp(`\\b${table} AS (\\w+)`, 'gi'))].map(
        (found) => found[1] ?? '',
      ),
    ]);
    const plan = planOf(database, sql);
    for (const { detail } of plan) {
      const [what, table = ''] = detail.split(' ');
      if (aliases.includes(table)) about += 1;
      if (what === 'SCAN' && aliases.includes(table)) scans.push(`${detail}\n${sql}`);
    }
  }
  database.close();
  expect(scans).toEqual([]);
  expect(about).toBeGreaterThan(20);
});

/** How SQLite would look for the rows; the plan asks for every value, none of which matters. */
function planOf(database: Database.Database, sql: string): { detail: string }[] {
  const named = [...sql.matchAll(/[:@](\w+)/g)].map(([, name]) => [name, null]);
  const values = Array(sql.split('?').length - 1).fill(null);
  const bound = named.length > 0 ? [Object.fromEntries(named)] : values;
  const statement = prepare.call(database, `EXPLAIN QUERY PLAN ${sql}`);
  return statement.all(...(bound as [object])) as { detail: string }[];
}
