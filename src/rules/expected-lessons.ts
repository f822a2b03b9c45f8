import { canBeHeld, type Ringing, ringingOn } from './bells.js';
import { isSchoolDay, taughtAs, weekLetter } from './calendar.js';
import { type CivilDate, covers, daysFrom, type Weekday } from './civil-date.js';
import { groupedBy } from './grouping.js';
import { remembered } from './remembered.js';

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

interface Plan extends Ringing {
  readonly timetable: readonly TimetableRow[];
  readonly gradesOfGroup: (group: string) => readonly number[];
}

/**
 * The lessons that the timetable expects between two days, both included, day by day: a row on its
 * weekday, in its dates and its week, on a school day of one of the group's grades at least, at a
 * period that rings for that grade.
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
    const ringing = remembered((grade: number) => ringingOn({ calendar, bells }, date, grade));
    const week = weekLetter(calendar, date);
    for (const row of rows) {
      const { group, period } = row;
      if (!covers(row, date) || (row.week !== null && row.week !== week)) continue;
      const isTaught = (grade: number) =>
        isSchoolDay(calendar, date, grade) && canBeHeld(ringing(grade), period);
      if (gradesOfGroup(group).some(isTaught)) yield { date, period, group };
    }
  }
}
