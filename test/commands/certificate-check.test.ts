import { describe, expect, test } from 'vitest';
import { type Files, graduatingSchool, replaced } from '../support/graduates.js';
import { run } from '../support/run.js';
import { file } from '../support/school.js';

const columns = '--columns register_no,state,gets,lacks';

async function checked(grade: number, change?: (files: Files) => void, more = '') {
  const db = await graduatingSchool(change);
  const line = `ejournal --db ${db} print-certificates --grade ${grade} --check ${columns} ${more}`;
  const { status, stdout } = await run(line);
  return { db, status, rows: stdout.trim().split('\n').slice(1) };
}

test('who has all that is asked is ready, in the order of classes and names', async () => {
  expect(await checked(9)).toMatchObject({
    status: 0,
    rows: ['902,ready,certificate,', '901,ready,certificate,', '903,ready,certificate,'],
  });
  expect(await checked(12)).toMatchObject({
    status: 0,
    rows: ['1202,ready,certificate,', '1201,ready,certificate,'],
  });
});

const marks = (start: string, line?: string) => (files: Files) => {
  replaced(files['term-marks'], start, line);
};
const more =
  (...lines: string[]) =>
  (files: Files) => {
    files['term-marks']?.push(...lines);
  };
const both =
  (...changes: ((files: Files) => void)[]) =>
  (files: Files) => {
    for (const change of changes) change(files);
  };

test('a language of the programme that the whole class does not learn is asked of nobody, and said', async () => {
  const db = await graduatingSchool((files) => {
    files['subjects']?.push('DE,Vācu valoda,,points,5', 'RU,Krievu valoda,,points,6');
    files['programmes']?.push(
      '21011111,Pamatizglītības programma,9,DE,',
      '21011111,Pamatizglītības programma,9,RU,',
    );
    files['staff'] = ['code,last_name,first_name,roles', 'T1,Kalniņa,Ilze,teacher'];
    files['groups'] = ['group,subject,teacher,classes,whole', '9 RU,RU,T1,9.a+9.b,yes'];
    files['term-marks']?.push('901,RU,year,8,', '902,RU,year,8,');
  });
  const line = `ejournal --db ${db} --lang en print-certificates --grade 9 --check ${columns}`;
  const { stdout, stderr } = await run(line);
  expect(stdout.trim().split('\n').slice(1)).toEqual([
    '902,ready,certificate,',
    '901,ready,certificate,',
    '903,not_ready,report_card,year_mark:RU',
  ]);
  expect(stderr).toContain('9.a: the programme has DE, but the class has no group of it');
  const journal = await run(
    `ejournal --db ${db} summary-journal --class 9.a --format json --as-of 2016-07-01`,
  );
  const [{ subjects }] = JSON.parse(journal.stdout);
  expect(subjects.map((one: { subject: string }) => one.subject)).not.toContain('DE');
});

test('a subject of a programme that one student of a class follows alone is owed all the same', async () => {
  const db = await graduatingSchool((files) => {
    files['subjects']?.push('DE,Vācu valoda,,points,5');
    files['programmes']?.push(
      ...['LV', 'MAT', 'SPO', 'DE'].map((subject) => `22,Cita programma,9,${subject},`),
    );
    files['staff'] = ['code,last_name,first_name,roles', 'T1,Kalniņa,Ilze,teacher'];
    files['groups'] = ['group,subject,teacher,classes,whole', '9 MAT,MAT,T1,9.a,yes'];
    files['students']?.push(
      '9.a,Cits,Jānis,904,310803-29983,,21011111',
      '9.a,Viena,Anna,905,310803-29975,,22',
    );
  });
  const line = `ejournal --db ${db} print-certificates --grade 9 --check --student 905`;
  const { stdout, stderr } = await run(`${line} --columns lacks`);
  expect(stdout).toContain('year_mark:DE');
  expect(stderr).not.toContain('DE,');
});

