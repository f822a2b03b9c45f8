import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { folder, school } from '../support/school.js';

interface Row {
  due_at: string;
  clause: string;
  owed_by: string;
  owed_by_name: string;
  open: number;
  about: string[];
  working_days_left: number;
  hours_left: number;
}

let db: string;
beforeAll(async () => {
  ({ db } = await school({ until: '2015-10-02' as never, seed: 3 }));
});

const coming = async (options: string): Promise<Row[]> =>
  JSON.parse((await run(`ejournal --db ${db} deadlines --format json ${options}`)).stdout);

test('says who owes how much, and how many working days and hours are left', async () => {
  const rows = await coming('--as-of 2015-10-02T17:30 --days 3 --clause 3.4');
  expect(rows.map((row) => row.about)).toEqual(expect.arrayContaining([['7.a'], ['8.a']]));
  for (const row of rows) {
    expect(row).toMatchObject({
      due_at: '2015-10-05T20:59:59Z',
      working_days_left: 1,
      hours_left: 78,
      open: 1,
    });
  }
});

test('a lesson is due at 18:00 of its day, and is in the list up to then', async () => {
  const lessons = '--days 0 --clause 4.1';
  const before = await coming(`--as-of 2015-10-05T17:59:59 ${lessons}`);
  expect(before.length).toBeGreaterThan(3);
  for (const row of before) expect(row).toMatchObject({ hours_left: 0, working_days_left: 0 });
  expect(await coming(`--as-of 2015-10-05T18:00:00 ${lessons}`)).toEqual([]);
});

test('what is in the list is overdue once its moment has come, and nothing else is', async () => {
  const open = (await coming('--as-of 2015-10-02T18:00 --days 3 --clause 4')).reduce(
    (sum, row) => sum + row.open,
    0,
  );
  const count = async (asOf: string) =>
    (await run(`ejournal --db ${db} overdue --clause 4 --as-of ${asOf}`)).stdout.split('\n').length;
  expect((await count('2015-10-05')) - (await count('2015-10-02T18:00'))).toBe(open);
});

test('the calendar is read back by another program, each deadline at its moment', async () => {
  const file = join(folder(), 'deadlines.ics');
  const line = '--as-of 2015-10-02T08:00 --days 60';
  const written = await run(`ejournal --db ${db} deadlines ${line} --ics ${file} --lang en`);
  expect(written.status).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  const piped = await run(`ejournal --db ${db} deadlines ${line} --ics - --lang en`);
  expect(piped).toEqual({ status: 0, stdout: text, stderr: '' });
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
  const rows = await coming(line);
  expect(events).toHaveLength(rows.length);
  expect(new Set(events.map((event) => event.uid)).size).toBe(rows.length);
  for (const [at, event] of events.entries()) {
    const row = rows[at];
    expect(event.startDate.toJSDate().toISOString()).toBe(row?.due_at.replace('Z', '.000Z'));
    expect(event.summary).toContain(`${row?.clause} `);
    expect(event.summary).toContain(row?.owed_by_name);
    for (const name of row?.about ?? []) expect(event.description).toContain(name);
  }
  const again = await run(`ejournal --db ${db} deadlines ${line} --ics ${file}`);
  expect(again.status).toBe(2);
  await run(`ejournal --db ${db} deadlines ${line} --ics ${file} --lang en --yes`);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
