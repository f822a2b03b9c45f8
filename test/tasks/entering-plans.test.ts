import { expect, test } from 'vitest';
import type { Context } from '../../src/context.js';
import { openDatabase } from '../../src/db/open.js';
import { cancelLessons } from '../../src/tasks/journal/cancel-lesson.js';
import { lessonAsSeen, lessonsOfDay } from '../../src/tasks/journal/lessons-of-day.js';
import { moveLesson } from '../../src/tasks/journal/move-lesson.js';
import { recordAbsences } from '../../src/tasks/journal/record-absence.js';
import { recordLesson } from '../../src/tasks/journal/record-lesson.js';
import { recordMarks, workAsSeen } from '../../src/tasks/journal/record-marks.js';
import { day, school } from '../support/school.js';
import { periodOf } from '../support/timetable.js';

/** Tables that grow with every day: none of them is read from one end to the other for one entry. */
const grown =
  /SCAN (lesson|absence|mark|assessed_work|work_announcement|justification|term_mark)\b/;

test('nothing that is entered makes SQLite read the whole journal', async () => {
  const { db: file, files } = await school();
  const db = openDatabase(file, { readOnly: false, wait: 1 });
  const asked = new Set<string>();
  const prepare = db.prepare.bind(db);
  Object.assign(db, {
    prepare: (sql: string) => {
      asked.add(sql);
      return prepare(sql);
    },
  });
  const clock = () => new Date('2015-10-05T12:00:00Z');
  const context: Context = {
    ...{ db, clock, asOf: clock(), actor: 'tester', mode: 'dry-run', differences: [] },
    invocation: { command: 'test', words: [] },
  };
  const [date, group] = [day('2015-10-01'), '7.a MAT'];
  const period = periodOf(files, group, 4);
  const absences = { nobodyAbsent: false, absent: ['1001'], late: [], present: [] };
  recordLesson(context, { date, group, topic: 'X', absences });
  cancelLessons(context, { date, group, reason: 'x' });
  const move = (force: boolean) =>
    moveLesson(context, {
      ...{ date, period, group, toDate: date, toPeriod: 12, force },
      ...{ whereTo: 'x', whereFrom: 'x' },
    });
  expect(() => move(false)).toThrow('lessonObjected');
  move(true);
  const students = ['1001', '1002'];
  recordAbsences(context, { date, students, mark: 'n', force: false });
  const work = { date, group, work: 'Darbs', kind: 'test' as const };
  recordMarks(context, { ...work, marks: [{ registerNo: '1001', value: '8' }] });
  workAsSeen(context, work);
  lessonAsSeen(context, { date, group, period });
  for (const whose of ['MAT1', '7.a']) lessonsOfDay(context, date, whose);

  const queries = [...asked].filter((sql) => /^\s*SELECT/.test(sql));
  expect(queries.length).toBeGreaterThan(15);
  for (const sql of queries) {
    const bound = sql.replace(/:[a-z_]+|\?/gi, "'1'");
    const plan = prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${bound}`).all();
    expect(plan.map(({ detail }) => detail).join('\n'), sql).not.toMatch(grown);
  }
  db.close();
});
