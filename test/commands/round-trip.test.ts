import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileKinds, optionalFileKinds } from '../../src/rules/file-kinds.js';
import { run } from '../support/run.js';
import { emptySchool, file, folder, sampleFiles, school } from '../support/school.js';

const rowsOf = (text: string) => text.trim().split('\n').slice(1);

function filesIn(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, readFileSync(join(path, name), 'utf8')]),
  );
}

async function exported(db: string, more = ''): Promise<string> {
  const out = join(folder(), 'all');
  const { status, stderr } = await run(`ejournal --db ${db} export all --out ${out} ${more}`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return out;
}

test.each([
  { name: 'one class of one student', wishes: { grades: [7, 7] as const, parallel: 1, size: 1 } },
  { name: 'two grades', wishes: { grades: [8, 9] as const, parallel: 2, size: 13, seed: 5 } },
  { name: 'another year', wishes: { year: 2018, until: '2018-10-05' as never, seed: 9, size: 3 } },
])(
  'setup: the counts are those of the files, a second run changes nothing ($name)',
  async ({ wishes }) => {
    const files = sampleFiles(wishes);
    const db = await emptySchool(wishes.year);
    const first = await run(`ejournal --db ${db} setup ${files} --format json`);
    expect(first.status).toBe(0);
    for (const { file, rows, rejected, ...counts } of JSON.parse(first.stdout)) {
      expect(rows).toBe(rowsOf(readFileSync(join(files, file), 'utf8')).length);
      expect(rejected).toBe(0);
      expect(counts.new + counts.changed + counts.unchanged + counts.ended).toBe(rows);
    }
    const second = await run(`ejournal --db ${db} --lang en setup ${files} --format json`);
    expect(second.stderr).toBe('Nothing to change.\n');
    for (const { rows, unchanged } of JSON.parse(second.stdout)) expect(unchanged).toBe(rows);
    const { stdout } = await run(`ejournal --db ${db} history --columns operation`);
    expect(rowsOf(stdout)).toEqual(['1', '2']);
  },
);

test('where one file of an export cannot be written, none is', async () => {
  const { db } = await school();
  const out = join(folder(), 'all');
  const ask = (more: string) =>
    run(`ejournal --db ${db} --lang en export all --out ${out} ${more}`);
  const nobody = await ask('--class 99.z');
  expect(nobody.status).toBe(2);
  expect(existsSync(out)).toBe(false);

  mkdirSync(out);
  writeFileSync(join(out, 'works.csv'), 'keep');
  const refused = await ask('');
  expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 2, stdout: '' });
  expect(refused.stderr).toContain(`${join(out, 'works.csv')} exists already`);
  expect(filesIn(out)).toEqual({ 'works.csv': 'keep' });

  expect((await ask('--yes')).status).toBe(0);
  expect(Object.keys(filesIn(out))).toEqual(Object.keys(filesIn(await exported(db))));
});

test('what is exported makes the same school again, byte for byte, in both dialects', async () => {
  const { db } = await school({ parallel: 2, size: 13 });
  const first = await exported(db);
  for (const dialect of ['csv', 'excel']) {
    const again = await emptySchool();
    const made = await run(
      `ejournal --db ${again} setup ${await exported(db, `--dialect ${dialect}`)}`,
    );
    expect(made.status).toBe(0);
    expect(filesIn(await exported(again))).toEqual(filesIn(first));
  }
});

test('what a spreadsheet would take for a formula, in full width too, is safe in its dialect and read back', async () => {
  const db = await emptySchool();
  const names = ['=1+1', '+371', '-x', '@x', '＝1+1', '＋371', '－x', '＠x', "'=x", "'＝x", "'x"];
  const rows = names.map((name, at) => `7.a,"${name}",Anna,${9000 + at}`);
  const list = file('students.csv', 'class,last_name,first_name,register_no', ...rows);
  expect((await run(`ejournal --db ${db} import-students ${list}`)).status).toBe(0);
  const columns = 'export students --columns register_no,last_name';
  const plain = await run(`ejournal --db ${db} ${columns}`);
  const safe = await run(`ejournal --db ${db} ${columns} --dialect excel`);
  const told = safe.stdout.trim().split('\r\n').slice(1);
  expect(told.map((row) => row.split(';')[1])).toEqual(
    names.map((name) => (name === "'x" ? name : `'${name}`)),
  );

  const out = await exported(db, '--dialect excel');
  const again = await emptySchool();
  expect((await run(`ejournal --db ${again} setup ${out}`)).status).toBe(0);
  expect((await run(`ejournal --db ${again} ${columns}`)).stdout).toBe(plain.stdout);
  expect((await run(`ejournal --db ${db} --lang en setup ${out}`)).stderr).toBe(
    'Nothing to change.\n',
  );
});

