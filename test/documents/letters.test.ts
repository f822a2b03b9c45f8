import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { pagesOf as printedPages } from '../support/printed-pages.js';
import { run } from '../support/run.js';
import { ask, contents, file, folder, school } from '../support/school.js';

let db: string;
let files: string;

beforeAll(async () => {
  ({ db, files } = await school({ until: '2015-09-30' as never }));
});

/** Rows of a CSV file by its header; only cells without line breaks. */
function rowsOf(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(files, name), 'utf8').trim().split('\n');
  const cells = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
    );
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(names.map((n, at) => [n, cells(line)[at] ?? ''])));
}

const textOf = (path: string) =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
const pagesOf = (path: string) => textOf(path).split('\f').slice(0, -1);
const ejournal = (words: string) => `ejournal --db ${db} --as-of 2015-09-10 --lang en ${words}`;
const secret = 'Zq7-mW0xK';

test('each parent of a class who may be told gets a letter with name, address and what it is about', async () => {
  const out = folder();
  const ran = await run(ejournal(`letters notice --class 7.a --out ${out}`));
  const students = rowsOf('students.csv').filter((row) => row['class'] === '7.a');
  const told = rowsOf('parents.csv').filter(
    (parent) =>
      parent['contact'] !== 'no' &&
      students.some((student) => student['register_no'] === parent['register_no']),
  );
  expect(ran.status).toBe(0);
  const pages = pagesOf(join(out, '7.a 2015 paziņojums.pdf'));
  expect(pages).toHaveLength(told.length);
  for (const parent of told) {
    const student = students.find((one) => one['register_no'] === parent['register_no']);
    const name = `${parent['first_name']} ${parent['last_name']}`;
    const page = pages.find(
      (each) =>
        each.includes(`${student?.['last_name']} ${student?.['first_name']}`) &&
        each.includes(name),
    );
    expect(page, name).toContain(student?.['address']?.split(', ')[0]);
    expect(page).toContain('PAZIŅOJUMS VECĀKIEM');
    expect(page).toContain(parent['phone']);
    expect(page).toContain('10. septembrī');
  }
});

test.each([
  [
    {},
    'līdz plkst. 18.00 ieraksta',
    'pārbaudes darbu vērtējumus – ne vēlāk kā piecu darba dienu laikā.',
  ],
  [
    { lesson_due_time: '20:00', points_test_days: 3, pass_test_days: 3 },
    'līdz plkst. 20.00 ieraksta',
    'pārbaudes darbu vērtējumus – ne vēlāk kā 3 darba dienu laikā.',
  ],
  [
    { points_test_days: 3 },
    'līdz plkst. 18.00 ieraksta',
    'vērtējumus ballēs – ne vēlāk kā 3 darba dienu laikā, vērtējumus „ieskaitīts” un „neieskaitīts” – ne vēlāk kā 5 darba dienu laikā.',
  ],
  [
    { points_test_days: 21, pass_test_days: 1 },
    'līdz plkst. 18.00 ieraksta',
    'vērtējumus ballēs – ne vēlāk kā 21 darba dienas laikā, vērtējumus „ieskaitīts” un „neieskaitīts” – ne vēlāk kā nākamajā darba dienā.',
  ],
  [
    { points_test_days: 11, pass_test_days: 0 },
    'līdz plkst. 18.00 ieraksta',
    'vērtējumus ballēs – ne vēlāk kā 11 darba dienu laikā, vērtējumus „ieskaitīts” un „neieskaitīts” – tajā pašā dienā.',
  ],
])(
  'parents are told the times and days that the school has decided: %j',
  async (decided, time, days) => {
    const { db: own } = await school();
    const ejournal = (words: string) => run(`ejournal --db ${own} --lang en ${words}`);
    for (const [key, value] of Object.entries(decided)) {
      expect(await ejournal(`settings set ${key} ${value}`)).toMatchObject({ status: 0 });
    }
    const out = join(folder(), 'notice.pdf');
    await ejournal(`letters notice --student 1001 --date 2015-09-10 --merge ${out}`);
    const text = (pagesOf(out)[0] ?? '').replace(/\s+/g, ' ');
    expect(text).toContain(time);
    expect(text).toContain(days);
  },
);

