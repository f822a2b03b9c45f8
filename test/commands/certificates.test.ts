import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graduatingSchool, replaced } from '../support/graduates.js';
import { run } from '../support/run.js';
import { ask, contents, file, folder } from '../support/school.js';

/** A school with blanks 000101 … of basic and 7 … of secondary education. */
async function withBlanks(basic = 5, secondary = 5) {
  const db = await graduatingSchool();
  const call = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
  const until = String(100 + basic).padStart(6, '0');
  if (basic) await call(`blanks add --kind basic --series PA --from 000101 --until ${until}`);
  if (secondary)
    await call(`blanks add --kind secondary --series VA --from 1 --until ${secondary}`);
  const certificates = (words: string) => call(`print-certificates ${words}`);
  return { db, call, certificates };
}

const bound =
  'change,entry_no,kind,series,number,class,register_no,last_name,first_name,dated_on\n';

test('each student who is ready gets the lowest free blank, in the order of classes and names', async () => {
  const { certificates } = await withBlanks();
  expect(await certificates('--grade 9 --prepare')).toEqual({
    status: 0,
    stdout: `${bound}new,1,basic,PA,000101,9.a,902,Ābele,Jānis,2016-06-10
new,2,basic,PA,000102,9.a,901,Žīgure,Ķērsta,2016-06-10
new,3,basic,PA,000103,9.b,903,Ozols,Rūta,2016-06-10
`,
    stderr: '3 certificates prepared, 0 were so already, 0 students not ready.\n',
  });
  const again = await certificates('--grade 9 --prepare');
  expect(again.stdout).toBe(bound);
  expect(again.stderr).toBe('0 certificates prepared, 3 were so already, 0 students not ready.\n');
  const one = await certificates('--grade 9 --prepare --student 901');
  expect(one.stderr).toBe('0 certificates prepared, 1 was so already, 0 students not ready.\n');
});

test('where the blanks do not suffice, none is used', async () => {
  const { db, certificates } = await withBlanks(2);
  const before = contents(db);
  const refused = await certificates('--grade 9 --prepare');
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('3 blanks are needed, 2 are free. Nothing was prepared.');
  expect(contents(db)).toEqual(before);
  expect((await certificates('--grade 9 --class 9.a --prepare')).status).toBe(0);
});

test('a blank of another kind, spoilt or of another series is not taken', async () => {
  const { call, certificates } = await withBlanks(1, 5);
  await call('blanks spoil --number 000101 --reason torn');
  expect((await certificates('--grade 9 --class 9.b --prepare')).status).toBe(4);
  await call('blanks add --kind basic --series PC --number 000200');
  await call('blanks add --kind basic --series PB --from 98 --until 99');
  await call('blanks add --kind basic --series PB --number 100');
  const last = await certificates('--grade 9 --class 9.b --prepare --series PB');
  expect(last.stdout).toContain('new,1,basic,PB,98,9.b,903');
  const first = await certificates('--grade 9 --class 9.a --prepare --dry-run');
  expect(first.stdout).toContain('PC,000200,9.a,902');
  expect(first.stdout).toContain('PB,99,9.a,901');
});

test('who is not ready is passed over, and refused when asked for alone', async () => {
  const { call, certificates } = await withBlanks();
  const owed = file('t.csv', 'register_no,subject,term,value', '901,MAT,year,nv');
  await call(`import-term-marks ${owed}`);
  const all = await certificates('--grade 9 --prepare');
  expect(all.stdout).not.toContain(',901,');
  expect(all.stderr).toBe('2 certificates prepared, 0 were so already, 1 student not ready.\n');
  const alone = await certificates('--grade 9 --student 901 --prepare');
  expect(alone.status).toBe(4);
  expect(alone.stderr).toContain('Student 901 cannot have a certificate: insufficient: MAT nv.');
});

test('what was corrected after preparing is told, and written anew on the same blank', async () => {
  const { call, certificates } = await withBlanks();
  await certificates('--grade 9 --prepare');
  const students = file(
    's.csv',
    'class,register_no,last_name,first_name',
    '9.a,901,Žīgure-Ozola,Ķērsta',
  );
  await call(`import-students ${students}`);
  const better = file(
    't.csv',
    'register_no,subject,term,value,recorded_at',
    '903,MAT,year,9,2026-11-25T08:00:00Z',
  );
  await call(`import-term-marks ${better}`);
  const check = '--grade 9 --check --columns register_no,state,lacks,number';
  const later = '--as-of 2026-11-26';
  expect(await certificates(`${check} ${later}`)).toMatchObject({
    status: 3,
    stdout: `register_no,state,lacks,number
902,prepared,,PA 000101
901,prepared,outdated=last_name,PA 000102
903,prepared,outdated:MAT=9,PA 000103
`,
  });
  const anew = await certificates('--grade 9 --prepare');
  expect(anew.stdout).toBe(
    `${bound}rewritten,2,basic,PA,000102,9.a,901,Žīgure-Ozola,Ķērsta,2016-06-10\n`,
  );
});

