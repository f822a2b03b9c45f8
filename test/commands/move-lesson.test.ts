import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { ask, contents, school } from '../support/school.js';
import { periodOf, periodsOf } from '../support/timetable.js';

const clock = () => new Date('2015-09-30T16:00:00Z');
const group = '"7.a MAT"';

const overdueOf = async (db: string, date: string) => {
  const { stdout } = await run(
    `ejournal --db ${db} overdue --as-of ${date}T23:00 --group ${group} --from ${date} --until ${date} --columns missing,period --format csv`,
  );
  return stdout.trim().split('\n').slice(1);
};

test('a cancelled lesson owes nothing more, and what was entered stays', async () => {
  const { db, files } = await school();
  const period = periodOf(files, '7.a MAT', 4);
  expect(await overdueOf(db, '2015-10-01')).toEqual([`lesson,${period}`]);
  const line = `ejournal --db ${db} --lang en cancel-lesson --date 2015-10-01 --group ${group} --reason "slimība" --columns period,held,reason,missing`;
  const cancelled = await run(line, { clock });
  expect(cancelled).toEqual({
    status: 0,
    stdout: `period,held,reason,missing\n${period},no,slimība,\n`,
    stderr: '1 lesson recorded as not held; nothing more is owed.\n',
  });
  expect(await overdueOf(db, '2015-10-01')).toEqual([]);
  expect((await run(line, { clock })).stderr).toBe(
    'Nothing to change: that is recorded already.\n',
  );
  const again = `ejournal --db ${db} --lang en record-lesson --date 2015-10-01 --group ${group} --topic X`;
  const later = () => new Date('2015-10-01T16:00:00Z');
  expect((await run(again, { clock: later })).stderr).toContain(
    'The lesson is recorded as not held (slimība).',
  );
  const held = await run(`${again} --force --reason "tomēr bija" --columns held,reason`, {
    clock: later,
  });
  expect(held.stdout).toBe('held,reason\nyes,tomēr bija\n');
});

test('a lesson that is neither expected nor recorded cannot be cancelled', async () => {
  const { db, files } = await school();
  const period = periodOf(files, '7.a MAT', 4);
  const line = `ejournal --db ${db} --lang en cancel-lesson --group ${group} --reason x`;
  const wrong = await run(`${line} --date 2015-10-01 --period 9`, { clock });
  expect(wrong.status).toBe(4);
  expect(wrong.stderr).toContain('7.a MAT has no lesson 9 on 2015-10-01');
  expect(wrong.stderr).toContain(`Its lessons on that day: ${period}.`);
  expect((await run(`${line} --date 2015-10-03`, { clock })).stderr).toContain(
    '7.a MAT has no lesson on 2015-10-03.',
  );
});

test('a lesson that was held moves with its topic and its absences, as one operation', async () => {
  const { db, files } = await school();
  const period = periodOf(files, '7.a MAT', 2);
  await run(
    `ejournal --db ${db} record-lesson --date 2015-09-29 --group ${group} --topic "Daļas" --homework "3." --absent 1002`,
    { clock },
  );
  const before = contents(db);
  const moved = await run(
    `ejournal --db ${db} --lang en move-lesson --date 2015-09-29 --period ${period} --group ${group} --to-date 2015-09-30 --to-period 9 --reason "apmaiņa" --format json`,
    { clock },
  );
  expect(moved.stderr).toContain('Moved: 7.a MAT is on 2015-09-30 in lesson 9.');
  expect(JSON.parse(moved.stdout)).toMatchObject([
    { date: '2015-09-29', period, held: 'no', reason: 'moved to 2015-09-30, lesson 9: apmaiņa' },
    {
      ...{ date: '2015-09-30', period: 9, held: 'yes', topic: 'Daļas', homework: '3.' },
      reason: `moved from 2015-09-29, lesson ${period}: apmaiņa`,
      missing: null,
    },
  ]);
  const [old, next] = JSON.parse(moved.stdout);
  expect(old.absent).toEqual([]);
  expect(next.absent).toContain('1002');
  expect((await run(`ejournal --db ${db} undo`)).status).toBe(0);
  expect(contents(db)).toEqual(before);
});

test('a lesson yet to come moves without absences, and is owed on its new day', async () => {
  const { db, files } = await school();
  const period = periodOf(files, '7.a MAT', 4);
  await run(
    `ejournal --db ${db} record-absence --date 2015-10-01 --student 1003 --all-day --force`,
    {
      clock,
    },
  );
  const line = `ejournal --db ${db} --lang en move-lesson --date 2015-10-01 --period ${period} --group ${group}`;
  const moved = await run(`${line} --to-date 2015-10-02 --to-period 9 --columns date,absent`, {
    clock,
  });
  expect(moved.stdout).toBe('date,absent\n2015-10-01,1003\n2015-10-02,\n');
  expect(await overdueOf(db, '2015-10-01')).toEqual([]);
  expect(await overdueOf(db, '2015-10-02')).toContain('topic+absences,9');
});

