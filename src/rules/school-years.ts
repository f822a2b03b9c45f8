import type { CalendarRow, DayKind } from './calendar.js';
import { addDays, type CivilDate } from './civil-date.js';
import { movedDays } from './moved-days.js';

/**
 * The school years as the Cabinet set them, each by a regulation of its own. The days, in this order:
 * start, end of semester 1, start of semester 2, end of grades 1-8 and 10-11; grade 9: end of lessons, end;
 * grade 12: the same; autumn, winter and spring holiday, spring holiday of grade 12 (from, until).
 * The year 2013 was not found; grades 9 and 12 have no separate end of lessons from 2021 on.
 */
const years: ReadonlyMap<number, string> = new Map([
  [
    2011,
    '2011-09-01 2011-12-23 2012-01-09 2012-05-31 2012-05-18 2012-06-15 2012-05-18 2012-06-22 2011-10-24 2011-10-28 2011-12-27 2012-01-06 2012-03-12 2012-03-16 2012-03-12 2012-03-16',
  ], // Cabinet regulation 121/15.02.2011
  [
    2012,
    '2012-09-03 2012-12-21 2013-01-07 2013-05-31 2013-05-17 2013-06-14 2013-05-17 2013-06-21 2012-10-29 2012-11-02 2012-12-24 2013-01-04 2013-03-22 2013-03-28 2013-03-22 2013-03-28',
  ], // Cabinet regulation 259/10.04.2012
  [
    2014,
    '2014-09-01 2014-12-19 2015-01-05 2015-05-29 2015-05-15 2015-06-12 2015-05-15 2015-06-19 2014-10-27 2014-10-31 2014-12-22 2015-01-02 2015-03-16 2015-03-20 2015-03-23 2015-03-27',
  ], // Cabinet regulation 97/2014
  [
    2015,
    '2015-09-01 2015-12-18 2016-01-04 2016-05-30 2016-05-13 2016-06-10 2016-05-13 2016-06-17 2015-10-26 2015-10-30 2015-12-21 2016-01-01 2016-03-14 2016-03-18 2016-03-21 2016-03-25',
  ], // Cabinet regulation 4/06.01.2015
  [
    2016,
    '2016-09-01 2016-12-21 2017-01-05 2017-05-31 2017-05-12 2017-06-09 2017-05-12 2017-06-16 2016-10-24 2016-10-28 2016-12-22 2017-01-04 2017-03-13 2017-03-17 2017-03-20 2017-03-24',
  ], // Cabinet regulation 729/15.12.2015
  [
    2017,
    '2017-09-01 2017-12-22 2018-01-08 2018-05-31 2018-05-18 2018-06-14 2018-05-18 2018-06-21 2017-10-23 2017-10-27 2017-12-25 2018-01-05 2018-03-12 2018-03-16 2018-03-19 2018-03-23',
  ], // adopted 13.12.2016
  [
    2018,
    '2018-09-03 2018-12-21 2019-01-07 2019-05-31 2019-05-17 2019-06-14 2019-05-17 2019-06-21 2018-10-22 2018-10-26 2018-12-24 2019-01-04 2019-03-11 2019-03-15 2019-03-18 2019-03-22',
  ], // Cabinet regulation 763/19.12.2017
  [
    2019,
    '2019-09-02 2019-12-20 2020-01-06 2020-05-29 2020-05-15 2020-06-12 2020-05-15 2020-06-19 2019-10-21 2019-10-25 2019-12-23 2020-01-03 2020-03-16 2020-03-20 2020-03-23 2020-03-27',
  ], // Cabinet regulation 777/11.12.2018
  [
    2020,
    '2020-09-01 2020-12-18 2021-01-04 2021-05-31 2021-05-14 2021-06-11 2021-05-14 2021-06-18 2020-10-19 2020-10-23 2020-12-21 2021-01-01 2021-03-15 2021-03-19 2021-03-22 2021-03-26',
  ], // Cabinet regulation 28/14.01.2020
  [
    2021,
    '2021-09-01 2021-12-21 2022-01-05 2022-05-31 - 2022-06-14 - 2022-06-21 2021-10-18 2021-10-22 2021-12-22 2022-01-04 2022-03-14 2022-03-18 2022-03-21 2022-03-25',
  ], // Cabinet regulation 157/11.03.2021
  [
    2022,
    '2022-09-01 2022-12-23 2023-01-09 2023-05-31 - 2023-06-14 - 2023-06-21 2022-10-24 2022-10-28 2022-12-26 2023-01-06 2023-03-13 2023-03-17 2023-03-13 2023-03-17',
  ], // Cabinet regulation 41/18.01.2022
  [
    2023,
    '2023-09-01 2023-12-22 2024-01-08 2024-05-31 - 2024-06-14 - 2024-06-21 2023-10-23 2023-10-27 2023-12-25 2024-01-05 2024-03-11 2024-03-15 2024-03-11 2024-03-15',
  ], // Cabinet regulation 745/29.11.2022
  [
    2024,
    '2024-09-02 2024-12-20 2025-01-06 2025-05-30 - 2025-06-13 - 2025-06-20 2024-10-21 2024-10-27 2024-12-23 2025-01-05 2025-03-10 2025-03-16 2025-03-10 2025-03-16',
  ], // Cabinet regulation 698/05.12.2023
  [
    2025,
    '2025-09-01 2025-12-19 2026-01-05 2026-05-29 - 2026-06-12 - 2026-06-19 2025-10-20 2025-10-24 2025-12-22 2026-01-02 2026-03-09 2026-03-13 2026-03-09 2026-03-13',
  ], // adopted 17.12.2024
  [
    2026,
    '2026-09-01 2026-12-18 2027-01-04 2027-05-31 - 2027-06-11 - 2027-06-18 2026-10-19 2026-10-23 2026-12-21 2027-01-01 2027-03-08 2027-03-12 2027-03-08 2027-03-12',
  ], // adopted 16.12.2025
]);