test('who may not be told anything gets nothing, and a student about whom nobody is told is named', async () => {
  const { db: own } = await school();
  const none = file(
    'parents.csv',
    'register_no,last_name,first_name,relation,phone,contact',
    ...ask<{ line: string }>(
      own,
      `SELECT register_no || ',' || parent.last_name || ',' || parent.first_name || ',' || relation
              || ',' || coalesce(parent.phone, '') || ',no' AS line
         FROM student_parent JOIN parent USING (parent_id) JOIN student USING (student_id)
        WHERE register_no = '1001'`,
    ).map(({ line }) => line),
  );
  expect((await run(`ejournal --db ${own} import-parents ${none}`)).status).toBe(0);
  const line = `ejournal --db ${own} --lang en --as-of 2015-09-10 letters notice --student 1001`;
  const ran = await run(`${line} --format json`);
  expect(JSON.parse(ran.stdout)).toEqual([]);
  expect(ran.stderr).toContain('(1001): no letter, since no parent may be told anything.');

  const who = `SELECT parent.first_name || ' ' || parent.last_name AS name FROM student_parent
    JOIN parent USING (parent_id) JOIN student USING (student_id) WHERE register_no = '1001'`;
  const list = file(
    'access.csv',
    'register_no,name,user_name,password',
    ...ask<{ name: string }>(own, who).map(({ name }, no) => `1001,${name},p${no},${secret}`),
  );
  const access = await run(`ejournal --db ${own} --lang en letters access ${list} --format json`);
  expect(JSON.parse(access.stdout)).toEqual([]);
  expect(access.stderr).toContain('(1001): no letter, contact = no.');
});

test('a family gets one letter, and one with two children in a class gets one about both', async () => {
  const { db: own } = await school();
  const siblings = file(
    'parents.csv',
    'register_no,last_name,first_name,relation,phone',
    '1001,Dvīņa,Māra,mother,+37120009999',
    '1002,Dvīņa,Māra,mother,+37120009999',
  );
  expect((await run(`ejournal --db ${own} import-parents ${siblings}`)).status).toBe(0);
  const line = `ejournal --db ${own} --as-of 2015-09-10 letters notice --class 7.a --format json`;
  const each: { receivers: { name: string }[]; students: { register_no: string }[] }[] = JSON.parse(
    (await run(line)).stdout,
  );
  const twins = each.filter(({ receivers }) => receivers.some(({ name }) => name === 'Māra Dvīņa'));
  expect(twins.map(({ students }) => students.map((one) => one.register_no).sort())).toEqual([
    ['1001', '1002'],
  ]);
  const families: typeof each = JSON.parse((await run(`${line} --family`)).stdout);
  const about = families.flatMap(({ students }) => students.map((one) => one.register_no));
  expect(new Set(about).size).toBe(about.length);
});

test('letters to families lie in files of their own, and the register knows which is which', async () => {
  const { db: own } = await school();
  const out = folder();
  const line = `ejournal --db ${own} --as-of 2015-09-10 letters notice --class 7.a --out ${out}`;
  const printed = async (words: string) => (await run(`${line} ${words} --columns file`)).stdout;
  expect(await printed('')).toBe(`file\n${out}/7.a 2015 paziņojums.pdf\n`);
  expect(await printed('--family')).toBe(`file\n${out}/7.a 2015 paziņojums ģimenei.pdf\n`);
  expect(await printed('--family --document-language en')).toBe(
    `file\n${out}/7.a 2015 family notice.pdf\n`,
  );
  const rows: { receiver: string; file: string }[] = JSON.parse(
    (await run(`ejournal --db ${own} documents --kind notice --format json`)).stdout,
  );
  const inFile = (name: string) => rows.filter((row) => row.file === join(out, name));
  expect(inFile('7.a 2015 paziņojums.pdf').length).toBeGreaterThan(0);
  expect(
    inFile('7.a 2015 paziņojums ģimenei.pdf').some(({ receiver }) => receiver.includes(', ')),
  ).toBe(true);
});

