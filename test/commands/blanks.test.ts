import { describe, expect, test } from 'vitest';
import { graduatingSchool } from '../support/graduates.js';
import { run } from '../support/run.js';
import { ask, contents, emptySchool, file } from '../support/school.js';

const numbers = (db: string) =>
  ask<{ number: string }>(db, 'SELECT number FROM blank ORDER BY blank_id').map(
    (row) => row.number,
  );

test('a run of blanks keeps its leading zeros, and the same run again changes nothing', async () => {
  const db = await emptySchool();
  const line = `ejournal --db ${db} --lang en blanks add --kind basic --series PA --from 000998 --until 001002`;
  expect(await run(line)).toEqual({
    status: 0,
    stdout: 'kind,series,from,until,new,unchanged\nbasic,PA,000998,001002,5,0\n',
    stderr: '5 blanks entered.\n',
  });
  expect(numbers(db)).toEqual(['000998', '000999', '001000', '001001', '001002']);
  const before = contents(db);
  expect((await run(line)).stderr).toBe('0 blanks entered, 5 were there already.\n');
  expect(contents(db)).toEqual(before);
});

test('a blank alone may have any number; series and number are what tells it apart', async () => {
  const db = await emptySchool();
  const add = (words: string) => run(`ejournal --db ${db} --lang en blanks add ${words}`);
  expect((await add('--kind basic --series PA --number 12A')).status).toBe(0);
  expect((await add('--kind secondary --series VA --number 12A')).status).toBe(0);
  const refused = await add('--kind secondary --series PA --from 12A --until 12A');
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('The blank PA 12A was entered as one of another kind.');
});

test('a number whose zeros a spreadsheet took is not another blank', async () => {
  const db = await emptySchool();
  const ask = (words: string) => run(`ejournal --db ${db} --lang en blanks ${words}`);
  await ask(`import ${file('bl.csv', 'kind,series,number,until', 'basic,PA,43,60')}`);
  const added = await ask('add --kind basic --series PA --from 000040 --until 000060');
  expect(added.status).toBe(4);
  expect(added.stderr).toContain('The blank PA 000043 was entered already, as 43.');
  const path = file('b2.csv', 'kind,series,number', 'basic,PA,0050');
  const imported = await ask(`import ${path} --columns line,column,value`);
  expect(imported.stdout).toBe('line,column,value\n2,number,0050\n');
  expect(numbers(db)).toHaveLength(18);
  expect((await ask('add --kind basic --series PB --number 000043')).status).toBe(0);
});

describe('what is no run is refused', () => {
  test.each([
    ['--from 100 --until 99'],
    ['--from 99 --until 100'],
    ['--from A1 --until A5'],
    ['--from 000001 --until 900000'],
  ])('%s', async (words) => {
    const db = await emptySchool();
    const refused = await run(
      `ejournal --db ${db} --lang en blanks add --kind basic --series PA ${words}`,
    );
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('is no run of at most 10000 blanks.');
    expect(numbers(db)).toEqual([]);
  });

  test.each([
    ['--series PA --number 1', '--kind'],
    ['--kind basic --number 1', '--series'],
    ['--kind basic --series PA', '--number'],
  ])('add %s says what is missing', async (words, option) => {
    const refused = await run(`ejournal --db ${await emptySchool()} --lang en blanks add ${words}`);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(`The option ${option} is needed.`);
  });
});

test('a series or number that no document can show is refused when it is entered, with its character', async () => {
  const db = await emptySchool();
  const add = (words: string) =>
    run(`ejournal --db ${db} --lang en blanks add --kind basic ${words}`);
  const series = await add('--series P李 --from 1 --until 5');
  expect(series.status).toBe(4);
  expect(series.stderr).toContain('--series: The font of the documents has no “李” (U+674E)');
  const number = await add('--series PA --number 😀7');
  expect(number.status).toBe(4);
  expect(number.stderr).toContain('--number: The font of the documents has no “😀” (U+1F600)');
  const path = file('blanks.csv', 'kind,series,number,until', 'basic,P李,1,5', 'basic,PA,😀,');
  const { status, stdout } = await run(`ejournal --db ${db} --lang en blanks import ${path}`);
  expect(status).toBe(4);
  expect(stdout).toContain(',2,series,P李,The font of the documents has no “李” (U+674E)');
  expect(stdout).toContain(',3,number,😀,The font of the documents has no “😀” (U+1F600)');
  expect(numbers(db)).toEqual([]);
  expect((await add('--series ĀŽ --from 1 --until 5')).status).toBe(0);
});

