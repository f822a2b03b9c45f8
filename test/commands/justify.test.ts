import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { ask, contents, emptySchool, file, folder, school } from '../support/school.js';

/** A school without absences or justifications: 7.a has the students 1001 to 1006, 8.a 1007 to 1012. */
let bare: string;

beforeAll(async () => {
  const { files } = await school();
  bare = await emptySchool();
  const kinds = ['school', 'calendar', 'subjects', 'programmes', 'students', 'staff', 'parents'];
  const more = ['bells', 'groups', 'group-members', 'timetable', 'lessons'];
  const out = folder();
  for (const kind of [...kinds, ...more]) {
    copyFileSync(join(files, `${kind}.csv`), join(out, `${kind}.csv`));
  }
  const made = await run(`ejournal --db ${bare} setup ${out}`);
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
});

const afterSeptember = { clock: () => new Date('2015-10-05T06:00:00Z') };

/** A school of its own in which students missed lessons: `1001 2015-09-14 1-3`. */
async function missed(...absences: string[]) {
  const db = join(folder(), 'ejournal.db');
  copyFileSync(bare, db);
  const rows = absences.flatMap((absence) => {
    const [number, date, span = ''] = absence.split(' ');
    const [first = 0, last = first] = span.split('-').map(Number);
    const periods = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    return periods.map((period) => `${date},${period},${number},n,2015-09-20T10:00:00Z`);
  });
  const path = file('absences.csv', 'date,period,register_no,mark,recorded_at', ...rows);
  await run(`ejournal --db ${db} import-absences ${path}`);
  return {
    db,
    ejournal: (line: string) => run(`ejournal --db ${db} --lang en ${line}`, afterSeptember),
  };
}

type School = Awaited<ReturnType<typeof missed>>;

/** What stands of every absence: `1001 2015-09-14 1 justified`. */
async function decisionsIn({ ejournal }: Pick<School, 'ejournal'>): Promise<string[]> {
  const { stdout } = await ejournal('absences --format json');
  const rows: Record<string, string>[] = JSON.parse(stdout);
  return rows
    .map((row) => [row['register_no'], row['date'], row['period'], row['status']].join(' '))
    .sort();
}

test('a note covers its days and lessons, and says what was undecided before', async () => {
  const { ejournal } = await missed('1001 2015-09-14 1-3', '1001 2015-09-15 1-1');
  const line = 'justify --student 1001 --from 14.09.2015 --until 2015-09-15 --first-period 1';
  const done = await ejournal(
    `${line} --last-period 2 --reason doctor --document "Ārsta zīme 7" --columns date,period,before,status,reason`,
  );
  expect(done).toEqual({
    status: 0,
    stdout: [
      'date,period,before,status,reason',
      '2015-09-14,1,undecided,justified,doctor',
      '2015-09-14,2,undecided,justified,doctor',
      '2015-09-15,1,undecided,justified,doctor',
      '',
    ].join('\n'),
    stderr:
      'Recorded: justification 1.\nIt concerns 3 lessons; before: 3 undecided, 0 decided otherwise, 0 the same.\n',
  });
  expect(await decisionsIn({ ejournal })).toContain('1001 2015-09-14 3 undecided');
});

test('a decision is changed by a later one, both stay, and undo brings the first back', async () => {
  const { db, ejournal } = await missed('1001 2015-09-14 1-2');
  await ejournal('justify --student 1001 --from 2015-09-14 --status unjustified --reason other');
  const before = contents(db);
  const changed = await ejournal(
    'justify --student 1001 --from 2015-09-14 --reason doctor --document "Zīme 1"',
  );
  expect(changed.stderr).toContain('0 undecided, 2 decided otherwise, 0 the same');
  expect(ask(db, 'SELECT status FROM justification ORDER BY justification_id')).toEqual([
    { status: 'unjustified' },
    { status: 'justified' },
  ]);
  expect(await decisionsIn({ ejournal })).toContain('1001 2015-09-14 1 justified');
  await ejournal('undo');
  expect(contents(db)).toEqual(before);
  expect(await decisionsIn({ ejournal })).toContain('1001 2015-09-14 1 unjustified');
});

