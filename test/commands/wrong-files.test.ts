import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { ask, contents, file, folder, school } from '../support/school.js';

let db: string;
let before: ReturnType<typeof contents>;
let operations: unknown[];

beforeAll(async () => {
  ({ db } = await school());
  before = contents(db);
  operations = ask(db, 'SELECT * FROM operation');
});

/** A file that is wrong in one way: its command, its lines, and what is said of it. */
interface Wrong {
  name: string;
  command: string;
  lines: string[];
  line: number;
  column: string;
  value: string;
  problem: RegExp;
}

const students = 'class,last_name,first_name,register_no,personal_code,birth_date,left_on';
const ok = '7.a,Ozola,Anna,9001,,2002-03-04,';
const marks = 'date,group,work,kind,register_no,value,recorded_at';

const wrongs: Wrong[] = [
  {
    name: 'a required cell is empty',
    command: 'import-students',
    lines: [students, '7.a,Ozola,Anna,,,,'],
    line: 2,
    column: 'register_no',
    value: '',
    problem: /must be filled/,
  },
  {
    name: 'a new row lacks what only an old one may leave empty',
    command: 'import-students',
    lines: [students, '7.a,,Anna,9001,,,'],
    line: 2,
    column: 'last_name',
    value: '',
    problem: /must be filled/,
  },
  {
    name: 'what must be filled is to be cleared',
    command: 'import-students',
    lines: [students, '7.a,\\N,,1001,,,'],
    line: 2,
    column: 'last_name',
    value: '\\N',
    problem: /must be filled/,
  },
  {
    name: 'a day that does not exist',
    command: 'import-students',
    lines: [students, ok, '7.a,Ozola,Anna,9002,,30.02.2002,'],
    line: 3,
    column: 'birth_date',
    value: '30.02.2002',
    problem: /not a day/,
  },
  {
    name: 'a class that is none',
    command: 'import-students',
    lines: [students, 'seventh,Ozola,Anna,9001,,,'],
    line: 2,
    column: 'class',
    value: 'seventh',
    problem: /not a class/,
  },
  {
    name: 'a class that a spreadsheet took for a day',
    command: 'import-students',
    lines: [students, '01.feb,Ozola,Anna,9001,,,'],
    line: 2,
    column: 'class',
    value: '01.feb',
    problem: /spreadsheet/,
  },
  {
    name: 'a number that a spreadsheet shortened',
    command: 'import-students',
    lines: [students, '7.a,Ozola,Anna,4.45E+09,,,'],
    line: 2,
    column: 'register_no',
    value: '4.45E+09',
    problem: /spreadsheet/,
  },
  {
    name: 'a personal code that lost its zero',
    command: 'import-students',
    lines: [students, '7.a,Ozola,Anna,9001,1117519997,,'],
    line: 2,
    column: 'personal_code',
    value: '1117519997',
    problem: /zero/,
  },
  {
    name: 'a personal code that lost its hyphen',
    command: 'import-students',
    lines: [students, '7.a,Ozola,Anna,9001,16117519997,,'],
    line: 2,
    column: 'personal_code',
    value: '16117519997',
    problem: /hyphen/,
  },
  {
    name: 'a personal code with a wrong check digit',
    command: 'import-students',
    lines: [students, '7.a,Ozola,Anna,9001,161175-19998,,'],
    line: 2,
    column: 'personal_code',
    value: '161175-19998',
    problem: /last digit/,
  },
  {
    name: 'a birth date that is not that of the personal code',
    command: 'import-students',
    lines: [students, '7.a,Ozola,Anna,9001,161175-19997,1975-11-17,'],
    line: 2,
    column: 'birth_date',
    value: '1975-11-17',
    problem: /1975-11-16/,
  },
  {
    name: 'a key given twice with other content',
    command: 'import-students',
    lines: [students, ok, '7.b,Ozola,Anna,9001,,2002-03-04,'],
    line: 3,
    column: 'register_no',
    value: '9001',
    problem: /line 2/,
  },
  {
    name: 'a row with too many cells',
    command: 'import-students',
    lines: [students, `${ok},more`],
    line: 2,
    column: '',
    value: '',
    problem: /8 cells, the header 7/,
  },
  {
    name: 'a quote that is never closed',
    command: 'import-students',
    lines: [students, ok, '7.a,"Ozola,Anna,9002,,,', '7.a,Zariņa,Anna,9003,,,'],
    line: 3,
    column: '',
    value: '',
    problem: /never closed/,
  },
  {
    name: 'a quote in the middle of a cell',
    command: 'import-students',
    lines: [students, '7.a,Ozola "A",Anna,9001,,,'],
    line: 2,
    column: '',
    value: '',
    problem: /middle of a cell/,
  },
  {
    name: 'a missing column',
    command: 'import-students',
    lines: ['class,last_name,first_name', '7.a,Ozola,Anna'],
    line: 1,
    column: 'register_no',
    value: '',
    problem: /register_no \(lietas nr\) is missing/,
  },
  {
    name: 'a column given twice, once in each language',
    command: 'import-students',
    lines: [`${students},Uzvārds`, `${ok},Ozola`],
    line: 1,
    column: 'last_name',
    value: 'Uzvārds',
    problem: /twice/,
  },
  {
    name: 'an empty file',
    command: 'import-students',
    lines: [],
    line: 1,
    column: '',
    value: '',
    problem: /no header/,
  },
  {
    name: 'a mark with decimals',
    command: 'import-marks',
    lines: [marks, '2015-09-10,7.a MAT,Darbs,test,1001,"7,5",'],
    line: 2,
    column: 'value',
    value: '7,5',
    problem: /decimals/,
  },
  {
    name: 'a mark above ten',
    command: 'import-marks',
    lines: [marks, '2015-09-10,7.a MAT,Darbs,test,1001,11,'],
    line: 2,
    column: 'value',
    value: '11',
    problem: /not known/,
  },
  {
    name: 'a student whom nobody knows',
    command: 'import-marks',
    lines: [marks, '2015-09-10,7.a MAT,Darbs,test,7777,8,'],
    line: 2,
    column: 'register_no',
    value: '7777',
    problem: /register number 7777/,
  },
  {
    name: 'a group that nobody knows',
    command: 'import-marks',
    lines: [marks, '2015-09-10,7.x MAT,Darbs,test,1001,8,'],
    line: 2,
    column: 'group',
    value: '7.x MAT',
    problem: /no group 7\.x MAT/,
  },
  {
    name: 'a day of another school year',
    command: 'import-marks',
    lines: [marks, '2051-09-10,7.a MAT,Darbs,test,1001,8,'],
    line: 2,
    column: 'date',
    value: '2051-09-10',
    problem: /2015\/2016/,
  },
  {
    name: 'an hour that the clock jumps over',
    command: 'import-marks',
    lines: [marks, '2016-03-24,7.a MAT,Darbs,test,1001,8,27.03.2016 03:30'],
    line: 2,
    column: 'recorded_at',
    value: '27.03.2016 03:30',
    problem: /not a moment/,
  },
  {
    name: 'a period that there is not',
    command: 'import-absences',
    lines: ['date,period,register_no', '2015-09-10,16,1001'],
    line: 2,
    column: 'period',
    value: '16',
    problem: /from 0 to 15/,
  },
  {
    name: 'a justification of nobody',
    command: 'import-justifications',
    lines: ['register_no,group,from,status,reason', ',,2015-09-10,justified,illness'],
    line: 2,
    column: 'register_no',
    value: '',
    problem: /either of a student or of a group/,
  },
  {
    name: 'a span that ends before it begins',
    command: 'import-calendar',
    lines: ['from,until,kind', '2015-10-30,2015-10-26,holiday'],
    line: 2,
    column: 'until',
    value: '2015-10-26',
    problem: /before 2015-10-30/,
  },
  {
    name: 'a kind of day that there is not',
    command: 'import-calendar',
    lines: ['from,kind', '2015-10-30,party'],
    line: 2,
    column: 'kind',
    value: 'party',
    problem: /not known/,
  },
  {
    name: 'members whose days overlap',
    command: 'create-groups --members',
    lines: [
      'group,register_no,from,until',
      '7 DE 1,1001,2015-09-01,2015-10-31',
      '7 DE 1,1001,2015-10-31,',
    ],
    line: 3,
    column: 'from',
    value: '2015-10-31',
    problem: /overlap/,
  },
  {
    name: 'bells that overlap',
    command: 'bells import',
    lines: ['schedule,period,starts,ends', 'evening,1,18:00,18:40', 'evening,2,18:30,19:10'],
    line: 3,
    column: 'starts',
    value: '18:30',
    problem: /overlaps lesson 1/,
  },
];

