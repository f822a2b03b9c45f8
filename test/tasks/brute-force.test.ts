import { beforeAll, describe, expect, test } from 'vitest';
import { bruteSchool, rowsOf } from '../support/brute-force.js';
import { run } from '../support/run.js';
import { school } from '../support/school.js';

let db: string;
let brute: ReturnType<typeof bruteSchool>;

beforeAll(async () => {
  const made = await school({ parallel: 2, size: 13, until: '2015-11-10' as never, seed: 4 });
  db = made.db;
  brute = bruteSchool(made.files);
});

/** The rows of the journal's clauses, their cells joined by `|`. */
async function rowsOfJournal(line: string): Promise<string[]> {
  const { stdout } = await run(`ejournal --db ${db} ${line} --clause 4 --where clause!=4.3`);
  return rowsOf(stdout)
    .map((row) => Object.values(row).join('|'))
    .sort();
}

describe('what is overdue, and what came late, is what a computation straight from the files finds, entry by entry', () => {
  test.each([
    ['2015-09-01T17:59:59', '17:59:59'],
    ['2015-09-01T18:00:00', '18:00:00'],
    ['2015-09-04', '23:59:59'],
    ['2015-09-22', '23:59:59'],
    ['2015-09-30T12:00', '12:00:00'],
    ['2015-10-23T18:00:00', '18:00:00'],
    ['2015-10-26', '23:59:59'],
    ['2015-10-30T23:59:58', '23:59:58'],
    ['2015-11-02T18:30:00', '18:30:00'],
    ['2015-11-10', '23:59:59'],
  ])('%s', async (asOf, time) => {
    const moment = brute.instant(asOf.slice(0, 10), time);
    expect(await rowsOfJournal(`overdue --as-of ${asOf}`)).toEqual(brute.overdue(moment));
    expect(await rowsOfJournal(`overdue --as-of ${asOf} --history`)).toEqual(brute.history(moment));
  });
});
test.each(['2015-09', '2015-10'])(
  'every extract of %s is what a computation straight from the files gives',
  async (month) => {
    const { stdout } = await run(
      `ejournal --db ${db} monthly-extract --month ${month} --as-of 2015-11-04 --format json`,
    );
    const extracts = JSON.parse(stdout) as { register_no: string }[];
    const asOf = brute.instant('2015-11-04', '23:59:59');
    expect(extracts.map((one) => one.register_no).sort()).toEqual(
      brute
        .classesOn(`${month}-30`)
        .map((one) => one.register_no)
        .sort(),
    );
    for (const one of extracts) expect(one).toEqual(brute.extract(one.register_no, month, asOf));
  },
);
