import { expect, test } from 'vitest';
import { columnsOf } from '../../src/csv/files.js';
import { sharedName, templateNames } from '../../src/documents/template.js';
import { absenceStatuses } from '../../src/rules/absence.js';
import { certificateKinds } from '../../src/rules/blanks.js';
import { dayKinds } from '../../src/rules/calendar.js';
import { owedThings } from '../../src/rules/duties/duty.js';
import { scales, workKinds } from '../../src/rules/marks.js';
import { terms } from '../../src/rules/term-marks.js';
import { latvianTable } from '../../src/text/columns.js';
import { run } from '../support/run.js';
import { school } from '../support/school.js';

test('a column of a file is called as in that file', () => {
  const { heading } = latvianTable('export');
  const namesInFiles = new Map<string, string[]>();
  for (const columns of Object.values(columnsOf)) {
    for (const [name, { lv }] of Object.entries(columns)) {
      namesInFiles.set(name, [...(namesInFiles.get(name) ?? []), lv]);
    }
  }
  for (const [name, inFiles] of namesInFiles) {
    if (heading(name) !== name) expect(inFiles, name).toContain(heading(name));
  }
});

/** The documents that are entered in the register. */
const unregistered = [sharedName, 'access-letter', 'labels', 'name-list', 'signature-sheet'];
const registeredKinds = templateNames().filter((name) => !unregistered.includes(name));

test('every value of a column that has only certain ones has a Latvian word', () => {
  const { value } = latvianTable('overdue');
  const certain = {
    kind: [...dayKinds, ...workKinds, ...certificateKinds, ...registeredKinds],
    missing: [...Object.values(owedThings), 'lesson', 'topic', 'absences', 'topic+absences'],
    scale: scales,
    state: [
      'current',
      'superseded',
      'withdrawn',
      'out_of_date',
      'changed_after_issuing',
      'changed_after_preparing',
    ],
    status: absenceStatuses,
    term: terms,
  };
  for (const [column, values] of Object.entries(certain)) {
    for (const one of values) expect(value(column, one), one).not.toBe(one);
  }
  expect(value('missing', 'topic+absences')).toBe('tēma, kavējumi');
});

test('what verify and the register say of papers is in Latvian words', async () => {
  const { db } = await school();
  const missing = await run(`ejournal --db ${db} --lang lv verify missing.pdf --format table`);
  expect(missing.stdout).toContain('nav nolasāms');
  expect(missing.stderr).toContain('Jāpārbauda: 1 fails. Derīgu nav.');
  const { value } = latvianTable('documents');
  expect(value('field', 'paper')).toBe('dokuments');
  expect(value('field', 'last_name')).toBe('last_name');
});

test('what is no such value, and what no column of certain values has, stays as it is', () => {
  const { value } = latvianTable('documents');
  expect(value('kind', 'a-template-of-our-own')).toBe('a-template-of-our-own');
  expect(value('topic', 'test')).toBe('test');
  expect(value('kind', null)).toBe(null);
});

test('a person reads a table in their language; data are the same in every language', async () => {
  const { db } = await school();
  const line = `ejournal --db ${db} --no-color overdue --as-of 2015-09-30 --clause 4.1`;
  const table = async (language: string) =>
    (await run(`${line} --lang ${language}`, { terminal: 200 })).stdout;
  const latvian = await table('lv');
  expect(latvian).toMatch(/^punkts {2}kā trūkst +atbildīgā vārds/);
  expect(latvian).toMatch(/^4\.1 +(stunda|tēma|kavējumi) /m);
  expect(await table('en')).toMatch(/^clause {2}missing +owed_by_name/);
  for (const format of ['csv', 'json', 'jsonl']) {
    const [en, lv] = [
      await run(`${line} --lang en --format ${format}`),
      await run(`${line} --lang lv --format ${format}`),
    ];
    expect(lv.stdout).toBe(en.stdout);
  }
});

test('a spreadsheet gets Latvian headers from every command, and columns that were chosen keep theirs', async () => {
  const { db } = await school();
  const line = `ejournal --db ${db} overdue --as-of 2015-09-30 --dialect excel`;
  const header = async (words: string) =>
    (await run(`${line} ${words}`)).stdout.split('\r\n')[0] ?? '';
  expect(await header('')).toBe(
    '\ufeffpunkts;kā trūkst;atbildīgais;atbildīgā vārds;klase;grupa;datums;stunda;darbs;skolēni;termiņš;kavējas (d. d.)',
  );
  expect(await header('--columns date,clause')).toBe('\ufeffdatums;punkts');
  const onTerminal = await run(`${line} --columns date`, { terminal: 80 });
  expect(onTerminal.stdout).toMatch(/^\ufeffdatums\r\n/);
});
