import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { contents, file, school } from '../support/school.js';

const marks = (...lines: string[]) =>
  file('marks.csv', 'date,group,work,kind,register_no,value,recorded_at', ...lines);
const works = (...lines: string[]) =>
  file('works.csv', 'date,group,work,kind,scale,recorded_at', ...lines);

/** The places of what was rejected, and the sentences. */
async function imported(db: string, command: string, path: string) {
  const { status, stdout, stderr } = await run(
    `ejournal --db ${db} --lang en ${command} ${path} --format json`,
  );
  const rows: Record<string, string | number>[] = JSON.parse(stdout);
  const rejected = rows.filter((row) => 'problem' in row);
  return { status, stderr, rejected: rejected.map((row) => `${row['line']} ${row['column']}`) };
}

test('a mark is of a member of the group on that day, from the first to the last one', async () => {
  const { db } = await school();
  const moves = file(
    'movements.csv',
    'register_no,date,kind,class',
    '1001,2015-09-10,left,',
    '1001,2015-09-20,joined,7.a',
    '1002,2015-09-15,left,',
  );
  await run(`ejournal --db ${db} import-movements ${moves}`);
  const row = (day: string, student: string) => `${day},7.a MAT,Darbs,quiz,${student},8,`;
  const good = marks(
    row('2015-09-10', '1001'),
    row('2015-09-20', '1001'),
    row('2015-09-15', '1002'),
  );
  expect(await imported(db, 'import-marks', good)).toMatchObject({ status: 0, rejected: [] });
  const before = contents(db);
  const bad = marks(
    row('2015-09-11', '1001'),
    row('2015-09-19', '1001'),
    row('2015-09-16', '1002'),
    row('2015-09-16', '1003'),
    '2015-09-16,8.a MAT,Darbs,quiz,1003,8,',
  );
  expect(await imported(db, 'import-marks', bad)).toMatchObject({
    status: 4,
    rejected: ['2 register_no', '3 register_no', '4 register_no', '6 register_no'],
  });
  expect(contents(db)).toEqual(before);
});

test('points cannot stand in a work announced as passed or failed, whichever comes first', async () => {
  const { db } = await school();
  const mark = (value: string, at: string) => `2015-09-16,7.a MAT,Darbs,quiz,1003,${value},${at}`;
  const work = (scale: string, at: string) => `2015-09-16,7.a MAT,Darbs,quiz,${scale},${at}`;
  await imported(db, 'import-works', works(work('pass', '2015-09-15T10:00:00Z')));
  const points = marks(mark('8', '2015-09-17T10:00:00Z'));
  expect(await imported(db, 'import-marks', points)).toMatchObject({
    status: 4,
    rejected: ['2 value'],
  });
  await imported(db, 'import-works', works(work('points', '2015-09-16T10:00:00Z')));
  expect((await imported(db, 'import-marks', points)).status).toBe(0);
  const over = works(work('pass', '2015-09-17T09:00:00Z'));
  expect(await imported(db, 'import-works', over)).toMatchObject({
    status: 4,
    rejected: ['2 scale'],
  });
  expect(
    (await imported(db, 'import-works', works(work('pass', '2015-09-18T09:00:00Z')))).status,
  ).toBe(0);
});

test('i and ni may stand in a work in points; where it was announced so, that is pointed out once', async () => {
  const { db } = await school();
  await imported(
    db,
    'import-works',
    works('2015-09-16,7.a MAT,A,test,points,2015-09-15T10:00:00Z'),
  );
  const rows = ['A', 'B'].flatMap((work) =>
    ['1003', '1004'].map((student) => `2015-09-16,7.a MAT,${work},test,${student},i,`),
  );
  const { status, stderr } = await imported(db, 'import-marks', marks(...rows));
  expect(status).toBe(0);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining('marks.csv:2:value “i”: The work is announced in points.'),
  ]);
});

test('a work that nobody announced and whose first mark has no kind is pointed out', async () => {
  const { db } = await school();
  const rows = ['1003', '1004'].map((student) => `2015-09-16,7.a MAT,Darbs,,${student},8,`);
  const { status, stderr } = await imported(db, 'import-marks', marks(...rows));
  expect(status).toBe(0);
  expect(stderr.match(/does not say what kind it is/g)).toHaveLength(1);
});