describe('a wrong file is refused, with its place and its mend, and nothing is written', () => {
  test.each(wrongs)('$name', async ({ command, lines, line, column, value, problem }) => {
    const path = file('wrong.csv', ...lines);
    const { status, stdout } = await run(
      `ejournal --db ${db} --lang en ${command} ${path} --format json`,
    );
    expect(status).toBe(4);
    const [first, ...more] = JSON.parse(stdout);
    expect(more).toEqual([]);
    expect(first).toEqual({
      file: path,
      line,
      column,
      value,
      problem: expect.stringMatching(problem),
      mend: expect.stringMatching(/\w/),
    });
    expect(contents(db)).toEqual(before);
    expect(ask(db, 'SELECT * FROM operation')).toEqual(operations);
  });
});

test('every bad row is told in one pass, and the rejected rows come back with what is wrong', async () => {
  const path = file(
    'students.csv',
    students,
    'x,A,B,9001,,,',
    ok.replace('9001', '9004'),
    'y,C,D,9002,,x,',
  );
  const errors = join(folder(), 'errors.csv');
  const { status, stdout } = await run(
    `ejournal --db ${db} import-students ${path} --errors ${errors}`,
  );
  expect(status).toBe(4);
  expect(stdout.split('\n').map((row) => row.split(',').slice(1, 4).join(','))).toEqual([
    'line,column,value',
    '2,class,x',
    '4,class,y',
    '4,birth_date,x',
    '',
  ]);
  const again = await run(`ejournal --db ${db} --lang en import-students ${errors} --format json`);
  expect(again.status).toBe(4);
  expect(JSON.parse(again.stdout)).toHaveLength(3);
});