test('an Excel file of Windows-1257 with Latvian headers, words and days says the same', async () => {
  const { db, files } = await school();
  const encode = encoder();
  const words: Record<string, string> = {
    yes: 'jā',
    no: 'nē',
    justified: 'attaisnots',
    test: 'pārbaudes darbs',
  };
  const text = readFileSync(join(files, 'lessons.csv'), 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.replace(/(\d{4})-(\d\d)-(\d\d),/g, '$3.$2.$1.,'));
  lines[0] =
    'Datums,Stunda,GRUPA,Tēma,Mājas_darbs,Pedagogs,Notikusi,Iemesls,Veids,Kavējumi-pārbaudīti,Ievadīts';
  const excel = lines
    .map((line) =>
      line
        .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((cell) => words[cell] ?? cell)
        .map((cell) => (cell.includes(';') && !cell.startsWith('"') ? `"${cell}"` : cell))
        .join(';'),
    )
    .join('\r\n');
  const path = join(folder(), 'lessons.csv');
  writeFileSync(path, encode(excel));
  const { status, stdout, stderr } = await run(
    `ejournal --db ${db} --lang en import-lessons ${path} --format json`,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'Nothing to change.\n' });
  expect(JSON.parse(stdout)[0].unchanged).toBe(lines.length - 1);
});

/** The letters of Windows-1257 as Node decodes them, the other way round. */
function encoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder('windows-1257');
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return (text) => Uint8Array.from([...text].map((letter) => bytes.get(letter) ?? 63));
}

test('every file is exported with its columns, narrowed by class, group and days', async () => {
  const { db, files } = await school({ parallel: 2 });
  for (const kind of fileKinds) {
    const { stdout } = await run(`ejournal --db ${db} export ${kind}`);
    // A school that has no row of these has no file of them either.
    const path = join(files, `${kind}.csv`);
    if (!existsSync(path) && optionalFileKinds.includes(kind)) continue;
    expect(stdout.split('\n')[0]).toBe(readFileSync(path, 'utf8').split('\n')[0]);
  }
  const all = rowsOf(readFileSync(join(files, 'marks.csv'), 'utf8'));
  const narrowed = await run(
    `ejournal --db ${db} export marks --group "7.a MAT" --from 2015-09-10 --until 2015-09-20`,
  );
  const expected = all.filter((row) => {
    const [date = '', group] = row.split(',');
    return group === '7.a MAT' && date >= '2015-09-10' && date <= '2015-09-20';
  });
  expect(rowsOf(narrowed.stdout).sort()).toEqual(expected.sort());
  const ofClass = new Set(
    rowsOf(readFileSync(join(files, 'students.csv'), 'utf8'))
      .filter((row) => row.startsWith('7.b,'))
      .map((row) => row.split(',')[3] ?? ''),
  );
  const groupsOfClass = new Set(
    rowsOf(readFileSync(join(files, 'groups.csv'), 'utf8'))
      .map((row) => row.split(','))
      .filter(([, , , classes]) => classes?.split('+').includes('7.b'))
      .map(([name = '']) => name),
  );
  for (const [kind, isOfClass] of [
    ['group-members', (row: string[]) => ofClass.has(row[1] ?? '')],
    ['works', (row: string[]) => groupsOfClass.has(row[1] ?? '')],
  ] as const) {
    const listed = rowsOf(readFileSync(join(files, `${kind}.csv`), 'utf8'));
    const { stdout } = await run(`ejournal --db ${db} export ${kind} --class 7.b`);
    const wanted = listed.filter((row) => isOfClass(row.split(',')));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(listed.length);
    expect(rowsOf(stdout)).toHaveLength(wanted.length);
    expect(rowsOf(stdout).every((row) => isOfClass(row.split(',')))).toBe(true);
  }
  const refused = await run(`ejournal --db ${db} --lang en export subjects --class 7.a`);
  expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('--class') });
});

test.each(['--from 2016-08-01', '--until 2015-07-31'])(
  'an export of days outside the school year, %s, is refused and not taken for empty',
  async (days) => {
    const { db } = await school();
    const refused = await run(`ejournal --db ${db} --lang en export lessons ${days}`);
    expect(refused).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Its days are 2015-08-01 to 2016-07-31.'),
    });
  },
);