test('the marks of a class that a student left by the list of students still stand', async () => {
  const { db } = await school({ parallel: 2 });
  const day = '2015-09-16';
  const rows = marks(`${day},7.a MAT,Darbs,quiz,1001,8,2015-09-17T10:00:00Z`);
  await imported(db, 'import-marks', rows);
  const moved = file('students.csv', 'class,last_name,first_name,register_no', '7.b,,,1001');
  await run(`ejournal --db ${db} import-students ${moved} --on 2015-09-21`);
  expect((await imported(db, 'import-marks', rows)).status).toBe(0);
  const after = marks(`2015-09-21,7.a MAT,Darbs,quiz,1001,8,2015-09-22T10:00:00Z`);
  expect((await imported(db, 'import-marks', after)).rejected).toEqual(['2 register_no']);
});

test('a term mark is of a student of the year; what is odd about it is pointed out', async () => {
  const { db } = await school();
  const terms = (...lines: string[]) =>
    file('term-marks.csv', 'register_no,subject,term,value', ...lines);
  const odd = terms('1003,EKO,semester1,8', '1003,KLS,semester1,8', '1003,MAT,semester1,8');
  const { status, stderr } = await imported(db, 'import-term-marks', odd);
  expect(status).toBe(0);
  expect(stderr).toContain('term-marks.csv:2:subject “EKO”: Neither the programme');
  expect(stderr).toContain('term-marks.csv:3:value “8”: The subject KLS is passed or failed.');
  expect(stderr).not.toContain('term-marks.csv:4');

  const pupil = file(
    'students.csv',
    'class,last_name,first_name,register_no',
    '7.a,Jauna,Anna,7001',
  );
  await run(`ejournal --db ${db} setup ${pupil.replace(/\/[^/]*$/, '')} --year 2016`);
  const before = contents(db);
  const other = await imported(db, `import-term-marks --year 2016`, terms('1003,MAT,year,8'));
  expect(other).toMatchObject({ status: 4, rejected: ['2 register_no'] });
  expect(contents(db)).toEqual(before);
});

const retests = (...lines: string[]) =>
  file('works.csv', 'date,group,work,kind,retest_of,recorded_at', ...lines);
const moment = '2015-09-14T10:00:00Z';

/** The lines and columns of which the words of an import tell. */
const pointedOut = (words: string) =>
  [...words.matchAll(/works\.csv:(\d+):(\w+)/g)].map(([, line, column]) => `${line} ${column}`);

test('a retest writes an earlier work of its group again; that may stand further down, or in the marks', async () => {
  const { db } = await school();
  const before = contents(db);
  const bad = retests(
    `2015-09-16,7.a MAT,A,test,A,${moment}`,
    `2015-09-16,7.a MAT,B,test,Nav tāda,${moment}`,
    `2015-09-16,7.a MAT,C,test,D,${moment}`,
    `2015-09-16,7.a LV,D,test,,${moment}`,
    `2015-09-16,7.a MAT,E,test,F,${moment}`,
    `2015-09-17,7.a MAT,F,test,,${moment}`,
    `2015-09-18,7.a MAT,G,test,H,${moment}`,
    `2015-09-18,7.a MAT,H,test,G,${moment}`,
  );
  const { status, stdout } = await run(
    `ejournal --db ${db} --lang en import-works ${bad} --format json`,
  );
  const rejected = (text: string) =>
    JSON.parse(text).map((row: Record<string, unknown>) => [
      row['line'],
      row['column'],
      row['value'],
    ]);
  expect(status).toBe(4);
  expect(rejected(stdout)).toEqual([
    [2, 'retest_of', 'A'],
    [6, 'retest_of', 'F'],
    [8, 'retest_of', 'H'],
    [9, 'retest_of', 'G'],
  ]);
  expect(contents(db)).toEqual(before);

  // The first works of the last two may have their marks in a file that comes later.
  const good = retests(
    `2015-09-18,7.a MAT,A (atkārtoti),test,A,${moment}`,
    `2015-09-16,7.a MAT,A,test,,${moment}`,
    `2015-09-18,7.a MAT,B (atkārtoti),test,B,${moment}`,
    `2015-09-16,7.a MAT,C,test,D,${moment}`,
  );
  const warned = await imported(db, 'import-works', good);
  expect(warned).toMatchObject({ status: 0, rejected: [] });
  expect(pointedOut(warned.stderr)).toEqual(['4 retest_of', '5 retest_of']);
  const marked = marks('2015-09-16,7.a MAT,B,test,1003,3,2015-09-17T10:00:00Z');
  expect((await imported(db, 'import-marks', marked)).status).toBe(0);
  const again = await imported(db, 'import-works', good);
  expect(again.status).toBe(0);
  expect(pointedOut(again.stderr)).toEqual([]);
});