test('blanks are imported one by one or as runs, and exported so that they can be imported', async () => {
  const db = await emptySchool();
  const path = file(
    'blanks.csv',
    'veids;sērija;numurs;līdz numuram;saņemts',
    'apliecība;PA;000001;000003;05.05.2016',
    'atestāts;VA;77;;',
  );
  const imported = await run(`ejournal --db ${db} blanks import ${path}`);
  expect(imported.stdout).toBe(
    'file,rows,new,changed,unchanged,ended,rejected\nblanks.csv,2,2,0,0,0,0\n',
  );
  const exported = await run(`ejournal --db ${db} export blanks`);
  expect(exported.stdout).toBe(
    'kind,series,number,until,received_on\n' +
      ['000001', '000002', '000003'].map((one) => `basic,PA,${one},,2016-05-05\n`).join('') +
      'secondary,VA,77,,2026-11-24\n',
  );
  const again = await run(`ejournal --db ${db} --lang en blanks import ${path}`);
  expect(again.stderr).toContain('Nothing to change.');
  const early = file('early.csv', 'kind,series,number,received_on', 'basic,PB,1,2099-01-01');
  const refused = await run(`ejournal --db ${db} --lang en blanks import ${early}`);
  expect(refused.stdout).toContain(',2,received_on,2099-01-01,This day is yet to come.');
});

test.each(['until', 'līdz numuram', 'līdz'])(
  'the end of a run stands under „%s”',
  async (until) => {
    const db = await emptySchool();
    const path = file('b.csv', `veids,sērija,numurs,${until}`, 'apliecība,PA,000100,000110');
    const imported = await run(`ejournal --db ${db} --lang en blanks import ${path}`);
    expect(imported.stderr).toBe('');
    expect(numbers(db)).toHaveLength(11);
  },
);

test('the next blank is the lowest free one of the series that came first, also where it was used up once', async () => {
  const db = await graduatingSchool();
  const ejournal = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
  for (const words of [
    '--series PA --from 1 --until 1',
    '--series PB --from 1 --until 9',
    '--series PA --from 2 --until 9',
  ]) {
    await ejournal(`blanks add --kind basic ${words}`);
  }
  const prepare = (student: string) =>
    ejournal(`print-certificates --grade 9 --prepare --student ${student} --columns series,number`);
  expect((await prepare('901')).stdout).toContain('PA,1');
  expect((await prepare('903')).stdout).toContain('PA,2');
});

test('a wrong file is refused whole, with line and column', async () => {
  const db = await emptySchool();
  const path = file(
    'blanks.csv',
    'kind,series,number,until',
    'basic,PA,000001,000003',
    'secondary,PA,000002,',
    'basic,PA,9,10',
    'third,PA,1,',
    'basic,PA,4.45E+09,',
  );
  const { status, stdout } = await run(`ejournal --db ${db} --lang en blanks import ${path}`);
  expect(status).toBe(4);
  expect(stdout).toContain(',3,number,000002,The blank 000002 was entered as one of another kind.');
  expect(stdout).toContain(',4,until,10,From the number to this one is no run');
  expect(stdout).toContain(',5,kind,third,');
  expect(stdout).toContain(',6,number,4.45E+09,');
  expect(numbers(db)).toEqual([]);
});

test('a spoilt blank is spoilt for good, with its reason', async () => {
  const db = await emptySchool();
  await run(`ejournal --db ${db} blanks add --kind basic --series PA --from 1 --until 3`);
  await run(`ejournal --db ${db} blanks add --kind basic --series PB --number 2`);
  const spoil = (words: string) => run(`ejournal --db ${db} --lang en blanks spoil ${words}`);
  expect((await spoil('--number 2 --reason torn')).stderr).toContain(
    'The number 2 stands in several series: PA, PB.',
  );
  expect((await spoil('--number 2 --series PA --reason torn')).stdout).toContain(
    'basic,PA,2,spoilt,2026-11-24,,torn',
  );
  expect((await spoil('--number 2 --series PA --reason torn')).status).toBe(4);
  expect((await spoil('--number 9 --reason torn')).stderr).toContain('There is no blank 9.');
  const listed = await run(`ejournal --db ${db} blanks`);
  expect(listed.stdout).toBe(
    'kind,series,received,free,bound,issued,spoilt,next\nbasic,PA,3,2,0,0,1,1\nbasic,PB,1,1,0,0,0,2\n',
  );
});

test('add and spoil are tried with --dry-run and --diff, and undone', async () => {
  const db = await emptySchool();
  const before = contents(db);
  const add = `ejournal --db ${db} blanks add --kind basic --series PA --number 000001`;
  await run(`${add} --dry-run`);
  expect((await run(`${add} --diff`)).stdout).toContain(',,PA 000001,received_on,,2026-11-24');
  expect(contents(db)).toEqual(before);
  await run(add);
  const added = contents(db);
  await run(`ejournal --db ${db} blanks spoil --number 000001 --reason torn`);
  await run(`ejournal --db ${db} undo`);
  expect(contents(db)).toEqual(added);
  await run(`ejournal --db ${db} undo`);
  expect(contents(db)).toEqual(before);
});
