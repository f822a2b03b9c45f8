import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Joined in February from elsewhere; the marks of two subjects came along. */
export const joined = '9001';

interface YearEnd {
  /** Somebody joins the first and somebody moves to it from the second; both of the lowest grade. */
  readonly classes: readonly [first: string, second: string];
  /** Every so-manieth student has all marks, all sufficient, and is let go. */
  readonly ready?: number;
}

/** Ends the year of a school's files: term marks with gaps and corrections, decisions, and who came and moved. */
export function addYearEnd(files: string, { classes, ready = 0 }: YearEnd): void {
  const [first, second] = classes;
  const rowsOf = (name: string) =>
    readFileSync(join(files, `${name}.csv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
  const programmes = rowsOf('programmes').map((row) => row.split(','));
  const students = rowsOf('students').map((row) => row.split(','));
  const numbers = students.map(([, , , number = '']) => number);
  const [moved = '', programme = ''] = [numbers[0], students[0]?.[7]];
  const marksBefore = rowsOf('marks').filter(
    (row) => !(row.includes(`,${moved},`) && row < '2016-01-04'),
  );
  writeFileSync(
    join(files, 'marks.csv'),
    `date,group,work,kind,register_no,value,reason,recorded_at\n${marksBefore.join('\n')}\n`,
  );
  appendFileSync(
    join(files, 'students.csv'),
    `${first},Šļahtenko-Žīgure,Ķērsta,${joined},,,S,${programme},,,,2016-02-01,\n`,
  );
  appendFileSync(
    join(files, 'movements.csv'),
    `${joined},2016-02-01,joined,${first},,\n${moved},2015-09-01,class,${second},,\n${moved},2016-01-04,class,${first},,\n`,
  );

  let state = 7;
  const dice = (sides: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
  const values = ['nv', 'atb', '1', '2', '3', '4', '4', '5', '5', '6', '6', '7', '8', '9', '10'];
  const marks = ['register_no,subject,term,value,recorded_at'];
  const isReady = (number: string) => ready > 0 && Number(number) % ready === 0;
  const enter = (number: string, subject: string, term: string, moment: string) => {
    if (dice(12) === 0 && !isReady(number)) return;
    const usual = 4 + (Number(number) % 7);
    const sufficient = () =>
      dice(30) === 0 ? 'atb' : Math.min(10, Math.max(4, usual + dice(3) - 1));
    const value = () => (isReady(number) ? sufficient() : values[dice(values.length)]);
    marks.push(`${number},${subject},${term},${value()},${moment}T10:00:00Z`);
    if (dice(12) === 0) marks.push(`${number},${subject},${term},${value()},2016-06-20T10:00:00Z`);
  };
  for (const [className = '', , , number = '', , , , own] of students) {
    const learnt = programmes.filter(
      ([code, , grade, subject]) =>
        code === own && grade === className.split('.')[0] && subject !== 'KLS',
    );
    for (const [, , , subject = '', , yearEnd = ''] of learnt) {
      enter(number, subject, 'semester1', dice(20) === 0 ? '2016-01-20' : '2015-12-17');
      enter(number, subject, 'semester2', '2016-05-27');
      enter(number, subject, 'year', '2016-05-28');
      if (subject === 'MAT' || yearEnd !== '') {
        enter(number, subject, yearEnd || 'exam', '2016-06-08');
      }
      if (dice(15) === 0) enter(number, subject, 'reexam', '2016-06-15');
    }
  }
  for (const subject of ['MAT', 'LV']) {
    marks.push(`${joined},${subject},semester1,8,2016-02-02T10:00:00Z`);
  }
  writeFileSync(join(files, 'term-marks.csv'), `${marks.join('\n')}\n`);
  const kinds = ['promoted', 'repeats', 'extended', 'graduated'];
  const decisions = numbers.slice(1).map((number) => {
    const kind = isReady(number) ? 'graduated' : kinds[dice(4)];
    return `${number},${kind},1-8/${dice(90)},2016-06-10`;
  });
  writeFileSync(
    join(files, 'decisions.csv'),
    `register_no,decision,order_no,date\n${decisions.join('\n')}\n`,
  );
}
