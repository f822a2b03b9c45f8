import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { day, file, folder, school } from '../support/school.js';

const clock = () => new Date('2015-09-25T16:00:00Z');

/** The school, and a way of asking it on 25 September. */
async function asked() {
  const { db } = await school();
  return async (words: string) => {
    const ran = await run(`ejournal --db ${db} --lang en ${words}`, { clock });
    return { ...ran, lines: ran.stdout.trim().split('\n').slice(1) };
  };
}

test('a work that nobody announced has one kind, whoever’s mark tells it', async () => {
  const ask = await asked();
  const marks = file(
    'marks.csv',
    'date,group,work,kind,register_no,value,recorded_at',
    '2015-09-24,7.a MAT,Viena kārta,,1001,7,2015-09-24T10:00:00Z',
    '2015-09-24,7.a MAT,Viena kārta,quiz,1002,8,2015-09-24T11:00:00Z',
    '2015-09-24,7.a MAT,Viena kārta,homework,1003,9,2015-09-24T12:00:00Z',
  );
  await ask(`import-marks ${marks}`);
  for (const student of ['1001', '1002', '1003']) {
    const { stdout } = await ask(
      `monthly-extract --month 2015-09 --student ${student} --format json`,
    );
    const kinds = JSON.parse(stdout)[0]
      .subjects.flatMap((subject: { marks: { work: string; kind: string }[] }) => subject.marks)
      .filter(({ work }: { work: string }) => work === 'Viena kārta')
      .map(({ kind }: { kind: string }) => kind);
    expect({ student, kinds }).toEqual({ student, kinds: ['quiz'] });
  }
  const why = await ask('why overdue --group "7.a MAT" --date 2015-09-24 --work "Viena kārta"');
  expect(why.stdout).toContain('quiz');
});

test('a class is the same however it is written, whichever command is asked', async () => {
  const ask = await asked();
  await ask(`monthly-extract --month 2015-09 --class 7.a --out ${folder()}`);
  for (const line of [
    'absences --from 2015-09-01 --class 7.a',
    'create-groups --class 7.a --subject MAT --split 2 --teacher MAT1 --dry-run',
    'create-groups --combine 7.a,8.a --subject MAT --teacher MAT1 --dry-run',
    'deadlines --class 7.a',
    'documents --class 7.a',
    'export students --class 7.a',
    'justify --list --class 7.a',
    'letters notice --class 7.a --format json',
    'lists class --class 7.a',
    'monthly-extract --month 2015-09 --class 7.a --format json',
    'overdue --class 7.a',
    'personal-files missing --class 7.a',
    'print-certificates --check --class 7.a',
    'reissue --changed --class 7.a',
    'report-cards --term semester1 --class 7.a --format json',
    'show class 7.a --date 2015-09-24',
    'summary-journal --class 7.a --format json',
    'term-marks missing --term semester1 --class 7.a',
    'why overdue --class 7.a --date 2015-09-24',
  ]) {
    const answer = await ask(line);
    expect({ line, stderr: answer.stderr }).not.toMatchObject({
      stderr: expect.stringMatching(/There is no class|error:/),
    });
    for (const written of ['7a', '7.A']) {
      expect({ line, ...(await ask(line.replace('7.a', written))) }).toEqual({ line, ...answer });
    }
  }
  const other = await ask('overdue --class 9z');
  expect(other).toMatchObject({ status: 2, stderr: expect.stringContaining('no class 9z') });
});

test('who is on the list of a group of another class is in it, whichever command is asked', async () => {
  const { db } = await school({ grades: [8, 9], until: day('2016-01-15') });
  const ask = async (words: string) =>
    (await run(`ejournal --db ${db} --lang en --as-of 2016-06-30 ${words}`)).stdout;
  const students = await ask('export students --class 9.a --columns register_no');
  const student = students.split('\n')[1];
  await ask(`import-subjects ${file('s.csv', 'code,name,scale', 'KK,Ķīniešu valoda,points')}`);
  await ask('create-groups --class 8.a --subject KK --split 2 --teacher MAT1 --yes');
  const group = '8.a KK 1';
  const list = file('m.csv', 'group,register_no', `${group},${student}`);
  await ask(`create-groups --members ${list}`);
  const marks = file(
    'marks.csv',
    'date,group,work,kind,register_no,value,recorded_at',
    ...['01', '02', '05'].map(
      (on) => `2015-10-${on},${group},Darbs ${on},quiz,${student},9,2015-10-${on}T12:00:00Z`,
    ),
  );
  await ask(`import-marks ${marks}`);
  const held = 'date,period,group,topic,recorded_at';
  await ask(
    `import-lessons ${file('l.csv', held, `2015-10-01,9,${group},Tēma,2015-10-01T12:00:00Z`)}`,
  );
  const missed = 'register_no,date,period,mark,recorded_at';
  await ask(
    `import-absences ${file('a.csv', missed, `${student},2015-10-01,9,n,2015-10-01T12:00:00Z`)}`,
  );
  const page = JSON.parse(await ask('show class 9.a --date 2015-10-01 --format json'));
  expect(page).toContainEqual(expect.objectContaining({ group, period: 9, absent: [student] }));
  const of = `--student ${student} --subject KK --columns subject`;
  expect(await ask(`term-marks missing --term semester1 ${of}`)).toBe('subject\nKK\n');
  expect(await ask(`term-marks propose --term semester1 ${of},proposal --dry-run`)).toBe(
    'subject,proposal\nKK,9\n',
  );
  const extract = JSON.parse(
    await ask(`monthly-extract --month 2015-11 --student ${student} --format json`),
  );
  expect(extract[0].subjects.map(({ subject }: { subject: string }) => subject)).toContain('KK');
  for (const term of ['semester1', 'semester2', 'year']) {
    const owed = await ask('overdue --clause 4.3 --columns group,work,students');
    const line = owed.split('\n').filter((row) => row.startsWith(`${group},${term},`));
    expect({ term, line: line.join('\n') }).toEqual({
      term,
      line: expect.stringContaining(student ?? '?'),
    });
  }
  const term = file('t.csv', 'register_no,subject,term,value', `${student},KK,semester1,9`);
  const entered = await run(`ejournal --db ${db} --lang en import-term-marks ${term}`);
  expect(entered).toMatchObject({ status: 0, stderr: '' });
});

