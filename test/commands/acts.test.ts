import { expect, test } from 'vitest';
import { graduatingSchool } from '../support/graduates.js';
import { run } from '../support/run.js';
import { contents, file, school } from '../support/school.js';

/** What is asked for beside an option that says nothing to it, and how the refusal begins. */
const unheard: [line: string, refusal: string][] = [
  ['justify --decisions --longer-than 3', '--longer-than does not apply to --decisions'],
  ['justify --list --status unjustified', '--status does not apply to --list'],
  ['justify --move 2 --from 2015-10-01 --status unjustified', '--status does not apply to --move'],
  ['justify --withdraw 2 --student 1001', '--student does not apply to --withdraw'],
  [
    'justify --student 1001 --class 9.a --from 2015-09-21 --reason family',
    '--class does not apply to --from',
  ],
  [
    'term-marks enter 1001=8 --class 9.a --subject MAT --term semester1',
    '--class does not apply to enter',
  ],
  ['term-marks list --by teacher', '--by does not apply to list'],
  ['exam-certificates list --percent 50', '--percent does not apply to list'],
  ['exam-certificates import x.csv --student 1001', '--student does not apply to import'],
  ['blanks list --number 2', '--number does not apply to list'],
  ['blanks spoil --number 2 --reason x --kind basic', '--kind does not apply to spoil'],
  [
    'create-groups --combine 7.a,8.a --split 2 --subject MAT --teacher MAT1',
    '--split does not apply to --combine',
  ],
  [
    'create-groups --class 7.a --by sex --split 3 --subject MAT --teacher MAT1',
    '--split does not apply to --by sex',
  ],
  ['create-groups groups.csv --class 7.a', '--class does not apply to CSV'],
  ['bells show --weekdays 5', '--weekdays does not apply to show'],
  ['personal-files print --sum --out x', '--sum does not apply to print'],
  ['personal-files --out x', '--out does not apply to missing'],
  ['export students --out x', '--out does not apply to students'],
  ['print-certificates --grade 9 --check --reason x', '--reason does not apply to --check'],
  [
    'print-certificates --void --number 1 --reason x --student 1',
    '--student does not apply to --void',
  ],
  ['letters access x.csv --family', '--family does not apply to access'],
  ['letters notice --encoding utf-8', '--encoding does not apply to notice'],
  ['import-students x.csv --missing 3', '--missing does not apply to CSV'],
  ['lists statement --student 1001 --skip 2', '--skip does not apply to statement'],
];

test.each(unheard)('%s is refused, and nothing is changed', async (line, refusal) => {
  const { db } = await school();
  const before = contents(db);
  const { status, stdout, stderr } = await run(`ejournal --db ${db} --lang en ${line}`);
  expect({ status, stdout, first: stderr.split('\n')[0] }).toEqual({
    status: 2,
    stdout: '',
    first: `The option ${refusal}.`,
  });
  expect(contents(db)).toEqual(before);
});

test.each([
  'settings list overdue_days',
  'bells show regular short',
  'templates list letters',
  'personal-files print x.csv --out x',
])('%s has a word too many', async (line) => {
  const { db } = await school();
  const { status, stderr } = await run(`ejournal --db ${db} --lang en ${line}`);
  expect(status).toBe(2);
  expect(stderr).toContain('Words are missing, or there are too many.');
});

test('what a list can be narrowed by narrows it', async () => {
  const { db } = await school();
  const rows = async (line: string, column: string) => {
    const { status, stdout } = await run(`ejournal --db ${db} ${line} --columns ${column}`);
    expect(status, line).toBe(0);
    return stdout.trim().split('\n').slice(1);
  };
  const decisions = file(
    'j.csv',
    'register_no,from,status,reason,recorded_at',
    '1001,2015-09-14,justified,doctor,2015-09-20T10:00:00Z',
    '1001,2015-09-15,unjustified,other,2015-09-20T10:00:00Z',
    '1002,2015-09-15,unjustified,transport,2015-09-20T10:00:00Z',
  );
  await run(`ejournal --db ${db} import-justifications ${decisions}`);
  const of = 'justify --decisions --from 2015-09-14 --until 2015-09-15';
  expect(await rows(`${of} --status unjustified --student 1001`, 'reason')).toContain('other');
  expect(new Set(await rows(`${of} --status unjustified`, 'status'))).toEqual(
    new Set(['unjustified']),
  );
  expect(new Set(await rows(`${of} --reason transport`, 'reason'))).toEqual(new Set(['transport']));

  await run(`ejournal --db ${db} blanks add --kind basic --series PA --from 1 --until 3`);
  expect(await rows('blanks --each --number 2', 'number')).toEqual(['2']);
  const enter = 'term-marks enter 1001=8 1002=9 --subject MAT --term semester1 --group "7.a MAT"';
  await run(`ejournal --db ${db} ${enter.replace(' --subject MAT', '')}`);
  const marked = 'term-marks list --term semester1 --subject MAT --value 8';
  expect(await rows(marked, 'register_no')).toEqual(['1001']);
});

test('exam certificates are listed by student, subject and number', async () => {
  const db = await graduatingSchool();
  const call = async (words: string) => (await run(`ejournal --db ${db} ${words}`)).stdout;
  await call('exam-certificates add --student 1201 --subject LV --number LV-1');
  await call('exam-certificates add --student 1201 --subject MAT --number M-1');
  const list = 'exam-certificates list --columns number';
  expect(await call(list)).toBe('number\nLV-1\nM-1\n');
  expect(await call(`${list} --subject MAT`)).toBe('number\nM-1\n');
  expect(await call(`${list} --number LV-1`)).toBe('number\nLV-1\n');
});

test('of the prepared certificates only the one with the number, or those of the series, are issued', async () => {
  const db = await graduatingSchool();
  const call = (words: string) => run(`ejournal --db ${db} --lang en ${words}`);
  await call('blanks add --kind basic --series PA --from 000101 --until 000120');
  await call('print-certificates --grade 9 --prepare');
  const issue = 'print-certificates --grade 9 --issue --date 2016-06-20 --columns number';
  const none = await call(`${issue} --series PB`);
  expect(none.status).not.toBe(0);
  const one = await call(`${issue} --number 000102`);
  expect(one).toMatchObject({ status: 0, stdout: 'number\n000102\n' });
  const rest = await call(`${issue} --series PA`);
  expect(rest.stdout.split('\n')).toContain('000101');
  expect(rest.stdout.split('\n')).not.toContain('000102');
});
