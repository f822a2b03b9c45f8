import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bruteSchool, rowsOf } from '../support/brute-force.js';
import { run } from '../support/run.js';
import { folder } from '../support/school.js';
import { outsideSchools, smallYear } from '../support/whole-schools.js';

const schools = outsideSchools.length > 0 ? outsideSchools : [smallYear()];

/** Ten moments of a school year, each the end of its day. */
const moments = (year: number) => [
  `${year}-09-10`,
  `${year}-10-12`,
  `${year}-11-20`,
  `${year}-12-30`,
  `${year + 1}-01-20`,
  `${year + 1}-02-22`,
  `${year + 1}-03-31`,
  `${year + 1}-05-05`,
  `${year + 1}-06-10`,
  `${year + 1}-06-30`,
];

describe.each(schools)('$imported', ({ files, year, imported }) => {
  const db = join(folder(), 'ejournal.db');
  const brute = bruteSchool(files);

  test('is set up', async () => {
    expect((await run(`ejournal --db ${db} init --year ${year} --yes`)).status).toBe(0);
    expect((await run(`ejournal --db ${db} setup ${imported} --quiet`)).status).toBe(0);
  }, 600_000);

  test.each(moments(year))(
    '%s: what is overdue and what came late, entry by entry',
    async (date) => {
      const moment = brute.instant(date, '23:59:59');
      expect(await journalRows(db, `--as-of ${date}`)).toEqual(brute.overdue(moment));
      expect(await journalRows(db, `--as-of ${date} --history`)).toEqual(brute.history(moment));
    },
    600_000,
  );
});

/** What is owed by clauses 4.1 and 4.2, cells joined by `|`. */
async function journalRows(db: string, line: string): Promise<string[]> {
  const journal = '--clause 4 --where clause!=4.3 --format csv';
  const { stdout } = await run(`ejournal --db ${db} overdue ${line} ${journal}`);
  const rows = rowsOf(stdout).map((row) => Object.values(row).join('|'));
  return rows.sort();
}
