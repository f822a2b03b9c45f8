import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { emptySchool, file, folder } from '../support/school.js';

/** A school of three students whose second semester is not known yet; today is 24 November. */
const files: Record<string, string> = {
  calendar: 'from,until,kind|2026-09-01,2026-12-18,semester1|2026-10-19,2026-10-23,holiday',
  subjects: 'code,name,scale|MAT,Matemātika,points|VIZ,Vizuālā māksla,points',
  programmes: 'programme,grade,subject|P,7,MAT',
  staff: 'code,last_name,first_name,roles,class|T1,Ozols,Jānis,teacher+class_teacher,7.a',
  students:
    'class,last_name,first_name,register_no,programme,enrolled_on|7.a,Alksnis,Ivars,1,P,2026-09-01|7.a,Bite,Zane,2,P,2026-09-01|7.b,Celms,Juris,3,P,2026-09-01',
  groups: 'group,subject,teacher,classes,whole|7.a MAT,MAT,T1,7.a,yes|7.b MAT,MAT,T1,7.b,yes',
};

/** A folder with these files, whose lines are parted by `|`. */
function folderOf(rowsOf: Readonly<Record<string, string>>): string {
  const into = folder();
  for (const [name, rows] of Object.entries(rowsOf)) {
    writeFileSync(join(into, `${name}.csv`), `${rows.replaceAll('|', '\n')}\n`);
  }
  return into;
}

async function newSchool() {
  const db = await emptySchool(2026);
  const into = folderOf(files);
  const call = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
  expect(await call(`setup ${into}`)).toMatchObject({ status: 0 });
  const imported = (kind: string, rows: string, more = '') =>
    call(`import-${kind} ${file(`${kind}.csv`, ...rows.split('|'))} ${more}`);
  return { call, imported };
}

test('a calendar that was corrected takes the place of the one before, when that is asked for', async () => {
  const { call, imported } = await newSchool();
  const corrected = 'from,until,kind|2026-09-01,2026-12-11,semester1|2026-10-26,2026-10-30,holiday';
  const beside = await imported('calendar', corrected);
  expect(beside.stdout).toContain('calendar.csv,2,2,0,0,0,0');
  expect(beside.stderr).toContain('The calendar has another such semester for a grade of this one');
  expect((await imported('calendar', corrected, '--remove-missing')).status).toBe(2);
  const diff = await imported('calendar', corrected, '--remove-missing --diff');
  expect(diff.stdout).toContain('\n,,2026-10-19 2026-10-23 holiday,from,2026-10-19,\n');
  const replaced = await imported('calendar', corrected, '--remove-missing --yes');
  expect(replaced).toMatchObject({ status: 0, stderr: '' });
  expect(replaced.stdout).toContain('calendar.csv,2,0,0,2,2,0');
  expect((await call('export calendar --columns from,until,kind')).stdout).toBe(
    `${corrected.replaceAll('|', '\n')}\n`,
  );
  const again = await imported('calendar', corrected, '--remove-missing');
  expect(again.stderr).toContain('Nothing to change.');
  expect((await call('undo --yes')).status).toBe(0);
  expect((await call('export calendar')).stdout.split('\n')).toHaveLength(6);
});

test('nothing is taken away where a row of the file is wrong', async () => {
  const { call, imported } = await newSchool();
  const wrong = 'from,until,kind|2026-09-01,2026-12-11,semester1|2026-10-99,,holiday';
  expect((await imported('calendar', wrong, '--remove-missing --yes')).status).toBe(4);
  expect((await call('export calendar')).stdout.split('\n')).toHaveLength(4);
});

test('a subject that was put into a programme by mistake can be taken out', async () => {
  const { call, imported } = await newSchool();
  await imported('programmes', 'programme,grade,subject|P,7,MAT|P,7,VIZ');
  expect((await call('status')).stdout).toContain('VIZ');
  const out = 'programme,grade,subject|P,7,MAT';
  const taken = await imported('programmes', out, '--remove-missing --yes');
  expect(taken.stdout).toContain('programmes.csv,1,0,0,1,1,0');
  expect((await call('status')).stdout).not.toContain('VIZ');
});

test('extracts are owed from the first semester on, also while the second is not known', async () => {
  const { call } = await newSchool();
  const owed = await call('overdue --clause 3.4 --columns class,date');
  expect(owed.stdout).toBe(
    'class,date\n7.a,2026-09-30\n7.b,2026-09-30\n7.a,2026-10-31\n7.b,2026-10-31\n',
  );
});

