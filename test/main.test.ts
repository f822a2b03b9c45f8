import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands.js';
import { commander } from '../src/text/commander.js';
import { type CommandName, commandList } from '../src/text/commands.js';
import { run } from './support/run.js';
import { ask, file, folder, school } from './support/school.js';

const names = Object.keys(commands) as CommandName[];

describe('help', () => {
  test.each([
    'ejournal --help',
    'ejournal -h',
    'ejournal help',
    'ejournal help help',
    'ejournal --lang en --help',
  ])('%s lists every command under its duty', async (line) => {
    const { status, stdout, stderr } = await run(line);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const name of names) expect(stdout).toContain(`  ${name}`);
    for (const title of Object.values(commandList.en.groups)) expect(stdout).toContain(title);
  });

  test('without a command it goes to standard error, with status 2', async () => {
    const { status, stdout, stderr } = await run('ejournal');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Usage: ejournal [options] [command]');
  });

  test.each(names)(
    'of %s is whole in both languages, and the same by help and by --help',
    async (name) => {
      const en = await run(`ejournal ${name} --help`);
      const lv = await run(`ejournal --lang lv help ${name}`);
      expect([en.status, lv.status]).toEqual([0, 0]);
      expect(en.stdout).toBe((await run(`ejournal help ${name}`)).stdout);
      expect(en.stdout).toContain('Examples:');
      expect(lv.stdout).toContain('Piemēri:');
      const english =
        /Usage:|Options:|Arguments:|Global options:|\[options\]|\(choices|\(default|display help|output the version/;
      expect(lv.stdout).not.toMatch(english);
    },
  );

  test('every place of a value has a Latvian word', async () => {
    for (const name of names) {
      const places = (help: string) => help.match(/(?<=[<[])[a-z-]+(?=(?:\.\.\.)?[>\]])/g) ?? [];
      const en = places((await run(`ejournal --lang en ${name} --help`)).stdout);
      const lacking = en.filter((place) => place !== 'options' && !commander.lv.places[place]);
      expect(lacking, name).toEqual([]);
    }
  });

  test.each(['documents', 'reissue'])('--period of %s is no lesson', async (name) => {
    const { stdout } = await run(`ejournal --lang lv ${name} --help`);
    expect(stdout).toContain('--period <periods>');
  });

  test('speaks the language of the system, unless another is asked for', async () => {
    const { stdout } = await run('ejournal --help', { env: { LC_ALL: '', LANG: 'lv_LV.UTF-8' } });
    expect(stdout).toContain('Lietošana: ejournal [opcijas] [komanda]');
    const asked = await run('ejournal --help', {
      env: { LANG: 'lv_LV.UTF-8', EJOURNAL_LANG: 'en' },
    });
    expect(asked.stdout).toContain('Usage:');
  });
});

test.each([
  ['overdue --as-of 9999-12-31', '“9999-12-31” is neither a day nor a moment of the years'],
  ['monthly-extract --month 2015-09 --out ""', 'Name a file or a folder'],
  ['monthly-extract --month 2015-09 --merge -', 'Name a file or a folder'],
  ['export all --out ""', 'Name a file or a folder'],
  ['import-students /dev/zero', '/dev/zero cannot be read'],
])(
  '%s is refused, instead of running for ever or writing where nobody looks',
  async (words, why) => {
    const { db } = await school();
    const { status, stderr } = await run(`ejournal --db ${db} --lang en ${words}`);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(why) });
  },
);

