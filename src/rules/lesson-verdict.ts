import { type BellRow, canBeHeld, type Ringing, ringingOn } from './bells.js';
import {
  type Calendar,
  type CalendarRow,
  decidingRow,
  holdsFor,
  isSchoolDay,
  isWorkingDay,
  rowsOn,
  taughtAs,
  weekLetter,
} from './calendar.js';
import { type CivilDate, covers, type Weekday, weekday } from './civil-date.js';
import type { TimetableRow } from './expected-lessons.js';
import { publicHoliday } from './public-holidays.js';

/** Why a day is worked, or not: a row of the calendar, a public holiday, or its weekday. */
export interface DayVerdict {
  readonly holds: boolean;
  readonly row: CalendarRow | undefined;
  readonly holiday: string | undefined;
  readonly weekday: Weekday;
}

/** Whether a day is a school day of a grade: a working day, in a semester, that nothing takes away. */
export interface GradeVerdict {
  readonly grade: number;
  readonly holds: boolean;
  readonly semester: CalendarRow | undefined;
  /** The holiday or the day without school. */
  readonly taken: CalendarRow | undefined;
}

/** Each condition of an expected lesson, and whether it holds for a row of the timetable on a day. */
export interface SlotVerdict {
  readonly holds: boolean;
  /** The weekday whose timetable is taught. */
  readonly weekday: { readonly holds: boolean; readonly taughtAs: Weekday };
  readonly week: { readonly holds: boolean; readonly letter: 'A' | 'B' | undefined };
  readonly dates: { readonly holds: boolean };
  readonly day: DayVerdict;
  readonly grades: readonly GradeVerdict[];
  readonly bell: {
    readonly holds: boolean;
    /** The bell of the period; where the day has no bells at all, every period may be. */
    readonly row: BellRow | undefined;
    readonly schedules: readonly string[];
  };
}

/** Judges a row of the timetable on a day, condition by condition, as `expectedLessons` does at once. */
export function judgeSlot(
  plan: Ringing,
  row: TimetableRow,
  grades: readonly number[],
  date: CivilDate,
): SlotVerdict {
  const { calendar } = plan;
  const day = taughtAs(calendar, date);
  const letter = weekLetter(calendar, date);
  const judged = grades.map((grade) => judgeGrade(calendar, date, grade));
  const taught = judged.filter((one) => one.holds);
  // Where no grade has a school day, what would ring on one is told.
  const ringing = (taught.length > 0 ? taught : judged).map(({ grade }) =>
    ringingOn(plan, date, grade),
  );
  const all = ringing.flat();
  const verdict = {
    weekday: { holds: row.weekday === day, taughtAs: day },
    week: { holds: row.week === null || row.week === letter, letter },
    dates: { holds: covers(row, date) },
    day: judgeDay(calendar, date),
    grades: judged,
    bell: {
      holds: ringing.some((rows) => canBeHeld(rows, row.period)),
      row: all.find((one) => one.period === row.period),
      schedules: [...new Set(all.map((one) => one.schedule))],
    },
  };
  const { weekday: onDay, week, dates, bell } = verdict;
  const isTaught = taught.length > 0 && bell.holds;
  return { ...verdict, holds: onDay.holds && week.holds && dates.holds && isTaught };
}

function judgeDay(calendar: Calendar, date: CivilDate): DayVerdict {
  return {
    holds: isWorkingDay(calendar, date),
    row: decidingRow(calendar, date),
    holiday: publicHoliday(date),
    weekday: weekday(date),
  };
}

function judgeGrade(calendar: Calendar, date: CivilDate, grade: number): GradeVerdict {
  const own = rowsOn(calendar, date).filter((row) => holdsFor(row, grade));
  const of = (...kinds: readonly string[]) => own.find((row) => kinds.includes(row.kind));
  return {
    grade,
    holds: isSchoolDay(calendar, date, grade),
    semester: of('semester1', 'semester2'),
    taken: of('holiday', 'no_school'),
  };
}