describe('every way of not being ready', () => {
  test.each<[string, (files: Files) => void, string]>([
    ['no year mark', marks('901,MAT,year'), 'report_card,year_mark:MAT'],
    [
      'work is owed',
      marks('901,MAT,year', '901,MAT,year,nv,'),
      'report_card,insufficient_mark:MAT=nv',
    ],
    [
      'a mark below 4',
      marks('901,MAT,year', '901,MAT,year,3,'),
      'report_card,insufficient_mark:MAT=3',
    ],
    ['failed', marks('901,SPO,year', '901,SPO,year,ni,'), 'report_card,insufficient_mark:SPO=ni'],
    [
      'a re-examination below 4',
      both(marks('901,MAT,year', '901,MAT,year,3,'), more('901,MAT,reexam,2,')),
      'report_card,insufficient_mark:MAT=2',
    ],
    ['no exam', marks('901,LV,exam'), 'report_card,exam:LV'],
    ['the exam is owed', marks('901,LV,exam', '901,LV,exam,nv,'), 'report_card,exam:LV=nv'],
    [
      'an exam below 4',
      marks('901,LV,exam', '901,LV,exam,3,'),
      'report_card,insufficient_exam:LV=3',
    ],
    [
      'no personal code',
      (files) => {
        replaced(files['students'], '9.a,Žīgure', '9.a,Žīgure,Ķērsta,901,,2000-02-29,21011111');
      },
      'certificate,personal_code',
    ],
    [
      'no date of birth, and none in the code',
      (files) => {
        replaced(files['students'], '9.a,Žīgure', '9.a,Žīgure,Ķērsta,901,327101-00012,,21011111');
      },
      'certificate,birth_date',
    ],
    [
      'no programme',
      (files) => {
        replaced(files['students'], '9.a,Žīgure', '9.a,Žīgure,Ķērsta,901,290200-20009,,');
      },
      'certificate,programme',
    ],
    [
      'no decision',
      (files) => {
        replaced(files['decisions'], '901');
      },
      'certificate,decision',
    ],
    [
      'several at once',
      both(marks('901,MAT,year'), marks('901,LV,exam'), (files) => {
        replaced(files['decisions'], '901');
      }),
      'certificate,decision+exam:LV+year_mark:MAT',
    ],
  ])('%s', async (_, change, expected) => {
    const { status, rows } = await checked(9, change);
    expect(status).toBe(3);
    expect(rows[1]).toBe(`901,not_ready,${expected}`);
    expect(rows.filter((row) => row.includes(',ready,'))).toHaveLength(2);
  });

  test.each([
    ['no credit', marks('1201,SPO,credit'), 'report_card,credit:SPO'],
    [
      'a credit that was not passed',
      marks('1201,SPO,credit', '1201,SPO,credit,ni,'),
      'report_card,insufficient_credit:SPO=ni',
    ],
    [
      'moved up from the last grade',
      (files: Files) => {
        replaced(files['decisions'], '1201', '1201,promoted,,');
      },
      undefined,
    ],
  ])('in grade 12: %s', async (_, change, expected) => {
    const { status, rows } = await checked(12, change);
    if (expected) expect(rows[1]).toBe(`1201,not_ready,${expected}`);
    else expect(rows[1]).toBe('1201,report_card,report_card,decision=promoted');
    expect(status).toBe(expected ? 3 : 0);
  });
});

describe('what suffices', () => {
  test.each<[string, (files: Files) => void]>([
    ['exempt', marks('901,SPO,year', '901,SPO,year,atb,')],
    ['exempt from the exam', marks('901,LV,exam', '901,LV,exam,atb,')],
    ['passed', marks('901,SPO,year', '901,SPO,year,i,')],
    ['a re-examination', both(marks('901,MAT,year', '901,MAT,year,3,'), more('901,MAT,reexam,4,'))],
    [
      'a re-examination of an exam',
      both(marks('901,LV,exam', '901,LV,exam,2,'), more('901,LV,reexam,4,')),
    ],
    [
      'a later correction',
      more('901,MAT,year,3,2016-06-01T09:00:00Z', '901,MAT,year,4,2026-11-24T09:00:00Z'),
    ],
  ])('%s', async (_, change) => {
    expect((await checked(9, change)).rows[1]).toBe('901,ready,certificate,');
  });

  test('the number of the State’s certificate in the place of an exam mark', async () => {
    const { db } = await checked(12, marks('1201,LV,exam'));
    const line = `ejournal --db ${db} print-certificates --grade 12 --check ${columns}`;
    expect((await run(line)).stdout).toContain('1201,not_ready,report_card,exam:LV');
    const added = await run(
      `ejournal --db ${db} exam-certificates add --student 1201 --subject LV --number LV-1 --percent 78,5 --level C1`,
    );
    expect(added.stdout).toContain('1201,Šļahtenko-Žīgure,Ķērsta,LV,LV-1,,78.5,,C1');
    expect((await run(line)).stdout).toContain('1201,ready,certificate,');
    await run(`ejournal --db ${db} settings set exam_certificates required`);
    const required = await run(line);
    expect(required.stdout).toContain('1201,ready,certificate,');
    expect(required.stdout).toContain('1202,not_ready,certificate,exam_certificate:LV');
  });
});