test('an entry without its moment bears that of the import, and is the same one the next time', async () => {
  const { db } = await school();
  const path = join(folder(), 'absences.csv');
  writeFileSync(path, 'date,period,register_no\n2015-09-29,7,1001\n');
  const at = (moment: string) => ({ clock: () => new Date(moment) });
  await run(`ejournal --db ${db} import-absences ${path}`, at('2015-10-01T08:00:00Z'));
  const again = await run(
    `ejournal --db ${db} import-absences ${path} --columns unchanged`,
    at('2015-10-02T08:00:00Z'),
  );
  expect(again.stdout).toBe('unchanged\n1\n');
  writeFileSync(path, 'date,period,register_no,mark\n2015-09-29,7,1001,k\n');
  await run(`ejournal --db ${db} import-absences ${path}`, at('2015-10-03T08:00:00Z'));
  const { stdout } = await run(
    `ejournal --db ${db} export absences --from 2015-09-29 --until 2015-09-29`,
  );
  expect(stdout.split('\n').filter((row) => row.startsWith('2015-09-29,7,1001'))).toEqual([
    '2015-09-29,7,1001,n,2015-10-01T08:00:00Z',
    '2015-09-29,7,1001,k,2015-10-03T08:00:00Z',
  ]);
});

test('the teacher of a group and what a school says of itself can be cleared, and stay so', async () => {
  const { db } = await school();
  const into = folder();
  writeFileSync(join(into, 'school.csv'), 'key,value\ndeputy,\\N\n');
  writeFileSync(join(into, 'groups.csv'), 'group,subject,teacher,classes\n7.a MAT,,\\N,\n');
  expect((await run(`ejournal --db ${db} setup ${into}`)).status).toBe(0);
  const all = await exported(db);
  expect(readFileSync(join(all, 'school.csv'), 'utf8')).toMatch(/^deputy,$/m);
  expect(readFileSync(join(all, 'groups.csv'), 'utf8')).toMatch(/^7\.a MAT,MAT,\\N,7\.a,/m);
});

test('init can be tried: its differences are shown, and no database is left', async () => {
  const files = sampleFiles();
  const db = join(folder(), 'new.db');
  const line = `ejournal --db ${db} --lang en init --year 2015 --school ${files}/school.csv`;
  const { status, stdout, stderr } = await run(`${line} --diff`);
  expect({ status, stderr }).toEqual({ status: 0, stderr: `Only tried: ${db} was not made.\n` });
  expect(stdout).toContain(`${files}/school.csv,2,name,key,,name\n`);
  expect((await run(`${line} --dry-run`)).status).toBe(0);
  expect((await run(`ejournal --db ${db} status`)).status).toBe(5);
  expect((await run(line)).status).toBe(0);
});

test('of decisions of one moment the same one stands after an export', async () => {
  const { db } = await school();
  const header = 'register_no,group,from,until,status,reason,recorded_at';
  const decisions = [
    header,
    '1001,,2015-09-14,2015-09-14,unjustified,other,2015-09-20T10:00:00Z',
    '1001,,2015-09-07,2015-09-18,justified,illness,2015-09-20T10:00:00Z',
    '1002,,2015-09-15,2015-09-15,justified,family,2015-09-21T10:00:00Z',
    ',7.a MAT,2015-09-14,2015-09-16,unjustified,other,2015-09-21T10:00:00Z',
    '1003,,2015-09-16,2015-09-16,justified,doctor,2015-09-22T10:00:00Z',
    '1003,,2015-09-15,2015-09-16,justified,illness,2015-09-23T10:00:00Z',
  ];
  const path = join(folder(), 'justifications.csv');
  writeFileSync(path, `${decisions.join('\n')}\n`);
  expect(await run(`ejournal --db ${db} import-justifications ${path}`)).toMatchObject({
    status: 0,
  });
  const days = ['14', '15', '16'].flatMap((day) =>
    ['1001', '1002', '1003'].map((student) => `2015-09-${day},1,${student},n`),
  );
  const absences = join(folder(), 'absences.csv');
  writeFileSync(absences, ['date,period,register_no,mark', ...days, ''].join('\n'));
  await run(`ejournal --db ${db} import-absences ${absences}`);
  const copy = await emptySchool();
  await run(`ejournal --db ${copy} setup ${await exported(db)}`);
  const decided = (of: string) =>
    run(`ejournal --db ${of} absences --columns date,period,register_no,status,reason`);
  expect(await decided(copy)).toEqual(await decided(db));
  const exportedRows = rowsOf((await run(`ejournal --db ${db} export justifications`)).stdout);
  const third = exportedRows.filter((row) => row.startsWith('1003,'));
  expect(third.map((row) => row.split(',')[2])).toEqual(
    [...third.map((row) => row.split(',')[2])].sort(),
  );
});

