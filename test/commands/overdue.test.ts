import { beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../support/brute-force.js';
import { run } from '../support/run.js';
import { ask, contents, file, harm, school } from '../support/school.js';

type Made = Awaited<ReturnType<typeof school>>;

let made: Made;
beforeAll(async () => {
  made = await school({ parallel: 2, until: '2015-10-31' as never, seed: 2 });
});

const overdue = (db: string, options: string) =>
  run(`ejournal --db ${db} overdue --lang en --as-of 2015-10-31 ${options}`);
const rows = async (db: string, options: string) => rowsOf((await overdue(db, options)).stdout);

describe('overdue narrows', () => {
  test('by clause, and by those that begin with it', async () => {
    const all = await rows(made.db, '');
    const clauses = [...new Set(all.map((row) => row['clause']))].sort();
    expect(clauses).toEqual(expect.arrayContaining(['3.4', '4.1', '4.2.2']));
    const tests = await rows(made.db, '--clause 4.2');
    expect(tests).toEqual(all.filter((row) => row['clause']?.startsWith('4.2.')));
    expect(await rows(made.db, '--clause 3.')).toEqual(
      all.filter((row) => row['clause']?.startsWith('3.')),
    );
  });

  test('by what is missing, a day, a person, a class and a group', async () => {
    const all = await rows(made.db, '');
    const topics = await rows(made.db, '--missing topic');
    expect(topics).toEqual(all.filter((row) => row['missing']?.split('+').includes('topic')));
    const [first] = topics;
    const person = await rows(
      made.db,
      `--teacher ${first?.['owed_by']} --group "${first?.['group']}"`,
    );
    expect(person).toContainEqual(first);
    expect(new Set(person.map((row) => row['owed_by']))).toEqual(new Set([first?.['owed_by']]));
    const spanned = await rows(made.db, '--from 2015-10-05 --until 2015-10-09 --class 7.a');
    expect(spanned).toEqual(
      all.filter(
        ({ date = '', class: name = '' }) =>
          date >= '2015-10-05' && date <= '2015-10-09' && name.split('+').includes('7.a'),
      ),
    );
  });

  test('by conditions on its columns, all of which must hold', async () => {
    const all = await rows(made.db, '');
    const long = await rows(made.db, '--where "working_days_late > 9" --where missing!=lesson');
    expect(long).toEqual(
      all.filter((row) => Number(row['working_days_late']) > 9 && row['missing'] !== 'lesson'),
    );
    expect(await rows(made.db, '--where group~mat')).toEqual(
      all.filter((row) => row['group']?.toLowerCase().includes('mat')),
    );
    expect((await overdue(made.db, '--where working_days_late>999')).status).toBe(0);
  });

  test('and says what it knows where a column, a condition or a clause is none', async () => {
    const column = await overdue(made.db, '--where met_at>2015');
    expect(column).toMatchObject({ status: 2, stdout: '' });
    expect(column.stderr).toMatch(
      /^--where: There is no column met_at\.\nThe columns are: clause, /,
    );
    expect((await overdue(made.db, '--history --where met_at<2015')).status).toBe(0);
    expect((await overdue(made.db, '--where late')).stderr).toContain('working_days_late>5');
    expect((await overdue(made.db, '--clause 4.4')).stderr).toContain('4.2.1, 4.2.2, 4.3');
    expect((await overdue(made.db, '--by class --prove')).status).toBe(2);
  });

  test.each([
    ['--where working_days_late>abc', 'working_days_late is never “abc”.'],
    ['--where date>=31.09.2015', 'date is never “31.09.2015”.'],
    ['--where date=2015-10', 'date is never “2015-10”.'],
    ['--where due_at<2015-13-01', 'due_at is never “2015-13-01”.'],
    ['--where clause=4.2', 'clause is never “4.2”.'],
    ['--where missing=topics', 'missing is never “topics”.'],
    ['--where owed_by=NOBODY', 'Nobody on the staff has the code NOBODY.'],
    ['--where class!=99.z', 'There is no class 99.z'],
    ['--where group=99.z', 'There is no group 99.z'],
    ['--where period=>5', 'Write a condition as a column, one of = != < <= > >= ~'],
    ['--missing topics', 'topic, absences, topic+absences'],
    ['--from 2016-08-01', 'Its days are 2015-08-01 to 2016-07-31.'],
    ['--until 2015-07-31', 'Its days are 2015-08-01 to 2016-07-31.'],
    ['--from 2015-10-02 --until 2015-10-01', '2015-10-01 is before 2015-10-02.'],
  ])('and refuses %s, which could find nothing', async (narrowed, told) => {
    const refused = await overdue(made.db, narrowed);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain(told);
  });

  test('by a day however it is written, and by a moment on the school’s clock', async () => {
    const all = await rows(made.db, '');
    const [some] = all.filter((row) => row['clause'] === '4.1').slice(-1);
    const day = some?.['date'] ?? '';
    const written = day.split('-').reverse().join('.');
    const ofDay = all.filter((row) => row['date'] === day);
    expect(await rows(made.db, `--where date=${written}`)).toEqual(ofDay);
    // At 18:00 by the clock of Riga it is 15:00 in UTC, from 25 October on 16:00.
    const due = all.filter(
      (row) => row['due_at'] === `${day}T${day < '2015-10-25' ? 15 : 16}:00:00Z`,
    );
    expect(due.length).toBeGreaterThan(0);
    expect(await rows(made.db, `--where "due_at=${written} 18:00"`)).toEqual(due);
    for (const missing of ['topic', 'absences']) {
      const found = await rows(made.db, `--missing ${missing}`);
      expect(found.length, missing).toBeGreaterThan(0);
      expect(found).toEqual(all.filter((row) => row['missing'] === missing));
    }
  });
});

test('sums count every entry once, by person, class, clause and month', async () => {
  const all = await rows(made.db, '');
  for (const by of ['teacher', 'class', 'clause', 'month']) {
    const sums = await rows(made.db, `--by ${by}`);
    const owed = sums.reduce((sum, row) => sum + Number(row['marks']) + Number(row['other']), 0);
    expect(owed, by).toBe(all.filter((row) => row['clause'] !== '4.1').length);
    const ofLessons = all.filter((row) => row['clause'] === '4.1');
    for (const [column, missing] of [
      ['lessons', ['lesson']],
      ['topics', ['topic', 'topic+absences']],
      ['absences', ['absences', 'topic+absences']],
    ] as const) {
      const entries = ofLessons.filter((row) =>
        (missing as readonly string[]).includes(row['missing'] ?? ''),
      );
      expect(entries.length, column).toBeGreaterThan(0);
      expect(
        sums.reduce((sum, row) => sum + Number(row[column]), 0),
        column,
      ).toBe(entries.length);
    }
  }
  const late = await rows(made.db, '--history');
  const byPerson = await rows(made.db, '--history --by teacher');
  expect(byPerson.reduce((sum, row) => sum + Number(row['entries']), 0)).toBe(late.length);
  for (const { who, most_minutes_late, median_minutes_late } of byPerson) {
    const minutes = late
      .filter((row) => row['owed_by'] === who)
      .map((row) => Number(row['minutes_late']));
    expect(Number(most_minutes_late)).toBe(Math.max(...minutes));
    // Half of them took so long at the most, and half at the least; of two in the middle the lesser.
    const median = Number(median_minutes_late);
    expect(minutes).toContain(median);
    expect(minutes.filter((one) => one <= median).length * 2).toBeGreaterThanOrEqual(
      minutes.length,
    );
    expect(minutes.filter((one) => one < median).length * 2).toBeLessThan(minutes.length);
  }
});

describe('the monthly extract (clause 3.4)', () => {
  const extracts = (db: string, asOf: string) =>
    run(`ejournal --db ${db} overdue --as-of ${asOf} --clause 3.4 --class 7.a`);

  test('is owed by the class teacher from the end of the fifth on, until it was made', async () => {
    const { db } = await school({ until: '2015-10-10' as never });
    expect((await extracts(db, '2015-10-05T23:59:58')).status).toBe(0);
    const [row] = rowsOf((await extracts(db, '2015-10-05')).stdout);
    const [teacher] = ask<{ code: string }>(
      db,
      "SELECT code FROM class_teacher JOIN staff USING (staff_id) JOIN class USING (class_id) WHERE name = '7.a'",
    );
    expect(row).toMatchObject({
      missing: 'extract',
      owed_by: teacher?.code,
      group: '',
      date: '2015-09-30',
      work: '2015-09',
      due_at: '2015-10-05T20:59:59Z',
      working_days_late: '0',
    });
    expect(row?.['students']).toBe('1001+1002+1003+1004+1005+1006');
    const out = `${db}-extracts`;
    const print = `ejournal --db ${db} monthly-extract --month 2015-09 --class 7.a --out ${out}`;
    expect((await run(print, { clock: () => new Date('2015-10-08T09:00:30Z') })).status).toBe(0);
    expect((await extracts(db, '2015-10-08T12:00')).stdout).toContain('1001+');
    expect((await extracts(db, '2015-10-09')).status).toBe(0);
    const late = await run(
      `ejournal --db ${db} overdue --as-of 2015-10-09 --clause 3.4 --class 7.a --history`,
    );
    expect(rowsOf(late.stdout)).toMatchObject([
      { missing: 'extract', met_at: '2015-10-08T09:00:30Z', minutes_late: '3601' },
    ]);
  });
});

describe('a paper', () => {
  const printed = (db: string, paper: string, moment: string) =>
    run(`ejournal --db ${db} ${paper} --class 7.a --out ${db}-papers --yes`, {
      clock: () => new Date(moment),
    });

  /** The ends of the terms in 2015/16 (latvia.md, section 4); each paper is due at the end of its day. */
  test.each([
    ['3.4', 'monthly-extract --month 2015-09', '2015-09-29', '2015-09-30'],
    ['3.5', 'report-cards --term semester1', '2015-12-17', '2015-12-18'],
    ['3.5', 'report-cards --term year', '2016-05-29', '2016-05-30'],
    ['1.7', 'summary-journal', '2016-05-29', '2016-05-30'],
  ])(
    'of clause %s (%s) made before the last day is still owed, made again on it is not',
    async (clause, paper, before, last) => {
      const { db } = await school({ until: '2015-09-12' as never });
      const owed = async (options: string) =>
        rowsOf(
          (await run(`ejournal --db ${db} overdue --clause ${clause} --class 7.a ${options}`))
            .stdout,
        ).filter(({ date }) => date === last);
      const asOf = clause === '3.4' ? '2015-10-05' : last;

      expect((await printed(db, paper, `${before}T09:00:00Z`)).status).toBe(0);
      expect(await owed(`--as-of ${asOf}`)).toHaveLength(1);
      // Nothing has changed in between: the same bytes, and yet the paper is complete only now.
      const again = await printed(db, paper, `${last}T06:00:00Z`);
      expect(again.stdout).toContain('unchanged');
      expect(await owed(`--as-of ${asOf}`)).toEqual([]);
      expect(await owed(`--as-of 2016-07-31 --history`)).toEqual([]);
    },
  );

  test('made too early, and again when it was due, is late from the second time on', async () => {
    const { db } = await school({ until: '2015-09-12' as never });
    for (const moment of ['2015-12-01T09:00:00Z', '2015-12-18T22:00:59Z']) {
      expect((await printed(db, 'report-cards --term semester1', moment)).status).toBe(0);
    }
    const late = await run(
      `ejournal --db ${db} overdue --clause 3.5 --class 7.a --as-of 2015-12-31 --history`,
    );
    expect(rowsOf(late.stdout)).toMatchObject([
      { missing: 'report_card', due_at: '2015-12-18T21:59:59Z', met_at: '2015-12-18T22:00:59Z' },
    ]);
  });

  test('printed again on the same day, or after its own, is not entered once more', async () => {
    const { db } = await school({ until: '2015-09-12' as never });
    const cards = 'report-cards --term semester1';
    const operations = () => ask(db, 'SELECT 1 FROM operation').length;
    await printed(db, cards, '2015-12-17T09:00:00Z');
    const first = operations();
    await printed(db, cards, '2015-12-17T15:00:00Z');
    expect(operations()).toBe(first);
    await printed(db, cards, '2015-12-18T09:00:00Z');
    expect(operations()).toBe(first + 1);
    await printed(db, cards, '2016-01-04T09:00:00Z');
    expect(operations()).toBe(first + 1);
  });
});

describe('marks of the term (clause 4.3)', () => {
  test('are owed to every member when the term has ended, and once entered are met', async () => {
    const { db } = await school({ until: '2015-12-20' as never });
    harmless(db);
    const asked = (asOf: string) =>
      run(`ejournal --db ${db} overdue --as-of ${asOf} --clause 4.3 --group "7.a MAT"`);
    expect((await asked('2015-12-17')).status).toBe(0);
    const before = rowsOf((await asked('2015-12-18')).stdout)[0]?.['students']?.split('+') ?? [];
    const entry = before.map((no) => `${no},MAT,semester1,7,2015-12-21T10:00:00+02:00`);
    const marks = file(
      'term-marks.csv',
      'register_no,subject,term,value,recorded_at',
      ...entry.slice(1),
    );
    expect((await run(`ejournal --db ${db} import-term-marks ${marks}`)).status).toBe(0);
    expect(rowsOf((await asked('2015-12-21')).stdout)).toMatchObject([
      { work: 'semester1', date: '2015-12-18', students: before[0], missing: 'term_mark' },
    ]);
  });

  test('are owed once where a student learns the subject in two groups', async () => {
    const { db } = await school({ until: '2015-12-20' as never });
    harmless(db);
    const owed = async () => {
      const line = `ejournal --db ${db} overdue --as-of 2015-12-18 --clause 4.3 --format csv`;
      const ofMathematics = rowsOf((await run(line)).stdout).filter(({ group }) =>
        group?.startsWith('7.a MAT'),
      );
      return ofMathematics.flatMap(({ group, students }) =>
        (students ?? '').split('+').map((student) => `${group} ${student}`),
      );
    };
    const before = await owed();
    const groups = file(
      'groups.csv',
      'group,subject,teacher,classes,whole',
      '7.a MAT+,MAT,EN1,7.a,no',
    );
    const members = file('group-members.csv', 'group,register_no', '7.a MAT+,1001');
    expect((await run(`ejournal --db ${db} create-groups ${groups} ${members}`)).status).toBe(0);
    expect(before).toContain('7.a MAT 1001');
    expect(await owed()).toEqual(before);
  });

  test('of pass or fail are owed where something was assessed, as it was known then', async () => {
    const { db } = await school({ until: '2015-12-20' as never });
    harmless(db);
    const work = '2015-12-10,7.a KLS,Saruna,classwork,2015-12-21T10:00:00Z';
    const works = file('works.csv', 'date,group,work,kind,recorded_at', work);
    expect((await run(`ejournal --db ${db} import-works ${works}`)).status).toBe(0);
    const owed = async (asOf: string) =>
      rowsOf(
        (await run(`ejournal --db ${db} overdue --as-of ${asOf} --clause 4.3 --format csv`)).stdout,
      ).map(({ group }) => group);
    expect(await owed('2015-12-20')).not.toContain('7.a KLS');
    expect(await owed('2015-12-21')).toContain('7.a KLS');
  });

  /** The generator enters the marks of the term itself; these are not wanted here. */
  function harmless(db: string) {
    const books = harm(db);
    books.exec(
      'INSERT INTO open_operation VALUES (1); DELETE FROM term_mark; DELETE FROM open_operation',
    );
  }
});

describe('--notify', () => {
  const notify = (db: string, moment: string, more = '') =>
    run(`ejournal --db ${db} overdue --as-of 2015-10-31 --notify --lang en ${more}`, {
      clock: () => new Date(moment),
    });
  const outbox = (db: string) =>
    ask<{ channel: string; recipient: string; name: string; subject: string; body: string }>(
      db,
      'SELECT channel, recipient, name, subject, body FROM outbox ORDER BY outbox_id',
    );

  test('tells each person once a day, by the school’s clock, in the school’s language', async () => {
    const { db } = await school({ until: '2015-10-31' as never, seed: 2 });
    const people = new Set((await rows(db, '')).flatMap((row) => row['owed_by']?.split('+') ?? []));
    people.delete('');
    expect((await notify(db, '2015-11-02T08:00:00Z')).status).toBe(3);
    expect(outbox(db)).toHaveLength(people.size);
    expect((await notify(db, '2015-11-02T21:59:59Z')).stderr).toContain(
      `today already: ${people.size}.`,
    );
    expect(outbox(db)).toHaveLength(people.size);
    await notify(db, '2015-11-02T22:00:00Z');
    expect(outbox(db)).toHaveLength(2 * people.size);
    const [first] = outbox(db);
    expect(first?.channel).toBe('email');
    expect(first?.subject).toMatch(/^Žurnāls: \d+ nokavēt/);
    expect(first?.body).toContain(`Labdien, ${first?.name}!`);
  });

  test('stands in the outbox with the school’s time for a person, in UTC for a program', async () => {
    const { db } = await school({ until: '2015-10-31' as never, seed: 2 });
    await notify(db, '2015-10-20T21:30:00Z');
    const clock = () => new Date('2015-11-02T22:15:00Z');
    const sent = 'outbox sent 1 --columns outbox_id,created_at,sent_at';
    const shown = await run(`ejournal --db ${db} --lang en ${sent} --format table`, { clock });
    expect(shown.stdout).toContain('1  2015-10-21 00:30  2015-11-03 00:15');
    const listed = await run(`ejournal --db ${db} outbox --all --columns created_at,sent_at`);
    expect(listed.stdout).toContain('2015-10-20T21:30:00Z,2015-11-02T22:15:00Z');
  });

  test('writes nothing in a dry run, and is undone like anything else', async () => {
    const { db } = await school({ until: '2015-10-31' as never, seed: 2 });
    const before = contents(db);
    await notify(db, '2015-11-02T08:00:00Z', '--dry-run');
    expect(contents(db)).toEqual(before);
    await notify(db, '2015-11-02T08:00:00Z');
    expect(contents(db)).not.toEqual(before);
    await run(`ejournal --db ${db} undo --yes`);
    expect(contents(db)).toEqual(before);
  });

  test('tells whoever was asked for all that they owe, and nobody else', async () => {
    const { db } = await school({ until: '2015-10-31' as never, seed: 2 });
    const all = await rows(db, '');
    const owed = (code: string) =>
      all.filter((row) => row['owed_by']?.split('+').includes(code)).length;
    const first = all.find((row) => owed(row['owed_by'] ?? '') > 1);
    const { owed_by = '', group, date } = first ?? {};
    const narrowed = `--group "${group}" --from ${date} --until ${date}`;
    expect(await rows(db, narrowed)).toHaveLength(1);
    await notify(db, '2015-11-02T08:00:00Z', narrowed);
    expect(outbox(db)).toHaveLength(1);
    expect(outbox(db)[0]?.subject).toContain(`Žurnāls: ${owed(owed_by)} nokavēt`);
    const again = await notify(db, '2015-11-02T09:00:00Z');
    expect(again.stderr).toContain('today already: 1.');
  });

  test('names terms and months in words', async () => {
    const { db } = await school({ until: '2015-12-20' as never, seed: 2 });
    const notified = await run(`ejournal --db ${db} overdue --as-of 2016-01-20 --notify --lang en`);
    expect(notified.status).toBe(3);
    const bodies = outbox(db)
      .map((row) => row.body)
      .join();
    expect(bodies).toContain(', 1. semestris, ');
    expect(bodies).toContain(', 2015. gada septembris, ');
    expect(bodies).not.toContain('semester1');
  });

  test('alone writes, so that without it there is nothing to try', async () => {
    for (const mode of ['--dry-run', '--diff', '--history --dry-run']) {
      const refused = await overdue(made.db, mode);
      expect(refused).toMatchObject({ status: 2, stdout: '' });
      expect(refused.stderr).toContain('without --notify nothing is written.');
    }
    const tried = await overdue(made.db, '--notify --dry-run');
    expect(tried.stderr).toMatch(/\d+ people would be reminded; today already: 0\.\n$/);
  });

  test('outbox lists, shows and marks what was sent', async () => {
    const { db } = await school({ until: '2015-10-31' as never, seed: 2 });
    await notify(db, '2015-11-02T08:00:00Z');
    const list = async (line = '') =>
      JSON.parse((await run(`ejournal --db ${db} outbox ${line} --format json`)).stdout) as {
        outbox_id: number;
        sent_at: string | null;
      }[];
    const all = await list();
    expect((await run(`ejournal --db ${db} outbox show 1 --format table`)).stdout).toContain(
      'nokavēti',
    );
    const clock = () => new Date('2015-11-02T09:00:00Z');
    const marked = await run(`ejournal --db ${db} --lang en outbox sent 1 01`, { clock });
    expect(marked.stderr).toBe('Marked as sent: 1 message.\n');
    expect(await list()).toEqual(all.slice(1));
    const later = () => new Date('2015-11-02T10:00:00Z');
    expect((await run(`ejournal --db ${db} outbox sent --all`, { clock: later })).status).toBe(0);
    expect(await list()).toEqual([]);
    const sent = await list('list --all');
    expect(sent[0]).toMatchObject({ outbox_id: 1, sent_at: '2015-11-02T09:00:00Z' });
    expect(sent[1]?.sent_at).toBe('2015-11-02T10:00:00Z');
    for (const wrong of ['show', 'sent', 'show 1 2', 'list 1', 'show 999', 'sent 1 x']) {
      expect((await run(`ejournal --db ${db} outbox ${wrong}`)).status, wrong).toBe(2);
    }
  });
});

describe('--prove', () => {
  test('names every operation that entered or changed what a line rests on', async () => {
    const { db } = await school({ until: '2015-10-31' as never, seed: 2 });
    const [row] = await rows(db, '--missing topic');
    const { group = '', date = '', period = '' } = row ?? {};
    const proof = async () => {
      const { stdout } = await overdue(
        db,
        `--prove --format json --group "${group}" --from ${date} --until ${date}`,
      );
      return JSON.parse(stdout) as { operations: number[]; hashes: string[]; head: string }[];
    };
    expect((await proof())[0]?.operations).toEqual([2]);
    const again = file(
      'lessons.csv',
      'date,period,group,homework,recorded_at',
      `${date},${period},${group},Lasīt,${date}T12:00:00+03:00`,
    );
    expect((await run(`ejournal --db ${db} import-lessons ${again}`)).status).toBe(0);
    const [line] = await proof();
    expect(line?.operations).toEqual([2, 3]);
    const kept = ask<{ hash: string }>(db, 'SELECT hash FROM operation ORDER BY operation_id');
    expect(line?.hashes).toEqual([kept[1]?.hash, kept[2]?.hash]);
    expect(line?.head).toBe(kept.at(-1)?.hash);
    await run(`ejournal --db ${db} undo 3 --yes`);
    expect((await proof())[0]?.operations).toEqual([2]);
    // Entered by 3, taken away by 4, brought back by 5.
    await run(`ejournal --db ${db} undo 4 --yes`);
    expect((await proof())[0]?.operations).toEqual([2, 3, 4, 5]);
    expect((await run(`ejournal --db ${db} audit --verify`)).status).toBe(0);
  });
});

test.each([
  ['overdue --teacher NOPE', '--teacher'],
  ['overdue --class 8.x', '--class'],
  ['overdue --group nope --history', '--group'],
  ['deadlines --teacher NOPE', '--teacher'],
])('%s names nobody, which is no good news', async (line, option) => {
  const { db } = await school();
  const refused = await run(`ejournal --db ${db} --lang en --as-of 2015-09-30 ${line}`);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toContain(option);
});
