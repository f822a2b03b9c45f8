import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { contents, file, school } from '../support/school.js';

const clock = () => new Date('2015-10-01T16:00:00Z');
const date = '2015-10-01';

/** Straight from the files: the lessons of a student of 7.a on a Thursday. */
function lessonsOf(files: string, registerNo: string): string[] {
  const rows = (name: string) =>
    readFileSync(join(files, `${name}.csv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  const listed = rows('group-members').filter(([, student]) => student === registerNo);
  const whole = rows('groups').filter((row) => row[3] === '7.a' && row[4] === 'yes');
  const groups = [...listed, ...whole].map(([group]) => group);
  return rows('timetable')
    .filter(([group, weekday]) => groups.includes(group) && weekday === '4')
    .map(([group, , period]) => `${period},${group}`)
    .sort((a, b) => Number(a.split(',')[0]) - Number(b.split(',')[0]));
}

test('a whole day is every lesson that the student has', async () => {
  const { db, files } = await school();
  const { status, stdout, stderr } = await run(
    `ejournal --db ${db} --lang en record-absence --date ${date} --student 1003 --all-day --columns period,group`,
    { clock },
  );
  const lessons = lessonsOf(files, '1003');
  expect(lessons.length).toBeGreaterThan(2);
  expect(status).toBe(0);
  expect(stdout.trim().split('\n').slice(1)).toEqual(lessons);
  expect(stderr).toBe(`Absent: ${lessons.length} lessons, 1 student.\n`);
});

test('a lesson that was not held is none, and one entered for another period is one', async () => {
  const { db, files } = await school();
  const [first = ''] = lessonsOf(files, '1003');
  const [period = '', group = ''] = first.split(',');
  await run(
    `ejournal --db ${db} move-lesson --date ${date} --period ${period} --group "${group}" --to-period 14 --force`,
    { clock },
  );
  const { stdout } = await run(
    `ejournal --db ${db} record-absence --date ${date} --student 1003 --all-day --columns period`,
    { clock },
  );
  const expected = lessonsOf(files, '1003').map((lesson) => lesson.split(',')[0]);
  expect(stdout.trim().split('\n').slice(1)).toEqual([...expected.slice(1), '14']);
});

test('present after all corrects what stands, and both entries are kept', async () => {
  const { db } = await school();
  const line = `ejournal --db ${db} --lang en record-absence --date ${date} --student 1003 --period 1,2`;
  await run(line, { clock });
  const late = await run(`${line} --mark k --columns period,mark,before`, { clock });
  expect(late.stdout).toBe('period,mark,before\n1,k,n\n2,k,n\n');
  const there = await run(
    `ejournal --db ${db} --lang en record-absence --date ${date} --student 1003 --all-day --mark - --columns period,mark,before`,
    { clock },
  );
  expect(there.stdout).toBe('period,mark,before\n1,-,k\n2,-,k\n');
  const again = await run(`${line} --mark -`, { clock });
  expect(again.stderr).toBe('Nothing to change: it is recorded so already.\n');
  const exported = await run(`ejournal --db ${db} export absences --from ${date} --columns mark`);
  expect(exported.stdout).toBe('mark\nn\nk\n-\nn\nk\n-\n');
});

test('where a student has no lesson, is not at school, or the day is to come, it is refused', async () => {
  const { db } = await school();
  await run(
    `ejournal --db ${db} import-movements ${file('m.csv', 'register_no,date,kind', '1004,2015-09-18,left')}`,
  );
  const before = contents(db);
  const line = (words: string) => `ejournal --db ${db} --lang en record-absence ${words}`;
  const refused: [string, number, string][] = [
    [`--date ${date} --student 1003 --period 1,14`, 4, 'Student 1003 has no lesson 14 on'],
    ['--date 2015-09-26 --student 1003 --all-day', 4, 'Student 1003 has no lesson on 2015-09-26.'],
    [`--date ${date} --student 1004 --all-day`, 4, 'Student 1004 is in no class on 2015-10-01.'],
    [`--date ${date} --student 9999 --all-day`, 2, 'No student has the register number 9999.'],
    ['--date 2015-10-05 --student 1003 --all-day', 4, '2015-10-05 lies in the future'],
    [`--date ${date} --student 1003`, 2, '--period, --all-day'],
    [`--date ${date} --student 1003 --all-day --period 1`, 2, 'exclude each other'],
    [`--date ${date} --student 1003 --period 3-1`, 2, 'Write numbers from 0 to 15'],
  ];
  for (const [words, status, because] of refused) {
    const ran = await run(line(words), { clock });
    expect(ran.stderr).toContain(because);
    expect(ran.status).toBe(status);
  }
  expect(contents(db)).toEqual(before);
  const forced = await run(
    line(`--date ${date} --student 1003 --period 14 --force --columns period,group`),
    { clock },
  );
  expect(forced.stdout).toBe('period,group\n14,\n');
});

test('a student who is named twice counts once, and who is recorded already does not count', async () => {
  const { db } = await school();
  const line = (students: string) =>
    `ejournal --db ${db} --lang en record-absence --date ${date} --student "${students}" --period 1 --columns register_no`;
  const twice = await run(line('1003,1003'), { clock });
  expect(twice.stdout).toBe('register_no\n1003\n');
  expect(twice.stderr).toBe('Absent: 1 lesson, 1 student.\n');
  expect((await run(line('1003,1004'), { clock })).stderr).toBe('Absent: 1 lesson, 1 student.\n');
  const nobody = await run(line(' , '), { clock });
  expect(nobody.status).toBe(2);
});