test('what was recorded already is not recorded twice, unless something later stands above it', async () => {
  const { db, ejournal } = await missed('1001 2015-09-14 1-2');
  const line = 'justify --student 1001 --from 2015-09-14 --reason doctor --document "Zīme 1"';
  await ejournal(line);
  const again = await ejournal(line);
  expect(again.stderr).toContain('This was recorded already: justification 1.');
  await ejournal('justify --student 1001 --from 2015-09-14 --status unjustified --reason other');
  expect((await ejournal(line)).stderr).toContain('Recorded: justification 3.');
  expect(ask(db, 'SELECT count(*) AS n FROM justification')).toEqual([{ n: 3 }]);
});

test('a note handed in beforehand is taken, and covers what comes in later', async () => {
  const { ejournal } = await missed();
  const early = await ejournal('justify --student 1002 --from 2015-09-29 --reason family');
  expect(early.status).toBe(0);
  expect(early.stderr).toContain(
    'No absence is affected yet; those that come in later are covered.',
  );
  const path = file('a.csv', 'date,period,register_no', '2015-09-29,2,1002');
  await ejournal(`import-absences ${path}`);
  expect(await decisionsIn({ ejournal })).toEqual(['1002 2015-09-29 2 justified']);
});

test('an absence beside which a consultation was held belongs to the lesson of the timetable', async () => {
  const { ejournal } = await missed('1001 2015-09-14 1-1');
  const columns = '--columns group --student 1001';
  const { stdout: lesson } = await ejournal(`absences ${columns}`);
  const groups = (await ejournal('export groups --class 7.a --columns group')).stdout
    .trim()
    .split('\n');
  const rows = groups.slice(1).map((group) => `2015-09-14,1,${group},Konsultācija,consultation`);
  const others = rows.filter((row) => !row.includes(lesson.split('\n')[1] ?? ''));
  await ejournal(`import-lessons ${file('l.csv', 'date,period,group,topic,kind', ...others)}`);
  expect((groups[1] ?? '') < (lesson.split('\n')[1] ?? '')).toBe(true);
  expect((await ejournal(`absences ${columns}`)).stdout).toBe(lesson);
});

describe('a trip of a group is one thing', () => {
  const trip = 'justify --group "7.a MAT" --from 2015-09-14 --reason school --document "Rīk. 1"';

  test('it decides for the members in any lesson, and for nobody else', async () => {
    const { db, ejournal } = await missed(
      '1001 2015-09-14 1-2',
      '1002 2015-09-14 5-5',
      '1007 2015-09-14 1-1',
    );
    const done = await ejournal(`${trip} --columns register_no,period`);
    expect(done.stdout).toBe('register_no,period\n1001,1\n1001,2\n1002,5\n');
    expect(ask(db, 'SELECT count(*) AS n FROM justification')).toEqual([{ n: 1 }]);
    expect(await decisionsIn({ ejournal })).toContain('1007 2015-09-14 1 undecided');
  });

  test('it is moved as one, with its number of days, and its old place is visible', async () => {
    const { ejournal } = await missed('1001 2015-09-14 1-1', '1002 2015-09-21 1-1');
    await ejournal(`${trip} --until 2015-09-15`);
    const moved = await ejournal('justify --move 1 --from 2015-09-21 --columns date,before,status');
    expect(moved).toEqual({
      status: 0,
      stdout:
        'date,before,status\n2015-09-14,justified,undecided\n2015-09-21,undecided,justified\n',
      stderr:
        'Justification 1 was moved; it is number 2 now.\nIt concerns 2 lessons, of which 1 is undecided now.\n',
    });
    const columns =
      '--columns justification,group,from,until,reason,document,lessons,withdrawn_at,moved_to';
    const { stdout } = await ejournal(`justify --decisions ${columns}`);
    expect(stdout.split('\n').slice(1, 3)).toEqual([
      '1,7.a MAT,2015-09-14,2015-09-15,school,Rīk. 1,0,2015-10-05T06:00:00Z,2',
      '2,7.a MAT,2015-09-21,2015-09-22,school,Rīk. 1,1,,',
    ]);
    const shown = await ejournal(
      'justify --decisions --columns justification,withdrawn_at --format table',
    );
    expect(shown.stdout).toContain('            1  2015-10-05 09:00');
    expect((await ejournal('justify --withdraw 1')).stderr).toContain(
      'Justification 1 was moved already, at 2015-10-05 09:00; it is number 2 now.',
    );
  });

  test('withdrawn, the absences fall to what was decided before', async () => {
    const { db, ejournal } = await missed('1001 2015-09-14 1-1', '1002 2015-09-14 1-1');
    await ejournal('justify --student 1001 --from 2015-09-14 --status unjustified --reason other');
    await ejournal(trip);
    const decided = contents(db);
    const withdrawn = await ejournal('justify --withdraw 2 --note "fell through"');
    expect(withdrawn.stderr).toBe(
      'Withdrawn: justification 2.\nIt concerns 2 lessons, of which 1 is undecided now.\n',
    );
    expect(await decisionsIn({ ejournal })).toEqual([
      '1001 2015-09-14 1 unjustified',
      '1002 2015-09-14 1 undecided',
    ]);
    const asked = await ejournal('absences --as-of 2015-10-05T05:00:00Z --columns status');
    expect(asked.stdout).toBe('status\nundecided\nundecided\n');
    expect((await ejournal('justify --withdraw 2')).stderr).toContain('was withdrawn already');
    await ejournal('undo');
    expect(contents(db)).toEqual(decided);
  });

  test('what was withdrawn stands in the way of undoing the decision alone', async () => {
    const { db, ejournal } = await missed('1001 2015-09-14 1-1');
    const before = contents(db);
    await ejournal(trip);
    await ejournal('justify --withdraw 1');
    const refused = await ejournal('undo 4');
    expect(refused).toMatchObject({ status: 4, stderr: expect.stringContaining(': 5.') });
    expect((await ejournal('undo 4 --with-later')).status).toBe(0);
    expect(contents(db)).toEqual(before);
  });
});

