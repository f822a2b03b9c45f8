import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.js';
import { folder, school } from '../support/school.js';

/** A school, and a way of asking it in English. */
async function asked() {
  const { db } = await school({ until: '2015-12-18' as never });
  const ask = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
  return { db, ask };
}

test('the school’s database is never written over, whatever is asked', async () => {
  const { db, ask } = await asked();
  const before = readFileSync(db);
  for (const place of [db, join(dirname(db), '.', 'ejournal.db')]) {
    const { status, stderr } = await ask(
      `monthly-extract --month 2015-09 --merge ${place} --force`,
    );
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is a database'),
    });
  }
  expect(readFileSync(db).equals(before)).toBe(true);
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
      stderr: expect.stringContaining('holds another document: monthly-extract 2015-09'),
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

test('a statement never takes the place of another one, a list that of the day before', async () => {
  const { ask } = await asked();
  const out = folder();
  const statement = `lists statement --student 1001 --date 2015-11-11 --out ${out}`;
  expect(await ask(`${statement} --number 1/1 --for Banka`)).toMatchObject({ status: 0 });
  expect(await ask(`${statement} --number 1/1 --for Banka`)).toMatchObject({ status: 0 });
  expect(await ask(`${statement} --number 1/2 --for Skola`)).toMatchObject({ status: 2 });
  const list = `lists class --class 7.a --out ${out}`;
  expect(await ask(`${list} --date 2015-11-11`)).toMatchObject({ status: 0 });
  expect(await ask(`${list} --date 2015-11-12`)).toMatchObject({ status: 0 });
});
