import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { contents, file, school } from '../support/school.js';

test('settings lists every setting with what stands, what is proposed and what may be said', async () => {
  const { db } = await school();
  const listed = await run(`ejournal --db ${db} settings --format json --lang en`);
  const rows: { key: string; value: string }[] = JSON.parse(listed.stdout);
  expect(rows).toContainEqual({
    key: 'lesson_due_time',
    value: '18:00',
    default: '18:00',
    values: 'HH:MM',
    clause: '4.1',
    meaning: 'the time by which the lessons of a day must be entered',
  });
  const said = Object.fromEntries(rows.map((row) => [row.key, row.value]));
  expect(said).toMatchObject({
    set_up_due: '09-05',
    personal_files_due: '09-15',
    extract_day: '5',
  });
  expect(said).toMatchObject({ pass_test_days: '5', points_test_days: '5' });
});

test('a person reads the whole of what a setting decides, and chosen columns as a table', async () => {
  const { db } = await school();
  const line = `ejournal --db ${db} --lang lv --no-color settings get exam_certificates`;
  const { stdout } = await run(line, { terminal: 80 });
  for (const row of stdout.split('\n')) expect(row.length).toBeLessThanOrEqual(80);
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'exam_certificates optional 2.2 vai atestātam vajadzīgs katra eksāmena valsts sertifikāta numurs (optional, required)',
  );
  const chosen = await run(`${line} --columns key,value`, { terminal: 80 });
  expect(chosen.stdout).toBe('iestatījums        vērtība\nexam_certificates  optional\n');
});

test('a decision moves the deadline, and undo or reset move it back', async () => {
  const { db } = await school();
  const overdueAt = async (moment: string) =>
    (await run(`ejournal --db ${db} overdue --as-of ${moment} --format csv`)).status;
  const before = contents(db);
  expect(await overdueAt('2015-09-01T19:00')).toBe(3);
  const late = await run(`ejournal --db ${db} settings set lesson-due-time 20.00 --format csv`);
  expect(late.stdout).toContain('lesson_due_time,20:00,18:00');
  expect(await overdueAt('2015-09-01T19:00')).toBe(0);
  expect(await overdueAt('2015-09-01T20:00')).toBe(3);
  await run(`ejournal --db ${db} settings reset lesson_due_time`);
  expect(await overdueAt('2015-09-01T19:00')).toBe(3);
  expect(contents(db)).toEqual(before);
  await run(`ejournal --db ${db} settings set set_up_due 10.9.`);
  const status = await run(`ejournal --db ${db} status --format csv`);
  expect(status.stdout).toContain('2015-09-10T20:59:59Z');
  expect((await run(`ejournal --db ${db} undo`)).status).toBe(0);
  expect(contents(db)).toEqual(before);
});

test('a day from January to May is one of the school year’s second half', async () => {
  const { db } = await school();
  await run(`ejournal --db ${db} settings set personal_files_due 01-15`);
  const bare = file('s.csv', 'class,last_name,first_name,register_no,address', ',,,1001,\\N');
  await run(`ejournal --db ${db} import-students ${bare}`);
  const owed = async (moment: string) =>
    (await run(`ejournal --db ${db} overdue --clause 3.2 --as-of ${moment} --columns due_at`))
      .stdout;
  expect(await owed('2016-01-14')).toBe('due_at\n');
  expect(await owed('2016-01-16')).toContain('\n2016-01-15T21:59:59Z\n');
});

test.each([
  ['set lesson_due_time 25:00', '“25:00” is no value of lesson_due_time.', 'HH:MM'],
  ['set extract_day 31', '“31” is no value of extract_day.', '1-28'],
  ['set set_up_due 02-29', '“02-29” is no value of set_up_due.', 'MM-DD'],
  ['set term_mark_method median', '“median” is no value of term_mark_method.', 'mean, weighted'],
  ['set extraday 3', 'There is no setting extraday.', 'ejournal settings'],
  ['set lesson_due_tim 19:00', 'There is no setting', 'Did you mean “lesson_due_time”?'],
  ['get', 'ejournal settings get KEY', ''],
])('settings %s is refused and says what may be written', async (words, what, mend) => {
  const { db } = await school();
  const before = contents(db);
  const refused = await run(`ejournal --db ${db} --lang en settings ${words}`);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(what);
  expect(refused.stderr).toContain(mend);
  expect(contents(db)).toEqual(before);
});