test('mended rows come back without a word about the column that was added, and once only', async () => {
  const path = file('students.csv', students, 'x,A,B,9001,,,');
  const errors = join(folder(), 'errors.csv');
  const line = `ejournal --db ${db} --lang en import-students`;
  await run(`${line} ${path} --errors ${errors}`);
  const said = 'class: This is not a class.';
  const header = `${students},error\n`;
  expect(readFileSync(errors, 'utf8')).toBe(`${header}x,A,B,9001,,,,${said}\n`);
  const second = join(folder(), 'second.csv');
  const again = await run(`${line} ${errors} --errors ${second} --dialect excel`);
  expect(again.stderr).toBe(
    `1 mistake found. Nothing was written.\n1 row to mend written to ${second}.\n`,
  );
  expect(readFileSync(second, 'utf8')).toBe(
    `\ufeff${`${header}x,A,B,9001,,,,${said}\n`.replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
  );
});

test.each(['csv', 'excel'])(
  'the rejected rows of a spreadsheet are the same again once they are mended (%s)',
  async (dialect) => {
    const path = file(
      'students.csv',
      '\ufeffclass;last_name;first_name;register_no;phone;birth_date',
      "7.a;Aa;Bb;9001;'+37120000000;31.02.2000",
    );
    const errors = join(folder(), 'errors.csv');
    const line = `ejournal --db ${db} import-students`;
    const told = await run(`${line} ${path} --errors ${errors} --dialect ${dialect}`);
    expect(told.status).toBe(4);
    const written = readFileSync(errors, 'utf8');
    expect(written).toMatch(
      /^\ufeffclass;last_name;first_name;register_no;phone;birth_date;error\r\n/,
    );
    const mended = written.replace('31.02.2000', '28.02.2000');
    writeFileSync(errors, mended);
    const tried = await run(`${line} ${errors} --diff --columns column,after`);
    expect(tried.stdout).toContain(',9001,phone,,+37120000000\n');
  },
);

test.each([
  ['bells import', 'schedule,period,starts,ends', 'std,1,9:00,8:00'],
  ['create-groups --groups', 'group,subject,teacher,classes,whole', 'G,??,MAT1,7.a,'],
  ['create-groups --members', 'group,register_no', 'G,1001'],
  ['term-marks import', 'register_no,subject,term,value', '1001,MAT,year,11'],
  ['personal-files import', 'register_no,previous_school', '9999,Skola'],
  ['blanks import', 'kind,series,number,received_on', 'basic,A,1,x'],
  ['exam-certificates import', 'register_no,subject,number', '9999,MAT,1'],
  ['import-subjects', 'code,name,scale', 'A,B,x'],
])('%s is told how its file looks, and writes its rejected rows', async (words, header, row) => {
  const path = file(
    'f.csv',
    `${header},piezīme`.replaceAll(',', ';'),
    `${row},ā`.replaceAll(',', ';'),
  );
  const errors = join(folder(), 'errors.csv');
  const look = '--delimiter semicolon --encoding utf-8';
  const { status } = await run(`ejournal --db ${db} ${words} ${path} ${look} --errors ${errors}`);
  expect(status).toBe(4);
  expect(readFileSync(errors, 'utf8')).toContain(`\n${row},ā,`);
  const wrong = await run(`ejournal --db ${db} ${words} ${path} --delimiter comma --format json`);
  expect(wrong.status).toBe(4);
  expect(JSON.parse(wrong.stdout)[0]).toMatchObject({ line: 1, column: header.split(',')[0] });
});

test('rows whose mistake shows only at the end of the file come back too', async () => {
  const header = 'group,register_no,from,until';
  const rows = ['7.a MAT,1001,2015-09-01,2015-10-31', '7.a MAT,1001,15.10.2015,'];
  const path = file('group-members.csv', header, rows[0] ?? '', '', rows[1] ?? '');
  const errors = join(folder(), 'errors.csv');
  const line = `ejournal --db ${db} --lang en create-groups ${path} --errors ${errors}`;
  const { status, stdout } = await run(`${line} --columns line,column,value`);
  expect({ status, stdout }).toEqual({
    status: 4,
    stdout: 'line,column,value\n4,from,15.10.2015\n',
  });
  const [head, ...rejected] = readFileSync(errors, 'utf8').trim().split('\n');
  expect(head).toBe(`${header},error`);
  expect(rejected).toEqual([expect.stringContaining(`${rows[1]},`)]);
});

test('where the whole file is wrong, no file of rejected rows is made', async () => {
  const errors = join(folder(), 'errors.csv');
  const { status, stderr } = await run(
    `ejournal --db ${db} --lang en import-students ${file('s.csv', 'x,y')} --errors ${errors}`,
  );
  expect({ status, isThere: existsSync(errors) }).toEqual({ status: 4, isThere: false });
  expect(stderr).toContain(`Nothing was written to ${errors}`);
});

test('the rejected rows of several files do not go into one', async () => {
  const files = [file('groups.csv', 'group'), file('group-members.csv', 'group')].join(' ');
  const errors = join(folder(), 'errors.csv');
  const refused = await run(
    `ejournal --db ${db} --lang en create-groups ${files} --errors ${errors}`,
  );
  expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('several files') });
});

test('rejected rows are not written over the file that they stand in', async () => {
  const path = file('students.csv', students, 'x,A,B,9001,,,', ok.replace('9001', '9004'));
  const before = readFileSync(path);
  const { status, stderr } = await run(
    `ejournal --db ${db} --lang en import-students ${path} --errors ${path}`,
  );
  expect(status).toBe(2);
  expect(stderr).toContain(`--errors: ${path} is the file that was read; it was left as it is.\n`);
  expect(readFileSync(path)).toEqual(before);
});

test('rejected rows take the place of those of an earlier run, of other data only with --yes', async () => {
  const path = file('students.csv', students, 'x,A,B,9001,,,');
  const line = `ejournal --db ${db} --lang en import-students ${path} --errors`;
  const [own, other] = [file('own.csv', `${students},error`, 'z,,,,,,,'), file('other.csv', 'a,b')];
  expect((await run(`${line} ${own}`)).status).toBe(4);
  expect(readFileSync(own, 'utf8')).toMatch(/\nx,A,B,9001,/);
  const refused = await run(`${line} ${other}`);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(`${other} exists already; nothing was overwritten.`);
  expect(readFileSync(other, 'utf8')).toBe('a,b\n');
  expect((await run(`${line} ${other} --yes`)).status).toBe(4);
  expect(readFileSync(other, 'utf8')).toMatch(/\nx,A,B,9001,/);
});

test('no option writes over a database', async () => {
  const path = file('students.csv', students, 'x,A,B,9001,,,');
  const before = readFileSync(db);
  const copy = join(folder(), 'copy.db');
  copyFileSync(db, copy);
  for (const there of [db, copy]) {
    for (const words of [
      `import-students ${path} --errors ${there}`,
      `export students --output ${there}`,
      `deadlines --ics ${there}`,
    ]) {
      const { status, stderr } = await run(`ejournal --db ${db} --lang en --yes ${words}`);
      expect(status, words).toBe(2);
      expect(stderr).toContain(`${there} is a database`);
      expect(readFileSync(there).equals(before), words).toBe(true);
    }
  }
});

test('a column whose name is no word is told like any other that is not known', async () => {
  const path = file('s.csv', `${students},_`, `${ok},x`);
  const { status, stderr } = await run(
    `ejournal --db ${db} --lang en import-students ${path} --dry-run`,
  );
  expect(status).toBe(0);
  expect(stderr).toContain('s.csv:1:_');
});

test('rows of which a spreadsheet left nothing but delimiters are passed over', async () => {
  const path = file('students.csv', ',,,,,,', students, ',,,,,,', ok, ' , ,', '');
  const { stdout } = await run(`ejournal --db ${db} import-students ${path} --dry-run`);
  expect(stdout).toBe('file,rows,new,changed,unchanged,ended,rejected\nstudents.csv,1,1,0,0,0,0\n');
});

test('a person reads sentences in their language, a script rows on standard output', async () => {
  const path = file('students.csv', students, 'x,A,B,9001,,,');
  const lv = await run(`ejournal --db ${db} --lang lv import-students ${path} --format table`);
  expect(lv.stderr).toBe(
    `${path}:2:class „x”: Tā nav klase. Rakstiet 7.a vai 10.1.\nKļūdu skaits: 1. Nekas netika ierakstīts.\n`,
  );
  expect(lv.stdout).toBe('');
});

test('an unknown column is pointed out and passed over', async () => {
  const path = file('subjects.csv', 'code,name,scale,nmae', 'QQ,Kvantu fizika,points,x');
  const { status, stderr } = await run(
    `ejournal --db ${db} --lang en import-subjects ${path} --dry-run`,
  );
  expect(status).toBe(0);
  expect(stderr).toContain(
    'nmae “nmae”: This column is not known and was passed over. The nearest is name.',
  );
});

test('a table in the folder that has the name of no file is pointed out, with the name that is meant', async () => {
  const { db, files } = await school();
  for (const name of ['student.csv', 'Staff (1).CSV', 'zvani.csv', 'notes.txt'])
    writeFileSync(join(files, name), '');
  const { status, stderr } = await run(`ejournal --db ${db} --lang en setup ${files}`);
  const passedOver = 'No file of a school year has this name: it was passed over.';
  expect(status).toBe(0);
  expect(stderr).toContain(`student.csv:1: ${passedOver} Call it students.csv, if it is that.\n`);
  expect(stderr).toContain(`Staff (1).CSV:1: ${passedOver} Call it staff.csv, if it is that.\n`);
  expect(stderr).toContain(`zvani.csv:1: ${passedOver} Take it out of the folder.\n`);
  expect(stderr).not.toContain('notes.txt');
});

test('a file that cannot be read is a wrong call', async () => {
  const { status, stderr } = await run(`ejournal --db ${db} --lang en import-subjects nowhere.csv`);
  expect(status).toBe(2);
  expect(stderr).toMatch(/nowhere\.csv cannot be read/);
});

test('of a folder all mistakes are found at once, across its files, each told once', async () => {
  const into = folder();
  const write = (name: string, ...lines: string[]) =>
    writeFileSync(join(into, name), lines.map((line) => `${line}\n`).join(''));
  write('subjects.csv', 'code,name,scale', 'MAT,Matemātika,points');
  write('programmes.csv', 'programme,grade,subject', '21011111,7,MAT');
  write(
    'students.csv',
    'class,last_name,first_name,register_no,programme',
    '7.a,A,B,1,21011111',
    '8.a,C,D,2,21011111',
  );
  write('staff.csv', 'code,last_name,first_name,roles', 'M1,E,F,teacher');
  write(
    'groups.csv',
    'group,subject,teacher,classes,whole',
    '7.a MAT,MAT,M9,7.a,yes',
    '7.b MAT,MAT,M1,7.a,yes',
  );
  write('timetable.csv', 'group,weekday,period', '7.a MAT,1,1', '7.c MAT,1,2', '7.b MAT,1,3');
  const { db: fresh } = { db: join(folder(), 'new.db') };
  await run(`ejournal --db ${fresh} init --year 2015 --yes`);
  const empty = contents(fresh);
  const { status, stdout } = await run(`ejournal --db ${fresh} setup ${into} --check --format csv`);
  expect(status).toBe(4);
  const found = stdout
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',').slice(0, 4).join(','));
  expect(found).toEqual([
    `${join(into, 'students.csv')},3,programme,21011111`,
    `${join(into, 'groups.csv')},2,teacher,M9`,
    `${join(into, 'timetable.csv')},3,group,7.c MAT`,
  ]);
  expect(contents(fresh)).toEqual(empty);
});

test('every bad cell of a row is told at once, one hides no other', async () => {
  const rows = async (command: string, ...lines: string[]) => {
    const path = file('rows.csv', ...lines);
    const { status, stdout } = await run(
      `ejournal --db ${db} ${command} ${path} --columns line,column,value --format csv`,
    );
    expect(status).toBe(4);
    return stdout.trim().split('\n').slice(1);
  };
  expect(
    await rows(
      'import-marks',
      marks,
      '2015-09-15,9.z MAT,Darbs,quiz,4.45E+09,8,',
      '2014-09-15,9.z MAT,Darbs,quiz,9999,11,',
    ),
  ).toEqual([
    '2,register_no,4.45E+09',
    '2,group,9.z MAT',
    '3,value,11',
    '3,date,2014-09-15',
    '3,group,9.z MAT',
    '3,register_no,9999',
  ]);
  expect(
    await rows('import-lessons', 'date,period,group,topic,teacher', '2015-09-15,99,9.z MAT,X,NAV'),
  ).toEqual(['2,period,99', '2,group,9.z MAT', '2,teacher,NAV']);
});

const [lv, unknownLv] = ['--lang lv', 'Šajā mācību gadā nav grupas 7.a mat.'];
test.each([
  ['overdue --group "7.a mat"', 'Did you mean “7.a MAT”?'],
  ['record-lesson --date 2015-09-14 --group "7a MAT" --topic X', 'Did you mean “7.a MAT”?'],
  ['why lesson --group "7.a MAR" --date 2015-09-14', 'Did you mean “7.a MAT”?'],
  ['overdue --where class=7.A', 'Did you mean “7.a”?'],
  ['term-marks --term semester1 --subject māt --class 7.a', 'Did you mean “MAT”?'],
  ['overdue --teacher mat1', 'Did you mean “MAT1”?'],
  [`overdue ${lv} --group "7.a mat"`, `${unknownLv}\nVai domājāt „7.a MAT”?`],
  ['overdue --group "9.a MAT"', 'List the groups: ejournal export groups --columns group'],
  ['overdue --group "7.a XYZ"', 'List the groups: ejournal export groups --columns group'],
])('%s: the name that is near is asked for, none where none is', async (words, asked) => {
  const answer = await run(`ejournal --db ${db} ${words.includes(lv) ? '' : '--lang en'} ${words}`);
  expect(answer).toMatchObject({ status: 2, stderr: expect.stringContaining(asked) });
});

test('a column that nobody knows is pointed out in the line of the header', async () => {
  const { db } = await school();
  const path = file('s.csv', 'sep=;', 'code;name;scale;colour', 'ZZ;Zīmes;points;x');
  const line = `ejournal --db ${db} --lang en import-subjects ${path} --dry-run`;
  expect((await run(line)).stderr).toContain(`${path}:2:colour “colour”`);
});

test.each([
  ['staff', 'code,last_name,first_name,roles', 'N2,,B,cook', 'roles last_name'],
  ['subjects', 'code,name,scale,order', 'N1,,letters,x', 'scale order name'],
  [
    'students',
    'class,last_name,first_name,register_no,sex',
    '7.a,,,7777,X',
    'sex last_name first_name',
  ],
  ['decisions', 'register_no,decision,date', '1001,,x', 'date decision'],
])(
  'what a new row of %s lacks is told with what cannot be read',
  async (kind, header, row, columns) => {
    const path = file(`${kind}.csv`, header, row);
    const { status, stdout } = await run(
      `ejournal --db ${db} import-${kind} ${path} --format csv --columns column`,
    );
    expect(status).toBe(4);
    expect(stdout.trim().split('\n').slice(1).sort()).toEqual(columns.split(' ').sort());
  },
);

test('a name in a file that differs in case alone is asked for', async () => {
  const lessons = file('lessons.csv', 'date,period,group,topic', '2015-09-14,5,7.a mat,X');
  const line = `ejournal --db ${db} --lang en import-lessons ${lessons} --format json`;
  const answer = await run(line);
  expect(JSON.parse(answer.stdout)).toMatchObject([
    { line: 2, column: 'group', value: '7.a mat', mend: 'Did you mean “7.a MAT”?' },
  ]);
});