test('issuing enters day and receiver; what was issued is listed for the State’s register', async () => {
  const { certificates } = await withBlanks();
  expect((await certificates('--grade 9 --issue')).stderr).toContain('No certificate is prepared');
  await certificates('--grade 9 --prepare');
  const mother = '"Anna Žīgure (māte)"';
  const one = await certificates(
    `--grade 9 --issue --student 901 --date 2016-06-11 --receiver ${mother} --columns number,issued_on,receiver`,
  );
  expect(one.stdout).toBe('number,issued_on,receiver\n000102,2016-06-11,Anna Žīgure (māte)\n');
  const tooMany = await certificates(`--grade 9 --issue --receiver ${mother}`);
  expect(tooMany.status).toBe(2);
  const future = await certificates('--grade 9 --issue --date 2026-11-25');
  expect(future.stderr).toContain('--date: 2026-11-25 is still to come.');
  const rest = await certificates('--grade 9 --issue --columns number,issued_on,receiver');
  expect(rest.stdout).toContain('000101,2026-11-24,Jānis Ābele\n');
  expect(rest.stdout).not.toContain('000102');
  expect((await certificates('--grade 9 --issued --class 9.a')).stdout).toBe(
    `register_no,last_name,first_name,personal_code,birth_date,class,programme,programme_name,kind,series,number,entry_no,dated_on,issued_on,duplicate_of,state
902,Ābele,Jānis,328673-00679,2000-05-01,9.a,21011111,Pamatizglītības programma,basic,PA,000101,1,2016-06-10,2026-11-24,,issued
901,Žīgure,Ķērsta,290200-20009,2000-02-29,9.a,21011111,Pamatizglītības programma,basic,PA,000102,2,2016-06-10,2016-06-11,,issued
`,
  );
  expect((await certificates('--grade 9 --check')).status).toBe(0);
});

test('a spoilt form is never used again; its student is prepared on another', async () => {
  const { call, certificates } = await withBlanks();
  await certificates('--grade 9 --prepare');
  const spoilt = await certificates('--void --number 000102 --reason "ink ran"');
  expect(spoilt.stdout).toContain('2,PA,000102,901,2026-11-24,ink ran');
  const twice = await certificates('--void --number 000102 --reason again');
  expect(twice.status).toBe(4);
  expect(twice.stderr).toContain('The certificate PA 000102 is void already.');
  expect((await certificates('--grade 9 --prepare')).stdout).toBe(
    `${bound}new,4,basic,PA,000104,9.a,901,Žīgure,Ķērsta,2016-06-10\n`,
  );
  expect((await call('blanks')).stdout).toContain('basic,PA,5,1,3,0,1,000105');
  const register = await certificates('--grade 9 --register --columns entry_no,number,state');
  expect(register.stdout).toBe(
    'entry_no,number,state\n1,000101,prepared\n2,000102,void\n3,000103,prepared\n4,000104,prepared\n',
  );
  const ofOtherGrade = await certificates('--grade 12 --void --number 000103 --reason x');
  expect(ofOtherGrade).toMatchObject({ status: 2, stderr: expect.stringContaining('000103') });
  expect((await certificates('--void --number 77 --reason x')).stderr).toContain(
    'No certificate has the number 77.',
  );
});