test('what stands for a missing lesson is named alone, without a consultation', async () => {
  const ask = await asked();
  const missing = (await ask('overdue --clause 4.1 --missing lesson --columns date,period,group'))
    .lines;
  const [date = '', period = '', group = ''] = (missing[0] ?? '').split(',');
  const head = 'date,period,group,topic,kind,absences_checked,recorded_at';
  const entered = (at: string, kind: string) =>
    `${date},${at},${group},t,${kind},yes,${date}T15:0${at.at(-1)}:00`;
  await ask(
    `import-lessons ${file('l.csv', head, entered('13', 'consultation'), entered('14', ''))}`,
  );
  const { stdout } = await ask(`why overdue --group "${group}" --date ${date} --period ${period}`);
  expect(stdout).toContain('was entered as lesson 14:');
});

test('who was away from the lesson that was entered owes no mark, whichever command is asked', async () => {
  const ask = await asked();
  const lesson = file(
    'l.csv',
    'date,period,group,topic,kind,absences_checked,recorded_at',
    '2015-09-24,13,7.a MAT,Konsultācija,consultation,yes,2015-09-24T15:00:00Z',
  );
  await ask(`import-lessons ${lesson}`);
  await ask('record-absence --date 2015-09-24 --student 1004 --all-day');
  const made = await ask(
    'record-marks --group "7.a MAT" --date 2015-09-24 --work Tests --kind test 1001=8 1002=6 1003=4 1005=7',
  );
  const still = /Still without a mark: ([^(]*) \(/.exec(made.stderr)?.[1] ?? '';
  const { lines } = await ask(
    '--as-of 2015-12-01 overdue --clause 4.2 --group "7.a MAT" --columns work,students',
  );
  const owed = lines.find((line) => line.startsWith('Tests,'))?.split(',')[1] ?? '';
  expect(owed.split('+').filter(Boolean)).toEqual(still.split(', ').filter(Boolean));
  expect(still).not.toContain('1004');
});

test('an absence on a day without lessons can be taken back as a whole', async () => {
  const ask = await asked();
  const saturday = '--date 2015-09-19 --student 1003';
  await ask(`record-absence ${saturday} --period 2 --force`);
  const back = await ask(`record-absence ${saturday} --all-day --mark - --columns period,mark`);
  expect(back.lines).toEqual(['2,-']);
});

test('an absence told ahead does not lengthen the waiting of the others', async () => {
  const ask = await asked();
  await ask('record-absence --date 2015-09-24 --student 1003 --period 1 --force');
  const list = 'justify --list --student 1003 --columns date,working_days_waiting';
  const before = (await ask(list)).lines;
  const ahead = file('a.csv', 'date,period,register_no,mark', '2015-10-09,1,1003,n');
  await ask(`import-absences ${ahead}`);
  const after = (await ask(list)).lines;
  expect(after.filter((line) => line < '2015-09-26')).toEqual(before);
  expect(before).toContain('2015-09-24,1');
  expect(after.at(-1)).toBe('2015-10-09,0');
});

test('who is the class teacher of a day is the same for a duty and on a paper', async () => {
  const ask = await asked();
  const head = 'code,last_name,first_name,roles,class,from,until';
  const staff = file(
    'staff.csv',
    head,
    'AA1,Vecā,Anna,teacher+class_teacher,7.a,2010-08-15,',
    'AA2,Jaunā,Berta,teacher+class_teacher,7.a,2015-08-15,2016-08-31',
    'AA3,Vēlā,Cilda,teacher+class_teacher,7.a,2015-11-01,',
  );
  await ask(`import-staff ${staff}`);
  const owed = await ask(
    '--as-of 2015-12-20 overdue --clause 3.4 --class 7.a --columns date,owed_by_name',
  );
  const named = async (month: string) => {
    const cards = await ask(
      `monthly-extract --month ${month} --class 7.a --overview --format json`,
    );
    return JSON.parse(cards.stdout)[0].class_teacher;
  };
  expect(await named('2015-09')).toBe('Berta Jaunā');
  expect(await named('2015-11')).toBe('Cilda Vēlā');
  expect(owed.lines.some((line) => line.endsWith('Berta Jaunā'))).toBe(true);
  expect(owed.lines.every((line) => /(Berta Jaunā|Cilda Vēlā)$/.test(line))).toBe(true);
});