describe('the language that the school has chosen', () => {
  const inLatvian = async () => {
    const db = join(folder(), 'ejournal.db');
    const words = file('school.csv', 'key,value', 'language,lv');
    await run(`ejournal --db ${db} init --year 2015 --school ${words} --yes`);
    return db;
  };

  test.each([
    ['--as-of soon status', 'nav ne diena, ne brīdis'],
    ['show group nosuch', 'Šajā mācību gadā nav grupas nosuch.'],
    ['term-marks enter 1001', 'Vārdu trūkst vai to ir par daudz.'],
  ])('is that of what goes wrong too: %s', async (words, sentence) => {
    const db = await inLatvian();
    expect((await run(`ejournal --db ${db} ${words}`)).stderr).toContain(sentence);
    const asked = await run(`ejournal --db ${db} --lang en ${words}`);
    expect(asked.stderr).not.toContain(sentence);
    const named = await run(`ejournal --db ${db} ${words}`, { env: { EJOURNAL_LANG: 'en' } });
    expect(named.stderr).toBe(asked.stderr);
  });

  test('is that of help and of wrong calls, which no command tells', async () => {
    const db = await inLatvian();
    const english = { LANG: 'en_GB.UTF-8' };
    const wrong = await run(`ejournal stauts --db ${db}`, { env: english });
    expect(wrong).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Komandas stauts nav. Vai domājāt status?\n(Lietošanu rāda ejournal --help.)\n',
    });
    const help = await run('ejournal undo --help', { env: { ...english, EJOURNAL_DB: db } });
    expect(help).toEqual(await run('ejournal undo --help --lang lv'));
    const all = await run('ejournal', { env: { ...english, EJOURNAL_DB: db } });
    expect(all).toEqual(await run('ejournal --lang lv'));
    const named = await run(`ejournal --db=${db} stauts`, { env: { EJOURNAL_LANG: 'en' } });
    expect(named.stderr).toContain('There is no command stauts.');
  });

  test('is not looked for in what is no database, and nothing is changed in one', async () => {
    const none = file('there.csv', 'x');
    expect((await run(`ejournal --db ${none} stauts`)).stderr).toContain('There is no command');
    const db = await inLatvian();
    const before = readFileSync(db);
    await run(`ejournal --db ${db} status --yaer 2015`);
    expect(readFileSync(db)).toEqual(before);
  });

  test('is that of a file that is there already', async () => {
    const db = await inLatvian();
    const there = file('there.csv', 'x');
    const { stderr, status } = await run(`ejournal --db ${db} --output ${there} status`);
    expect(stderr).toContain('jau pastāv');
    expect(status).toBe(2);
  });
});

describe('a wrong call leaves with status 2 and says what is wrong, in both languages', () => {
  test.each([
    [
      'ejournal stauts',
      'There is no command stauts. Did you mean status?',
      'Komandas stauts nav. Vai domājāt status?',
    ],
    ['ejournal stauts --help', 'There is no command stauts.', 'Komandas stauts nav.'],
    ['ejournal help stauts', 'There is no command stauts.', 'Komandas stauts nav.'],
    [
      'ejournal status --yaer 2015',
      'There is no option --yaer. Did you mean --year?',
      'Opcijas --yaer nav. Vai domājāt --year?',
    ],
    ['ejournal setup', 'The argument <folder> is missing.', 'Trūkst argumenta <mape>.'],
    [
      'ejournal monthly-extract --merge x --separate',
      'The options --merge <file> and --separate exclude each other.',
      'Opcijas --merge <fails> un --separate izslēdz viena otru.',
    ],
    [
      'ejournal status --year',
      'The option --year <year> needs a value.',
      'Opcijai --year <gads> vajadzīga vērtība.',
    ],
    [
      'ejournal status --year soon',
      '--year <year> cannot be “soon”. Write a whole number from 1990 to 2200.',
      '--year <gads> nevar būt „soon”. Rakstiet veselu skaitli no 1990 līdz 2200.',
    ],
    [
      'ejournal absences --from "d\'Arc <date"',
      "--from <date> cannot be “d'Arc <date”. Write a day",
      "--from <diena> nevar būt „d'Arc <date”. Dienu raksta",
    ],
    [
      'ejournal status --format xml',
      'cannot be “xml”. Choose one of: table, csv, json, jsonl.',
      'nevar būt „xml”. Iespējamās vērtības: table, csv, json, jsonl.',
    ],
    [
      'ejournal export nothing',
      'kind cannot be “nothing”. Choose one of: school,',
      'veids nevar būt „nothing”. Iespējamās vērtības: school,',
    ],
    [
      'ejournal outbox all',
      'action cannot be “all”. Choose one of: list, show, sent.',
      'darbība nevar būt „all”. Iespējamās vērtības: list, show, sent.',
    ],
    [
      'ejournal undo last',
      'operation cannot be “last”. Write a whole number from 1 to 999999999.',
      'darbība nevar būt „last”. Rakstiet veselu skaitli no 1 līdz 999999999.',
    ],
    [
      'ejournal monthly-extract --month 2015-10 --class 7.a --class 7.b',
      'The option --class is given twice, and takes one value.',
      'Opcija --class dota divreiz, bet tai ir viena vērtība.',
    ],
    [
      'ejournal report-cards --term year --term year',
      'The option --term is given twice',
      'Opcija --term dota divreiz',
    ],
    [
      'ejournal history one',
      'There are more arguments than the command takes.',
      'Argumentu ir vairāk, nekā komanda pieņem.',
    ],
  ])('%s', async (line, en, lv) => {
    const english = await run(line);
    expect(english).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(en) });
    const latvian = await run(`${line} --lang lv`);
    expect(latvian).toMatchObject({ status: 2, stderr: expect.stringContaining(lv) });
  });
});