test('what movements cannot mean, or the list cannot change, is pointed out', async () => {
  const { call, imported } = await newSchool();
  const joins = await imported('movements', 'register_no,date,kind,class|2,2026-11-16,joined,7.a');
  expect(joins.stderr).toContain('is at the school already, since 2026-09-01');
  await call('undo --yes');
  const back = await imported(
    'movements',
    'register_no,date,kind,class|2,2026-11-02,joined,7.a|2,2026-10-01,left,',
  );
  expect(back.stderr).toBe('');
  const leaving = await imported(
    'students',
    'class,last_name,first_name,register_no,left_on|7.a,Bite,Zane,2,2026-11-20',
  );
  expect(leaving.stderr).toContain('The movements tell otherwise, the last one of 2026-10-01');
  const listed = file('gm.csv', 'group,register_no,from', '7.b MAT,1,2026-10-12');
  const list = await call(`create-groups --members ${listed}`);
  expect(list.stderr).toContain('This group is of whole classes: its list says nothing.');
});

test('one phone in two writings is one parent by the look of it, and an absence needs a school', async () => {
  const { call, imported } = await newSchool();
  const rows =
    '1,Bērza,Anna,mother,29111222|2,Bērza,Anna,mother,+371 29111222|3,Bērza,Ilze,mother,29111222';
  const parents = await imported(
    'parents',
    `register_no,last_name,first_name,relation,phone|${rows}`,
  );
  expect(parents.stderr.match(/has this number, written 29111222/g)).toHaveLength(1);
  await imported('movements', 'register_no,date,kind|2,2026-11-10,left');
  const absences = 'date,period,register_no|2026-11-09,1,2|2026-11-16,1,2|2026-11-17,1,2';
  const away = await imported('absences', absences);
  expect(away.stdout).toContain('absences.csv,3,3,0,0,0,0');
  expect(away.stderr.match(/is in no class on/g)).toHaveLength(1);
  expect(await call('overdue')).toMatchObject({ status: 3 });
});

test('what goes into another school year than that of today says so', async () => {
  const { call, imported } = await newSchool();
  const student = 'class,last_name,first_name,register_no|8.a,Alksnis,Ivars,1';
  const next = folderOf({ students: student });
  const opened = await call(`setup ${next} --year 2027`);
  expect(opened.stderr).toContain('Of the school year 2027/2028, which is not that of today.');
  const moved = await imported('students', student.replace('8.a', '8.b'));
  expect(moved.stderr).toContain('Of the school year 2027/2028, which is not that of today.');
  const now = await imported('students', student.replace('8.a', '7.b'), '--year 2026');
  expect(now.stderr).not.toContain('Of the school year');
});

test('a newcomer without a first day is pointed out, not those of a whole list', async () => {
  const { imported } = await newSchool();
  const header = 'class,last_name,first_name,register_no';
  const comes = await imported('students', `${header}|7.a,Jauns,Jānis,9`);
  expect(comes.stderr).toContain('is taken to be here since 2026-09-01');
  const dated = await imported('students', `${header},enrolled_on|7.a,Nākamā,Ilze,10,2026-11-23`);
  expect(dated.stderr).toBe('');
});

test('a class that is divided in the year is told to be still in the group of the whole class', async () => {
  const { call } = await newSchool();
  const divided = await call(
    'create-groups --class 7.a --subject MAT --split 2 --from 2026-11-02 --yes',
  );
  expect(divided.stderr).toContain('Students of them are in 7.a MAT too, of the same subject.');
  const first = await call('create-groups --class 7.a --subject VIZ --split 2 --yes');
  expect(first.stderr).toBe('There are now 2 groups with 2 students.\n');
});

test('a class that can have no effect changes nothing, and says so each time', async () => {
  const { call, imported } = await newSchool();
  await imported('movements', 'register_no,date,kind|2,2026-11-10,left');
  const operations = async () => (await call('history')).stdout.split('\n').length;
  const before = await operations();
  const moved = 'class,last_name,first_name,register_no|7.b,Bite,Zane,2';
  for (const _time of [1, 2]) {
    const refused = await imported('students', moved);
    expect(refused.stdout).toContain('students.csv,1,0,0,1,0,0');
    expect(refused.stderr).toContain('the class changes nothing');
    expect(refused.stderr).toContain('Nothing to change.');
  }
  expect(await operations()).toBe(before);
});

test('a class that is renamed from the first day on is so for who came into it later, too', async () => {
  const { call, imported } = await newSchool();
  const moves = 'register_no,date,kind,class|2,2026-09-01,class,7.b|2,2026-11-02,class,7.a';
  await imported('movements', moves);
  const changed = Object.entries({ ...files, movements: moves });
  const renamed = folderOf(
    Object.fromEntries(changed.map(([name, rows]) => [name, rows.replaceAll('7.a', '7.c')])),
  );
  const first = await call(`setup ${renamed} --on 2026-09-01`);
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect((await call('export students --columns class,register_no')).stdout).toBe(
    'class,register_no\n7.c,1\n7.c,2\n7.b,3\n',
  );
  const second = await call(`setup ${renamed} --on 2026-09-01`);
  expect(second.stderr).toContain('Nothing to change.');
});

test('a file is no folder for an export', async () => {
  const { call } = await newSchool();
  const path = file('out.csv', 'x');
  for (const out of [path, join(path, 'deeper')]) {
    const refused = await call(`export all --out ${out}`);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('not a folder') });
  }
});