describe('a duplicate', () => {
  async function issued() {
    const school = await withBlanks();
    await school.certificates('--grade 9 --prepare');
    await school.certificates('--grade 9 --issue --date 2016-06-11');
    return school;
  }
  const lost = (of: string, notice: string) =>
    `--duplicate --of ${of} --reason lost --notice-date ${notice}`;

  test('declares the first one invalid and takes its place, in ten days of the notice', async () => {
    const { call, certificates } = await issued();
    const inTime = await certificates(lost('000102', '2026-11-14'));
    expect(inTime).toEqual({
      status: 0,
      stdout: `entry_no,series,number,register_no,dated_on,replaces,reason,notice_on
4,PA,000104,901,2026-11-24,PA 000102,lost,2026-11-14
`,
      stderr: 'PA 000104 is prepared as duplicate of PA 000102; issue it when it is handed out.\n',
    });
    await certificates('--grade 9 --issue --student 901');
    const register = await certificates('--grade 9 --register --columns number,state,replaces');
    expect(register.stdout).toContain('000102,invalid,\n');
    expect(register.stdout).toContain('000104,issued,PA 000102\n');
    expect((await certificates('--void --number 000102 --reason x')).stderr).toContain(
      'The certificate PA 000102 was declared invalid.',
    );
    const late = await certificates(lost('000103', '2026-11-13'));
    expect(late.status).toBe(0);
    expect(late.stderr).toContain('The duplicate had to be written by 2026-11-23.');
    expect((await call('blanks')).stdout).toContain('basic,PA,5,0,1,4,0,\n');
  });

  test('is late by the day on which it was written, not by that of entering it', async () => {
    const { certificates } = await issued();
    const written = (date: string) =>
      certificates(`${lost('000103', '2026-11-10')} --date ${date} --dry-run`);
    expect((await written('2026-11-20')).stderr).not.toContain('had to be written');
    expect((await written('2026-11-21')).stderr).toContain('had to be written by 2026-11-20.');
  });

  test('of a duplicate that was lost too, or spoilt while it was written, is another', async () => {
    const { certificates } = await issued();
    await certificates(lost('000102', '2026-11-20'));
    expect((await certificates(lost('000102', '2026-11-20'))).stderr).toContain(
      'The certificate PA 000104 has taken the place of PA 000102.',
    );
    await certificates('--void --number 000104 --reason "wrong ink"');
    const again = await certificates(lost('000102', '2026-11-20'));
    expect(again.stdout).toContain('5,PA,000105,901,2026-11-24,PA 000102');
    expect((await certificates(lost('000105', '2026-11-20'))).stderr).toContain(
      'The certificate PA 000105 was never issued.',
    );
  });

  test.each([
    ['9', '901', 'PA 000102'],
    ['12', '1201', 'VA 2'],
  ])(
    'that was spoilt is made anew; its student never gets another original: grade %s',
    async (grade, student, first) => {
      const { db, certificates } = await issued();
      await certificates('--grade 12 --prepare');
      await certificates('--grade 12 --issue --date 2016-06-18');
      const [series, number] = first.split(' ');
      const anew = lost(`${number} --series ${series}`, '2026-11-20');
      expect((await certificates(anew)).status).toBe(0);
      const [{ spoilt } = { spoilt: '' }] = ask<{ spoilt: string }>(
        db,
        'SELECT number AS spoilt FROM certificate JOIN blank USING (blank_id) WHERE duplicate_of IS NOT NULL',
      );
      const voided = await certificates(
        `--void --series ${series} --number ${spoilt} --reason jam`,
      );
      expect(voided.stderr).toBe(
        `The blank ${series} ${spoilt} is spoilt for good. ${first} stays invalid: make its duplicate anew with --duplicate --of, the reason (lost) and the notice of 2026-11-20 as before.\n`,
      );
      const before = contents(db);
      const all = await certificates(`--grade ${grade} --prepare`);
      expect(all.stdout).toBe(bound);
      expect(all.stderr).toContain('1 student not ready.');
      expect(contents(db)).toEqual(before);
      const alone = await certificates(`--grade ${grade} --student ${student} --prepare`);
      expect(alone.status).toBe(4);
      expect(alone.stderr).toContain(
        `declared invalid, only --duplicate takes its place: ${first}.\nEnter what is missing, or make the duplicate`,
      );
      const check = `--grade ${grade} --student ${student} --check --columns state,gets,lacks`;
      expect(await certificates(check)).toMatchObject({
        status: 3,
        stdout: `state,gets,lacks\nnot_ready,certificate,declared_invalid=${first}\n`,
      });
      expect((await certificates(`${anew} --columns replaces,reason`)).stdout).toBe(
        `replaces,reason\n${first},lost\n`,
      );
      expect(await certificates(check)).toMatchObject({
        status: 0,
        stdout: 'state,gets,lacks\nprepared,certificate,\n',
      });
    },
  );

  test('says what the first one said, whatever was corrected since', async () => {
    const { db, call, certificates } = await issued();
    await call(
      `import-students ${file('s.csv', 'class,register_no,last_name,first_name', '9.a,901,Kalniņa,Ķērsta')}`,
    );
    await certificates(lost('000102', '2026-11-20'));
    expect(
      ask(
        db,
        'SELECT last_name, marks_at FROM certificate WHERE student_id = (SELECT student_id FROM student WHERE register_no = 901) GROUP BY 1, 2',
      ),
    ).toHaveLength(1);
    const check = await certificates('--grade 9 --check --student 901 --columns state,lacks');
    expect(check).toMatchObject({ status: 0, stdout: 'state,lacks\nprepared,\n' });
  });

  test.each([
    ['--duplicate --of 000102 --reason lost', '--notice-date is needed'],
    ['--duplicate --reason lost --notice-date 2026-11-20', '--of is needed'],
    ['--duplicate --of 000102 --notice-date 2026-11-20', '--reason is needed'],
    [lost('000102', '2026-11-25'), '--notice-date: 2026-11-25 is still to come.'],
    [lost('000999', '2026-11-20'), '--of: No certificate has the number 000999.'],
    [lost('000105', '2026-11-20'), 'No certificate has the number 000105.'],
  ])('%s is refused', async (words, what) => {
    const { db, certificates } = await issued();
    const before = contents(db);
    const refused = await certificates(words);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(what);
    expect(contents(db)).toEqual(before);
  });
});

