import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { emptySchool, file, folder, sampleFiles, school } from '../support/school.js';

/** How the duty of the students stands (clause 2.1.1, due on 5 September, 23:59:59 in Riga). */
async function stateOfStudents(db: string, asOf: string, words = '') {
  const line = `ejournal --db ${db} status --as-of ${asOf} --format json ${words}`;
  const rows: { duty: string; state: string; met_at: string | null }[] = JSON.parse(
    (await run(line)).stdout,
  );
  return rows.find((row) => row.duty === 'students');
}

describe('a list of the set-up', () => {
  test.each([
    ['2015-08-28T09:00:00Z', '2015-09-01', 'met'],
    ['2015-08-28T09:00:00Z', '2015-09-06', 'met'],
    ['2015-09-05T20:59:59Z', '2015-09-06', 'met'],
    ['2015-09-05T21:00:00Z', '2015-09-06', 'late'],
    ['2018-03-01T09:00:00Z', '2018-03-02', 'late'],
    ['2018-03-01T09:00:00Z', '2015-09-01', 'met'],
  ])('entered at %s is on %s: %s', async (entered, asOf, state) => {
    const db = await emptySchool();
    const clock = () => new Date(entered);
    await run(`ejournal --db ${db} setup ${sampleFiles()}`, { clock });
    expect(await stateOfStudents(db, asOf)).toMatchObject({ state, met_at: entered });
  });

  test.each([
    ['2015-09-05T23:59', 'upcoming', 'to do'],
    ['2015-09-05', 'overdue', 'overdue'],
  ])('that is not there is as of %s: %s', async (asOf, state, said) => {
    const db = await emptySchool();
    expect(await stateOfStudents(db, asOf)).toMatchObject({ state, met_at: null });
    const shown = await run(`ejournal --db ${db} --lang en status --as-of ${asOf} --format table`);
    expect(shown.stdout).toMatch(new RegExp(`students by class +0 +0 +${said}`));
  });

  test('of the class groups is not done as long as a journal has no teacher', async () => {
    const db = await emptySchool();
    const files = sampleFiles();
    for (const kind of ['subjects', 'programmes', 'students'])
      await run(`ejournal --db ${db} import-${kind} ${join(files, `${kind}.csv`)}`);
    await run(`ejournal --db ${db} create-journals`);
    const done = async () => {
      const { stdout } = await run(`ejournal --db ${db} status --format json`);
      const rows: { clause: string; done: number; of: number }[] = JSON.parse(stdout);
      return rows.find((row) => row.clause === '2.1.2');
    };
    const { of = 0 } = (await done()) ?? {};
    expect(of).toBeGreaterThan(0);
    expect(await done()).toMatchObject({ done: 0, of });
    await run(`ejournal --db ${db} import-staff ${join(files, 'staff.csv')}`);
    const groups = file('groups.csv', 'group,subject,teacher,classes', '7.a MAT,,MAT1,');
    await run(`ejournal --db ${db} create-groups ${groups}`);
    expect(await done()).toMatchObject({ done: 1, of });
  });

  test('was there for a school year when it was entered for that year, not for one before', async () => {
    const { db, files } = await school();
    const next = folder();
    copyFileSync(join(files, 'students.csv'), join(next, 'students.csv'));
    const entered = '2016-09-20T09:00:00Z';
    const clock = () => new Date(entered);
    await run(`ejournal --db ${db} setup ${next} --year 2016`, { clock });
    expect(await stateOfStudents(db, '2016-10-01', '--year 2016')).toMatchObject({
      state: 'late',
      met_at: entered,
    });
  });
});
