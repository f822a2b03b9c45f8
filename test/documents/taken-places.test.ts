import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { file, folder, school } from '../support/school.js';

/** A school, and a way of asking it in English. */
async function asked() {
  const { db } = await school({ until: '2015-12-18' as never });
  const ask = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
  return { db, ask };
}

test('the school’s database is never written over, whatever is asked', async () => {
  const { db, ask } = await asked();
  const before = readFileSync(db);
  // And that of another school.
  const other = join(folder(), 'other.db');
  copyFileSync(db, other);
  for (const place of [db, join(dirname(db), '.', 'ejournal.db'), other]) {
    const { status, stderr } = await ask(
      `monthly-extract --month 2015-09 --merge ${place} --force`,
    );
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is a database'),
    });
  }
  expect(readFileSync(db).equals(before)).toBe(true);
  expect(readFileSync(other).equals(before)).toBe(true);
});

test('a file that is not ours, or a folder, is written over only with --force', async () => {
  const { ask } = await asked();
  const out = folder();
  const foreign = join(out, 'foreign.pdf');
  writeFileSync(foreign, 'hello');
  const merge = `monthly-extract --month 2015-09 --class 7.a --merge ${foreign}`;
  expect(await ask(merge)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('the register of documents does not know it'),
  });
  expect(readFileSync(foreign, 'utf8')).toBe('hello');
  expect(await ask(`${merge} --force`)).toMatchObject({ status: 0 });
  expect(readFileSync(foreign).subarray(0, 4).toString()).toBe('%PDF');

  const inside = join(out, 'inside');
  mkdirSync(inside);
  expect(await ask(`monthly-extract --month 2015-09 --merge ${inside} --force`)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('is a folder'),
  });
});

test('a document takes the place of none but its own earlier print', async () => {
  const { ask } = await asked();
  const out = folder();
  const student = `--student 1001 --out ${out}`;
  expect(await ask(`monthly-extract --month 2015-09 ${student}`)).toMatchObject({ status: 0 });
  for (const other of [
    `monthly-extract --month 2015-10 ${student}`,
    `report-cards --term semester1 ${student}`,
    `monthly-extract --month 2015-09 --document-language en ${student}`,
  ]) {
    const { status, stderr } = await ask(other);
    expect({ other, status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /holds another document: monthly-extract 2015-09, 7\.a, .+ \(1001\), in Latvian/,
      ),
    });
  }
  expect(await ask(`monthly-extract --month 2015-09 ${student}`)).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('1 unchanged'),
  });
  await ask('record-marks --group "7.a MAT" --date 2015-09-24 --work Tests --kind quiz 1001=8');
  expect(await ask(`monthly-extract --month 2015-09 ${student} --columns state`)).toMatchObject({
    status: 0,
    stdout: 'state\nwritten\n',
  });
});

test('a paper that no register keeps takes the place of none that one does', async () => {
  const { ask } = await asked();
  const extracts = join(folder(), 'x.pdf');
  const made = `monthly-extract --month 2015-09 --class 7.a --merge ${extracts}`;
  expect(await ask(made)).toMatchObject({ status: 0 });
  const before = readFileSync(extracts);
  for (const words of [
    'lists class --class 7.a',
    'lists labels --class 7.a',
    'lists signatures --class 7.a --topic T',
  ]) {
    const { status, stderr } = await ask(`${words} --merge ${extracts}`);
    expect({ words, status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('holds another document: monthly-extract 2015-09'),
    });
  }
  expect(readFileSync(extracts).equals(before)).toBe(true);
});

test('a statement never takes the place of another one, a list that of the day before', async () => {
  const { ask } = await asked();
  const out = folder();
  const statement = `lists statement --student 1001 --date 2015-11-11 --merge ${out}/izziņa.pdf`;
  expect(await ask(`${statement} --number 1/1 --for Banka`)).toMatchObject({ status: 0 });
  expect(await ask(`${statement} --number 1/1 --for Banka`)).toMatchObject({ status: 0 });
  expect(await ask(`${statement} --number 1/2 --for Skola`)).toMatchObject({ status: 2 });
  const list = `lists class --class 7.a --out ${out}`;
  expect(await ask(`${list} --date 2015-11-11`)).toMatchObject({ status: 0 });
  expect(await ask(`${list} --date 2015-11-12`)).toMatchObject({ status: 0 });
});

test('a batch of notices replaces its own of the day before, and what of it has changed', async () => {
  const { ask } = await asked();
  for (const words of ['', '--family']) {
    const out = folder();
    const notices = `letters notice --class 7.a ${words} --out ${out}`;
    expect(await ask(`${notices} --date 2015-09-10`)).toMatchObject({ status: 0 });
    expect(await ask(`${notices} --date 2015-09-11 --columns state`)).toMatchObject({
      status: 0,
      stdout: 'state\nwritten\n',
    });
    const parents = file(
      'parents.csv',
      'register_no,last_name,first_name,relation,phone,email',
      `1001,Dvīņa,Māra,mother,+37120009999,mara${words}@example.org`,
    );
    expect(await ask(`import-parents ${parents}`)).toMatchObject({ status: 0 });
    expect(await ask(`${notices} --date 2015-09-11 --columns state`)).toMatchObject({
      status: 0,
      stdout: 'state\nwritten\n',
    });
  }
});

test('a class replaces its own file after a student has left it, and that of none of its students', async () => {
  const { ask } = await asked();
  const merged = join(folder(), 'merged.pdf');
  const extracts = (words: string) => ask(`monthly-extract --month 2015-10 ${words}`);
  const ofClass = `--class 7.a --merge ${merged}`;
  expect(await extracts(ofClass)).toMatchObject({ status: 0 });
  const left = file('movements.csv', 'register_no,date,kind', '1002,2015-10-15,left');
  expect(await ask(`import-movements ${left}`)).toMatchObject({ status: 0 });
  expect(await extracts(`${ofClass} --columns papers,state`)).toMatchObject({
    status: 0,
    stdout: 'papers,state\n5,written\n',
  });
  const before = readFileSync(merged);
  expect(await extracts(`--student 1001 --merge ${merged}`)).toMatchObject({ status: 2 });
  expect(readFileSync(merged).equals(before)).toBe(true);
});

test('the papers of one student or class never take the place of another’s', async () => {
  const { ask } = await asked();
  const out = folder();
  const [card, extracts] = [join(out, 'card.pdf'), join(out, 'extracts.pdf')];
  const ofStudent = (no: string) => `report-cards --term semester1 --student ${no} --merge ${card}`;
  const ofClass = (name: string) =>
    `monthly-extract --month 2015-10 --class ${name} --merge ${extracts}`;
  expect(await ask(ofStudent('1001'))).toMatchObject({ status: 0 });
  expect(await ask(ofStudent('1002'))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/report-card 2015-1, 7\.a, .+ \(1001\), in Latvian/),
  });
  expect(await ask(`--lang lv ${ofStudent('1002')}`)).toMatchObject({
    stderr: expect.stringMatching(/liecība 2015-1, 7\.a, .+ \(1001\), latviešu valodā/),
  });
  expect(await ask(`${ofStudent('1002')} --force`)).toMatchObject({ status: 0 });
  expect(await ask(ofClass('7.a'))).toMatchObject({ status: 0 });
  expect(await ask(ofClass('8.a'))).toMatchObject({ status: 2 });
});
