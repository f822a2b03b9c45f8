import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { contents, file, folder, school } from '../support/school.js';

let db: string;
let out: string;
let pdf: string;

beforeEach(async () => {
  ({ db } = await school({ size: 3, until: '2015-10-31' as never }));
  out = folder();
  pdf = join(out, '7.a 2015-10.pdf');
  await ejournal(`monthly-extract --month 2015-10 --out ${out}`);
});

const ejournal = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
const rows = async (words: string): Promise<Record<string, string | null>[]> =>
  JSON.parse((await ejournal(`${words} --format json`)).stdout);

/** Gives a student of 7.a another name, and the number of that student. */
async function rename(): Promise<string> {
  const [first] = await rows('export students');
  const { register_no = '', class: name } = first ?? {};
  const path = file(
    's.csv',
    'register_no,class,last_name,first_name',
    `${register_no},${name},Šļahtenko-Žīgure,Ķērsta`,
  );
  expect((await ejournal(`import-students ${path}`)).status).toBe(0);
  return register_no ?? '';
}

test('the register says what was issued to whom, and can be narrowed', async () => {
  const all = await rows('documents');
  expect(all).toHaveLength(6);
  expect(all[0]).toMatchObject({
    kind: 'monthly-extract',
    period: '2015-10',
    class: '7.a',
    language: 'lv',
    state: 'current',
    file: pdf,
    made_at: '2026-11-24T10:00:00Z',
  });
  expect(all[0]?.['code']).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  expect(await rows('documents --class 8.a')).toHaveLength(3);
  expect(await rows(`documents --student ${all[0]?.['register_no']}`)).toHaveLength(1);
  expect(await rows('documents --period 2015-09')).toEqual([]);
  expect(await rows('documents --kind report-card')).toEqual([]);
  for (const wrong of ['--kind report', '--class 99.z', '--student nobody']) {
    expect((await ejournal(`documents --out-of-date ${wrong}`)).status).toBe(2);
    expect((await ejournal(`reissue --changed ${wrong}`)).status).toBe(2);
  }
});

test('a person reads moments by the clock of the school, a script as they are stored', async () => {
  const table = async (words: string) => (await ejournal(`${words} --format table`)).stdout;
  const local = '2026-11-24 12:00';
  for (const words of ['documents', `verify "${pdf}"`, 'undo --dry-run --yes']) {
    expect(await table(words)).toContain(local);
    const { stdout } = await ejournal(`${words} --format csv`);
    expect(stdout).toContain('2026-11-24T10:00:00Z');
    expect(stdout).not.toContain(local);
  }
});

test('a paper that no longer matches the data is told field by field, and printed anew in its place', async () => {
  expect(await ejournal('documents --out-of-date')).toMatchObject({ status: 0 });
  const student = await rename();
  const changed = await ejournal('documents --out-of-date --columns register_no,field,after');
  expect(changed.status).toBe(3);
  expect(changed.stdout).toBe(
    `register_no,field,after\n${student},last_name,Šļahtenko-Žīgure\n${student},first_name,Ķērsta\n`,
  );

  const before = readFileSync(pdf);
  const dry = await ejournal('reissue --changed --dry-run --columns file,state');
  expect(dry.stdout).toBe(`file,state\n${pdf},written\n`);
  expect(readFileSync(pdf).equals(before)).toBe(true);

  const again = await ejournal('reissue --changed --columns file,state');
  expect(again).toMatchObject({ status: 0, stdout: `file,state\n${pdf},written\n` });
  expect(readFileSync(pdf).equals(before)).toBe(false);
  expect(await ejournal('documents --out-of-date')).toMatchObject({ status: 0 });
  const history = await rows(`documents --student ${student} --history`);
  expect(history.map(({ state }) => state)).toEqual(['superseded', 'current']);
  expect((await ejournal('audit --verify')).status).toBe(0);
});

test('papers in two languages are printed anew as one operation, or none of them is', async () => {
  const english = join(folder(), 'en');
  await ejournal(`monthly-extract --month 2015-10 --out ${english} --document-language en`);
  await rename();
  const files = [pdf, join(english, '7.a 2015-10.pdf')];
  const bytes = () => files.map((path) => readFileSync(path, 'hex'));
  const before = [bytes(), contents(db)];
  for (const language of ['lv', 'en']) {
    await ejournal('templates eject monthly-extract');
    const own = join(dirname(db), 'templates');
    const words = join(own, 'monthly-extract', `words.${language}.yaml`);
    writeFileSync(words, `broken: [\n${readFileSync(words, 'utf8')}`);
    const refused = await ejournal('reissue --changed');
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain('nothing was printed.');
    expect([bytes(), contents(db)]).toEqual(before);
    rmSync(own, { recursive: true });
  }
  expect((await ejournal('reissue --changed')).status).toBe(0);
  expect(await ejournal('documents --out-of-date')).toMatchObject({ status: 0 });
  await ejournal('undo --yes');
  expect(contents(db)).toEqual(before[1]);
});