test('whom the council did not let graduate gets a report card, and that is no finding', async () => {
  const { status, rows } = await checked(
    9,
    both(marks('901,MAT,year', '901,MAT,year,3,'), (files) => {
      replaced(files['decisions'], '901', '901,repeats,,');
    }),
  );
  expect(status).toBe(0);
  expect(rows[1]).toBe('901,report_card,report_card,decision=repeats+insufficient_mark:MAT=3');
});

test('whom the council let graduate without the marks for it gets a report card, and is told so', async () => {
  const { db } = await checked(
    9,
    both(marks('901,MAT,year'), marks('902,MAT,year', '902,MAT,year,3,'), (files) => {
      files['calendar'] = [
        'from,until,kind',
        '2015-09-01,2015-12-18,semester1',
        '2016-01-04,2016-06-10,semester2',
      ];
    }),
  );
  const check = await run(`ejournal --db ${db} --lang en print-certificates --grade 9 --check`);
  expect(check.status).toBe(3);
  expect(check.stderr).toContain(
    'The council let 2 students complete the grade whose marks are insufficient or missing: as it stands they get a report card',
  );
  const table = `ejournal --db ${db} print-certificates --grade 9 --check --format table --columns lacks`;
  expect((await run(`${table} --lang lv`)).stdout).toContain(
    'tā vietā liecība; nav gada vērtējuma: MAT',
  );
  expect((await run(`${table} --lang en`)).stdout).toContain(
    'report card instead; insufficient: MAT 3',
  );
  const cards = async () => {
    const line = `ejournal --db ${db} report-cards --term year --except-graduates --format json`;
    const shown: { register_no: string }[] = JSON.parse((await run(line)).stdout);
    return shown.map(({ register_no }) => register_no);
  };
  expect(await cards()).toEqual(['902', '901']);
  // The marks come: a certificate is for everybody, and a card for nobody.
  const path = file(
    't.csv',
    'register_no,subject,term,value',
    '901,MAT,year,4',
    '902,MAT,reexam,4',
  );
  await run(`ejournal --db ${db} import-term-marks ${path}`);
  expect(await cards()).toEqual([]);
  // What is bound to a blank stands, also where a mark is lowered after that.
  await run(`ejournal --db ${db} blanks add --kind basic --series PA --from 000101 --until 000103`);
  await run(`ejournal --db ${db} print-certificates --grade 9 --prepare`);
  const lowered = file('t.csv', 'register_no,subject,term,value', '903,MAT,year,3');
  await run(`ejournal --db ${db} import-term-marks ${lowered}`);
  expect(await cards()).toEqual([]);
});

test('the school decides with how many marks below 4, and from which exam mark on', async () => {
  const change = both(
    marks('901,MAT,year', '901,MAT,year,3,'),
    marks('903,LV,exam', '903,LV,exam,3,'),
  );
  const { db } = await checked(9, change);
  await run(`ejournal --db ${db} settings set basic_insufficient_allowed 1`);
  await run(`ejournal --db ${db} settings set exam_least_mark 3`);
  const again = await run(`ejournal --db ${db} print-certificates --grade 9 --check ${columns}`);
  expect(again.status).toBe(0);
  const fails = file('t.csv', 'register_no,subject,term,value', '901,SPO,year,2');
  await run(`ejournal --db ${db} import-term-marks ${fails}`);
  const two = await run(`ejournal --db ${db} print-certificates --grade 9 --check ${columns}`);
  expect(two.stdout).toContain(
    '901,not_ready,report_card,insufficient_mark:MAT=3+insufficient_mark:SPO=2',
  );
});

test('a class hour asks for no mark, as long as nobody of the grade has one', async () => {
  const { rows } = await checked(9, more('903,KLS,year,i,'));
  expect(rows).toEqual([
    '902,not_ready,report_card,year_mark:KLS',
    '901,not_ready,report_card,year_mark:KLS',
    '903,ready,certificate,',
  ]);
});