test('--version prints one line', async () => {
  expect(await run('ejournal --version')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

test('global options work before and after the command', async () => {
  const { db } = await school();
  const before = await run(`ejournal --db ${db} --format json --columns code export subjects`);
  const after = await run(`ejournal export subjects --columns code --format=json --db ${db}`);
  expect(after).toEqual(before);
  expect(JSON.parse(after.stdout)).toContainEqual({ code: 'MAT' });
  const byEnvironment = await run('ejournal export subjects --columns code --format json', {
    env: { EJOURNAL_DB: db },
  });
  expect(byEnvironment).toEqual(before);
});

test('a global option and its value may stand before the command, whichever it is', async () => {
  const { stdout } = await run('ejournal --help');
  const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+) <([^>]+)>/gm)];
  expect(options.length).toBeGreaterThan(8);
  for (const [, option = '', values = ''] of options) {
    const value = { '--as-of': '2015-10-01', '--wait': '5' }[option] ?? values.split('|')[0];
    const { stdout: help } = await run(`ejournal ${option} ${value} status --help`);
    expect(help, option).toMatch(/^(Usage|Lietojums): ejournal status /);
  }
});

test('no command has an option of the name of a global one', async () => {
  const { stdout } = await run('ejournal --help');
  const globals = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name ?? '');
  expect(globals).toContain('--db');
  for (const name of names) {
    const help = (await run(`ejournal ${name} --help`)).stdout.split('Global options:')[0] ?? '';
    const own = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option ?? '');
    expect(own.filter((option) => option !== '--help' && globals.includes(option))).toEqual([]);
  }
});

test('the same data come as a table, CSV, JSON and lines of JSON', async () => {
  const { db } = await school();
  const line = `ejournal --db ${db} --lang en export subjects --columns code,order`;
  const csv = await run(line);
  expect(csv.stdout.split('\n').slice(0, 2)).toEqual(['code,order', 'BIO,10']);
  const json = JSON.parse((await run(`${line} --format json`)).stdout);
  const lines = (await run(`${line} --format jsonl`)).stdout
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row));
  expect(lines).toEqual(json);
  expect(json[0]).toEqual({ code: 'BIO', order: 10 });
  const table = await run(line, { terminal: 80 });
  expect(table.stdout.split('\n').slice(0, 2)).toEqual([
    expect.stringContaining('code  order'),
    'BIO      10',
  ]);
});

test('no column at all is a wrong call', async () => {
  const { db } = await school();
  expect(await run(`ejournal --db ${db} --lang en status --columns ","`)).toEqual({
    status: 2,
    stdout: '',
    stderr:
      '--columns <list> cannot be “,”. Write something; an option that is not needed can be left out.\n(ejournal --help shows how it is used.)\n',
  });
});

