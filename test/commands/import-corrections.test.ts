import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { file, folder, school } from '../support/school.js';

const ask = (db: string, words: string) => run(`ejournal --db ${db} --lang en ${words}`);

/** What an import says of its rows: where they are wrong, else how many did what. */
async function imported(db: string, kind: string, ...lines: string[]) {
  const { status, stdout } = await ask(db, `import-${kind} ${file(`${kind}.csv`, ...lines)}`);
  const [, ...rows] = stdout.trim().split('\n');
  return { status, rows: rows.map((row) => row.split(',').slice(1).join(',')) };
}

async function exportedRows(db: string, kind: string): Promise<string[]> {
  return (await ask(db, `export ${kind}`)).stdout.trim().split('\n').slice(1);
}

test('days overlap whichever row was there first', async () => {
  const { db } = await school();
  const header = 'group,register_no,from,until';
  const halves = 'group,subject,teacher,classes,whole';
  const listed = [
    file('groups.csv', halves, '7.a pulciņš,MAT,MAT1,7.a,no'),
    file('group-members.csv', header, '7.a pulciņš,1001,2015-09-01,'),
  ];
  expect(await ask(db, `create-groups ${listed.join(' ')}`)).toMatchObject({ status: 0 });
  for (const days of [',', '2015-08-20,', '2015-08-20,2015-09-30']) {
    const path = file('group-members.csv', header, `7.a pulciņš,1001,${days}`);
    const { status, stdout } = await ask(db, `create-groups ${path} --columns line,column,value`);
    const [from] = days.split(',');
    expect({ days, status, stdout }).toEqual({
      days,
      status: 4,
      stdout: `line,column,value\n2,from,${from}\n`,
    });
  }
});

test('one parent is one person, and no line of a file may say otherwise', async () => {
  const { db } = await school();
  const header = 'register_no,last_name,first_name,relation,phone,email';
  const one = '1001,Rīta,Zane,mother,26000088,';
  const twice = await Promise.all(
    [
      '1001,Rīta,Ivo,father,26000088,',
      '1001,Rīta,Zane,mother,26000089,',
      '1002,Rīta,Zane,mother,26000088,b@example.org',
    ].map((other) =>
      ask(
        db,
        `import-parents ${file('p.csv', header, `${one}a@example.org`, other)} --columns line,column`,
      ),
    ),
  );
  expect(twice.map(({ stdout }) => stdout)).toEqual([
    'line,column\n3,register_no\n',
    'line,column\n3,register_no\n',
    'line,column\n3,email\n',
  ]);
  const sibling = '1002,Rīta,Zane,mother,26000088,';
  expect(await imported(db, 'parents', header, `${one}a@example.org`, sibling)).toMatchObject({
    rows: ['2,2,0,0,0,0'],
  });
  expect(await imported(db, 'parents', header, `${one}a@example.org`, sibling)).toMatchObject({
    rows: ['2,0,0,2,0,0'],
  });
});

test('a file for spreadsheets comes back unchanged also as Latvian Excel saves it', async () => {
  const { db } = await school();
  const phone = 'class,last_name,first_name,register_no,phone';
  await imported(db, 'students', phone, '7.a,,,1001,+37120000000');
  const { stdout } = await ask(db, 'export students --dialect excel');
  const letters: Record<string, number> = {};
  const decoder = new TextDecoder('windows-1257');
  for (let byte = 0; byte < 256; byte += 1) letters[decoder.decode(new Uint8Array([byte]))] = byte;
  const bytes = [...stdout.replace('\ufeff', '')].map((letter) => letters[letter] ?? 0x3f);
  const path = join(folder(), 'students.csv');
  writeFileSync(path, new Uint8Array(bytes));
  expect(readFileSync(path, 'latin1')).toContain("'+371");
  const again = await ask(db, `import-students ${path} --columns changed,rejected`);
  expect(again.stdout).toBe('changed,rejected\n0,0\n');
});

test('an empty cell leaves what is there, also where a new row must have it', async () => {
  const { db } = await school();
  await imported(db, 'movements', 'register_no,date,kind,class', '1001,2015-09-10,class,8.a');
  expect(
    await imported(db, 'movements', 'register_no,date,kind,reason', '1001,2015-09-10,class,lūgums'),
  ).toEqual({ status: 0, rows: ['1,0,1,0,0,0'] });
  expect(await exportedRows(db, 'movements')).toContain('1001,2015-09-10,class,8.a,lūgums,');

  const decisions = 'register_no,decision,order_no';
  await imported(db, 'decisions', decisions, '1001,promoted,1-1');
  expect(await imported(db, 'decisions', decisions, '1001,,1-2')).toMatchObject({ status: 0 });
  expect(await exportedRows(db, 'decisions')).toEqual(['1001,promoted,1-2,']);
  expect(await imported(db, 'decisions', decisions, '1002,,1-2')).toMatchObject({ status: 4 });

  const works = 'date,group,work,kind,scale,recorded_at';
  const work = '2015-09-16,7.a MAT,Jauns darbs';
  expect(await imported(db, 'works', works, `${work},,pass,`)).toMatchObject({ status: 4 });
  const both = [`${work},quiz,,2015-09-16T08:00:00Z`, `${work},,pass,2015-09-16T09:00:00Z`];
  expect(await imported(db, 'works', works, ...both)).toMatchObject({ rows: ['2,2,0,0,0,0'] });
  expect(await exportedRows(db, 'works')).toContain(
    `${work.replace('2015-09-16,7.a MAT', '2015-09-16,7.a MAT')},quiz,pass,,2015-09-16T09:00:00Z`,
  );
});