test('of a chosen subject a mark is asked of those who chose it; of a divided class of everybody', async () => {
  const { rows } = await checked(9, (files) => {
    files['subjects']?.push('DE,Vācu valoda,,points,5', 'INF,Informātika,,points,6');
    files['programmes']?.push(
      '21011111,Pamatizglītības programma,9,DE,',
      '21011111,Pamatizglītības programma,9,INF,',
    );
    files['groups'] = [
      'group,subject,teacher,classes,whole',
      '9 DE,DE,\\N,9.a+9.b,no',
      '9.a INF 1,INF,\\N,9.a,no',
      '9.a INF 2,INF,\\N,9.a,no',
      '9.b INF,INF,\\N,9.b,yes',
    ];
    files['group-members'] = ['group,register_no,from,until', '9 DE,902,,', '9.a INF 1,902,,'];
  });
  expect(rows).toEqual([
    '902,not_ready,report_card,year_mark:DE+year_mark:INF',
    '901,not_ready,report_card,year_mark:INF',
    '903,not_ready,report_card,year_mark:INF',
  ]);
});

test('a person reads in words what is missing, the subjects of one lack together', async () => {
  const { db } = await checked(
    9,
    both(
      marks('901,MAT,year'),
      marks('901,SPO,year'),
      marks('902,MAT,year', '902,MAT,year,3,'),
      marks('902,LV,exam'),
      (files) => {
        replaced(files['decisions'], '901');
        replaced(files['decisions'], '902', '902,repeats,,');
      },
    ),
  );
  const line = `ejournal --db ${db} print-certificates --grade 9 --check --format table --columns lacks`;
  expect((await run(`${line} --lang en`)).stdout).toBe(
    'lacks\ncouncil: repeats the grade; no exam: LV; insufficient: MAT 3\ncouncil: no decision yet; no year mark: MAT, SPO\n\n',
  );
  expect((await run(`${line} --lang lv`)).stdout).toBe(
    'kā trūkst\npadome: atstāts uz otru gadu; nav eksāmena: LV; nepietiekams: MAT 3\npadome: vēl nav lēmuma; nav gada vērtējuma: MAT, SPO\n\n',
  );
});

test('who has left is not asked for, and --class, --student and --as-of narrow the question', async () => {
  const { db, rows } = await checked(9, (files) => {
    files['movements'] = ['register_no,date,kind', '901,2016-03-01,left'];
    replaced(files['term-marks'], '903,MAT,year', '903,MAT,year,7,2016-06-09T12:00:00Z');
  });
  expect(rows).toHaveLength(2);
  const ask = async (words: string) =>
    (await run(`ejournal --db ${db} print-certificates --grade 9 --check ${columns} ${words}`))
      .stdout;
  expect(await ask('--class 9.b')).toBe('register_no,state,gets,lacks\n903,ready,certificate,\n');
  const before = await ask('--student 903 --as-of 2016-06-09T14:59');
  expect(before).toContain('903,not_ready,report_card,year_mark:LV+exam:LV+year_mark:MAT+');
  const after = await ask('--student 903 --as-of 2016-06-09T15:00');
  expect(after).toContain('903,not_ready,report_card,year_mark:LV+exam:LV+year_mark:SPO');
});

describe('a wrong question is refused', () => {
  test.each([
    ['--grade 10 --check', 'No certificate is issued after grade 10.'],
    ['--check', 'The option --grade is needed.\nAdd it to the line; --help shows how it is used.'],
    ['--grade 9', 'Nothing was asked for.'],
    ['--grade 9 --check --prepare', 'Only one thing can be done at a time.'],
    ['--grade 9 --check --class 9.c', 'There is no class 9.c in this school year.'],
    ['--grade 9 --check --student 1201', 'Student 1201 is not in grade 9, but in class 12.a.'],
  ])('%s', async (words, what) => {
    const db = await graduatingSchool();
    const refused = await run(`ejournal --db ${db} --lang en print-certificates ${words}`);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(what);
  });
});

test('on a narrow terminal everything that is missing is seen, on as many lines as it needs', async () => {
  const { db } = await checked(9, (files) => {
    files['term-marks'] = files['term-marks']?.filter((line) => !/^901,.*year/.test(line)) ?? [];
    replaced(files['decisions'], '901');
  });
  const line = `ejournal --db ${db} --lang en --no-color print-certificates --grade 9 --check --student 901`;
  expect((await run(line, { terminal: 78 })).stdout).toBe(
    `class  regi…  name           state      lacks
9.a    901    Žīgure Ķērsta  not_ready  council: no decision yet; no year
                                        mark: LV, MAT, SPO
`,
  );
  expect((await run(line, { terminal: 140 })).stdout.split('\n')).toHaveLength(3);
});