test('an access letter has the user name and the password, which come nowhere else', async () => {
  const before = contents(db);
  const operations = ask(db, 'SELECT count(*) AS n FROM operation');
  const list = file(
    'access.csv',
    'register_no,name,role,user_name,password,address,valid_until',
    `1001,,student,first.user,${secret},,30.09.2015`,
    `,Ķērsta Šļahtenko-Žīgure,teacher,kersta.s,${secret}2,"Brīvības iela 12-5, Rīga",`,
  );
  const out = folder();
  const ran = await run(ejournal(`letters access ${list} --separate --out ${out}`));
  expect(ran.status).toBe(0);
  expect(ran.stderr).toContain('Delete the PDF files');
  const printed = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.pdf'),
  );
  expect(printed).toHaveLength(2);
  const texts = printed.map((path) => textOf(join(out, path)));
  const [teacher = '', student = ''] = texts[0]?.includes('kersta.s') ? texts : texts.toReversed();
  expect(teacher).toContain(`${secret}2`);
  expect(teacher).toContain('Brīvības iela 12-5');
  expect(student).toContain('first.user');
  expect(student).toContain('30.09.2015.');
  expect(student).not.toContain('Dokumenta kods');
  for (const path of printed) expect(statSync(join(out, path)).mode & 0o777).toBe(0o600);

  const json = await run(ejournal(`letters access ${list} --format json`));
  expect(contents(db)).toEqual(before);
  expect(ask(db, 'SELECT count(*) AS n FROM operation')).toEqual(operations);
  for (const said of [ran.stdout, ran.stderr, json.stdout, json.stderr]) {
    expect(said).not.toContain(secret);
  }
  for (const ending of ['', '-wal']) {
    const bytes = spawnSync('grep', ['-c', secret, `${db}${ending}`], { encoding: 'utf8' });
    expect(bytes.stdout.trim() || '0').toBe('0');
  }
});

test('letters to those of no class lie in a file that is called so in the language of its letters', async () => {
  const list = file(
    'access.csv',
    'name,role,user_name,password',
    `Ķērsta Žīgure,teacher,kersta.z,${secret}`,
  );
  for (const [language, name] of [
    ['lv', 'piekļuve 2015.pdf'],
    ['en', 'access 2015.pdf'],
  ]) {
    const out = folder();
    await run(ejournal(`letters access ${list} --document-language ${language} --out ${out}`));
    expect(readdirSync(out)).toEqual([name]);
  }
});

test.each([
  ['a row too long', `1001,a,${secret},x,y`],
  ['an unknown student', `9999,a,${secret},`],
  ['a letter that the font lacks', `1001,a,${secret}☃,`],
  ['no user name', `1001,,${secret},`],
  ['a wrong day', `1001,a,${secret},soon`],
])('a file with %s is refused without telling a password', async (_, row) => {
  const list = file('access.csv', 'register_no,user_name,password,valid_until', row);
  const out = folder();
  for (const format of ['table', 'json']) {
    const ran = await run(ejournal(`--format ${format} letters access ${list} --out ${out}`));
    expect(ran.status).toBe(4);
    expect(ran.stdout + ran.stderr).not.toContain(secret);
    expect(ran.stdout + ran.stderr).not.toContain('☃');
  }
  expect(readdirSync(out)).toEqual([]);
});

