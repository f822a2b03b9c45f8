import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarRow, isWorkingDay, makeCalendar } from '../../src/rules/calendar.js';
import { addDays, type CivilDate, weekday } from '../../src/rules/civil-date.js';
import { holds, readCondition } from '../../src/rules/conditions.js';
import {
  dueAfterWorkingDays,
  dueAtHour,
  dueNextMonth,
  dueOnDay,
} from '../../src/rules/deadline.js';
import {
  clauses,
  type Duty,
  isPartOf,
  lateAt,
  missingAt,
  overdueAt,
} from '../../src/rules/duties/duty.js';
import { movedDays } from '../../src/rules/moved-days.js';
import { toMoment } from '../../src/rules/school-time.js';
import { addWorkingDays, workingDaysBetween } from '../../src/rules/working-days.js';
import { instant, isPublicHoliday } from '../support/brute-force.js';

const day = (text: string) => text as CivilDate;
const moved = movedDays(day('2010-01-01'), day('2035-12-31'));
const one = (from: CivilDate, kind: CalendarRow['kind']): CalendarRow => ({
  from,
  until: null,
  kind,
  grades: null,
  replaces: null,
  schedule: null,
  name: null,
});
const calendar = makeCalendar(
  moved.flatMap(({ off, worked }) => [one(off, 'moved_off'), one(worked, 'working_day')]),
);
const clock = { calendar, zone: 'Europe/Riga' };
const anyDay = fc.integer({ min: 0, max: 9_495 }).map((n) => addDays(day('2010-01-01'), n));
const moment = (utc: number) => new Date(utc).toISOString().replace('.000Z', 'Z');

/** Whether a day is worked, told from the lists of holidays and moved days alone. */
function isWorked(date: CivilDate): boolean {
  if (moved.some(({ off }) => off === date)) return false;
  if (moved.some(({ worked }) => worked === date)) return true;
  return weekday(date) <= 5 && !isPublicHoliday(date);
}

describe('working days of 2010-2035, with the Saturdays that were worked', () => {
  test('are those of the lists, each day of the 26 years', () => {
    expect(moved.length).toBeGreaterThan(15);
    for (let date = day('2010-01-01'); date <= '2035-12-31'; date = addDays(date, 1)) {
      expect(isWorkingDay(calendar, date), date).toBe(isWorked(date));
    }
  });

  test('are added and counted as one counts them on a calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        let due = from;
        for (let left = count; left > 0; ) {
          due = addDays(due, 1);
          if (isWorked(due)) left -= 1;
        }
        expect(addWorkingDays(calendar, from, count)).toBe(due);
        expect(workingDaysBetween(calendar, from, due)).toBe(count);
      }),
    );
  });
});

describe('deadlines over both changes of the clock', () => {
  const years = Array.from({ length: 26 }, (_, n) => 2010 + n);
  test.each(years)('of %d', (year) => {
    for (const around of [`${year}-03-20`, `${year}-10-18`]) {
      for (let n = 0; n < 20; n += 1) {
        const date = addDays(day(around), n);
        let due: CivilDate = date;
        while (!isWorked(due)) due = addDays(due, 1);
        expect(dueAtHour(clock, date, '18:00')).toBe(moment(instant(due, '18:00:00')));
        let fifth = date;
        for (let left = 5; left > 0; ) {
          fifth = addDays(fifth, 1);
          if (isWorked(fifth)) left -= 1;
        }
        expect(dueAfterWorkingDays(clock, date, 5)).toBe(moment(instant(fifth, '23:59:59')));
      }
    }
  });

  test('a day of the year and a day of the next month end on the school’s clock', () => {
    expect(dueOnDay(clock, 2015, '09-05')).toBe('2015-09-05T20:59:59Z');
    expect(dueNextMonth(clock, day('2015-10-31'), 5)).toBe('2015-11-05T21:59:59Z');
    expect(dueNextMonth(clock, day('2015-12-31'), 5)).toBe('2016-01-05T21:59:59Z');
  });
});

