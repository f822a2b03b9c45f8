import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import type { CivilDate } from '../../src/rules/civil-date.js';
import { askedDays, narrowed } from '../../src/tasks/journal/asked-days.js';
import { classDays, teacherDays } from '../../src/tasks/journal/day-lessons.js';
import { missingTermMarks } from '../../src/tasks/journal/missing-term-marks.js';
import { registerPage } from '../../src/tasks/journal/register-page.js';
import { studentJournal } from '../../src/tasks/journal/show-student.js';
import { proposedTermMarks } from '../../src/tasks/journal/term-mark-proposals.js';
import { whyAbsence } from '../../src/tasks/oversight/why-absence.js';
import { whyOverdueLesson } from '../../src/tasks/oversight/why-overdue.js';
import { whyTermMark } from '../../src/tasks/oversight/why-term-mark.js';
import { ask, school } from '../support/school.js';

let file: string;

beforeAll(async () => {
  ({ db: file } = await school());
});

/** The tables that grow with every day of every year. */
const growing =
  /SCAN (lesson|absence|mark|justification|term_mark|assessed_work|work_announcement|change|later)\b/;

test('no question about a group, a student or a term reads a whole table of the journal', () => {
  const asked = new Set<string>();
  const db = new Database(file, { readonly: true, verbose: (sql) => asked.add(String(sql)) });
  const asOf = new Date('2015-10-10T12:00:00Z');
  const day = '2015-09-15' as CivilDate;
  const month = { month: '2015-09' };
  const group = askedDays(db, asOf, month, 'month', narrowed.group('7.a MAT'));
  registerPage(db, group.book, '7.a MAT', group.days);
  const student = askedDays(db, asOf, month, 'week', narrowed.student('1001'));
  studentJournal(db, student.book, '1001', student.days, undefined);
  const all = askedDays(db, asOf, { date: day }, 'day', narrowed.teacher('MAT1'));
  classDays(db, all.book, '7.a', all.days);
  teacherDays(db, all.book, 'MAT1', all.days);
  proposedTermMarks(db, asOf, { term: 'semester1', class: '7.a' });
  missingTermMarks(db, asOf, 'year', {});
  whyAbsence(db, asOf, { student: '1001', date: day, period: 1 });
  whyOverdueLesson(db, asOf, { group: '7.a MAT', date: day, period: 1 });
  whyTermMark(db, asOf, { student: '1001', subject: 'MAT', term: 'semester1' });
  db.close();
  const questions = [...asked].filter((sql) => /^\s*SELECT/.test(sql));
  expect(questions.length).toBeGreaterThan(20);
  for (const sql of questions) {
    const plan = ask<{ detail: string }>(file, `EXPLAIN QUERY PLAN ${sql}`);
    for (const { detail } of plan) expect(`${detail}\n${sql}`).not.toMatch(growing);
  }
});
