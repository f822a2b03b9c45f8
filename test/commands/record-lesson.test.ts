import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { ask, contents, file, school } from '../support/school.js';
import { periodOf } from '../support/timetable.js';

/** The files end on 30 September; 1 October 2015 is a Thursday that nobody has entered yet. */
const date = '2015-10-01';
const group = '"7.a MAT"';
const clock = () => new Date('2015-10-01T12:00:00Z');

let files: string;
let period: number;

beforeAll(async () => {
  ({ files } = await school());
  period = periodOf(files, '7.a MAT', 4);
});

/** The words may name another day or group. */
const line = (db: string, words: string) => {
  const day = words.includes('--date') ? '' : `--date ${date}`;
  const whose = words.includes('--group') ? '' : `--group ${group}`;
  return `ejournal --db ${db} --lang en record-lesson ${day} ${whose} ${words}`;
};

const entriesOf = (db: string) =>
  ask(
    db,
    `SELECT topic, homework, held, reason, kind, absences_checked_at IS NOT NULL AS checked
       FROM lesson WHERE date = '${date}' ORDER BY lesson_id`,
  );

test('a whole lesson is one entry, and nothing more is owed for it', async () => {
  const { db } = await school();
  const { status, stdout, stderr } = await run(
    line(db, '--topic "Daļas" --homework "12. lpp." --absent 1001,1003 --late 1002 --format json'),
    { clock },
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual([
    {
      ...{ date, period, group: '7.a MAT', topic: 'Daļas', homework: '12. lpp.', teacher: null },
      ...{ held: 'yes', reason: null, kind: null },
      absences_checked: '2015-10-01T12:00:00Z',
      recorded_at: '2015-10-01T12:00:00Z',
      ...{ absent: ['1001', '1003'], late: ['1002'], owed_by: 'MAT1', missing: null },
      due_at: '2015-10-01T15:00:00Z',
    },
  ]);
  expect(stderr).toBe(
    `Recorded: 7.a MAT, ${date}, lesson ${period}.\nNothing more is owed for it.\n`,
  );
  const overdue = await run(
    `ejournal --db ${db} overdue --as-of ${date} --group ${group} --from ${date} --format csv`,
  );
  expect(overdue.status).toBe(0);
});

test('without a word about absences they are not checked, and that is said; later runs add to the lesson', async () => {
  const { db } = await school();
  const first = await run(line(db, '--topic "Daļas" --columns missing'), { clock });
  expect(first.stdout).toBe('missing\nabsences\n');
  expect(first.stderr).toContain('The absences are not checked, which is still owed');
  const second = await run(line(db, '--nobody-absent --columns topic,missing'), { clock });
  expect(second.stdout).toBe('topic,missing\nDaļas,\n');
  expect(entriesOf(db)).toEqual([
    { topic: 'Daļas', homework: null, held: 1, reason: null, kind: null, checked: 0 },
    { topic: null, homework: null, held: 1, reason: null, kind: null, checked: 1 },
  ]);
  const third = await run(line(db, '--topic " Daļas " --nobody-absent'), { clock });
  expect(third.stderr).toBe('Nothing to change: the lesson says that already.\n');
  expect(entriesOf(db)).toHaveLength(2);
});

test('a topic is corrected by a further entry, an empty one is taken away, and the kind stays', async () => {
  const { db } = await school();
  await run(line(db, '--topic Pirmā --kind briefing --nobody-absent'), { clock });
  const corrected = await run(line(db, '--topic Otrā --columns topic,kind'), { clock });
  expect(corrected.stdout).toBe('topic,kind\nOtrā,briefing\n');
  expect(corrected.stderr).toContain('The topic was “Pirmā”; it stays in the history.');
  const cleared = await run(line(db, '--topic "" --kind lesson --columns topic,kind,missing'), {
    clock,
  });
  expect(cleared.stdout).toBe('topic,kind,missing\n,,\n');
  const exported = await run(
    `ejournal --db ${db} export lessons --group ${group} --from ${date} --columns topic,kind,absences_checked`,
  );
  expect(exported.stdout).toBe(
    'topic,kind,absences_checked\nPirmā,briefing,\nOtrā,briefing,no\n\\N,,no\n',
  );
});

describe('what the timetable does not expect is refused with its reason, and --force keeps one', () => {
  const cases: [string, string, string][] = [
    ['weekend', '--date 2015-09-26 --period 2', '2015-09-26 lies on a weekend.'],
    ['holiday', '--date 2015-10-27 --period 2', '2015-10-27 lies in a holiday (Rudens brīvlaiks).'],
    [
      'public holiday',
      '--date 2015-11-18 --period 2',
      '2015-11-18 is a public holiday (Republikas Proklamēšanas diena).',
    ],
    ['summer', '--date 2016-07-05 --period 2', '2016-07-05 lies in no semester.'],
    ['future', '--date 2015-10-05', '2015-10-05 lies in the future; today is 2015-10-01.'],
  ];
  test.each(cases)('%s', async (_name, words, because) => {
    const { db } = await school();
    const before = contents(db);
    const wanted = `ejournal --db ${db} --lang en record-lesson --group ${group} ${words} --topic X`;
    const refused = await run(wanted, { clock });
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain(because);
    expect((await run(`${wanted} --force`, { clock })).status).toBe(2);
    expect(contents(db)).toEqual(before);
    const forced = await run(`${wanted} --force --reason "vienošanās" --columns reason`, { clock });
    expect(forced).toMatchObject({ status: 0, stdout: 'reason\nvienošanās\n' });
  });

  test('another lesson of the day', async () => {
    const { db } = await school();
    const refused = await run(line(db, '--period 9 --topic X'), { clock });
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain(
      `On Thursdays the timetable has 7.a MAT in lesson ${period}, not in lesson 9. Expected of 7.a MAT on that day: lesson ${period}.`,
    );
    const consultation = await run(line(db, '--period 9 --kind consultation --topic X'), { clock });
    expect(consultation.status).toBe(0);
  });

  test('a substitute', async () => {
    const { db } = await school();
    const refused = await run(line(db, '--teacher LV1'), { clock });
    expect(refused.stderr).toContain('LV1 does not teach 7.a MAT; who does: MAT1.');
    const forced = await run(
      line(db, '--teacher LV1 --force --reason "slimība" --columns teacher,owed_by,reason'),
      { clock },
    );
    expect(forced.stdout).toBe('teacher,owed_by,reason\nLV1,LV1,slimība\n');
    expect((await run(line(db, '--teacher NAV'), { clock })).status).toBe(2);
  });

  test('somebody who has left the school', async () => {
    const { db } = await school();
    await run(
      `ejournal --db ${db} import-staff ${file('s.csv', 'code,last_name,first_name,roles,until', 'MAT1,,,,2015-09-20')}`,
    );
    const back = await run(line(db, '--teacher MAT1'), { clock });
    expect(back.stderr).toContain(
      'MAT1 does not work at the school on 2015-10-01, only until 2015-09-20.',
    );
  });
});

test('nobody is absent only where nobody stands as absent, unless they were there after all', async () => {
  const { db } = await school();
  await run(line(db, '--absent 1001 --late 1002'), { clock });
  const refused = await run(line(db, '--nobody-absent'), { clock });
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('Recorded as absent in this lesson: 1001.');
  const later = () => new Date('2015-10-01T13:00:00Z');
  const there = await run(line(db, '--nobody-absent --present 1001 --columns absent,late'), {
    clock: later,
  });
  expect(there.stdout).toBe('absent,late\n,1002\n');
  const kept = await run(line(db, '--absent 1003 --columns absent'), { clock: later });
  expect(kept.stdout).toBe('absent\n1003\n');
  expect(ask(db, `SELECT mark FROM absence WHERE date = '${date}' ORDER BY absence_id`)).toEqual([
    { mark: 'n' },
    { mark: 'k' },
    { mark: '-' },
    { mark: 'n' },
  ]);
});

test.each([
  ['--absent 9999', 4, '--absent: Student 9999 is not in the group 7.a MAT on 2015-10-01.'],
  ['--absent 1001 --late 1001', 2, '--late: Student 1001 is named in two ways.'],
  ['--absent 1001 --nobody-absent', 2, 'exclude each other'],
  ['--period 16', 2, '--period'],
  ['--group "7.x MAT"', 2, '--group: There is no group 7.x MAT in this school year.'],
  ['--date 2019-10-01', 2, '--date: The database has no school year 2019/2020.'],
  ['--date 2015-09-27', 2, '--date: 2015-09-27 lies on a weekend.'],
])('record-lesson %s is refused and writes nothing', async (words, status, because) => {
  const { db } = await school();
  const before = contents(db);
  const refused = await run(line(db, words), { clock });
  expect(refused.status).toBe(status);
  expect(refused.stderr).toContain(because);
  expect(contents(db)).toEqual(before);
});

test('without a group and without a terminal nobody is asked', async () => {
  const { db } = await school();
  const refused = await run(`ejournal --db ${db} --lang en record-lesson --topic X`);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toContain(
    'The option --group is needed.\nIt is asked for only on a terminal',
  );
});

test('a lesson of which nothing is said is not entered', async () => {
  const { db } = await school();
  const before = contents(db);
  for (const words of ['', '--kind class_hour', '--topic "" --homework " "', '--absent ,']) {
    const { status, stdout, stderr } = await run(line(db, words), { clock });
    expect({ words, status, stdout }).toEqual({ words, status: 2, stdout: '' });
    expect(stderr).toContain(
      `--topic: Nothing is said of lesson ${period} of 7.a MAT on ${date}, and it is not entered yet.`,
    );
  }
  expect(contents(db)).toEqual(before);
  expect((await run(line(db, '--force --reason "brīvstunda"'), { clock })).status).toBe(0);
});

test('a student who is named twice is absent once', async () => {
  const { db } = await school();
  const { stdout } = await run(
    line(db, '--topic X --absent 1001,1001 --late "1002, 1002" --columns absent,late'),
    { clock },
  );
  expect(stdout).toBe('absent,late\n1001,1002\n');
});

test('on a day without lessons the day is to be corrected, or the lesson forced', async () => {
  const { db } = await school();
  const { status, stderr } = await run(
    line(db, '--topic X').replace(`--date ${date}`, '--date 2015-10-03'),
    { clock },
  );
  expect(status).toBe(2);
  expect(stderr).toBe(
    '--date: 2015-10-03 lies on a weekend.\nCorrect the day; if the lesson was held all the same, add --period NUMBER --force --reason "WHY".\n',
  );
});
