import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { contents, file, folder, school } from '../support/school.js';

const header = 'class,last_name,first_name,register_no,birth_date';

test('a student whose class changed is moved, and where they were before is kept', async () => {
  const { db } = await school({ parallel: 2 });
  const moved = file('s.csv', header, '7.b,,,1001,');
  const { stdout } = await run(
    `ejournal --db ${db} import-students ${moved} --on 2015-10-05 --columns changed`,
  );
  expect(stdout).toBe('changed\n1\n');
  const { stdout: movements } = await run(`ejournal --db ${db} export movements`);
  expect(movements.trim().split('\n').slice(1)).toEqual([
    '1001,2015-09-01,class,7.a,,',
    '1001,2015-10-05,class,7.b,,',
  ]);
});

describe('the class of a list that is read again', () => {
  const movements = async (db: string) =>
    (await run(`ejournal --db ${db} export movements`)).stdout.trim().split('\n').slice(1);
  const list = (name: string) => file('s.csv', header, `${name},,,1001,`);

  test.each(['2015-11-02', '2016-11-02'])(
    'leaves what was before a movement that tells it already, on %s',
    async (day) => {
      const { db } = await school({ parallel: 2 });
      const moved = file('m.csv', 'register_no,date,kind,class', '1001,2015-10-05,class,7.b');
      await run(`ejournal --db ${db} import-movements ${moved}`);
      const done = await run(`ejournal --db ${db} --as-of ${day} import-students ${list('7.b')}`);
      expect(done).toMatchObject({ status: 0, stderr: '' });
      expect(await movements(db)).toEqual([
        '1001,2015-09-01,class,7.a,,',
        '1001,2015-10-05,class,7.b,,',
      ]);
    },
  );

  test('is of the whole year when that is over, and this is pointed out', async () => {
    const { db } = await school({ parallel: 2 });
    const late = `ejournal --db ${db} --lang en --as-of 2016-11-02 import-students`;
    const { stderr } = await run(`${late} ${list('7.b')}`);
    expect(stderr).toContain(
      's.csv:2:class “7.b”: The class is replaced for the whole school year',
    );
    expect(await movements(db)).toEqual([]);
  });

  test('changes nothing for who has left, and this is pointed out', async () => {
    const { db } = await school({ parallel: 2 });
    const left = file('m.csv', 'register_no,date,kind', '1001,2015-09-15,left');
    await run(`ejournal --db ${db} import-movements ${left}`);
    const { stderr } = await run(
      `ejournal --db ${db} --lang en import-students ${list('7.b')} --on 2015-10-05`,
    );
    expect(stderr).toContain('The student is not at the school on 2015-10-05');
    expect(await movements(db)).toEqual(['1001,2015-09-15,left,,,']);
  });

  test('does not stand where the movements tell another one, from the beginning or later', async () => {
    const { db } = await school({ parallel: 2 });
    const line = `ejournal --db ${db} --lang en import-students`;
    await run(`${line} ${list('7.b')} --on 2015-10-05`);
    const told = ['1001,2015-09-01,class,7.a,,', '1001,2015-10-05,class,7.b,,'];
    for (const time of ['first', 'second']) {
      for (const when of ['--on 2015-09-01', '--as-of 2016-11-02']) {
        const { stderr } = await run(`${line} ${list('8.a')} ${when}`);
        expect({ time, when, stderr }).toMatchObject({
          stderr: expect.stringContaining('The movements of the school year tell another class'),
        });
        expect(await movements(db)).toEqual(told);
      }
    }
    const { stderr } = await run(`${line} ${list('8.a')} --on 2015-09-21`);
    expect(stderr).toContain('only until the day before 2015-10-05');
    expect(await movements(db)).toEqual([told[0], '1001,2015-09-21,class,8.a,,', told[1]]);
  });

  test.each([
    ['marks', ['date,group,work,kind,register_no,value', '2015-10-06,8.a MAT,Darbs,quiz,1001,8']],
    ['term-marks', ['register_no,subject,term,value', '1001,FIL,semester1,8']],
  ])('is settled once in a set-up, before its %s are held against it', async (kind, rows) => {
    const { db } = await school();
    const year = folder();
    const save = (name: string, ...lines: string[]) =>
      writeFileSync(join(year, `${name}.csv`), [...lines, ''].join('\n'));
    save('subjects', 'code,name,scale', 'FIL,Filozofija,points');
    save('programmes', 'programme,grade,subject,lessons_per_week', '21011111,7,FIL,1');
    save('students', header, '8.a,,,1001,', '8.a,,,1002,');
    save('movements', 'register_no,date,kind', '1002,2015-09-15,left');
    save(kind, ...rows);
    const line = `ejournal --db ${db} --lang en --as-of 2015-10-06 setup ${year}`;
    const { status, stdout, stderr } = await run(line);
    expect({ status, stdout, stderr }).toMatchObject({ status: 0 });
    expect(stderr.match(/The student is not at the school/g)).toHaveLength(1);
    expect(stderr).not.toContain(`${kind}.csv:`);
  });

  test('cannot hold from a day after the year', async () => {
    const { db } = await school({ parallel: 2 });
    const { status, stderr } = await run(
      `ejournal --db ${db} --lang en import-students ${list('7.b')} --on 2016-09-01`,
    );
    expect(status).toBe(2);
    expect(stderr).toContain('--on: 2016-09-01 does not lie in the school year 2015/2016.');
    expect((await run(`ejournal --db ${db} history --columns operation`)).stdout).toBe(
      'operation\n1\n2\n',
    );
  });
});