test('the entries go on from the book on paper, each kind in its own', async () => {
  const { call, certificates } = await withBlanks();
  await call('settings set basic_entries_before 412');
  expect((await certificates('--grade 9 --class 9.b --prepare')).stdout).toContain('new,413,basic');
  expect((await certificates('--grade 12 --prepare')).stdout).toContain('new,1,secondary');
  expect((await certificates('--grade 9 --prepare')).stdout).toContain('new,415,basic');
});

test('subjects that ended in an earlier grade are asked for and stand with their last mark', async () => {
  const { call, certificates } = await withBlanks();
  const subjects = file('s.csv', 'code,name,scale', 'INF,Informātika,points');
  expect((await call(`import-subjects ${subjects}`)).status).toBe(0);
  const year = folder();
  const write = (name: string, ...lines: string[]) =>
    writeFileSync(join(year, name), lines.map((line) => `${line}\n`).join(''));
  write(
    'students.csv',
    'class,register_no,last_name,first_name',
    '11.a,1201,Šļahtenko-Žīgure,Ķērsta',
  );
  write(
    'programmes.csv',
    'programme,grade,subject,year_end',
    '31011011,11,INF,credit',
    '31011011,11,MAT,',
  );
  write('term-marks.csv', 'register_no,subject,term,value', '1201,MAT,year,2', '1201,INF,year,6');
  expect((await call(`setup ${year} --year 2014`)).status).toBe(0);
  const check = '--grade 12 --year 2015 --check --columns register_no,lacks --student 1201';
  expect((await certificates(check)).stdout).toBe('register_no,lacks\n1201,\n');
  await call(
    `import-students ${file('students.csv', 'class,register_no,last_name,first_name,programme', '11.a,1201,Šļahtenko-Žīgure,Ķērsta,31011011')} --year 2014`,
  );
  expect((await certificates(check)).stdout).toBe('register_no,lacks\n1201,credit:INF\n');
  await call('settings set earlier_subjects no');
  expect((await certificates(check)).stdout).toBe('register_no,lacks\n1201,\n');
});

const noBlanks = { received: 0, free: 0, bound: 0, issued: 0, spoilt: 0 };

const acts = [
  '--grade 9 --prepare --student 901',
  '--grade 9 --prepare',
  '--grade 9 --issue --student 901',
  '--grade 9 --issue',
  '--void --number 000101 --reason spoilt --yes',
  '--void --number 000103 --reason spoilt',
  '--duplicate --of 000101 --reason lost --notice-date 2026-11-24',
  '--duplicate --of 000102 --reason lost --notice-date 2026-11-24',
];