test('what is exported after withdrawing and moving decides as before, and makes the same files', async () => {
  const { db, ejournal } = await missed(
    '1001 2015-09-14 1-3',
    '1002 2015-09-14 1-3',
    '1001 2015-09-21 1-3',
  );
  await ejournal('justify --group "7.a MAT" --from 2015-09-14 --reason school');
  await ejournal('justify --student 1001 --from 2015-09-14 --reason illness --first-period 2');
  await ejournal('justify --student 1002 --from 2015-09-14 --status unjustified --reason other');
  await ejournal('justify --withdraw 1');
  await ejournal('justify --move 2 --from 2015-09-21');
  const [first, second] = [folder(), folder()];
  await ejournal(`export all --out ${first} --yes`);
  const other = await emptySchool();
  await run(`ejournal --db ${other} setup ${first}`);
  await run(`ejournal --db ${other} export all --out ${second} --yes`);
  const path = (of: string) => `ejournal --db ${of} export justifications`;
  expect((await run(path(other))).stdout).toBe((await run(path(db))).stdout);
  const there = {
    ejournal: (line: string) => run(`ejournal --db ${other} ${line}`, afterSeptember),
  };
  expect(await decisionsIn(there)).toEqual(await decisionsIn({ ejournal }));
  const imported = await run(
    `ejournal --db ${db} import-justifications ${first}/justifications.csv`,
  );
  expect(imported.stderr).toContain('Nav ko mainīt');
});

describe('a note of the parents', () => {
  const note = (from: string, until: string, more = '') =>
    `justify --student 1001 --from ${from} --until ${until} --reason illness ${more}`;

  test('over more days than the school allows is a warning', async () => {
    const { ejournal } = await missed();
    const three = await ejournal(note('2015-09-01', '2015-09-03'));
    expect(three.stderr).not.toContain('the school allows');
    const four = await ejournal(note('2015-09-07', '2015-09-10'));
    expect(four.status).toBe(0);
    expect(four.stderr).toContain('covers 4 days here; the school allows 3 at a time.');
    const more = await ejournal(note('2015-09-10', '2015-09-12', '--document "Vecāku zīme"'));
    expect(more.stderr).not.toContain('semester');
    const ten = await ejournal(note('2015-09-14', '2015-09-14'));
    expect(ten.stderr).toContain('cover 10 days of the first semester; the school allows 9.');
  });

  test('is not what rests on a paper of somebody else, or is not justified', async () => {
    const { ejournal } = await missed();
    for (const line of [
      note('2015-09-01', '2015-09-30', '--document "Ārsta zīme 17"'),
      note('2015-09-01', '2015-09-30', '--status unjustified'),
      'justify --student 1001 --from 2015-09-01 --until 2015-09-30 --reason school',
      'justify --group "7.a MAT" --from 2015-09-01 --until 2015-09-30 --reason family',
    ]) {
      expect((await ejournal(line)).stderr).not.toContain('the school allows');
    }
  });

  test('is not counted where the school sets no limit', async () => {
    const { ejournal } = await missed();
    await ejournal('settings set note_days_at_once 0');
    await ejournal('settings set note_days_in_semester 0');
    const long = await ejournal(note('2015-09-01', '2015-09-30'));
    expect(long.stderr).not.toContain('the school allows');
  });
});