test.each([
  ['a parent without a name', '1001,,parent,a', 'name', 'the password would go to the student'],
  ['vecāks bez vārda', '1001,,vecāks,a', 'name', 'the password would go to the student'],
  ['a teacher with a student’s number', '1001,,teacher,a', 'role', 'a role of the staff'],
  ['a student called otherwise', '1001,Anna Xx,student,a', 'name', 'register number is called'],
  ['a user name of an earlier row', '1002,,student,First', 'user_name', 'in line 2 already'],
])(
  'a password that could come to somebody else is not printed: %s',
  async (_, row, column, said) => {
    const header = 'register_no,name,role,user_name,password';
    const list = file('access.csv', header, `1003,,student,first,${secret}`, `${row},${secret}2`);
    const out = folder();
    const ran = await run(ejournal(`letters access ${list} --out ${out} --format json`));
    expect({ status: ran.status, rejected: JSON.parse(ran.stdout) }).toMatchObject({
      status: 4,
      rejected: [{ line: 3, column, problem: expect.stringContaining(said) }],
    });
    expect(readdirSync(out)).toEqual([]);
  },
);

test('a father who is called like his child gets the letter of the parent', async () => {
  const [child] = ask<{ register_no: string; name: string }>(
    db,
    `SELECT register_no, first_name || ' ' || last_name AS name FROM student
      WHERE name NOT IN (SELECT first_name || ' ' || last_name FROM parent)`,
  );
  const { register_no, name } = child ?? { register_no: '', name: '' };
  const list = file(
    'access.csv',
    'register_no,name,role,user_name,password',
    `${register_no},${name},parent,father,${secret}`,
    `${register_no},${name},,child,${secret}`,
  );
  const { stdout } = await run(ejournal(`letters access ${list} --format json`));
  const about: { user_name: string; student: string }[] = JSON.parse(stdout);
  expect(about.map(({ user_name, student }) => [user_name, student !== ''])).toEqual([
    ['father', true],
    ['child', false],
  ]);
});

test('access letters are narrowed as the notices are: a class or student that is none is refused', async () => {
  const list = file(
    'access.csv',
    'register_no,user_name,password',
    `1001,a,${secret}`,
    `1007,b,${secret}`,
  );
  const access = (words: string) => run(ejournal(`letters access ${list} ${words} --format json`));
  expect(JSON.parse((await access('--class 8.a')).stdout)).toMatchObject([{ user_name: 'b' }]);
  expect(JSON.parse((await access('--student 1001')).stdout)).toMatchObject([{ user_name: 'a' }]);
  for (const words of ['--class 9.z', '--student 777', '--student 1001 --class 8.a']) {
    const notice = await run(ejournal(`letters notice ${words} --format json`));
    expect(await access(words)).toEqual({ ...notice, status: 2 });
  }
});

test('a file without a header does not have its first row told', async () => {
  const list = file('access.csv', `${secret},${secret},1001,a`);
  const ran = await run(ejournal(`letters access ${list} --out ${folder()}`));
  expect(ran.status).toBe(4);
  expect((ran.stdout + ran.stderr).toLowerCase()).not.toContain(secret.toLowerCase());
  expect(ran.stderr.toLowerCase()).not.toContain(secret.toLowerCase().replace('-', ''));
});

test('a preview has no password in it', async () => {
  const list = file('access.csv', 'register_no,user_name,password', `1001,a,${secret}`);
  const shown: string[] = [];
  await run(ejournal(`letters access ${list} --preview`), { opened: (path) => shown.push(path) });
  expect(textOf(shown[0] ?? '')).not.toContain(secret);
});

const millimetre = 72 / 25.4;
/** The window of an envelope after DIN 5008 form B. */
const window = { left: 20, right: 110, top: 45, bottom: 90 };