test('an unknown column is refused with those that there are', async () => {
  const { db } = await school();
  const { status, stderr } = await run(
    `ejournal --db ${db} --lang en export subjects --columns code,nmae`,
  );
  expect(status).toBe(2);
  expect(stderr).toBe(
    '--columns: There is no column nmae.\nThe columns are: code, name, certificate_name, scale, order.\n',
  );
});

test.each([
  ['record-marks 1001=8 --group "7.a MAT" --work K --kind quiz --date 2015-09-16', 'scale'],
  ['record-lesson --group "7.a MAT" --date 2015-09-16 --topic X', 'owed_by'],
  ['justify --student 1001 --from 2015-09-16 --reason illness', 'register_no'],
  ['justify --list', 'subject'],
  ['justify --decisions', 'note'],
  ['term-marks missing --term semester1', 'register_no'],
  ['term-marks list', 'recorded_at'],
  ['term-marks propose --term semester1 --yes', 'register_no'],
  ['show class 7.a --date 2015-09-16', 'due_at'],
  ['show student 1001 --date 2015-09-16', 'decision'],
  ['status', 'met_at'],
])('%s: a table has a column that it leaves out unasked', async (words, column) => {
  const { db } = await school();
  const asked = await run(
    `ejournal --db ${db} --lang en ${words} --columns ${column} --format table`,
  );
  expect(asked.stderr).not.toContain('--columns');
  expect(asked.stdout.split('\n')[0]?.trim()).toBe(column);
});

test('control and direction characters in data never reach the terminal', async () => {
  const { db } = await school();
  const hostile = 'A\u001b[31mB\u202eC\u0007\u2028D';
  await run(
    `ejournal --db ${db} import-subjects ${file('s.csv', 'code,name,scale', `HX,${hostile},points`)}`,
  );
  const { stdout } = await run(`ejournal --db ${db} --no-color export subjects --columns name`, {
    terminal: 80,
  });
  expect(stdout).not.toMatch(/[\u001b\u202e\u0007\u2028]/);
  expect(stdout).toContain('A\\u001b[31mB\\u202eC');
});

test.each([
  'overdue --as-of 2015-09-25 --class 7.a',
  'overdue --history --as-of 2015-09-25',
  'absences --class 7.a',
  'justify --decisions --class 7.a',
  'export students --class 7.a',
  'term-marks propose --term semester1 --class 7.a --subject MAT --yes',
  'show class 7.a --date 2015-09-16',
  'settings',
  'documents',
  'status',
])('%s fits into a terminal of 60 and of 80 columns, with its dates whole', async (line) => {
  const { db } = await school();
  for (const terminal of [60, 80]) {
    const { stdout } = await run(`ejournal --db ${db} --lang en --no-color ${line}`, { terminal });
    for (const text of stdout.split('\n'))
      expect([...text].length, text).toBeLessThanOrEqual(terminal);
    expect(stdout).not.toMatch(/\d{4}-(\d\d)?-?…/);
  }
});

test('what is overdue is one line each at 80 columns, with the day and the group of the lesson', async () => {
  const { db } = await school();
  const { stdout } = await run(
    `ejournal --db ${db} --lang en overdue --as-of 2015-10-01 --class 7.a --clause 4.1`,
    { terminal: 80 },
  );
  const csv = await run(
    `ejournal --db ${db} overdue --as-of 2015-10-01 --class 7.a --clause 4.1 --columns group,date`,
  );
  const lines = stdout.trim().split('\n').slice(1);
  const rows = csv.stdout.trim().split('\n').slice(1);
  expect(lines).toHaveLength(rows.length);
  for (const [at, row] of rows.entries()) {
    for (const part of row.split(',')) expect(lines[at]).toContain(part);
  }
});