/** The school years whose dates come with the program, by their first calendar year. */
export const knownSchoolYears: readonly number[] = [...years.keys()];

/**
 * The rows of a calendar of grades 7-12 for a school year as the state set it: semesters, holidays, the
 * weeks of exams, and the working days that the state moved. Undefined where the year is not known.
 * Whether a moved day is worked or taught is the school's decision: its own calendar overrides this.
 */
export function nationalCalendar(year: number): CalendarRow[] | undefined {
  const days = years.get(year)?.split(' ') as CivilDate[] | undefined;
  if (!days) return undefined;
  const [start, end1, start2, end, lessons9, end9, lessons12, end12, ...holidays] = days;
  if (!(start && end1 && start2 && end && end9 && end12)) return undefined;
  return [
    row('semester1', start, end1, null, '1. semestris'),
    row('semester2', start2, end, '7-8,10-11', '2. semestris'),
    row('semester2', start2, end9, '9', '2. semestris 9. klasei'),
    row('semester2', start2, end12, '12', '2. semestris 12. klasei'),
    ...holidayRows(holidays),
    ...examWeeks('9', lessons9, end9),
    ...examWeeks('12', lessons12, end12),
    ...movedDays(start, end12).flatMap(({ off, worked }) => [
      row('moved_off', off, null, null, 'Pārcelta brīvdiena'),
      row('working_day', worked, null, null, 'Pārcelta darba diena'),
    ]),
  ];
}

/** The rows of a calendar of which only the semesters are known: the first and the last day of each. */
export function semesterRows([start, end1, start2, end]: readonly [
  CivilDate,
  CivilDate,
  CivilDate,
  CivilDate,
]): CalendarRow[] {
  return [
    row('semester1', start, end1, null, '1. semestris'),
    row('semester2', start2, end, null, '2. semestris'),
  ];
}

function row(
  kind: DayKind,
  from: CivilDate,
  until: CivilDate | null,
  grades: string | null,
  name: string,
): CalendarRow {
  return { from, until, kind, grades, replaces: null, schedule: null, name };
}

function holidayRows(days: readonly CivilDate[]): CalendarRow[] {
  const [autumn, autumnEnd, winter, winterEnd, spring, springEnd, spring12, spring12End] = days;
  if (
    !(autumn && autumnEnd && winter && winterEnd && spring && springEnd && spring12 && spring12End)
  ) {
    return [];
  }
  const same = spring === spring12;
  return [
    row('holiday', autumn, autumnEnd, null, 'Rudens brīvlaiks'),
    row('holiday', winter, winterEnd, null, 'Ziemas brīvlaiks'),
    row('holiday', spring, springEnd, same ? null : '7-11', 'Pavasara brīvlaiks'),
    ...(same ? [] : [row('holiday', spring12, spring12End, '12', 'Pavasara brīvlaiks 12. klasei')]),
  ];
}

/** Between the end of lessons and the end of the year come the exams. */
function examWeeks(
  grade: string,
  lessonsEnd: CivilDate | undefined,
  end: CivilDate,
): CalendarRow[] {
  if (!lessonsEnd?.startsWith('2')) return [];
  return [row('no_school', addDays(lessonsEnd, 1), end, grade, 'Eksāmenu laiks')];
}