test('whatever is done, the register adds up to the blanks received, and each blank is used once', async () => {
  const add = 'blanks add --kind basic --series PA --from 000106 --until 000108';
  const calls = [
    ...acts.map((act) => `print-certificates ${act}`),
    'blanks spoil --number 000104 --reason torn',
    add,
    'undo',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...calls), { minLength: 1, maxLength: 12 }),
      async (chosen) => {
        const { db, call, certificates } = await withBlanks(5, 0);
        for (const one of chosen) {
          const { status } = await call(one);
          expect([0, 2, 4]).toContain(status);
        }
        const [counted] = JSON.parse((await call('blanks --format json')).stdout);
        const { received, free, bound: isBound, issued, spoilt } = counted ?? noBlanks;
        expect(free + isBound + issued + spoilt).toBe(received);
        const each = JSON.parse((await call('blanks --each --format json')).stdout);
        expect(each).toHaveLength(received);
        const register: {
          number: string;
          state: string;
          register_no: string;
          replaces: string | null;
        }[] = JSON.parse((await certificates('--grade 9 --register --format json')).stdout);
        const inState = (...states: string[]) =>
          register.filter(({ state }) => states.includes(state)).length;
        expect(inState('prepared')).toBe(isBound);
        expect(inState('issued', 'invalid')).toBe(issued);
        const torn = ask(db, 'SELECT 1 FROM blank WHERE spoilt_on IS NOT NULL').length;
        expect(inState('void') + torn).toBe(spoilt);
        expect(new Set(register.map(({ number }) => number)).size).toBe(register.length);
        const standing = register.filter(({ state }) => state === 'prepared' || state === 'issued');
        expect(new Set(standing.map((one) => one.register_no)).size).toBe(standing.length);
        const invalid = new Set(
          register.filter(({ state }) => state === 'invalid').map((one) => one.register_no),
        );
        const originals = standing.filter(({ replaces }) => replaces === null);
        expect(originals.filter((one) => invalid.has(one.register_no))).toEqual([]);
      },
    ),
    { numRuns: 15 },
  );
});

test('every act is tried with --dry-run and --diff, and undone exactly', async () => {
  const { db, call } = await withBlanks();
  const words = [
    'print-certificates --grade 9 --prepare',
    'print-certificates --grade 9 --issue --date 2016-06-11',
    'print-certificates --void --number 000101 --reason spoilt --yes',
    'print-certificates --duplicate --of 000102 --reason lost --notice-date 2026-11-20',
    'exam-certificates add --student 1201 --subject LV --number LV-1 --percent 70',
  ];
  const states = [contents(db)];
  for (const one of words) {
    const dry = await call(`${one} --dry-run`);
    const diff = await call(`${one} --diff`);
    for (const { stderr } of [dry, diff]) {
      expect(stderr).toMatch(/^Only tried/);
      expect(stderr).not.toMatch(/^Recorded|certificates? issued|spoilt for good|is prepared/m);
    }
    expect(dry.stdout.split('\n').length).toBeGreaterThan(2);
    expect(diff.stdout.split('\n').length).toBeGreaterThan(2);
    expect(contents(db)).toEqual(states.at(-1));
    expect((await call(one)).status).toBe(0);
    states.push(contents(db));
  }
  while (states.length > 1) {
    states.pop();
    expect((await call('undo')).status).toBe(0);
    expect(contents(db)).toEqual(states.at(-1));
  }
  expect((await call('audit --verify')).status).toBe(0);
});

test('a form that was spoilt on an earlier day stands with that day', async () => {
  const { certificates } = await withBlanks(5, 0);
  await certificates('--grade 9 --prepare');
  const spoil = '--void --number 000101 --reason torn --columns number,voided_on';
  const early = await certificates(`${spoil} --date 2026-12-01`);
  expect(early.stderr).toContain('--date: 2026-12-01 is still to come.');
  expect((await certificates(`${spoil} --date 2026-11-10`)).stdout).toBe(
    'number,voided_on\n000101,2026-11-10\n',
  );
});

test('what later entries rest on is not taken back alone', async () => {
  const { call, certificates } = await withBlanks(5, 0);
  await certificates('--grade 9 --prepare');
  await certificates('--void --number 000101 --reason spoilt');
  await certificates('--grade 9 --prepare');
  const blanksOfIt = await call('undo 3');
  expect(blanksOfIt).toMatchObject({ status: 4 });
  expect(blanksOfIt.stderr).toContain('operation 3');
  const placeTaken = await call('undo 5');
  expect(placeTaken.status).toBe(4);
  expect(placeTaken.stderr).toContain('Later operations build on what operation 5 wrote: 6.');
});

