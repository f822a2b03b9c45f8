import { type BellRow, periodsOf } from './bells.js';
import { type Calendar, isSchoolDay, taughtAs, weekLetter } from './calendar.js';
import { type CivilDate, covers, daysFrom, type Weekday } from './civil-date.js';
import { groupedBy } from './grouping.js';

export interface TimetableRow {
  group: string;
  weekday: Weekday;
  period: number;
  /** null: every week */
  week: 'A' | 'B' | null;
  from: CivilDate | null;
  until: CivilDate | null;
}

export interface ExpectedLesson {
  readonly date: CivilDate;
  readonly period: number;
  readonly group: string;
}

interface Plan {
  readonly calendar: Calendar;
  readonly bells: readonly BellRow[];
  readonly timetable: readonly TimetableRow[];
  readonly gradesOfGroup: (group: string) => readonly number[];
}

/**
 * The lessons that the timetable expects between two days, both included, day by day: a row on its
 * weekday, in its dates and its week, on a school day of one of the group's grades at least, at a
 * period that rings that day.
 */
export function* expectedLessons(
  { calendar, bells, timetable, gradesOfGroup }: Plan,
  from: CivilDate,
  until: CivilDate,
): Generator<ExpectedLesson> {
  const onWeekday = groupedBy(timetable, (row) => row.weekday);
  for (const date of daysFrom(from, until)) {
    const rows = onWeekday.get(taughtAs(calendar, date));
    if (!rows) continue;
    const rings = periodsOf(bells, calendar, date);
    const week = weekLetter(calendar, date);
    for (const row of rows) {
      const { group, period } = row;
      if (!covers(row, date) || (row.week !== null && row.week !== week)) continue;
      if (rings && !rings.has(period)) continue;
      if (gradesOfGroup(group).some((grade) => isSchoolDay(calendar, date, grade))) {
        yield { date, period, group };
      }
    }
  }
}