test('a table is no wider than the terminal, and cut nowhere else', async () => {
  const { db } = await school();
  const narrow = await run(`ejournal --db ${db} --no-color export students`, { terminal: 60 });
  for (const line of narrow.stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(60);
  const piped = await run(`ejournal --db ${db} export students --format table`);
  expect(piped.stdout).not.toContain('…');
});

test('a terminal that does not know how wide it is counts as 80 columns wide', async () => {
  const { db } = await school();
  for (const line of [`ejournal --db ${db} status`, 'ejournal status --help']) {
    expect(await run(line, { terminal: 0 })).toEqual(await run(line, { terminal: 80 }));
  }
});

test('NO_COLOR, --no-color and a pipe give plain text, a terminal colours the heading', async () => {
  const { db } = await school();
  const line = `ejournal --db ${db} export subjects --columns code`;
  const esc = String.fromCharCode(27);
  expect((await run(line, { terminal: 80 })).stdout).toContain(esc);
  expect((await run(`${line} --no-color`, { terminal: 80 })).stdout).not.toContain(esc);
  expect((await run(line, { terminal: 80, env: { NO_COLOR: '1' } })).stdout).not.toContain(esc);
  expect((await run(line)).stdout).not.toContain(esc);
});

test('--output makes no folder, and says which one is missing or may not be written', async () => {
  const { db } = await school();
  const line = (path: string) => `ejournal --db ${db} --lang en export subjects --output ${path}`;
  const missing = join(folder(), 'typo');
  expect(await run(line(join(missing, 'a.csv')))).toEqual({
    status: 2,
    stdout: '',
    stderr: `There is no folder ${missing}.\nMake the folder first, or choose another place.\n`,
  });
  // The kernel lets nobody make a file here, not even root.
  const closed = await run(line('/sys/kernel/a.csv'));
  expect(closed.status).toBe(2);
  expect(closed.stderr).toContain('Nothing can be written into the folder /sys/kernel.');
});

test('--output writes a whole file that only its owner can read, and does not overwrite unasked', async () => {
  const { db } = await school();
  const path = join(folder(), 'subjects.csv');
  const line = `ejournal --db ${db} export subjects --output ${path}`;
  expect(await run(line)).toEqual({ status: 0, stdout: '', stderr: '' });
  expect((await run(line)).status).toBe(2);
  expect((await run(`${line} --yes`)).status).toBe(0);
});

test('an error comes as JSON where JSON is asked for', async () => {
  const { status, stderr } = await run('ejournal --db nowhere.db status --format json');
  expect(status).toBe(5);
  expect(JSON.parse(stderr)).toEqual({
    problem: 'noDatabase',
    what: 'There is no database nowhere.db.',
    where: '',
    mend: 'Make one with ejournal init, or name another with --db FILE.',
  });
});

test.each([
  ['overdue --wher x', 'wrongCall', 'There is no option --wher. Did you mean --where?'],
  ['nosuch', 'wrongCall', 'There is no command nosuch.'],
  ['status', 'noDatabase', 'There is no database nowhere.db.'],
])('so does every refusal of %s', async (line, problem, what) => {
  for (const format of ['--format json', '--format=json', '--format jsonl']) {
    const { stdout, stderr } = await run(`ejournal --db nowhere.db ${line} ${format}`);
    expect(stdout).toBe('');
    expect(stderr.split('\n')).toHaveLength(2);
    expect(JSON.parse(stderr)).toMatchObject({ problem, what });
  }
});

test('a dry run shows what a run would and keeps nothing', async () => {
  const { db } = await school();
  const path = file('s.csv', 'code,name,scale', 'QQ,Jauns,points');
  const dry = await run(`ejournal --db ${db} import-subjects ${path} --dry-run`);
  expect(ask(db, "SELECT * FROM subject WHERE code = 'QQ'")).toEqual([]);
  const real = await run(`ejournal --db ${db} import-subjects ${path}`);
  expect(real.stdout).toBe(dry.stdout);
});

test.each([
  'blanks add --kind basic --series PA --from 001 --until 100',
  'monthly-extract --month 2015-09 --class 7.a --out OUT',
  'settings set extract_day 6',
  'bells set regular 9 16:00-16:40',
  'create-groups --class 7.a --subject MAT --split 2 --teacher MAT1',
  'create-journals',
  'outbox sent --all',
  'import-students MOST --withdraw-missing --on 2015-10-31 --missing 11',
])('%s that is only tried says so, and not that it was done', async (line) => {
  const { db } = await school();
  const most = file(
    'most.csv',
    'class,last_name,first_name,register_no,personal_code,birth_date,sex',
    '7.a,,,1001,,,',
  );
  const words = line.replace('OUT', folder()).replace('MOST', most);
  for (const mode of ['--dry-run', '--diff']) {
    const { status, stderr } = await run(`ejournal --db ${db} --lang en ${words} ${mode}`);
    expect({ mode, status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).toContain('Only tried: everything was taken back.');
    expect(stderr).not.toMatch(/entered|written,|Withdrawn|Marked/);
  }
});

test('who acts, what was called and the true moment are recorded; --as-of changes only what is asked', async () => {
  const { db } = await school();
  const path = file('s.csv', 'code,name,scale', 'QQ,Jauns,points');
  const clock = () => new Date('2026-03-01T08:30:00Z');
  await run(`ejournal --db ${db} --actor "Jānis P." --as-of 2015-09-02 import-subjects ${path}`, {
    clock,
  });
  const [last] = ask<{ at: string; actor: string; command: string }>(
    db,
    'SELECT at, actor, command FROM operation ORDER BY operation_id DESC',
  );
  expect(last).toEqual({
    at: '2026-03-01T08:30:00Z',
    actor: 'Jānis P.',
    command: 'import-subjects',
  });
});

test('long work shows how far it is, on a terminal only, and takes what it showed away', async () => {
  const { db, files } = await school();
  const at = (terminal?: number) => {
    let moment = +new Date('2026-11-24T10:00:00Z');
    const clock = () => {
      moment += 2_000;
      return new Date(moment);
    };
    return { clock, ...(terminal !== undefined && { terminal }) };
  };
  const shown: [line: string, how: RegExp][] = [
    [`setup ${files} --dry-run`, /\d+ rows/],
    [`import-lessons ${join(files, 'lessons.csv')}`, /\d+ rows/],
    [`export all --out ${join(folder(), 'all')}`, /\d+ rows/],
    ['audit --verify', /\d+\/\d+ changes/],
    ['undo 2 --with-later --yes --dry-run', /\d+\/\d+ changes/],
  ];
  for (const [line, how] of shown) {
    const words = `ejournal --db ${db} --lang en ${line}`;
    const { status, stderr } = await run(words, at(100));
    expect({ line, status, stderr }).toMatchObject({ status: 0 });
    expect(stderr, line).toMatch(how);
    expect(stderr, line).not.toContain('\u001b[?25l');
    const again = line.replace('--out ', '--yes --out ');
    for (const quiet of [
      await run(`ejournal --db ${db} --lang en ${again}`, at()),
      await run(`ejournal --db ${db} --lang en ${again} --quiet`, at(100)),
    ]) {
      expect(quiet.stderr, line).not.toMatch(how);
    }
  }
});

test('what the demonstration says to try next runs on the school that it made', async () => {
  const made = join(folder(), 'demo');
  const { status, stderr } = await run(`ejournal --lang en demo ${made} --parallel 1 --size 2`);
  expect(status).toBe(0);
  const next = stderr.split('\n').filter((line) => line.startsWith('  npx ejournal'));
  expect(next).toHaveLength(3);
  for (const line of next) {
    const tried = await run(line.replace('  npx ', ''));
    expect({ line, ...tried, stdout: '' }).toMatchObject({
      status: expect.toSatisfy((is: number) => [0, 3].includes(is)),
    });
  }
});