test('the undecided are listed, the oldest first, with the working days they wait', async () => {
  const { ejournal } = await missed(
    '1007 2015-09-15 1-1',
    '1001 2015-09-11 2-2',
    '1002 2015-09-11 1-1',
  );
  await ejournal('justify --student 1002 --from 2015-09-11 --reason family');
  // Friday, and Tuesday of the next week; asked on Wednesday.
  const list = 'justify --list --as-of 2015-09-23 --columns date,register_no,working_days_waiting';
  expect(await ejournal(list)).toEqual({
    status: 0,
    stdout:
      'date,register_no,working_days_waiting\n2015-09-11,1002,8\n2015-09-11,1001,8\n2015-09-15,1007,6\n',
    stderr: 'Undecided: 3 lessons.\n',
  });
  const now = list.replace(' --as-of 2015-09-23', '');
  expect((await ejournal(`${now} --class 8.A`)).stdout).toContain('1007');
  expect((await ejournal(`${now} --class 7.a`)).stdout.split('\n')).toHaveLength(3);
  expect((await ejournal(`${list} --longer-than 6`)).status).toBe(3);
  const waiting = await ejournal(`${list} --longer-than 8`);
  expect(waiting).toMatchObject({ status: 0, stderr: 'Nothing is undecided.\n' });
});

test('only tried, nothing is written, and the same is shown', async () => {
  const { db, ejournal } = await missed('1001 2015-09-14 1-2');
  const before = contents(db);
  const line = 'justify --student 1001 --from 2015-09-14 --reason doctor';
  const tried = await ejournal(`${line} --dry-run`);
  expect(tried.stderr).toContain('Only tried: nothing was written.');
  const diff = await ejournal(`${line} --diff`);
  expect(diff.stdout).toContain(',reason,,doctor');
  expect(contents(db)).toEqual(before);
  expect((await ejournal(line)).stdout).toBe(tried.stdout);
});

test.each([
  ['--student 9999 --from 2015-09-14 --reason other', 'No student has the register number 9999.'],
  ['--group "7.x MAT" --from 2015-09-14 --reason other', 'There is no group 7.x MAT'],
  [
    '--student 1001 --from 2015-09-14 --until 2015-09-10 --reason other',
    '--until: 2015-09-10 is before 2015-09-14.',
  ],
  [
    '--student 1001 --from 2014-09-14 --reason other',
    '--from: 2014-09-14 is not in the school year.',
  ],
  [
    '--student 1001 --from 2016-07-30 --until 2016-08-02 --reason other',
    '--until: 2016-08-02 is not in the school year.\nIts days are 2015-08-01 to 2016-07-31.',
  ],
  [
    '--student 1001 --from 2015-09-14 --first-period 4 --last-period 2 --reason other',
    '--last-period: Lesson 2 is before lesson 4.',
  ],
  [
    '--student 1001 --group "7.a MAT" --from 2015-09-14 --reason other',
    'one student or about one group',
  ],
  ['--from 2015-09-14 --reason other', 'one student or about one group'],
  ['--student 1001 --from 2015-09-14', 'The option --reason is needed.'],
  ['--student 1001 --reason other', 'The option --from is needed.'],
  ['', 'is needed'],
  ['--student 1001 --from 2015-02-30 --reason other', '--from'],
  ['--student 1001 --from 2015-09-14 --reason boredom', 'illness, doctor, family'],
  ['--withdraw 77', 'There is no justification 77.'],
  ['--move 77 --from 2015-09-14', 'There is no justification 77.'],
  ['--move 77', 'The option --from is needed.'],
  ['--withdraw 1 --move 2', 'exclude each other'],
  ['--list --class 12.z', 'There is no class 12.z'],
])('justify %s is refused with what is wrong', async (words, what) => {
  const { db, ejournal } = await missed();
  const before = contents(db);
  const refused = await ejournal(`justify ${words}`);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(what);
  expect(contents(db)).toEqual(before);
});

const september = Array.from({ length: 10 }, (_, at) => `2015-09-${14 + at}`);
const day = fc.nat(september.length - 1);
const numbers = ['1001', '1002', '1007', '1008'];