test('the difference of an import is shown field by field, and nothing is written', async () => {
  const { db } = await school();
  const path = file(
    's.csv',
    'class,last_name,first_name,register_no,phone',
    '7.a,Cita,,1001,+37120000000',
  );
  const { status, stdout } = await run(`ejournal --db ${db} import-students ${path} --diff`);
  expect(status).toBe(0);
  const [head, ...rows] = stdout.trim().split('\n');
  expect(head).toBe('file,line,key,column,before,after');
  expect(rows.map((row) => row.split(',').slice(1).join(','))).toEqual([
    expect.stringMatching(/^2,1001,last_name,\S+,Cita$/),
    '2,1001,phone,,+37120000000',
  ]);
  expect((await run(`ejournal --db ${db} history --columns operation`)).stdout).toBe(
    'operation\n1\n2\n',
  );
});

test('a look at mistakes with --diff shows what would change as well', async () => {
  const { db, files } = await school();
  const before = contents(db);
  const ask = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
  writeFileSync(
    join(files, 'students.csv'),
    'class,last_name,first_name,register_no,phone\n7.a,,,1001,+37120000000\n',
  );
  const checked = await ask(`setup ${files} --check --diff`);
  expect(checked.status).toBe(0);
  expect(checked.stderr).toBe('No mistakes found. Nothing was written.\n');
  const [head, ...rows] = checked.stdout.trim().split('\n');
  expect(head).toBe('file,line,key,column,before,after');
  expect(rows.map((row) => row.split(',').slice(1).join(','))).toEqual([
    '2,1001,phone,,+37120000000',
  ]);
  expect(contents(db)).toEqual(before);

  const subjects = file('subjects.csv', 'code,name,scale', 'ZIM,Zīmēšana,points');
  const programmes = await ask('export programmes --columns programme,programme_name,grade');
  const [, programme] = programmes.stdout.split('\n');
  const more = file(
    'programmes.csv',
    'programme,programme_name,grade,subject,lessons_per_week',
    `${programme},ZIM,1`,
  );
  await ask(`import-subjects ${subjects}`);
  await ask(`import-programmes ${more}`);
  const journals = await ask('create-journals --missing --diff');
  expect(journals.stdout).toContain(',,7.a ZIM,group,,7.a ZIM\n');
});

test('who may be the same is pointed out, too, where a date of birth is not known', async () => {
  const { db } = await school();
  const header = 'class,last_name,first_name,register_no,birth_date';
  const add = async (...rows: string[]) =>
    (await run(`ejournal --db ${db} --lang en import-students ${file('s.csv', header, ...rows)}`))
      .stderr;
  const first = await add('7.a,Zālīte,Ņina,9001,2002-04-01', '7.b,Ozols,Jānis,9002,');
  expect(first).toBe('');
  const told = await add(
    '7.b,Nina,Zalite,9003,',
    '7.b,Zālīte,Ņina,9004,',
    '7.b,Zālīte,Ņina,9005,2003-01-01',
    '7.a,Ozols,Jānis,9006,2002-02-02',
  );
  const pointedOut = [...told.matchAll(/:(\d+):register_no \S+: Student (\d+) has ([^;,.]+)/g)];
  expect(pointedOut.map(([, line, number, what]) => `${line} ${number} ${what}`)).toEqual([
    '2 9001 the same names',
    '3 9001 the same name',
    '4 9003 the same names',
    '5 9002 the same name',
  ]);
});