test('the works of the day move with its only lesson, so that who was away owes nothing', async () => {
  const { db, files } = await school();
  const period = periodOf(files, '7.a MAT', 2);
  const ejournal = (words: string) => run(`ejournal --db ${db} --lang en ${words}`, { clock });
  const lesson = `--date 2015-09-29 --group ${group}`;
  await ejournal(`record-lesson ${lesson} --topic X --absent 1001`);
  await ejournal(`record-marks ${lesson} --work D1 --kind test 1002=4 1003=4 1004=4 1005=4 1006=4`);
  const debts = `overdue --clause 4.2 --as-of 2015-10-30 --group ${group} --from 2015-09-26 --columns work,students`;
  expect((await ejournal(debts)).stdout).toBe('work,students\n');
  const before = contents(db);
  const move = `move-lesson ${lesson} --period ${period} --to-date 2015-09-26 --to-period 9 --force`;
  const diff = await ejournal(`${move} --diff --format csv`);
  expect(diff.stdout).toContain('7.a MAT 2015-09-26 D1,date,2015-09-29,2015-09-26');
  expect(contents(db)).toEqual(before);
  const moved = await ejournal(move);
  expect(moved.stderr).toContain('Works that went along: D1.');
  expect((await ejournal(debts)).stdout).toBe('work,students\n');
  const marks = await ejournal(
    `export marks --group ${group} --from 2015-09-26 --columns date,work`,
  );
  expect(new Set(marks.stdout.split('\n').slice(1, -1))).toEqual(new Set(['2015-09-26,D1']));
  await ejournal('undo');
  expect(contents(db)).toEqual(before);

  await ejournal(`record-marks --date 2015-09-26 --group ${group} --work D1 --kind test 1002=5`);
  const left = await ejournal(move);
  expect(left.stderr).toContain('These works stay on 2015-09-29');
  expect(left.stderr).toContain('of that name on the new day: D1.');
});

test('an absence from a lesson with a topic moves along, though the absences are not yet checked', async () => {
  const { db, files } = await school();
  const period = periodOf(files, '7.a MAT', 2);
  const later = () => new Date('2015-10-06T16:00:00Z');
  const ejournal = (words: string) =>
    run(`ejournal --db ${db} --lang en ${words}`, { clock: later });
  const lesson = `--date 2015-10-06 --group ${group}`;
  await ejournal(`record-lesson ${lesson} --topic X`);
  await ejournal(`record-absence --date 2015-10-06 --student 1002 --period ${period}`);
  const moved = await ejournal(
    `move-lesson ${lesson} --period ${period} --to-date 2015-10-07 --to-period 9 --columns absent,missing`,
  );
  expect(moved.stdout).toBe('absent,missing\n,\n1002,absences\n');
  expect(moved.stderr).toContain('1 absence went along with it.');
});

test('a lesson is not moved onto another of its group, onto a day off, or from where it is not held', async () => {
  const { db, files } = await school();
  const [thursday, wednesday] = [periodOf(files, '7.a MAT', 4), periodOf(files, '7.a MAT', 3)];
  const before = contents(db);
  const line = `ejournal --db ${db} --lang en move-lesson --group ${group} --date 2015-10-01 --period ${thursday}`;
  const onto = await run(`${line} --to-date 2015-10-07 --to-period ${wednesday}`, { clock });
  expect(onto).toMatchObject({ status: 4 });
  expect(onto.stderr).toContain(`7.a MAT has a lesson ${wednesday} on 2015-10-07 of its own.`);
  const off = await run(`${line} --to-date 2015-10-03 --to-period 1`, { clock });
  expect(off.stderr).toContain('--to-date: 2015-10-03 lies on a weekend.');
  const silent = await run(`${line} --to-date 2015-10-02 --to-period 12`, { clock });
  expect(silent.stderr).toContain('--to-period: The bells of 2015-10-02 have no lesson 12.');
  const year = await run(`${line} --to-date 2016-09-01 --to-period 1`, { clock });
  expect(year.stderr).toContain('--to-date: 2016-09-01 does not lie in the school year 2015/2016.');
  const none = await run(`${line.replace(/\d+$/, '9')} --to-period 8`, { clock });
  expect(none.stderr).toContain('7.a MAT has no lesson 9 on 2015-10-01');
  expect(contents(db)).toEqual(before);
  const forced = await run(`${line} --to-date 2015-10-03 --to-period 1 --force`, { clock });
  expect(forced.status).toBe(0);
  const twice = await run(`${line} --to-period 8`, { clock });
  expect(twice.stderr).toContain('is recorded as not held');
  expect(
    ask(db, "SELECT count(*) AS n FROM lesson WHERE date = '2015-10-03' AND held = 1"),
  ).toEqual([{ n: 1 }]);
});

