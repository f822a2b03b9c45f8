import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.js';
import { folder } from '../support/school.js';

/** A combined group of the grades 9 and 12, which end the year on days of their own, and a subject with a credit. */
const files: Readonly<Record<string, readonly string[]>> = {
  school: ['key,value', 'name,M'],
  calendar: [
    'from,until,kind,grades',
    '2019-09-02,2019-12-20,semester1,',
    '2020-01-06,2020-05-29,semester2,9',
    '2020-01-06,2020-06-19,semester2,12',
  ],
  subjects: [
    'code,name,scale,order',
    'DEU,Vācu valoda,points,1',
    'SPO,Sports,pass,2',
    'KLS,Klases stunda,pass,3',
  ],
  programmes: [
    'programme,programme_name,grade,subject,lessons_per_week,year_end',
    'P1,A,9,DEU,1,',
    'P3,B,12,DEU,1,',
    'P3,B,12,SPO,1,credit',
    'P3,B,12,KLS,1,',
  ],
  staff: [
    'code,last_name,first_name,roles,class',
    'ADM,A,A,administrator,',
    'T1,B,B,teacher+class_teacher,9.a',
    'T3,C,C,teacher+class_teacher,12.a',
  ],
  students: [
    'class,last_name,first_name,register_no,birth_date,sex,programme',
    '9.a,Aa,A,1,2004-01-01,S,P1',
    '12.a,Ff,F,6,2001-01-05,V,P3',
    '12.a,Gg,G,7,2001-01-05,V,P3',
  ],
  groups: [
    'group,subject,teacher,classes,whole',
    '9+12 DEU,DEU,T1,9.a+12.a,yes',
    '12 SPO,SPO,T3,12.a,yes',
    '12 KLS,KLS,T3,12.a,yes',
  ],
};

let db: string;

beforeAll(async () => {
  const into = join(folder(), 'school');
  mkdirSync(into);
  for (const [kind, lines] of Object.entries(files)) {
    writeFileSync(join(into, `${kind}.csv`), `${lines.join('\n')}\n`);
  }
  db = join(folder(), 'ejournal.db');
  await run(`ejournal --db ${db} init --year 2019 --yes`);
  expect(await run(`ejournal --db ${db} setup ${into}`)).toMatchObject({ status: 0 });
});

const lines = async (words: string): Promise<string[]> =>
  (await run(`ejournal --db ${db} ${words}`)).stdout.trim().split('\n').slice(1);

const owed = (asOf: string) =>
  lines(
    `--as-of ${asOf} overdue --clause 4.3 --group "9+12 DEU" --columns class,date,work,students`,
  );

test('a combined group owes its year marks when the year of each grade ends', async () => {
  const semester = '9.a+12.a,2019-12-20,semester1,1+6+7';
  const ninth = ['9.a,2020-05-29,semester2,1', '9.a,2020-05-29,year,1'];
  const twelfth = ['12.a,2020-06-19,semester2,6+7', '12.a,2020-06-19,year,6+7'];
  expect(await owed('2020-05-28')).toEqual([semester]);
  expect(await owed('2020-05-29')).toEqual([semester, ...ninth]);
  expect(await owed('2020-06-19')).toEqual([semester, ...ninth, ...twelfth]);
  expect(
    await lines(
      '--as-of 2020-05-29 term-marks missing --term year --columns class,register_no,due_at',
    ),
  ).toContain('9.a,1,2020-05-29T20:59:59Z');
});

test('a subject of pass or fail that ends with a credit owes its marks, though nothing was assessed', async () => {
  const spo = await lines('--as-of 2020-06-30 overdue --clause 4.3 --columns group,work,students');
  for (const term of ['semester1', 'semester2', 'year', 'credit']) {
    expect(spo).toContain(`12 SPO,${term},6+7`);
  }
  expect(spo.filter((line) => line.startsWith('12 KLS'))).toEqual([]);
  expect(
    await lines(
      '--as-of 2020-06-30 term-marks missing --term credit --columns subject,register_no',
    ),
  ).toEqual(['SPO,6', 'SPO,7']);
});