test('reissue asks what is to be printed anew', async () => {
  expect((await ejournal('reissue')).status).toBe(2);
});

test('verify knows a file by its bytes and a paper by its code, and whether they still stand', async () => {
  const state = async (what: string) => {
    const { status, stdout } = await ejournal(`verify ${what} --columns state`);
    return [status, stdout.split('\n')[1]];
  };
  const [paper] = await rows('documents');
  const code = String(paper?.['code']);
  expect(await state(`"${pdf}"`)).toEqual([0, 'valid']);
  expect(await state(code)).toEqual([0, 'valid']);
  expect(await state(code.toLowerCase())).toEqual([0, 'valid']);
  expect(await state(code.replace('-', ''))).toEqual([0, 'valid']);
  expect(await state(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual([0, 'valid']);
  expect(await state('00000-00000')).toEqual([3, 'unknown']);

  const altered = join(out, 'altered.pdf');
  writeFileSync(altered, `${readFileSync(pdf, 'latin1')} `, 'latin1');
  expect(await state(altered)).toEqual([3, 'altered']);
  expect(await state(file('other.pdf', '%PDF-1.4'))).toEqual([3, 'unknown']);

  const old = join(out, 'old.pdf');
  writeFileSync(old, readFileSync(pdf));
  await rename();
  expect(await state(`"${pdf}"`)).toEqual([3, 'out_of_date']);
  await ejournal('reissue --changed');
  expect(await state(`"${pdf}"`)).toEqual([0, 'valid']);
  expect(await state(old)).toEqual([3, 'superseded']);

  const several = await ejournal(
    `verify nosuch.pdf "${pdf}" other.pdf ${code} --columns what,state`,
  );
  expect(several).toEqual({
    status: 2,
    stdout: `what,state\nnosuch.pdf,unreadable\n${pdf},valid\nother.pdf,unreadable\n${code},valid\n`,
    stderr: expect.stringMatching(
      /^nosuch.pdf is no code.*\nother.pdf is no code.*\nTo look at: 2 files. Valid: 1 file, 1 code.\n$/,
    ),
  });
});

test('a file that was printed anew with another head of the school is superseded, though it says the same', async () => {
  const old = join(out, 'old.pdf');
  writeFileSync(old, readFileSync(pdf));
  const head = file('school.csv', 'key,value', 'name,Jaunā skola', 'head,Jauna Direktore');
  await ejournal(`setup ${dirname(head)} --yes`);
  await ejournal(`monthly-extract --month 2015-10 --out ${out}`);
  const verified = await ejournal(`verify "${pdf}" ${old} --columns state`);
  expect(verified.stdout).toBe('state\nvalid\nsuperseded\n');
});

test('who has changed class is in the file of the old class no longer, and in that of the new one when it is printed', async () => {
  const [student] = (await rows('export students --class 7.a')).map((row) => row['register_no']);
  const print = (word: string) => ejournal(`${word} --out ${out} --columns class,papers,state`);
  await print('monthly-extract --month 2015-10');
  const moves = 'register_no,date,kind,class';
  const path = file(
    'm.csv',
    moves,
    `${student},2015-09-01,class,7.a`,
    `${student},2015-10-05,class,8.a`,
  );
  await ejournal(`import-movements ${path}`);
  const reissued = await ejournal('reissue --changed --columns class,papers,state');
  expect(reissued.stdout).toContain('7.a,2,written\n');
  expect(reissued).toMatchObject({
    status: 3,
    stderr: expect.stringContaining('in no file any more'),
  });
  const again = await print('monthly-extract --month 2015-10');
  expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('8.a,4,written\n') });
  expect(await ejournal('documents --out-of-date')).toMatchObject({ status: 0 });
});