test('a new student who is like one who is there is pointed out', async () => {
  const { db } = await school();
  const twins = [
    '7.a,Ķēniņa,Ņina,8001,2002-05-05',
    '7.a,Ņina,Ķēniņa,8002,2002-05-05',
    '7.a,Kenina,Nina,8003,2002-05-05',
    '7.a,Ķēniņa,Ņina,8004,2002-05-06',
  ];
  const { stderr } = await run(
    `ejournal --db ${db} --lang en import-students ${file('s.csv', header, ...twins)}`,
  );
  const pointedOut = stderr
    .trim()
    .split('\n')
    .map((line) => line.replace(/^.*s\.csv:(\d+):.*?: /, '$1 '));
  expect(pointedOut).toEqual([
    '3 Student 8001 has the same names, first and last name swapped. If it is the same person, keep one register number.',
    '4 Student 8001 has the same name, but for the marks on letters. If it is the same person, keep one register number.',
  ]);
});

test('a personal code given to two new students of one file is refused, to one of them twice is not', async () => {
  const { db } = await school();
  const coded = 'class,last_name,first_name,register_no,birth_date,personal_code';
  const anna = '7.a,Ozola,Anna,8001,2003-02-01,010203-20015';
  const twice = file('twice.csv', coded, anna, '7.a,Egle,Ieva,8002,2003-02-01,010203-20015');
  const refused = await run(
    `ejournal --db ${db} import-students ${twice} --columns line,column,value`,
  );
  expect(refused).toMatchObject({
    status: 4,
    stdout: 'line,column,value\n3,personal_code,010203-20015\n',
  });
  const once = file('once.csv', coded, anna, anna);
  const taken = await run(`ejournal --db ${db} import-students ${once} --columns new,unchanged`);
  expect(taken).toMatchObject({ status: 0, stdout: 'new,unchanged\n1,1\n' });
});

test('those who are missing in a complete list are named, and withdrawn only when it is said', async () => {
  const { db, files } = await school({ parallel: 2, size: 20 });
  const lines = readFileSync(join(files, 'students.csv'), 'utf8').trim().split('\n');
  const path = join(folder(), 's.csv');
  writeFileSync(path, `${lines.slice(0, -2).join('\n')}\n`);
  const listed = await run(
    `ejournal --db ${db} import-students ${path} --complete --format json --columns register_no`,
  );
  expect(listed.status).toBe(3);
  expect(listed.stdout).toContain('1079');
  const withdrawn = await run(
    `ejournal --db ${db} import-students ${path} --withdraw-missing --on 2015-11-02 --yes`,
  );
  expect(withdrawn.status).toBe(0);
  const left = await run(`ejournal --db ${db} export movements`);
  expect(left.stdout.trim().split('\n').slice(1)).toEqual([
    '1079,2015-11-02,left,,,',
    '1080,2015-11-02,left,,,',
  ]);

  writeFileSync(path, `${lines.slice(0, 60).join('\n')}\n`);
  const tooMany = await run(
    `ejournal --db ${db} --lang en import-students ${path} --withdraw-missing --on 2015-11-02 --yes`,
  );
  expect(tooMany).toMatchObject({ status: 2, stderr: expect.stringContaining('--missing 19') });
  const confirmed = await run(
    `ejournal --db ${db} import-students ${path} --withdraw-missing --missing 19 --on 2015-11-02 --yes`,
  );
  expect(confirmed.status).toBe(0);
});

test('who left by the movements is not missing, and nobody is withdrawn before joining', async () => {
  const { db, files } = await school({ parallel: 2 });
  const rows = readFileSync(join(files, 'students.csv'), 'utf8').trim().split('\n');
  const without = (...numbers: string[]) =>
    file('s.csv', ...rows.filter((row) => !numbers.some((number) => row.includes(`,${number},`))));
  const moved = file(
    'm.csv',
    'register_no,date,kind,class',
    '1001,2015-09-15,left,',
    '1002,2015-11-02,joined,7.a',
  );
  await run(`ejournal --db ${db} import-movements ${moved}`);
  const line = `ejournal --db ${db} --lang en import-students`;
  const complete = await run(`${line} ${without('1001')} --complete --as-of 2015-10-05`);
  expect(complete).toMatchObject({ status: 0, stdout: 'register_no,last_name,first_name,class\n' });
  const early = await run(`${line} ${without('1002')} --withdraw-missing --on 2015-10-05 --yes`);
  expect(early).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('1002 joins on 2015-11-02'),
  });
  const tried = await run(
    `${line} ${without('1003')} --withdraw-missing --on 2015-10-05 --missing 1 --dry-run`,
  );
  expect(tried.stderr).toContain('Only tried: everything was taken back.');
});