test('what was announced of a work stays as it is until it is cleared, there and back', async () => {
  const { db } = await school();
  const header = 'date,group,work,kind,scale,retest_of,recorded_at';
  const [first, again] = ['2015-09-15,7.a MAT,Pirmais', '2015-09-16,7.a MAT,Otrais'];
  const announced = [
    `${first},test,,,2015-09-10T08:00:00Z`,
    `${again},test,pass,Pirmais,2015-09-15T08:00:00Z`,
    `${again},,,,2015-09-16T08:00:00Z`,
    `${again},,\\N,\\N,2015-09-17T08:00:00Z`,
    `${again},,,,2015-09-18T08:00:00Z`,
  ];
  await imported(db, 'works', header, ...announced);
  const owed = async (asOf: string) =>
    (await ask(db, `overdue --as-of ${asOf} --clause 4.2 --format csv --columns work`)).stdout
      .split('\n')
      .includes('Otrais');
  expect(await owed('2015-10-15')).toBe(true);
  const rows = (await exportedRows(db, 'works')).filter((row) => row.includes('Otrais'));
  expect(rows).toEqual([
    `${again},test,pass,Pirmais,2015-09-15T08:00:00Z`,
    `${again},test,pass,Pirmais,2015-09-16T08:00:00Z`,
    `${again},test,\\N,\\N,2015-09-17T08:00:00Z`,
    `${again},test,,,2015-09-18T08:00:00Z`,
  ]);
  const other = await school();
  await imported(other.db, 'works', header, announced[0] ?? '', ...rows);
  expect(await exportedRows(other.db, 'works')).toEqual(await exportedRows(db, 'works'));
  expect(await imported(db, 'works', header, ...announced)).toMatchObject({
    rows: ['5,0,0,5,0,0'],
  });

  const retest = await school();
  await imported(retest.db, 'works', header, ...announced.slice(0, 3));
  const { stdout } = await ask(retest.db, 'overdue --as-of 2015-10-15 --format csv --columns work');
  expect(stdout.split('\n')).not.toContain('Otrais');
  expect(stdout.split('\n')).toContain('Pirmais');
});

test('a file that comes again does not undo what was corrected since, and says so', async () => {
  const { db } = await school();
  const marks = (...values: string[]) =>
    file(
      'marks.csv',
      'date,group,work,kind,register_no,value',
      ...values.map((value) => `2015-09-16,7.a MAT,Darbs,quiz,${value}`),
    );
  const importAt = (path: string, day: string) =>
    run(`ejournal --db ${db} --lang en import-marks ${path}`, {
      clock: () => new Date(`2015-09-${day}T08:00:00Z`),
    });
  const first = marks('1001,4', '1002,5', '1003,6');
  await importAt(first, '17');
  const unchanged = await importAt(first, '18');
  expect(unchanged.stderr).toBe('Nothing to change.\n');
  await importAt(marks('1002,8', '1003,9'), '19');
  const again = await importAt(first, '20');
  expect(again.stdout).toContain('3,0,0,3,0,0');
  expect(again.stderr).toContain(
    'marks.csv:3:recorded_at: From here on 2 rows were entered before',
  );
  await importAt(marks('1002,5', '1003,6'), '21');
  expect((await importAt(first, '22')).stderr).toBe('Nothing to change.\n');
});

test('who is exempt may be written in Latvian', async () => {
  const { db } = await school();
  const header = 'register_no,subject,term,value';
  await imported(db, 'term-marks', header, '1001,MAT,semester1,atbrīvots');
  expect((await exportedRows(db, 'term-marks'))[0]).toMatch(/^1001,MAT,semester1,atb,/);
});

test('a birth date that the personal code tells is not cleared', async () => {
  const { db } = await school();
  const header = 'class,last_name,first_name,register_no,personal_code,birth_date';
  await imported(db, 'students', header, '7.a,,,1001,010203-20015,');
  await imported(db, 'students', header, '7.a,,,1001,,\\N');
  const row = (await exportedRows(db, 'students')).find((line) => line.includes(',1001,'));
  expect(row).toContain('010203-20015,2003-02-01');
});