test('printed into a second file, whatever its day, a paper is the same paper, and is mended in both', async () => {
  // Grade 9 ends its year later: a file of all cards bears another day than that of a class.
  ({ db } = await school({ grades: [8, 9], size: 3, until: '2015-09-20' as never }));
  const all = join(out, 'all.pdf');
  await ejournal(`report-cards --term year --out ${out}`);
  await ejournal(`report-cards --term year --merge ${all}`);
  const verified = await ejournal(`verify "${join(out, '8.a 2015.pdf')}" ${all} --columns state`);
  expect(verified.stdout).toBe('state\nvalid\nvalid\n');
  const [student] = (await rows('export students --class 8.a')).map((row) => row['register_no']);
  await ejournal(`term-marks enter ${student}=7 --subject MAT --term year`);
  const mended = await ejournal('reissue --changed --columns file,state');
  expect(mended.stdout.split('\n').sort().filter(Boolean)).toEqual(
    [`${join(out, '8.a 2015.pdf')},written`, `${all},written`, 'file,state'].sort(),
  );
  expect(await ejournal('documents --out-of-date')).toMatchObject({ status: 0 });
});

test('codes are counted as codes, also where none is valid', async () => {
  const said = async (words: string) => (await ejournal(`verify ${words}`)).stderr;
  expect(await said('AAAAA-BBBBB')).toBe('To look at: 1 code. None is valid.\n');
  expect(await said('--lang lv AAAAA-BBBBB')).toBe('Jāpārbauda: 1 kods. Derīgu nav.\n');
  expect(await said(`AAAAA-BBBBB "${pdf}"`)).toBe('To look at: 1 code. Valid: 1 file.\n');
});

test('an operation that printed can be undone like any other, and tells what the register no longer knows', async () => {
  expect((await ejournal('undo --dry-run')).stderr).toBe('Only tried: nothing was taken back.\n');
  const undone = await ejournal('undo --yes');
  expect(undone.status).toBe(0);
  expect(undone.stderr).toBe(
    'Taken back: 1 operation.\n' +
      'The register of documents no longer knows these files; delete them, or print them again: ' +
      `${pdf}, ${join(out, '8.a 2015-10.pdf')}\n`,
  );
  expect(await rows('documents')).toEqual([]);
  const again = await ejournal(`monthly-extract --month 2015-10 --out ${out} --columns state`);
  expect(again.stdout).toBe('state\nunchanged\nunchanged\n');
  expect(await rows('documents')).toHaveLength(6);
});

test('the paper of one student leaves the file of the class as it is, for every paper in it', async () => {
  const before = readFileSync(pdf);
  const student = await rename();
  const line = `monthly-extract --month 2015-10 --student ${student} --out ${out}`;
  const own = join(out, '7.a', `Šļahtenko-Žīgure Ķērsta (${student}).pdf`);
  expect((await ejournal(`${line} --columns file,papers`)).stdout).toBe(`file,papers\n${own},1\n`);
  expect(readFileSync(pdf).equals(before)).toBe(true);
  const lying = await rows('documents --class 7.a');
  expect(lying.map((each) => each['file']).sort()).toEqual([pdf, pdf, own].sort());
  expect((await ejournal(`${line} --per-class`)).status).toBe(2);
  const overview = `monthly-extract --month 2015-10 --overview --student ${student} --out ${out}`;
  expect((await ejournal(overview)).status).toBe(2);
});

test('of the papers of two months in one folder the register knows which one lies there', async () => {
  const [first] = await rows('documents');
  const line = `--student ${first?.['register_no']} --out ${out}`;
  await ejournal(`monthly-extract --month 2015-09 ${line}`);
  await ejournal(`monthly-extract --month 2015-10 ${line} --force`);
  const files = await rows(`documents ${line.replace(/ --out.*/, '')}`);
  expect(files.map((each) => each['file'] !== null)).toEqual([true, false]);
});

test('a paper without which its file was written anew is told to be in no file, and by reissue too', async () => {
  const [second, first] = await rows('documents');
  const merge = `monthly-extract --month 2015-10 --student ${second?.['register_no']} --merge "${pdf}" --force`;
  expect((await ejournal(merge)).status).toBe(0);
  const [lost] = await rows(`documents --student ${first?.['register_no']}`);
  expect(lost).toMatchObject({ state: 'current', file: null });
  expect(await rename()).toBe(first?.['register_no']);
  const again = await ejournal('reissue --changed');
  expect(again.status).toBe(3);
  expect(again.stderr).toContain('1 changed paper is in no file any more');
  expect(again.stderr).toContain('monthly-extract 2015-10');
});