test('an empty cell leaves what is there, and \\N clears it', async () => {
  const { db } = await school();
  await run(
    `ejournal --db ${db} import-students ${file('s.csv', `${header},phone,email`, '7.a,,,1001,,+37120000001,a@example.org')}`,
  );
  await run(
    `ejournal --db ${db} import-students ${file('s.csv', `${header},phone,email`, '7.a,,,1001,,,\\N')}`,
  );
  const { stdout } = await run(
    `ejournal --db ${db} export students --class 7.a --columns register_no,phone,email`,
  );
  expect(stdout).toContain('1001,+37120000001,\n');
});

test('a phone that several share is no person: each keeps the own name', async () => {
  const { db } = await school();
  const parents = 'register_no,last_name,first_name,relation,phone';
  const shared = (one: string, other: string) =>
    file('p.csv', parents, `1001,${one},mother,+37126000001`, `1002,${other},mother,+37126000001`);
  const mothers = async () =>
    (await run(`ejournal --db ${db} export parents --columns register_no,last_name,phone`)).stdout
      .split('\n')
      .filter((row) => row.endsWith(',+37126000001'));
  const put = (path: string) =>
    run(`ejournal --db ${db} import-parents ${path} --columns unchanged`);
  await put(shared('Ozola,Anna', 'Ozola,Anna'));
  await put(file('p.csv', parents, '1001,Liepa,Anna,mother,+37126000001'));
  const each = ['1001,Liepa,+37126000001', '1002,Ozola,+37126000001'];
  expect(await mothers()).toEqual(each);
  expect((await put(shared('Liepa,Anna', 'Ozola,Anna'))).stdout).toBe('unchanged\n2\n');
  expect(await mothers()).toEqual(each);
  await put(file('p.csv', parents, '1002,Liepa,Anna,mother,+37126000001'));
  const again = file(
    'p.csv',
    parents,
    '1001,Liepa,Ieva,mother,',
    '1002,Liepa,,mother,+37126000001',
  );
  await put(again);
  expect(await mothers()).toEqual(['1001,Liepa,+37126000001', '1002,Liepa,+37126000001']);
});

test('siblings share a parent; a new phone for one child makes another person', async () => {
  const { db } = await school();
  const parents = 'register_no,last_name,first_name,relation,phone';
  const both = file(
    'p.csv',
    parents,
    '1001,Ozols,Jānis,father,+37126000001',
    '1002,Ozols,Jānis,father,+37126000001',
  );
  const first = await run(`ejournal --db ${db} import-parents ${both} --columns new`);
  expect(first.stdout).toBe('new\n2\n');
  const one = file('p.csv', parents, '1001,Ozols,Jānis,father,+37126000002');
  await run(`ejournal --db ${db} import-parents ${one}`);
  const { stdout } = await run(
    `ejournal --db ${db} export parents --columns register_no,last_name,phone`,
  );
  expect(stdout.split('\n').filter((row) => row.includes('Ozols,+37126'))).toEqual([
    '1001,Ozols,+37126000002',
    '1002,Ozols,+37126000001',
  ]);
});

test('who comes back is no leaver any more', async () => {
  const { db } = await school();
  const students = file('s.csv', `${header},left_on`, '7.a,,,1001,,2015-10-02');
  await run(`ejournal --db ${db} import-students ${students}`);
  const rows = ['1001,2015-10-02,left,', '1001,2015-10-20,joined,7.a'];
  const movements = file('m.csv', 'register_no,date,kind,class', ...rows);
  await run(`ejournal --db ${db} import-movements ${movements}`);
  const line = `ejournal --db ${db} export students --class 7.a --columns register_no,left_on`;
  expect((await run(line)).stdout).toContain('1001,\n');
  const again = await run(`ejournal --db ${db} --lang en import-movements ${movements}`);
  expect(again.stderr).toBe('Nothing to change.\n');
});