test('the numbers of exam certificates are imported; a wrong percentage is refused', async () => {
  const { call } = await withBlanks(0, 0);
  const header = 'lietas nr,priekšmets,numurs,datums,procenti,daļas,līmenis';
  const good = file('e.csv', header, '1201,LV,LV-001,20.06.2016,"78,5",Lasīšana 80,C1');
  expect((await call(`exam-certificates import ${good}`)).stdout).toContain('e.csv,1,1,0,0,0,0');
  expect((await call('exam-certificates --student 1201')).stdout).toContain(
    '1201,Šļahtenko-Žīgure,Ķērsta,LV,LV-001,2016-06-20,78.5,Lasīšana 80,C1\n',
  );
  const bad = file('e.csv', header, '1201,LV,LV-001,,101,,', '999,LV,1,,,,', '1201,XX,1,,,,');
  expect((await call('exam-certificates --student 9999')).stderr).toContain(
    'No student has the register number 9999',
  );
  const early = await call(
    'exam-certificates add --student 1201 --subject LV --number L-9 --date 2030-01-01',
  );
  expect(early.status).not.toBe(0);
  expect(early.stderr).toContain('--date: 2030-01-01 is still to come.');
  const other = await call('exam-certificates add --student 1201 --subject LV --number LV-002');
  expect(other.stderr).toContain('Another number had been recorded for this exam: LV-001.');
  const tomorrow = file('t.csv', header, '1201,LV,LV-001,01.01.2030,,,');
  const tooEarly = await call(`exam-certificates import ${tomorrow}`);
  expect(tooEarly.stdout).toContain(',2,date,01.01.2030,This day is yet to come.');
  const refused = await call(`exam-certificates import ${bad}`);
  expect(refused.status).toBe(4);
  expect(refused.stdout).toContain(',2,percent,101,This is not a percentage.');
  expect(refused.stdout).toContain(',3,register_no,999,');
  expect(refused.stdout).toContain(',4,subject,XX,');
  const typed = await call(
    'exam-certificates add --student 1201 --subject LV --number 1 --percent 7x',
  );
  expect(typed).toMatchObject({ status: 2 });
});

describe('the number of an exam certificate is of one student', () => {
  const taken =
    'The exam certificate L-1 is recorded for student 1201: a number belongs to one student.';

  test('and refused for another, whatever the school year', async () => {
    const { db, call } = await withBlanks(0, 0);
    const add = (student: string, subject: string) =>
      call(`exam-certificates add --student ${student} --subject ${subject} --number L-1`);
    expect((await add('1201', 'LV')).status).toBe(0);
    expect((await add('1201', 'MAT')).status).toBe(0);
    const before = contents(db);
    const refused = await add('1202', 'LV');
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain(`--number: ${taken}`);
    expect(contents(db)).toEqual(before);
  });

  test('in a file too; two that were confused are put right in one', async () => {
    const { call } = await withBlanks(0, 0);
    const imported = (...lines: string[]) =>
      call(`exam-certificates import ${file('e.csv', 'register_no,subject,number', ...lines)}`);
    const refused = await imported('1202,MAT,M-1', '1201,LV,L-1', '1202,LV,L-1');
    expect(refused.status).toBe(4);
    expect(refused.stdout).toContain(`e.csv,4,number,L-1,${taken}`);
    expect((await imported('1201,LV,L-1', '1202,LV,L-2')).status).toBe(0);
    expect(await imported('1201,LV,L-2', '1202,LV,L-1')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('e.csv,2,0,2,0,0,0'),
    });
  });
});

test('an exam certificate of a subject that is not in the programme of the grade is pointed out', async () => {
  const { call } = await withBlanks(0, 0);
  await call(`import-subjects ${file('s.csv', 'code,name,scale', 'MUZ,Mūzika,points')}`);
  const pointedOut = 'The subject is not in the programme of student 1201 in this grade.';
  const added = await call('exam-certificates add --student 1201 --subject MUZ --number M-1');
  expect(added.status).toBe(0);
  expect(added.stderr).toContain(pointedOut);
  const known = await call('exam-certificates add --student 1201 --subject LV --number L-1');
  expect(known.stderr).toBe('Recorded.\n');
  const imported = await call(
    `exam-certificates import ${file('e.csv', 'register_no,subject,number', '1201,LV,L-1', '1201,MUZ,M-1')}`,
  );
  expect(imported.status).toBe(0);
  expect(imported.stderr).toContain(`e.csv:3:subject “MUZ”: ${pointedOut}`);
  expect(imported.stderr).not.toContain('e.csv:2');
});