describe('a duty', () => {
  const due_at = '2015-10-05T15:00:00Z';
  const second = (n: number) => toMoment(new Date(Date.parse(due_at) + n * 1000));
  const anyMet = fc.option(fc.integer({ min: -3, max: 3 }).map(second), { nil: undefined });
  const place = { owed_by: 'X', class: '7.a', group: '7.a X', date: day('2015-10-05') };
  const duty = (clause: Duty['clause'], toStudents: boolean, parts: Duty['parts']): Duty => ({
    clause,
    ...place,
    period: 1,
    work: null,
    due_at,
    toStudents,
    parts,
  });

  test('to students is for each of them in time, late or missing, and never two of these', () => {
    fc.assert(
      fc.property(
        fc.array(anyMet, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 4 }),
        (met, n) => {
          const at = second(n);
          const marks = duty(
            '4.2.2',
            true,
            met.map((metAt, no) => ({ name: `${no}`, metAt })),
          );
          const missing = overdueAt(marks, at)?.students ?? [];
          const late = lateAt(marks, at)?.students ?? [];
          const inTime = met.flatMap((metAt, no) =>
            metAt !== undefined && metAt <= due_at ? [`${no}`] : [],
          );
          expect([...missing, ...late, ...inTime].sort()).toEqual(met.map((_, no) => `${no}`));
        },
      ),
    );
  });

  test('is on time when entered at its moment, and overdue when it is not there at its moment', () => {
    const entered = (metAt: string | undefined) => duty('1.7', false, [{ name: '', metAt }]);
    expect(overdueAt(entered(undefined), second(-1))).toBeUndefined();
    expect(overdueAt(entered(undefined), due_at)).toEqual({
      missing: 'summary_journal',
      students: null,
    });
    expect(overdueAt(entered(due_at), due_at)).toBeUndefined();
    expect(lateAt(entered(due_at), second(9))).toBeUndefined();
    expect(lateAt(entered(second(1)), second(9))?.met_at).toBe(second(1));
  });

  test('of a lesson tells what is missing, and what was missing when it was due', () => {
    const lesson = duty('4.1', false, [
      { name: 'lesson', metAt: second(-2) },
      { name: 'topic', metAt: second(2) },
      { name: 'absences', metAt: second(3) },
    ]);
    expect(overdueAt(lesson, due_at)?.missing).toBe('topic+absences');
    expect(missingAt(lesson, second(2))?.missing).toBe('absences');
    expect(lateAt(lesson, second(2))).toBeUndefined();
    expect(lateAt(lesson, second(3))).toEqual({
      missing: 'topic+absences',
      students: null,
      met_at: second(3),
    });
    expect(missingAt(lesson, second(-3))?.missing).toBe('lesson');
  });

  test('has a clause that is part of those it begins with', () => {
    expect(clauses.filter((clause) => isPartOf(clause, '4.2'))).toEqual(['4.2.1', '4.2.2']);
    expect(clauses.filter((clause) => isPartOf(clause, '2'))).toHaveLength(6);
    expect(clauses.filter((clause) => isPartOf(clause, '4.2.11'))).toEqual([]);
  });
});

describe('conditions', () => {
  test('compare numbers as numbers and all else as text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 2_000 }),
        fc.integer({ min: -99, max: 2_000 }),
        (a, b) => {
          const says = (operator: string) => {
            const condition = readCondition(`late ${operator} ${b}`);
            return condition && holds({ late: a }, condition);
          };
          expect([says('<'), says('='), says('>')]).toEqual([a < b, a === b, a > b]);
          expect([says('>='), says('!='), says('<=')]).toEqual([a >= b, a !== b, a <= b]);
        },
      ),
    );
  });

  test('know empty cells and lists, and what is none', () => {
    const holdsOf = (text: string, row: object) => {
      const condition = readCondition(text);
      return condition && holds({ ...row }, condition);
    };
    expect(holdsOf('work=', { work: null })).toBe(true);
    expect(holdsOf('students~1002', { students: ['1001', '1002'] })).toBe(true);
    expect(holdsOf('students=1001+1002', { students: ['1001', '1002'] })).toBe(true);
    expect(holdsOf('date>=2015-10-05', { date: '2015-10-12' })).toBe(true);
    expect(holdsOf('group ~ MAT', { group: '7.a mat' })).toBe(true);
    for (const text of ['late', '=5', '>', 'Late!', ''])
      expect(readCondition(text)).toBeUndefined();
  });
});