test('a lesson is moved onto another lesson of its students only by --force, and no absence is lost', async () => {
  const { db, files } = await school();
  const [tuesday, latvian] = [periodOf(files, '7.a MAT', 2), periodsOf(files, '7.a LV', 2)[0]];
  let minute = 0;
  const later = () => new Date(clock().getTime() + 60_000 * ++minute);
  const record = (words: string) =>
    run(`ejournal --db ${db} record-absence --date 2015-09-29 ${words}`, { clock: later });
  await run(
    `ejournal --db ${db} record-lesson --date 2015-09-29 --group ${group} --topic X --absent 1002`,
    { clock },
  );
  await record('--student 1001,1002,1003,1004,1005,1006 --all-day --mark -');
  await record(`--student 1002 --period ${tuesday}`);
  await record(`--student 1002 --period ${latvian} --mark k`);
  await record(`--student 1003 --period ${latvian}`);
  const marksOf = () =>
    ask(
      db,
      `SELECT register_no, period, mark FROM absence AS one JOIN student USING (student_id)
        WHERE date = '2015-09-29' AND absence_id = (
              SELECT max(absence_id) FROM absence AS other
               WHERE other.student_id = one.student_id AND other.date = one.date
                 AND other.period = one.period)
          AND mark <> '-' ORDER BY 1, 2`,
    );
  const before = [contents(db), marksOf()];
  const line = `ejournal --db ${db} --lang en move-lesson --group ${group} --date 2015-09-29 --period ${tuesday} --to-period ${latvian}`;
  const onto = await run(line, { clock: later });
  expect(onto.status).toBe(4);
  expect(onto.stderr).toContain(
    `--to-period: 6 students of 7.a MAT have lesson ${latvian} on 2015-09-29 with: 7.a LV.`,
  );
  const clash = await run(`${line} --force`, { clock: later });
  expect(clash.status).toBe(4);
  expect(clash.stderr).toContain(`in lesson ${latvian} on 2015-09-29 too: 1002.`);
  expect([contents(db), marksOf()]).toEqual(before);

  await record(`--student 1002 --period ${latvian} --mark -`);
  expect((await run(`${line} --force`, { clock: later })).status).toBe(0);
  expect(marksOf()).toEqual([
    { register_no: '1002', period: latvian, mark: 'n' },
    { register_no: '1003', period: latvian, mark: 'n' },
  ]);
});

test('a lesson is moved to where its teacher or the substitute has another one only by --force', async () => {
  const { db, files } = await school();
  const friday = '--date 2015-10-02';
  const [own, other] = [periodOf(files, '7.a MAT', 5), periodOf(files, '8.a MAT', 5)];
  const later = () => new Date('2015-10-02T16:00:00Z');
  const ejournal = (words: string) =>
    run(`ejournal --db ${db} --lang en ${words}`, { clock: later });
  const move = `move-lesson ${friday} --group ${group} --period ${own} --to-period ${other}`;
  const before = contents(db);
  const busy = await ejournal(move);
  expect(busy.status).toBe(4);
  expect(busy.stderr).toContain(
    `--to-period: MAT1 has lesson ${other} on 2015-10-02 with: 8.a MAT.`,
  );
  expect((await ejournal(`--lang lv ${move}`)).stderr).toContain(
    `Pedagogam MAT1 2015-10-02 ${other}. stundā ir cita grupa: 8.a MAT.`,
  );
  expect(contents(db)).toEqual(before);
  expect((await ejournal(`${move} --force --reason "apvienota" --dry-run`)).status).toBe(0);

  const substitute = `record-lesson ${friday} --group "8.a MAT" --topic X --teacher LV1 --force --reason "slimība"`;
  expect((await ejournal(substitute)).status).toBe(0);
  expect((await ejournal(`${move} --dry-run`)).status).toBe(0);
  const thursday = periodOf(files, '7.a LV', 4);
  const taken = await ejournal(
    `move-lesson --date 2015-10-01 --group "7.a LV" --period ${thursday} --to-date 2015-10-02 --to-period ${other}`,
  );
  expect(taken.stderr).toContain(`LV1 has lesson ${other} on 2015-10-02 with: 8.a MAT.`);
  await ejournal(`cancel-lesson ${friday} --group "8.a MAT" --reason "ekskursija"`);
  expect((await ejournal(`${move} --dry-run`)).status).toBe(0);
});

test('a lesson is not cancelled without a reason', async () => {
  const { db } = await school();
  const before = contents(db);
  const line = `ejournal --db ${db} --lang en cancel-lesson --group ${group} --date 2015-10-01 --reason " "`;
  expect(await run(line, { clock })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('The option --reason is needed.'),
  });
  expect(contents(db)).toEqual(before);
});