test.each([
  ['a short name', 'Pilsētas ģimnāzija'],
  [
    'a name of two lines',
    'Strazdumuižas internātvidusskola - attīstības centrs vājredzīgiem un neredzīgiem bērniem',
  ],
])(
  'of a school with %s sender, names and address stand in the window of the envelope',
  async (_, called) => {
    const { files: own } = await school();
    const named = readFileSync(join(own, 'school.csv'), 'utf8').replace(
      /^name,.*$/m,
      `name,${called}`,
    );
    const list = file('school.csv', named);
    const windowed = join(folder(), 'ejournal.db');
    const ejournal = (words: string) => run(`ejournal --db ${windowed} --lang en ${words}`);
    await ejournal(`init --year 2015 --school ${list} --yes`);
    const students = file(
      'students.csv',
      'class,last_name,first_name,register_no,address',
      '7.a,Liepa,Anna,1,"Ziedu iela 5-12, Vabole, Vaboles pagasts, Augšdaugavas novads, LV-5477"',
      '7.a,Ozols,Juris,2,"Ziedu iela 5-12, Vabole, Vaboles pagasts, Augšdaugavas novads, LV-5477"',
    );
    await ejournal(`import-students ${students}`);
    const many = Array.from({ length: 7 }, (_, n) => `2,Kalniņa-Bērziņa,Anna Marija ${n},guardian`);
    const parents = file(
      'parents.csv',
      'register_no,last_name,first_name,relation',
      ...['1,Liepa,Māra,mother', '1,Liepa,Jānis,father', ...many],
    );
    await ejournal(`import-parents ${parents}`);
    const out = join(folder(), 'letters.pdf');
    await ejournal(`letters notice --family --date 2015-09-10 --merge ${out}`);

    const letters = printedPages(out).filter(({ letters }) => letters.includes('LV-5477'));
    expect(letters).toHaveLength(2);
    for (const [place, name] of ['Māra', 'Kalniņa-Bērziņa'].entries()) {
      const words = letters[place]?.words ?? [];
      const first = words.findIndex(({ text }) => text === called.split(' ')[0]);
      const sender = words.findIndex(({ text }, at) => at > first && text === words[first]?.text);
      const code = words.findIndex(({ text }) => text === 'LV-5477');
      const inWindow = words.slice(sender, code + 1);
      expect(inWindow.map(({ text }) => text)).toContain(name);
      expect(Math.min(...inWindow.map(({ left }) => left))).toBeGreaterThan(
        window.left * millimetre,
      );
      expect(Math.min(...inWindow.map(({ top }) => top))).toBeGreaterThan(window.top * millimetre);
      expect(Math.max(...inWindow.map((box) => box.right))).toBeLessThan(window.right * millimetre);
      expect(Math.max(...inWindow.map((box) => box.bottom))).toBeLessThan(
        window.bottom * millimetre,
      );
      // As the post wants it: the code beside the town or the district.
      const district = words.find(({ text }) => text === 'Augšdaugavas');
      expect(words[code]?.top).toBeCloseTo(district?.top ?? 0);
    }
  },
);

test('a letter is called with what it needs, and nothing else', async () => {
  const list = file('access.csv', 'register_no,user_name,password', `1001,a,${secret}`);
  for (const words of ['access', `notice ${list}`, `access ${list} --family`]) {
    expect((await run(ejournal(`letters ${words} --out x`))).status, words).toBe(2);
  }
});

test('the letters of a class are the same bytes when they are printed again', async () => {
  const [one, two] = [folder(), folder()];
  await run(ejournal(`letters notice --class 8.a --out ${one}`));
  await run(ejournal(`letters notice --class 8.a --out ${two}`));
  const name = '8.a 2015 paziņojums.pdf';
  expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true);
  execFileSync('qpdf', ['--check', join(one, name)]);
});

test.each([
  ['differ in what no file name has', 'anna/1', 'anna:1'],
  ['differ only far behind', `${'a'.repeat(130)}1`, `${'a'.repeat(130)}2`],
])('two people of one name whose user names %s get a file each', async (_how, one, two) => {
  const rows = [one, two].map((user, at) => `Anna Viena,${user},${secret}${at}`);
  const list = file('access.csv', 'name,user_name,password', ...rows);
  const out = folder();
  const ran = await run(ejournal(`letters access ${list} --separate --out ${out}`));
  expect(ran.status, ran.stderr).toBe(0);
  const texts = readdirSync(out)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => textOf(join(out, name)));
  expect(texts).toHaveLength(2);
  const passwords = texts.map((text) => text.match(/Zq7-mW0xK\d/g));
  expect(passwords.sort()).toEqual([[`${secret}0`], [`${secret}1`]]);
});