describe('what was issued is not voided unasked', () => {
  async function issued() {
    const school = await withBlanks();
    await school.certificates('--grade 9 --prepare');
    await school.certificates('--grade 9 --issue --student 901 --date 2016-06-11');
    return school;
  }

  test('without a terminal nothing is done, and it is said what would be void', async () => {
    const { db, certificates } = await issued();
    const before = contents(db);
    const refused = await certificates('--void --number 000102 --reason wrong');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(
      'The certificate PA 000102 of Žīgure Ķērsta was issued on 2016-06-11.',
    );
    expect(refused.stderr).toContain('--yes');
    expect(contents(db)).toEqual(before);
    expect((await certificates('--void --number 000101 --reason torn')).status).toBe(0);
  });

  test('with --yes it is, and --dry-run asks nothing', async () => {
    const { certificates } = await issued();
    const line = '--void --number 000102 --reason wrong';
    expect((await certificates(`${line} --dry-run`)).status).toBe(0);
    expect((await certificates(`${line} --yes`)).status).toBe(0);
    expect((await certificates(line)).stderr).toContain('PA 000102 is void already.');
  });
});

describe('days that cannot be', () => {
  test('a certificate is not handed out before its own day; another day is prepared on the same blank', async () => {
    const { certificates } = await withBlanks();
    await certificates('--grade 9 --prepare');
    const early = await certificates('--grade 9 --issue --date 2016-06-09');
    expect(early.status).toBe(2);
    expect(early.stderr).toContain(
      '--date: The certificate PA 000101 cannot have been issued on 2016-06-09: it is of 2016-06-10.',
    );
    const anew = await certificates('--grade 9 --student 902 --prepare --date 2016-06-08');
    expect(anew.stdout).toBe(
      `${bound}rewritten,1,basic,PA,000101,9.a,902,Ābele,Jānis,2016-06-08\n`,
    );
    const again = await certificates('--grade 9 --student 902 --prepare --date 2016-06-08');
    expect(again.stdout).toBe(bound);
    expect((await certificates('--grade 9 --issue --student 902 --date 2016-06-08')).status).toBe(
      0,
    );
  });

  test.each([
    ['--notice-date 2016-06-10', '--notice-date: The notice of 2016-06-10 cannot be of'],
    [
      '--notice-date 2016-06-20 --date 2016-06-19',
      '--date: The duplicate cannot be of 2016-06-19: the notice is of 2016-06-20.',
    ],
  ])('a duplicate follows its notice, the notice the loss: %s', async (words, what) => {
    const { db, certificates } = await withBlanks();
    await certificates('--grade 9 --prepare');
    await certificates('--grade 9 --issue --date 2016-06-11');
    const before = contents(db);
    const refused = await certificates(`--duplicate --of 000102 --reason lost ${words}`);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(what);
    expect(contents(db)).toEqual(before);
  });
});

test.each([
  ['print-certificates --grade 9 --issue --student 901 --receiver "  "', '--receiver'],
  ['print-certificates --void --number 000101 --reason ""', '--reason'],
  ['print-certificates --grade 9 --prepare --series " "', '--series'],
  ['blanks add --kind basic --series " " --number 7', '--series'],
  ['blanks spoil --number 000105 --reason "   "', '--reason'],
  ['exam-certificates add --student 1201 --subject LV --number " "', '--number'],
])('%s: blanks alone are no text', async (words, option) => {
  const { db, call, certificates } = await withBlanks();
  await certificates('--grade 9 --prepare');
  const before = contents(db);
  const refused = await call(words);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(option);
  expect(refused.stderr).toContain(
    'Write something; an option that is not needed can be left out.',
  );
  expect(contents(db)).toEqual(before);
});

test('a text around which blanks stand is kept without them', async () => {
  const { certificates } = await withBlanks();
  await certificates('--grade 9 --prepare');
  const one = await certificates(
    '--grade 9 --issue --student 901 --receiver "  Anna   Žīgure " --columns receiver',
  );
  expect(one.stdout).toBe('receiver\nAnna Žīgure\n');
});

test.each([
  ['9', 'PA', '000101'],
  ['12', 'VA', '1'],
])('advice on the register names the grade of the certificate: %s', async (grade, series, no) => {
  const { certificates } = await withBlanks();
  await certificates(`--grade ${grade} --prepare`);
  const line = `--void --series ${series} --number ${no} --reason torn`;
  await certificates(line);
  expect((await certificates(line)).stderr).toContain(`--register --grade ${grade}\n`);
});