test('all that is wrong with a header, and all that a new row lacks, is said at once', async () => {
  const { db } = await school();
  const where = (path: string) => ask(db, `import-students ${path} --columns line,column,value`);
  const lacking = await where(file('s.csv', 'Vards,vārds,first_name,sex', 'X,Y,Z,S'));
  expect(lacking.stdout).toBe(
    'line,column,value\n1,first_name,first_name\n1,class,\n1,last_name,\n1,register_no,\n',
  );
  expect(lacking.stderr).toContain(':1:Vards');
  const row = file('r.csv', 'class,last_name,first_name,register_no', ',,,7302');
  expect((await where(row)).stdout).toBe(
    'line,column,value\n2,class,\n2,last_name,\n2,first_name,\n',
  );
});

test('cells beyond the header stay in the file of what was rejected', async () => {
  const { db } = await school();
  const errors = join(folder(), 'errors.csv');
  const path = file('s.csv', 'class,last_name,first_name,register_no', '7.a,A,B,7101,extra,more');
  await ask(db, `import-students ${path} --errors ${errors}`);
  expect(readFileSync(errors, 'utf8').split('\n')[1]).toMatch(/^7\.a,A,B,7101,".*",extra,more$/);
});

test('what was exported after somebody moved makes the same school, and the same marks say nothing new', async () => {
  const { db, files } = await school({ parallel: 2 });
  const move = [
    'register_no,date,kind,class',
    '1001,2015-09-01,class,7.a',
    '1001,2015-09-05,class,7.b',
  ];
  await imported(db, 'movements', ...move);
  const again = await ask(db, `import-marks ${join(files, 'marks.csv')} --columns new,rejected`);
  expect(again.stdout).toBe('new,rejected\n0,0\n');
  const all = join(folder(), 'all');
  await ask(db, `export all --out ${all}`);
  const copy = join(folder(), 'ejournal.db');
  await run(`ejournal --db ${copy} init --year 2015 --yes`);
  const made = await ask(copy, `setup ${all}`);
  expect(made.status).toBe(0);
  expect(made.stderr).toContain('1001');
  expect((await ask(copy, 'export marks')).stdout).toBe((await ask(db, 'export marks')).stdout);
  const stranger = file(
    'marks.csv',
    'date,group,work,kind,register_no,value',
    '2015-09-16,7.a MAT,Darbs,quiz,1001,8',
  );
  expect((await ask(db, `import-marks ${stranger}`)).status).toBe(4);
});

test('each parent of a student has their own phone; two that were confused are put right in one file', async () => {
  const { db } = await school();
  const header = 'register_no,last_name,first_name,relation,phone,email';
  const parents = async () =>
    (await exportedRows(db, 'parents')).filter((row) => row.startsWith('1001,K'));
  const [one, other] = ['1001,Kalna,Ilga,mother', '1001,Kalns,Juris,father'];
  await imported(
    db,
    'parents',
    header,
    `${one},+37120000010,i@example.org`,
    `${other},+37120000020,`,
  );
  const before = await parents();
  expect(before).toHaveLength(2);
  const taken = file('p.csv', header, `${other},+37120000010,`);
  const refused = await ask(db, `import-parents ${taken} --columns line,column,value,problem`);
  expect(refused.status).toBe(4);
  expect(refused.stdout).toContain(
    '2,phone,+37120000010,"The student’s other parent, Ilga Kalna, has this phone."',
  );
  expect(await parents()).toEqual(before);
  await imported(db, 'parents', header, `${one},+37120000020,`, `${other},+37120000010,`);
  expect(await parents()).toEqual([
    `${other},+37120000010,,`,
    `${one},+37120000020,i@example.org,`,
  ]);
});

test('a substitute who was named by mistake is taken out again', async () => {
  const { db } = await school();
  const header = 'date,period,group,topic,teacher,absences_checked,recorded_at';
  const lesson = '2015-09-16,13,7.a MAT';
  const [own = ''] = (await exportedRows(db, 'groups'))
    .filter((row) => row.startsWith('7.a MAT,'))
    .map((row) => row.split(',')[2] ?? '');
  const other = (await exportedRows(db, 'staff'))
    .map((row) => row.split(',')[0] ?? '')
    .find((code) => code !== own && code !== 'ADM');
  const owed = async () =>
    (
      await ask(
        db,
        '--as-of 2015-09-17 overdue --clause 4.1 --group "7.a MAT" --from 2015-09-16 --until 2015-09-16 --columns period,owed_by',
      )
    ).stdout;
  await imported(db, 'lessons', header, `${lesson},,${other},no,2015-09-16T10:00:00Z`);
  expect(await owed()).toContain(`13,${other}`);
  await imported(db, 'lessons', header, `${lesson},,\\N,no,2015-09-16T11:00:00Z`);
  expect(await owed()).toContain(`13,${own}`);
});