test('a test that is made work without a deadline is pointed out', async () => {
  const { db } = await school();
  const day = '2015-09-16,7.a MAT';
  const other = file(
    'marks.csv',
    'date,group,work,kind,register_no,value,recorded_at',
    `${day},M,test,1003,8,2015-09-16T12:00:00Z`,
  );
  await imported(db, 'import-marks', other);
  const works = file(
    'works.csv',
    'date,group,work,kind,retest_of,recorded_at',
    `${day},A,test,,${moment}`,
    `${day},A,homework,,2015-10-14T10:00:00Z`,
    `${day},B,test,,${moment}`,
    `${day},B,test,A,2015-10-14T10:00:00Z`,
    `${day},M,quiz,,2015-10-14T10:00:00Z`,
    `${day},N,quiz,,2015-10-14T10:00:00Z`,
  );
  const { status, stderr } = await imported(db, 'import-works', works);
  expect(status).toBe(0);
  expect(pointedOut(stderr)).toEqual(['3 kind', '5 retest_of', '6 kind']);
});

test('an absence, its justification and a decision are of a student of the school year', async () => {
  const { db } = await school();
  const pupil = file(
    'students.csv',
    'class,last_name,first_name,register_no',
    '7.a,Jauna,Anna,7001',
  );
  await run(`ejournal --db ${db} setup ${pupil.replace(/\/[^/]*$/, '')} --year 2016`);
  const before = contents(db);
  const absences = file('absences.csv', 'date,period,register_no', '2015-09-15,1,7001');
  const justified = file(
    'justifications.csv',
    'register_no,from,status,reason',
    '7001,2015-09-15,justified,illness',
  );
  for (const [command, path] of [
    ['import-absences', absences],
    ['import-justifications', justified],
    ['import-decisions', file('decisions.csv', 'register_no,decision', '7001,promoted')],
  ] as const) {
    expect(await imported(db, `${command} --year 2015`, path)).toMatchObject({
      status: 4,
      rejected: ['2 register_no'],
    });
  }
  expect(contents(db)).toEqual(before);
});

test('of entries of one moment the later one stands: what it corrected is entered again', async () => {
  const { db } = await school();
  const row = (value: string, at = '') => `2015-09-16,7.a MAT,Darbs,quiz,1003,${value},${at}`;
  const at = '2015-09-17T10:00:00Z';
  await imported(db, 'import-marks', marks(row('8', at), row('9', at)));
  const added = async (value: string) => {
    const line = `ejournal --db ${db} import-marks ${marks(row(value))} --columns new --format csv`;
    return (await run(line)).stdout.split('\n')[1];
  };
  expect(await added('9')).toBe('0');
  expect(await added('8')).toBe('1');
  expect(await added('8')).toBe('0');
});

test('a mark recorded before the day of its work is pointed out, once for each work', async () => {
  const { db } = await school();
  const early = marks(
    '2015-09-16,7.a MAT,A,quiz,1003,8,2015-09-15T20:59:59Z',
    '2015-09-16,7.a MAT,A,quiz,1004,8,2015-09-14T10:00:00Z',
    '2015-09-16,7.a MAT,B,quiz,1003,8,2015-09-15T21:00:00Z',
    '2015-09-16,7.a MAT,B,quiz,1004,8,2015-09-16T08:00:00Z',
    '2015-09-17,7.a MAT,C,quiz,1003,8,2015-09-16T08:00:00Z',
  );
  const { status, stderr } = await imported(db, 'import-marks', early);
  expect(status).toBe(0);
  const sentence = (on: string, day: string) =>
    `The mark is recorded on ${on}, before the day of its work, ${day}.`;
  expect(stderr.match(/marks.csv:.*/g)).toEqual([
    expect.stringMatching(/:2:recorded_at .*/),
    expect.stringMatching(/:6:recorded_at .*/),
  ]);
  expect(stderr).toContain(sentence('2015-09-15', '2015-09-16'));
  expect(stderr).toContain(sentence('2015-09-16', '2015-09-17'));
});

test('a justification outside the school year is refused under the day that is outside', async () => {
  const { db } = await school();
  const outside = file(
    'justifications.csv',
    'register_no,from,until,status,reason',
    '1003,2016-09-15,,justified,illness',
    '1003,2015-09-15,2051-09-16,justified,illness',
    '1003,2015-09-15,2015-09-16,justified,illness',
  );
  expect(await imported(db, 'import-justifications', outside)).toMatchObject({
    status: 4,
    rejected: ['2 from', '3 until'],
  });
});