describe('a character that the font of documents lacks', () => {
  async function chinese() {
    const db = await graduatingSchool((files) => {
      const line = '9.a,Žīgure,Ķērsta 李,901,290200-20009,,21011111';
      replaced(files['students'], '9.a,Žīgure', line);
    });
    const call = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
    await call('blanks add --kind basic --series PA --from 000101 --until 000109');
    return { db, call, certificates: (words: string) => call(`print-certificates ${words}`) };
  }

  test('is a reason for which a student is not ready, and uses no blank', async () => {
    const { call, certificates } = await chinese();
    const check = await certificates('--grade 9 --check --student 901 --columns state,lacks');
    expect(check).toMatchObject({ status: 3, stdout: 'state,lacks\nnot_ready,character=李\n' });
    const shown = await certificates('--grade 9 --check --student 901 --format table');
    expect(shown.stdout).toContain('not in the font of documents: “李” (U+674E)');
    const latvian = await certificates('--lang lv --grade 9 --check --student 901 --format table');
    expect(latvian.stdout).toContain('dokumentu fontā nav: „李” (U+674E)');
    const prepared = await certificates('--grade 9 --prepare --columns register_no,number');
    expect(prepared.stdout).toBe('register_no,number\n902,000101\n903,000102\n');
    const alone = await certificates('--grade 9 --student 901 --prepare');
    expect(alone.status).toBe(4);
    expect(alone.stderr).toContain('Student 901 cannot have a certificate: not in the font');
    expect((await call('blanks --columns free,bound')).stdout).toBe('free,bound\n7,2\n');
  });

  test('is refused in what stands in the register', async () => {
    const { db, certificates } = await withBlanks();
    await certificates('--grade 9 --prepare');
    const before = contents(db);
    for (const words of [
      '--grade 9 --issue --student 901 --receiver "李 Anna"',
      '--void --number 000101 --reason "李"',
    ]) {
      const refused = await certificates(words);
      expect(refused.status).toBe(4);
      expect(refused.stderr).toContain('The font of the documents has no “李” (U+674E).');
    }
    expect(contents(db)).toEqual(before);
  });
});

describe('what is no longer as the data say is not handed out unasked', () => {
  test.each([
    [
      'decisions',
      ['register_no,decision', '901,repeats'],
      'Žīgure Ķērsta (901): council: repeats the grade',
    ],
    [
      'students',
      ['class,register_no,last_name,first_name', '9.a,901,Kalniņa,Ķērsta'],
      'Žīgure Ķērsta (901): corrected since: last name',
    ],
    [
      'movements',
      ['register_no,date,kind', '901,2016-03-01,left'],
      'Žīgure Ķērsta (901): council: left',
    ],
  ])('%s', async (kind, lines, what) => {
    const { db, call, certificates } = await withBlanks();
    await certificates('--grade 9 --prepare');
    const imported = await call(`import-${kind} ${file(`${kind}.csv`, ...lines)}`);
    expect(imported.status, imported.stderr).toBe(0);
    const before = contents(db);
    const asked = await certificates('--grade 9 --issue');
    expect(asked.status).toBe(2);
    expect(asked.stderr).toContain(`${what}.`);
    expect(asked.stderr).toContain('--yes');
    expect(contents(db)).toEqual(before);
    expect((await certificates('--grade 9 --issue --student 902')).status).toBe(0);
    expect((await certificates('--grade 9 --issue --yes')).stderr).toBe('2 certificates issued.\n');
  });
});

test('what is to be issued is told by its number, when there is none or it was issued', async () => {
  const { certificates } = await withBlanks();
  await certificates('--grade 9 --prepare');
  expect((await certificates('--grade 9 --issue --number 000101')).status).toBe(0);
  const again = await certificates('--grade 9 --issue --number 000101');
  expect(again.status).toBe(4);
  expect(again.stderr).toMatch(/The certificate PA 000101 was issued on \d{4}-\d\d-\d\d already\./);
  const unknown = await certificates('--grade 9 --issue --number 999999');
  expect(unknown.stderr).toContain('999999');
  expect(unknown.stderr).not.toContain('Prepare them first');
});

test('blanks that are still to come are not entered, and advice names the certificate', async () => {
  const { call, certificates } = await withBlanks();
  const future = await call('blanks add --kind basic --series PB --number 1 --received 2026-11-25');
  expect(future.status).toBe(2);
  expect(future.stderr).toContain('--received: 2026-11-25 is still to come.');
  await certificates('--grade 9 --prepare');
  const bound = await call('blanks spoil --number 000101 --reason torn');
  expect(bound.stderr).toContain('print-certificates --void --series PA --number 000101');
});