/** What somebody may type between the quotes of a shell, white space and composed letters above all. */
const typedText = fc.stringMatching(/^(?:[a-zā]|[ \t\u00A0]{1,2}|a\u0304|\\N|[,;=-]){0,8}$/u);

test('texts of options are kept as files have them: to import what was exported changes nothing', async () => {
  const { db } = await school();
  const again = await emptySchool();
  let day = 0;
  await fc.assert(
    fc.asyncProperty(typedText, typedText, async (document, note) => {
      day += 1;
      const said = `--document "${document}" --note "${note}"`;
      const { status, stderr } = await run(
        `ejournal --db ${db} justify --student 1001 --from 2015-10-${(day % 28) + 1} --reason family ${said}`,
      );
      expect({ status, stderr, said }).toMatchObject({ status: 0 });
    }),
    { numRuns: 28 },
  );
  await run(`ejournal --db ${db} bells set "īsais   saraksts " 1 08:00-08:20`);
  const out = await exported(db);
  const kept = readFileSync(join(out, 'bells.csv'), 'utf8');
  expect(kept).toContain('īsais saraksts,1,08:00,08:20');
  const imported = await run(
    `ejournal --db ${db} import-justifications ${join(out, 'justifications.csv')} --columns new,changed`,
  );
  expect(imported.stdout).toBe('new,changed\n0,0\n');
  await run(`ejournal --db ${again} setup ${out}`);
  expect(filesIn(await exported(again))).toEqual(filesIn(out));
});

test('the name of a school is tidied, and a blank one is none', async () => {
  const named = async (name: string) => {
    const db = join(folder(), 'named.db');
    await run(`ejournal --db ${db} init --year 2015 --name "${name}" --yes`);
    return (await run(`ejournal --db ${db} export school`)).stdout;
  };
  expect(await named(' Mana   skola\tRi\u0304ga\u0304 ')).toBe('key,value\nname,Mana skola Rīgā\n');
  expect(await named('  ')).toBe('key,value\n');
});

test('a schedule of bells without a name is refused', async () => {
  const { db } = await school();
  const { status } = await run(`ejournal --db ${db} bells set "  " 1 08:00-08:20`);
  expect(status).toBe(2);
});

test('of several who have a group or a class at once the same one owes, whatever the order of the rows', async () => {
  const changes = [
    '7.a MAT,EN1,2015-10-05,',
    '7.a MAT,LV1,2015-10-05,2015-10-09',
    '7.a MAT,SPO1,2015-10-07,',
  ];
  const owed = async (db: string, what: string) => {
    const asked = `overdue --as-of 2015-10-31 ${what} --columns date,owed_by`;
    return [...new Set(rowsOf((await run(`ejournal --db ${db} ${asked}`)).stdout))];
  };
  const owing = async (db: string) => [
    ...(await owed(db, '--clause 4.1 --group "7.a MAT" --from 2015-10-08 --until 2015-10-12')),
    ...(await owed(db, '--clause 3.4 --class 7.a')),
  ];
  for (const rows of [changes, changes.toReversed()]) {
    const { db } = await school();
    const [first] = await owed(db, '--clause 3.4 --class 7.a');
    const second = '7.a,AA0,Otra,Anna,teacher+class_teacher';
    const staff = file('staff.csv', 'class,code,last_name,first_name,roles', second);
    await run(`ejournal --db ${db} import-staff ${staff}`);
    const path = file('group-teachers.csv', 'group,teacher,from,until', ...rows);
    expect((await run(`ejournal --db ${db} create-groups ${path}`)).status).toBe(0);
    const expected = ['2015-10-08,LV1', '2015-10-09,LV1', '2015-10-12,SPO1', first];
    expect(await owing(db)).toEqual(expected);
    const again = await emptySchool();
    await run(`ejournal --db ${again} setup ${await exported(db)}`);
    expect(await owing(again)).toEqual(expected);
  }
});