test('why nothing was written is said also where only the differences, or other columns, were asked for', async () => {
  const { db } = await school();
  const bad = file('e.csv', `${header},sex`, '7.a,X,Y,6047,,X');
  const why = 'file,line,column,value,problem,mend\n';
  for (const words of ['--diff', '--columns rows,new', '--dry-run']) {
    const { status, stdout } = await run(
      `ejournal --db ${db} --lang en import-students ${bad} ${words}`,
    );
    expect({ words, status, head: stdout.slice(0, why.length) }).toEqual({
      words,
      status: 4,
      head: why,
    });
    expect(stdout).toContain(',2,sex,X,');
  }
});

test('what the data say cannot take hold of the terminal, in sentences either', async () => {
  const { db } = await school();
  const evil = file('evil.csv', header, '7.a,Kr\u001b[31māsa\u202e,Anna,8001,2002-05-05');
  await run(`ejournal --db ${db} import-students ${evil}`);
  const again = file('again.csv', header, '7.a,Kr\u001b[31māsa\u202e,Anna,8002,2002-05-05');
  const asked = await Promise.all([
    run(`ejournal --db ${db} import-students ${again}`, { terminal: 80 }),
    run(`ejournal --db ${db} show student 8001 --date 2015-09-08`, { terminal: 80 }),
    run(`ejournal --db ${db} why absence --student 8001 --date 2015-09-08 --period 1`, {
      terminal: 80,
    }),
    run(`ejournal --db ${db} monthly-extract --month 2015-09 --student 8001 --out ${folder()}`, {
      terminal: 80,
    }),
  ]);
  for (const { stdout, stderr } of asked) {
    expect(stderr).not.toMatch(/\u001b\[31m|\u202e/);
    expect(stdout).not.toMatch(/\u001b\[31m|\u202e/);
  }
  expect(asked.at(-1)?.stderr).toContain('\\u001b[31m');
});

test('a programme without subjects in the grade is pointed out, where the year has programmes', async () => {
  const { db } = await school();
  const path = file('s.csv', `${header},programme`, '7.a,Jauna,Zane,8001,2002-05-05,nope');
  const { status, stderr } = await run(`ejournal --db ${db} --lang en import-students ${path}`);
  expect(status).toBe(0);
  expect(stderr).toContain('The programme nope has no subjects in grade 7.');
});

test('columns that there are not are told where the work is done, and refused where there is none', async () => {
  const { db } = await school();
  const path = file('s.csv', header, '7.a,Jauna,Zane,8001,2002-05-05');
  const done = await run(`ejournal --db ${db} --lang en import-students ${path} --columns typo`);
  expect(done).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('rows,new,changed'),
    stderr: expect.stringContaining('There is no column typo.'),
  });
  expect((await run(`ejournal --db ${db} export students`)).stdout).toContain(',8001,');
  const asked = await run(`ejournal --db ${db} --lang en export students --columns typo`);
  expect(asked).toMatchObject({ status: 2, stdout: '' });
});

test('personal codes that were confused are put right in one file, in any order of the rows', async () => {
  const { db } = await school();
  const coded = 'class,last_name,first_name,register_no,personal_code';
  const codes = ['010203-20015', '161175-19997'];
  const give = (...rows: string[]) =>
    run(`ejournal --db ${db} import-students ${file('s.csv', coded, ...rows)} --columns changed`);
  const of = async () => {
    const { stdout } = await run(
      `ejournal --db ${db} export students --columns register_no,personal_code`,
    );
    return stdout.split('\n').filter((line) => /^100[12],/.test(line));
  };
  const plain = 'class,last_name,first_name,register_no,birth_date';
  await run(
    `ejournal --db ${db} import-students ${file('b.csv', plain, '7.a,,,1001,\\N', '7.a,,,1002,\\N')}`,
  );
  expect(await give(`7.a,,,1001,${codes[0]}`, `7.a,,,1002,${codes[1]}`)).toMatchObject({
    status: 0,
  });
  const swapped = [`7.a,,,1001,${codes[1]}`, `7.a,,,1002,${codes[0]}`];
  expect(await give(...swapped)).toMatchObject({ status: 0, stdout: 'changed\n2\n' });
  expect(await of()).toEqual([`1001,${codes[1]}`, `1002,${codes[0]}`]);
  expect(await give(`7.a,,,1001,${codes[0]}`, '7.a,,,1002,\\N')).toMatchObject({ status: 0 });
  expect(await of()).toEqual([`1001,${codes[0]}`, '1002,']);
  const taken = await give(`7.a,,,1002,${codes[0]}`);
  expect(taken).toMatchObject({ status: 4, stdout: expect.stringContaining(',2,personal_code,') });
  expect(await of()).toEqual([`1001,${codes[0]}`, '1002,']);
});