/** A justification as the file has it; the members of the group `7.a MAT` are 1001 to 1006. */
const anyJustification = fc.record({
  who: fc.constantFrom(...numbers, '7.a MAT'),
  days: fc.tuple(day, fc.option(day)),
  periods: fc.tuple(
    fc.option(fc.integer({ min: 1, max: 4 })),
    fc.option(fc.integer({ min: 1, max: 4 })),
  ),
  status: fc.constantFrom('justified', 'unjustified'),
});

type AnyJustification = typeof anyJustification extends fc.Arbitrary<infer T> ? T : never;

function spanOf({ days: [a, b], periods: [first, last] }: AnyJustification) {
  const isBackwards = first !== null && last !== null && last < first;
  return {
    from: september[Math.min(a, b ?? a)] ?? '',
    until: b === null ? '' : (september[Math.max(a, b)] ?? ''),
    first: first ?? '',
    last: isBackwards ? first : (last ?? ''),
  };
}

function covers(one: AnyJustification, [number = '', date = '', period = '']: string[]): boolean {
  const { from, until, first, last } = spanOf(one);
  const isTheirs = one.who === number || (one.who === '7.a MAT' && number < '1007');
  const isThen = date >= from && date <= (until || from);
  return isTheirs && isThen && +period >= Number(first || 0) && +period <= Number(last || 15);
}

test('justifications in any order of arrival decide the same, as the last recorded that covers it', async () => {
  const absences = numbers.flatMap((number) => september.map((date) => `${number} ${date} 1-4`));
  const { db } = await missed(...absences);
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(anyJustification, { minLength: 1, maxLength: 8 })
        .chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all.keys()], { minLength: all.length }),
          ),
        ),
      async ([all, order]) => {
        const rows = all.map((one, at) => {
          const { from, until, first, last } = spanOf(one);
          const [number, group] = one.who.startsWith('1') ? [one.who, ''] : ['', one.who];
          const recorded = `2015-09-25T10:00:${String(at).padStart(2, '0')}Z`;
          return `${number},${group},${from},${until},${first},${last},${one.status},other,${recorded}`;
        });
        const copy = join(folder(), 'ejournal.db');
        copyFileSync(db, copy);
        const header =
          'register_no,group,from,until,first_period,last_period,status,reason,recorded_at';
        // Each row in a file of its own: they arrive one after the other.
        for (const at of order) {
          const path = file('j.csv', header, rows[at] ?? '');
          await run(`ejournal --db ${copy} import-justifications ${path}`);
        }
        const found = await decisionsIn({
          ejournal: (line) => run(`ejournal --db ${copy} ${line}`, afterSeptember),
        });
        expect(found).toHaveLength(numbers.length * september.length * 4);
        for (const row of found) {
          const words = row.split(' ');
          const last = all.filter((one) => covers(one, words)).at(-1);
          expect(words[3]).toBe(last?.status ?? 'undecided');
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('every decision, taken back by undo, leaves the journal as it was', async () => {
  const { db, ejournal } = await missed('1001 2015-09-14 1-4', '1002 2015-09-15 1-4');
  await ejournal('justify --student 1001 --from 2015-09-14 --reason other');
  await ejournal('justify --group "7.a MAT" --from 2015-09-15 --reason school');
  const acts = fc.oneof(
    anyJustification.map((one) => {
      const { from, until, first, last } = spanOf(one);
      const option = (name: string, value: string | number) =>
        value === '' ? '' : ` --${name} "${value}"`;
      const who = one.who.startsWith('1') ? 'student' : 'group';
      return `justify${option(who, one.who)} --from ${from}${option('until', until)}${option('first-period', first)}${option('last-period', last)} --status ${one.status} --reason family`;
    }),
    fc.constantFrom('justify --withdraw 1', 'justify --withdraw 2 --note x'),
    day.map((at) => `justify --move 1 --from ${september[at]}`),
    day.map((at) => `justify --move 2 --from ${september[at]} --first-period 2`),
  );
  await fc.assert(
    fc.asyncProperty(acts, async (act) => {
      const before = contents(db);
      const decided = await decisionsIn({ ejournal });
      const done = await ejournal(act);
      expect(done.status, done.stderr).toBe(0);
      if (done.stderr.includes('recorded already')) return;
      expect(contents(db)).not.toEqual(before);
      expect((await ejournal('undo')).status).toBe(0);
      expect(contents(db)).toEqual(before);
      expect(await decisionsIn({ ejournal })).toEqual(decided);
    }),
    { numRuns: 15 },
  );
  expect((await ejournal('audit --verify')).status).toBe(0);
});
